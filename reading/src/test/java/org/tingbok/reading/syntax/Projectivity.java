package org.tingbok.reading.syntax;

/// Makes trees projective: the shortest arc that crosses another is hung one step higher until none does.
final class Projectivity {
  private Projectivity() {}

  static int[] lifted(int[] given) {
    int[] heads = given.clone();
    while (true) {
      int shortest = -1;
      for (int i = 0; i < heads.length; i++) {
        if (heads[i] >= 0 && !projective(heads, i)
            && (shortest < 0 || Math.abs(i - heads[i]) < Math.abs(shortest - heads[shortest]))) {
          shortest = i;
        }
      }
      if (shortest < 0) {
        return heads;
      }
      heads[shortest] = heads[heads[shortest]];
    }
  }

  private static boolean projective(int[] heads, int child) {
    int head = heads[child];
    int from = Math.min(child, head);
    int to = Math.max(child, head);
    for (int i = from + 1; i < to; i++) {
      int a = i;
      while (a >= 0 && a != head) {
        a = heads[a];
      }
      if (a != head) {
        return false;
      }
    }
    return true;
  }
}

package org.tingbok.reading.syntax;

import java.util.List;

/// Heads and relations of one sentence; the head of the one root is -1.
record Tree(int[] heads, String[] relations) {

  /// Reads off the arcs, and hangs every root but the first on the first.
  static Tree of(Configuration c, List<String> labels) {
    int[] heads = new int[c.size];
    String[] relations = new String[c.size];
    int root = -1;
    for (int i = 0; i < c.size; i++) {
      heads[i] = c.head[i] == c.size ? -1 : c.head[i];
      relations[i] = labels.get(c.label[i]);
      if (heads[i] < 0) {
        if (root < 0) {
          root = i;
          relations[i] = "root";
        } else {
          heads[i] = root;
          relations[i] = "parataxis";
        }
      }
    }
    return new Tree(heads, relations);
  }
}

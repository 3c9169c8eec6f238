package org.tingbok.reading.syntax;

/// Which rows of the network's tables stand for a token: word, lemma, prefix, two suffixes, shape and tag. The same in
/// training and in use.
///
/// @param words rows of frequent words, from 1 on; row 0 stands for all others
/// @param lemmas rows of frequent lemmas, likewise
record TokenKeys(KeyTable words, KeyTable lemmas) {
  static final int KINDS = 7;
  static final int WORD = 0;
  static final int LEMMA = 1;
  static final int TAG = 6;
  private static final int[] BUCKETS = {0, 0, 2048, 4096, 1024, 512, 0};

  /// How many rows a table has.
  static int rows(int kind, int words, int lemmas, int tags) {
    return switch (kind) {
      case WORD -> words + 1;
      case LEMMA -> lemmas + 1;
      case TAG -> tags;
      default -> BUCKETS[kind];
    };
  }

  int[][] of(Words w, int[] tags, int[] lemmaKeys) {
    int[][] keys = new int[w.size][];
    for (int i = 0; i < w.size; i++) {
      int shape = Hash.mix(w.shape[i] * 8 + w.casing * 2 + (i == 0 ? 1 : 0));
      keys[i] = new int[] {words.get(w.word[i], 0), lemmas.get(lemmaKeys[i], 0), bucket(w.prefix3[i], 2),
          bucket(w.suffix3[i], 3), bucket(w.suffix2[i], 4), bucket(shape, 5), tags[i]};
    }
    return keys;
  }

  private static int bucket(int hash, int kind) {
    return (hash & Integer.MAX_VALUE) % BUCKETS[kind];
  }
}

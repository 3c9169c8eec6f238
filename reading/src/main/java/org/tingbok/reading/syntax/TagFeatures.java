package org.tingbok.reading.syntax;

/// The features of one tagging decision. The same in training and in use.
final class TagFeatures {
  static final int MOST = 64;

  private TagFeatures() {}

  /// Fills in the features of the word at `i`.
  ///
  /// @param tags the tags decided so far, to the left of `i`
  /// @return how many features there are
  static int extract(Words w, int i, int[] tags, int[] out) {
    int t1 = i > 0 ? tags[i - 1] : -1;
    int t2 = i > 1 ? tags[i - 2] : -1;
    int word = w.word[i];
    int shape = w.shape[i] * 4 + w.casing;
    int first = i == 0 || (i == 1 && !Character.isLetterOrDigit(w.form[0].charAt(0))) ? 1 : 0;
    int known = w.known[i];
    int known1 = w.known(i + 1);
    int n = 0;
    out[n++] = Hash.feature(1, 0);
    out[n++] = Hash.feature(2, word);
    out[n++] = Hash.feature(3, word, w.casing * 2 + (Character.isUpperCase(w.form[i].charAt(0)) ? 1 : 0));
    out[n++] = Hash.feature(4, shape, first);
    out[n++] = Hash.feature(5, w.suffix1[i]);
    out[n++] = Hash.feature(6, w.suffix2[i]);
    out[n++] = Hash.feature(7, w.suffix3[i]);
    out[n++] = Hash.feature(8, w.suffix4[i]);
    out[n++] = Hash.feature(9, w.prefix1[i]);
    out[n++] = Hash.feature(10, w.prefix2[i]);
    out[n++] = Hash.feature(11, w.prefix3[i]);
    out[n++] = Hash.feature(12, w.suffix3[i], shape);
    out[n++] = Hash.feature(13, w.suffix2[i], shape, first);
    out[n++] = Hash.feature(14, t1);
    out[n++] = Hash.feature(15, t1, t2);
    out[n++] = Hash.feature(16, t1, word);
    out[n++] = Hash.feature(17, t1, w.suffix3[i]);
    out[n++] = Hash.feature(18, t1, w.suffix2[i], shape);
    out[n++] = Hash.feature(19, t1, known);
    out[n++] = Hash.feature(20, known);
    out[n++] = Hash.feature(21, known, known1);
    out[n++] = Hash.feature(22, known1);
    out[n++] = Hash.feature(23, t1, known, known1);
    out[n++] = Hash.feature(24, known1, w.known(i + 2));
    out[n++] = Hash.feature(25, w.word(i - 1));
    out[n++] = Hash.feature(26, w.word(i - 1), word);
    out[n++] = Hash.feature(27, w.word(i + 1));
    out[n++] = Hash.feature(28, word, w.word(i + 1));
    out[n++] = Hash.feature(29, w.word(i - 2));
    out[n++] = Hash.feature(30, w.word(i + 2));
    out[n++] = Hash.feature(31, w.suffix3(i + 1));
    out[n++] = Hash.feature(32, w.suffix2(i + 1), known);
    out[n++] = Hash.feature(33, w.suffix3(i - 1));
    out[n++] = Hash.feature(34, w.shape(i + 1), shape);
    out[n++] = Hash.feature(35, w.shape(i - 1), shape, t1);
    out[n++] = Hash.feature(36, t1, w.suffix2[i], known1);
    out[n++] = Hash.feature(37, t1, t2, known);
    out[n++] = Hash.feature(38, t1, w.word(i + 1));
    out[n++] = Hash.feature(39, t2, word);
    out[n++] = Hash.feature(40, w.suffix3[i], known1, w.known(i + 2));
    out[n++] = Hash.feature(41, w.suffix3[i], w.suffix2(i + 1));
    out[n++] = Hash.feature(42, w.word(i - 1), w.suffix3[i]);
    out[n++] = Hash.feature(43, w.word(i - 1), w.word(i + 1));
    out[n++] = Hash.feature(44, w.suffix4[i], w.casing, Character.isUpperCase(w.form[i].charAt(0)) ? 1 : 0);
    return n;
  }
}

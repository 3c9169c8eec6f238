package org.tingbok.reading.syntax;

/// The features of one parsing decision, after Zhang and Nivre (2011) with some of our own: the tops of stack and buffer,
/// their children, heads, valencies and label sets. The same in training and in use.
final class ArcFeatures {
  static final int MOST = 160;
  private static final int NOTHING = 0x7FEEDBAD;

  private final int[] out = new int[MOST];
  private int n;
  private final Configuration c;
  private final Words words;
  private final int[] tag;
  private final int[] coarse;
  private final int[] lemma;

  ArcFeatures(Configuration c, Words words, int[] tag, int[] coarse, int[] lemma) {
    this.c = c;
    this.words = words;
    this.tag = tag;
    this.coarse = coarse;
    this.lemma = lemma;
  }

  int[] keys() {
    return out;
  }

  private int w(int i) {
    return i < 0 ? NOTHING : i < words.size ? words.word[i] : i == words.size ? 17 : 18;
  }

  private int p(int i) {
    return i < 0 ? -2 : i < words.size ? tag[i] : i == words.size ? -3 : -4;
  }

  private int u(int i) {
    return i < 0 ? -2 : i < words.size ? coarse[i] : i == words.size ? -3 : -4;
  }

  private int m(int i) {
    return i < 0 ? NOTHING : i < words.size ? lemma[i] : i == words.size ? 17 : 18;
  }

  private int l(int i) {
    return i < 0 ? -2 : c.label[i];
  }

  private int headOf(int i) {
    return i < 0 ? -1 : c.head[i];
  }

  private void f(int template, int a) {
    out[n++] = Hash.feature(template, a);
  }

  private void f(int template, int a, int b) {
    out[n++] = Hash.feature(template, a, b);
  }

  private void f(int template, int a, int b, int d) {
    out[n++] = Hash.feature(template, a, b, d);
  }

  private void f(int template, int a, int b, int d, int e) {
    out[n++] = Hash.feature(template, a, b, d, e);
  }

  /// Fills in the features of where the parse stands.
  ///
  /// @return how many features there are
  int extract() {
    n = 0;
    int s0 = c.stack(0);
    int s1 = c.stack(1);
    int n0 = c.front;
    int n1 = n0 + 1;
    int n2 = n0 + 2;
    int s0w = w(s0);
    int s0p = p(s0);
    int n0w = w(n0);
    int n0p = p(n0);
    int n1p = p(n1);
    int n1w = w(n1);
    int s0m = m(s0);
    int n0m = m(n0);
    int s0u = u(s0);
    int n0u = u(n0);
    int headed = s0 < 0 ? 2 : c.head[s0] >= 0 ? 1 : 0;
    f(1, headed);
    f(2, s0w, s0p);
    f(3, s0w);
    f(4, s0p, headed);
    f(5, n0w, n0p);
    f(6, n0w);
    f(7, n0p);
    f(8, n1w, n1p);
    f(9, n1w);
    f(10, n1p);
    f(11, w(n2), p(n2));
    f(12, w(n2));
    f(13, p(n2));
    f(14, s0w, s0p, n0w, n0p);
    f(15, s0w, s0p, n0w);
    f(16, s0w, n0w, n0p);
    f(17, s0w, s0p, n0p);
    f(18, s0p, n0w, n0p);
    f(19, s0w, n0w);
    f(20, s0p, n0p, headed);
    f(21, n0p, n1p);
    f(22, n0p, n1p, p(n2));
    f(23, s0p, n0p, n1p);
    f(24, s0u, n0u, u(n1), u(n2));
    structure(s0, n0, s0p, n0p);
    valency(s0, n0, s0w, s0p, n0w, n0p);
    own(s0, s1, n0, s0p, n0p, s0m, n0m, s0u, n0u, headed);
    return n;
  }

  private void structure(int s0, int n0, int s0p, int n0p) {
    int s0h = headOf(s0);
    int s0h2 = headOf(s0h);
    int s0l = s0 < 0 ? -1 : c.left1[s0];
    int s0r = s0 < 0 ? -1 : c.right1[s0];
    int s0l2 = s0 < 0 ? -1 : c.left2[s0];
    int s0r2 = s0 < 0 ? -1 : c.right2[s0];
    int n0l = c.left1[n0];
    int n0l2 = c.left2[n0];
    f(30, p(s0h), s0p, n0p);
    f(31, s0p, p(s0l), n0p);
    f(32, s0p, p(s0r), n0p);
    f(33, s0p, n0p, p(n0l));
    f(34, w(s0h));
    f(35, p(s0h));
    f(36, l(s0), s0p);
    f(37, w(s0l));
    f(38, p(s0l));
    f(39, l(s0l));
    f(40, w(s0r));
    f(41, p(s0r));
    f(42, l(s0r));
    f(43, w(n0l));
    f(44, p(n0l));
    f(45, l(n0l));
    f(46, w(s0h2));
    f(47, p(s0h2));
    f(48, l(s0h), l(s0));
    f(49, w(s0l2));
    f(50, p(s0l2));
    f(51, l(s0l2), l(s0l));
    f(52, w(s0r2));
    f(53, p(s0r2));
    f(54, l(s0r2), l(s0r));
    f(55, w(n0l2));
    f(56, p(n0l2));
    f(57, l(n0l2), l(n0l));
    f(58, s0p, p(s0l), p(s0l2));
    f(59, s0p, p(s0r), p(s0r2));
    f(60, s0p, p(s0h), p(s0h2));
    f(61, n0p, p(n0l), p(n0l2));
    f(62, l(s0), s0p, n0p);
    f(63, l(s0r), s0p, n0p);
    f(64, l(s0l), s0p, n0p);
    f(65, l(n0l), s0p, n0p);
    f(66, l(s0), p(s0h), w(s0r), n0p);
  }

  private void valency(int s0, int n0, int s0w, int s0p, int n0w, int n0p) {
    int gap = s0 < 0 ? 0 : n0 - s0;
    int d = gap < 5 ? gap : gap < 8 ? 5 : gap < 13 ? 6 : 7;
    int vr = s0 < 0 ? 0 : c.rights[s0];
    int vl = s0 < 0 ? 0 : c.lefts[s0];
    int sr = s0 < 0 ? 0 : c.rightLabels[s0];
    int sl = s0 < 0 ? 0 : c.leftLabels[s0];
    int nl = c.lefts[n0];
    f(70, s0w, d);
    f(71, s0p, d);
    f(72, n0w, d);
    f(73, n0p, d);
    f(74, s0w, n0w, d);
    f(75, s0p, n0p, d);
    f(76, s0w, vr);
    f(77, s0p, vr);
    f(78, s0w, vl);
    f(79, s0p, vl);
    f(80, n0w, nl);
    f(81, n0p, nl);
    f(82, s0w, sr);
    f(83, s0p, sr);
    f(84, s0w, sl);
    f(85, s0p, sl);
    f(86, n0w, c.leftLabels[n0]);
    f(87, n0p, c.leftLabels[n0]);
    f(88, s0p, n0p, sr, sl);
    f(89, s0p, n0p, c.leftLabels[n0], sl);
  }

  private void own(int s0, int s1, int n0, int s0p, int n0p, int s0m, int n0m, int s0u, int n0u, int headed) {
    f(100, s0m, n0m);
    f(101, s0m, n0u);
    f(102, s0u, n0m);
    f(103, s0m, n0u, u(n0 + 1));
    f(104, s0u, n0u, u(s1), headed);
    f(105, s0p, n0p, p(s1));
    f(106, p(s1), w(s1), n0u);
    f(107, m(s1), n0m);
    f(108, m(s1), s0u, n0m);
    f(109, u(s1), s0m, n0m);
    int n0l = c.left1[n0];
    int s0r = s0 < 0 ? -1 : c.right1[s0];
    int s0l = s0 < 0 ? -1 : c.left1[s0];
    f(110, s0m, m(n0l), n0u); // verb, preposition and noun
    f(111, s0m, m(n0l), n0m);
    f(112, m(s1), m(n0l), n0u);
    f(113, s0u, m(n0l), n0m);
    f(114, u(s1), s0u, m(n0l), n0u);
    f(115, s0m, m(s0r), n0u);
    f(116, s0m, l(s0r), n0u);
    f(117, s0m, m(s0l), n0u);
    f(118, n0m, l(n0l), s0u);
    f(119, p(n0 - 1), s0p, n0p);
    f(120, w(n0 - 1), s0u, n0u);
    f(121, p(n0 + 3), s0u, n0u);
    f(122, u(n0 + 1), u(n0 + 2), u(n0 + 3), s0u);
    f(123, n0m, m(n0 + 1), s0u);
    f(124, between(s0, n0), s0u, n0u, headed);
    f(125, s0 < 0 ? 0 : words.suffix3[s0], n0p);
    f(126, n0 < words.size ? words.suffix3[n0] : 0, s0p);
    f(127, shape(s0), shape(n0), s0u, n0u);
    f(128, u(headOf(s0)), l(s0), s0m, n0u);
    f(129, u(s1), l(s1), l(s0), n0u);
    f(130, u(c.stack(2)), u(s1), s0u, n0u);
    f(131, n0 == c.size ? c.depth() : -1, s0u, headed);
  }

  private int shape(int i) {
    return i < 0 ? 1 : i < words.size ? words.shape[i] : 2;
  }

  /// What lies between the two words: verbs, commas, conjunctions, brackets.
  private int between(int s0, int n0) {
    if (s0 < 0) {
      return -1;
    }
    int seen = 0;
    int commas = 0;
    for (int i = Math.max(s0 + 1, n0 - 24); i < n0; i++) {
      switch (words.form[i].charAt(0)) {
        case ',' -> commas++;
        case ':', ';' -> seen |= 1;
        case '(', '—', '–' -> seen |= 2;
        case '"', '“', '”' -> seen |= 4;
        default -> {
          if (coarse[i] == verb) {
            seen |= 8;
          } else if (coarse[i] == conjunction) {
            seen |= 16;
          }
        }
      }
    }
    return seen * 3 + Math.min(commas, 2);
  }

  private static final int verb = org.tingbok.text.Upos.VERB.ordinal();
  private static final int conjunction = org.tingbok.text.Upos.CCONJ.ordinal();
}

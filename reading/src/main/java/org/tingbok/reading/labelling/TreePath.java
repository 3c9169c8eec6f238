package org.tingbok.reading.labelling;

import java.util.List;
import org.tingbok.text.Token;

/// How a token hangs together with a predicate in the tree, as one word: child, parent, sibling, and so on, with the
/// relations passed. The same in training and in use.
final class TreePath {
  private static final int FARTHEST = 6; // steps up the tree

  private TreePath() {}

  static String between(List<Token> tokens, int predicate, int token) {
    if (predicate == token) {
      return "self";
    }
    Token i = tokens.get(predicate);
    Token j = tokens.get(token);
    int up = i.head();
    int far = j.head();
    if (far == predicate) {
      return "c:" + j.deprel();
    }
    if (up == token) {
      return "p:" + i.deprel();
    }
    if (far >= 0 && tokens.get(far).head() == predicate) {
      return "cc:" + tokens.get(far).deprel() + ">" + j.deprel();
    }
    if (up >= 0 && tokens.get(up).head() == token) {
      return "pp:" + i.deprel() + "<" + tokens.get(up).deprel();
    }
    if (up >= 0 && up == far) {
      return "s:" + i.deprel() + "|" + j.deprel();
    }
    if (up >= 0 && far >= 0 && tokens.get(far).head() == up) {
      return "sc:" + tokens.get(far).deprel() + ">" + j.deprel();
    }
    if (up >= 0 && tokens.get(up).head() >= 0 && tokens.get(up).head() == far) {
      return "u:" + tokens.get(up).deprel() + "|" + j.deprel();
    }
    if (reaches(tokens, far, predicate)) {
      return "below";
    }
    return reaches(tokens, up, token) ? "above" : "-";
  }

  private static boolean reaches(List<Token> tokens, int from, int goal) {
    int at = from;
    for (int step = 0; at >= 0 && step < FARTHEST; step++) {
      if (at == goal) {
        return true;
      }
      at = tokens.get(at).head();
    }
    return false;
  }
}

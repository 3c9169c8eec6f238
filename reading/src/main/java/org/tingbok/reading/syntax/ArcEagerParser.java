package org.tingbok.reading.syntax;

import java.util.Arrays;
import java.util.List;

/// Parses greedily with arc-eager transitions. Immutable, thread-safe.
final class ArcEagerParser {
  private final Weights weights;
  private final List<String> labels;
  private final int root;

  ArcEagerParser(Weights weights, List<String> labels) {
    this.weights = weights;
    this.labels = List.copyOf(labels);
    this.root = labels.indexOf("root");
  }

  /// Parses one tagged sentence.
  ///
  /// @return heads and labels; exactly one word has the head -1
  Tree parse(Words words, int[] tags, int[] coarse, int[] lemmas) {
    Configuration c = new Configuration(words.size);
    ArcFeatures features = new ArcFeatures(c, words, tags, coarse, lemmas);
    int[] scores = new int[Configuration.ARCS + 2 * labels.size()];
    while (!c.finished()) {
      int count = features.extract();
      Arrays.fill(scores, 0);
      weights.score(features.keys(), count, scores);
      c.apply(best(c, scores, root));
    }
    return Tree.of(c, labels);
  }

  static boolean allowed(Configuration c, int action, int root) {
    if (action == Configuration.SHIFT) {
      return c.canShift();
    }
    if (action == Configuration.REDUCE) {
      return c.canReduce();
    }
    if (Configuration.isLeft(action)) {
      return c.canLeft() && (c.front == c.size) == (Configuration.labelOf(action) == root);
    }
    return c.canRight() && Configuration.labelOf(action) != root;
  }

  static int best(Configuration c, int[] scores, int root) {
    int best = -1;
    for (int action = 0; action < scores.length; action++) {
      if ((best < 0 || scores[action] > scores[best]) && allowed(c, action, root)) {
        best = action;
      }
    }
    return best;
  }
}

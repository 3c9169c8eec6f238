package org.tingbok.reading.syntax;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Trains the parser with the dynamic oracle of Goldberg and Nivre (2013): from the second round on it mostly follows its
/// own decisions, and learns the best that can still be done from there.
final class ParserTraining {
  /// One sentence ready for the parser.
  record Example(Words words, int[] tags, int[] coarse, int[] lemmas, int[] heads, int[] relations) {}

  private ParserTraining() {}

  static TrainingWeights train(List<Example> given, int labels, int root, int rounds, long seed) {
    var weights = new TrainingWeights();
    List<Example> examples = new java.util.ArrayList<>(given);
    var random = new Random(seed);
    int[] scores = new int[Configuration.ARCS + 2 * labels];
    int[] costs = new int[scores.length];
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(examples, random);
      long wrong = 0;
      long all = 0;
      for (Example example : examples) {
        int size = example.words().size;
        int[] heads = Projectivity.lifted(example.heads());
        for (int i = 0; i < size; i++) {
          heads[i] = heads[i] < 0 ? size : heads[i];
        }
        var c = new Configuration(size);
        var features = new ArcFeatures(c, example.words(), example.tags(), example.coarse(), example.lemmas());
        while (!c.finished()) {
          int count = features.extract();
          Arrays.fill(scores, 0);
          weights.score(features.keys(), count, scores);
          int predicted = ArcEagerParser.best(c, scores, root);
          int good = bestOf(c, scores, costs(c, heads, example.relations(), root, costs));
          all++;
          if (costs[predicted] > costs[good]) {
            wrong++;
            weights.update(features.keys(), count, good, predicted);
          }
          weights.tick();
          c.apply(round > 0 && random.nextInt(10) < 9 ? predicted : good);
        }
      }
      System.out.printf("  parser round %d: %.2f %% of %d decisions wrong%n", round + 1, 100.0 * wrong / all, all);
    }
    return weights;
  }

  private static int bestOf(Configuration c, int[] scores, int[] costs) {
    int best = -1;
    for (int a = 0; a < scores.length; a++) {
      if (costs[a] < Integer.MAX_VALUE && (best < 0 || costs[a] < costs[best]
          || costs[a] == costs[best] && scores[a] > scores[best])) {
        best = a;
      }
    }
    return best;
  }

  /// How many arcs of the tree get out of reach by each action; a right arc with a wrong label counts as one lost.
  private static int[] costs(Configuration c, int[] heads, int[] relations, int root, int[] costs) {
    Arrays.fill(costs, Integer.MAX_VALUE);
    int b = c.front;
    int s = c.stack(0);
    int childrenInStack = 0;
    boolean headInStack = false;
    for (int i = 0; i < c.depth(); i++) {
      int k = c.stack(i);
      if (heads[k] == b && c.head[k] == Configuration.NONE) {
        childrenInStack++;
      }
      if (b < c.size && heads[b] == k) {
        headInStack = true;
      }
    }
    int childrenInBuffer = 0; // of the top of the stack, beyond the front
    boolean headBeyond = false;
    if (s >= 0) {
      for (int k = b + 1; k < c.size; k++) {
        if (heads[k] == s) {
          childrenInBuffer++;
        }
      }
      headBeyond = heads[s] > b;
    }
    int frontIsChild = s >= 0 && b < c.size && heads[b] == s ? 1 : 0;
    if (c.canShift()) {
      costs[Configuration.SHIFT] = childrenInStack + (headInStack ? 1 : 0);
    }
    if (c.canReduce()) {
      costs[Configuration.REDUCE] = childrenInBuffer + frontIsChild;
    }
    if (c.canLeft()) {
      boolean right = heads[s] == b;
      int cost = childrenInBuffer + frontIsChild + (headBeyond ? 1 : 0);
      for (int label = 0; label * 2 + Configuration.ARCS < costs.length; label++) {
        int action = Configuration.leftArc(label);
        if (ArcEagerParser.allowed(c, action, root)) {
          costs[action] = cost + (right && label != relations[s] ? 1 : 0);
        }
      }
    }
    if (c.canRight()) {
      boolean right = heads[b] == s;
      int cost = childrenInStack + (!right && (headInStack || heads[b] > b) ? 1 : 0);
      for (int label = 0; label * 2 + Configuration.ARCS < costs.length; label++) {
        int action = Configuration.rightArc(label);
        if (ArcEagerParser.allowed(c, action, root)) {
          costs[action] = cost + (right && label != relations[b] ? 1 : 0);
        }
      }
    }
    return costs;
  }
}

package org.tingbok.reading.syntax;

import java.util.Arrays;

/// Tags a sentence from left to right, each word with the tag that scores best. Immutable, thread-safe.
final class Tagger {
  private final Weights weights;
  private final Tagset tagset;

  Tagger(Weights weights, Tagset tagset) {
    this.weights = weights;
    this.tagset = tagset;
  }

  /// Tags the words.
  ///
  /// @return an index into the tag set for each word
  int[] tag(Words words) {
    int[] tags = new int[words.size];
    int[] features = new int[TagFeatures.MOST];
    int[] scores = new int[tagset.size()];
    for (int i = 0; i < words.size; i++) {
      int count = TagFeatures.extract(words, i, tags, features);
      Arrays.fill(scores, 0);
      weights.score(features, count, scores);
      tags[i] = best(scores);
    }
    return tags;
  }

  static int best(int[] scores) {
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      if (scores[c] > scores[best]) {
        best = c;
      }
    }
    return best;
  }
}

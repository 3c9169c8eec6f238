package org.tingbok.reading.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Trains the tagger: an averaged perceptron over the words in order, its own decisions as history.
final class TaggerTraining {
  private TaggerTraining() {}

  static TrainingWeights train(List<GoldSentence> sentences, KeyTable lexicon, Tagset tagset, int rounds, long seed) {
    var weights = new TrainingWeights();
    List<Words> words = new ArrayList<>();
    List<int[]> gold = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (GoldSentence sentence : sentences) {
      words.add(Words.of(sentence.forms(), lexicon));
      gold.add(sentence.tags().stream().mapToInt(tagset::indexOf).toArray());
      order.add(order.size());
    }
    var random = new Random(seed);
    int[] features = new int[TagFeatures.MOST];
    int[] scores = new int[tagset.size()];
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (int s : order) {
        Words w = words.get(s);
        int[] want = gold.get(s);
        int[] tags = new int[w.size];
        for (int i = 0; i < w.size; i++) {
          int count = TagFeatures.extract(w, i, tags, features);
          Arrays.fill(scores, 0);
          weights.score(features, count, scores);
          tags[i] = Tagger.best(scores);
          if (tags[i] != want[i]) {
            weights.update(features, count, want[i], tags[i]);
          }
          weights.tick();
        }
      }
    }
    return weights;
  }
}

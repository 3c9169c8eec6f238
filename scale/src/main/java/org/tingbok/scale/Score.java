package org.tingbok.scale;

import java.util.HashMap;
import java.util.Map;

/// How well things were put into groups: B-cubed (Bagga and Baldwin, 1998) and pairwise precision and recall.
///
/// @param items how many things were looked at
/// @param precision B-cubed precision, 0 to 1
/// @param recall B-cubed recall, 0 to 1
/// @param pairPrecision of pairs put together, the share that belongs together; 1 if none was
/// @param pairRecall of pairs that belong together, the share that was put together; 1 if there is none
record Score(long items, double precision, double recall, double pairPrecision, double pairRecall) {
  /// The harmonic mean of B-cubed precision and recall.
  double f1() {
    return mean(precision, recall);
  }

  /// The harmonic mean of pairwise precision and recall.
  double pairF1() {
    return mean(pairPrecision, pairRecall);
  }

  private static double mean(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }

  /// Scores groups.
  ///
  /// @param found the group that each thing was put into
  /// @param truth the group that it belongs to; things that are not found are not looked at
  static Score of(Map<String, String> found, Map<String, String> truth) {
    Map<String, Long> groups = new HashMap<>();
    Map<String, Long> truths = new HashMap<>();
    Map<String, Long> both = new HashMap<>();
    found.forEach((item, group) -> {
      String right = truth.getOrDefault(item, item);
      groups.merge(group, 1L, Long::sum);
      truths.merge(right, 1L, Long::sum);
      both.merge(group + "\t" + right, 1L, Long::sum);
    });
    double precision = 0;
    double recall = 0;
    long together = 0;
    for (Map.Entry<String, Long> cell : both.entrySet()) {
      String[] names = cell.getKey().split("\t", 2);
      double square = (double) cell.getValue() * cell.getValue();
      precision += square / groups.getOrDefault(names[0], 1L);
      recall += square / truths.getOrDefault(names[1], 1L);
      together += pairs(cell.getValue());
    }
    long items = found.size();
    long put = groups.values().stream().mapToLong(Score::pairs).sum();
    long belong = truths.values().stream().mapToLong(Score::pairs).sum();
    return new Score(items, items == 0 ? 1 : precision / items, items == 0 ? 1 : recall / items,
        put == 0 ? 1 : (double) together / put, belong == 0 ? 1 : (double) together / belong);
  }

  private static long pairs(long size) {
    return size * (size - 1) / 2;
  }
}

package org.tingbok.reading.syntax;

/// A linear model: for every feature, a weight for some of the classes.
interface Weights {
  /// Adds what the features weigh to the scores of the classes.
  ///
  /// @param features keys of the features that hold
  /// @param count how many of them are filled in
  /// @param scores one score for each class, added to in place
  void score(int[] features, int count, int[] scores);
}

package org.tingbok.app.desk;

import java.util.List;

/// Names that somebody says are one and somebody else keeps apart.
///
/// @param pairs how many pairs of names anybody joins, each once
/// @param contradicted how many of them somebody keeps apart
/// @param contradictions those, by name
public record ContradictionsPage(int pairs, int contradicted, List<Pair> contradictions) {
  /// Two names.
  ///
  /// @param first one name
  /// @param second the other
  /// @param joined who joins them, with the words
  /// @param apart who keeps them apart, with the words
  public record Pair(String first, String second, List<Side> joined, List<Side> apart) {
  }

  /// Somebody's word on two names.
  ///
  /// @param claimant who
  /// @param texts the words
  public record Side(String claimant, List<NamesPage.Link> texts) {
  }
}

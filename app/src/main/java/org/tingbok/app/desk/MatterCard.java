package org.tingbok.app.desk;

import java.util.List;
import java.util.Optional;

/// What several reports claim alike, and whose word it rests on.
///
/// @param what what is claimed, in a few words
/// @param origins independent origins that stand
/// @param reports documents that report it, copies included, and such as retract it
/// @param retracted how many of these retract it
/// @param words how many origins of how many reports: `origins: 1 (of 11 reports)`
/// @param circular whether reports name each other as the source, and nobody else does
/// @param credibility the figure that the published table of rules gives
/// @param from whose word it rests on
public record MatterCard(String what, int origins, int reports, int retracted, String words, boolean circular,
    CredibilityCard credibility, List<OriginCard> from) {
  /// A figure of the Admiralty code with what it rests on.
  ///
  /// @param grade 1 to 6
  /// @param words what the figure means
  /// @param because the rule
  /// @param contradicting independent origins against it
  /// @param denied whether the accused denies
  public record CredibilityCard(String grade, String words, String because, int contradicting, boolean denied) {
  }

  /// One party's word.
  ///
  /// @param names who says it
  /// @param lineage `stated`, `own`, `repeated`, `unnamed` or `circular`
  /// @param said when it was first said
  /// @param withdrawn since when it is taken back
  /// @param independent whether it counts
  /// @param reliability how far the analyst's organisation relies on it, A to F; empty if it was not graded
  /// @param traces the way of each report
  public record OriginCard(List<String> names, String lineage, DateCard said, Optional<DateCard> withdrawn,
      boolean independent, Optional<String> reliability, List<TraceCard> traces) {
  }

  /// The way of one report.
  ///
  /// @param claim id of the claim
  /// @param lineage how far it can be followed
  /// @param steps the publication first, the origin last
  public record TraceCard(String claim, String lineage, List<StepCard> steps) {
  }

  /// One step.
  ///
  /// @param part `published`, `copied`, `told`, `spoke`, `said` or `cited`
  /// @param who their name
  /// @param when the day
  /// @param why what shows it; possibly empty
  /// @param document id of the document that shows it
  public record StepCard(String part, String who, DateCard when, String why, String document) {
  }
}

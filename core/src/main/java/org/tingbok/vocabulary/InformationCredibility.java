package org.tingbok.vocabulary;

/// How credible a piece of information is, in the figures of the Admiralty code (STANAG 2022, AJP-2.1). A judgement about
/// the information, whoever it comes from. 6 is the last figure, not the lowest grade.
public enum InformationCredibility implements Coded {
  /// Confirmed by other sources.
  CONFIRMED("1", "confirmed by other sources"),
  /// Probably true.
  PROBABLE("2", "probably true"),
  /// Possibly true.
  POSSIBLE("3", "possibly true"),
  /// Doubtful.
  DOUBTFUL("4", "doubtful"),
  /// Improbable.
  IMPROBABLE("5", "improbable"),
  /// Truth cannot be judged.
  UNKNOWN("6", "truth cannot be judged");

  private final String code;
  private final String words;

  InformationCredibility(String code, String words) {
    this.code = code;
    this.words = words;
  }

  @Override
  public String code() {
    return code;
  }

  /// What the figure means.
  ///
  /// @return a few words
  public String words() {
    return words;
  }
}

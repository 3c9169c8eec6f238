package org.tingbok.vocabulary;

/// What an analyst finds of a claim that was read: of the reading, never of whether the claimant is right.
public enum RulingVerdict implements Coded {
  /// It was read as the text says.
  CONFIRMED("confirmed"),
  /// The text says something else, which the analyst gives.
  CORRECTED("corrected"),
  /// The text says nothing of the kind.
  REJECTED("rejected"),
  /// An earlier ruling on it no longer holds.
  UNDONE("undone");

  private final String code;

  RulingVerdict(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

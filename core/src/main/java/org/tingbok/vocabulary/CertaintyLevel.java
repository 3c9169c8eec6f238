package org.tingbok.vocabulary;

/// How sure a claimant sounds, from the claimant's own words; says nothing about how far the claimant can be trusted.
public enum CertaintyLevel implements Coded {
  /// No hedge.
  ASSERTED("asserted"),
  /// High confidence, almost certainly, highly likely, confident.
  HIGH("high"),
  /// Likely, probably, believes, moderate confidence, seems.
  MODERATE("moderate"),
  /// May, possibly, suspected, low confidence.
  LOW("low");

  private final String code;

  CertaintyLevel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

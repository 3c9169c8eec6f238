package org.tingbok.query;

import org.tingbok.vocabulary.Coded;

/// In which order claims are given. Claims that are alike in it follow each other as they were recorded; those without a
/// date come last.
public enum ClaimOrder implements Coded {
  /// What was said last, first.
  NEWEST("newest"),
  /// What was said first, first.
  OLDEST("oldest"),
  /// As recorded, the latest first.
  RECORDED("recorded"),
  /// What fits the words asked for best, first ([TextMatch]); without words, as [#NEWEST].
  BEST("best");

  private final String code;

  ClaimOrder(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

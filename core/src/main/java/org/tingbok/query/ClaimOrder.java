package org.tingbok.query;

import org.tingbok.vocabulary.Coded;

/// In which order claims are given. What counts as the day of a claim is the last day on which it can have been said
/// (`SaidTime.by`), the same that as-of goes by. Claims that are alike in it follow each other as they
/// were recorded; those without a day come last.
public enum ClaimOrder implements Coded {
  /// What was said last, first.
  NEWEST("newest"),
  /// What was said first, first.
  OLDEST("oldest"),
  /// As recorded, the latest first.
  RECORDED("recorded"),
  /// What fits the words asked for best, first ([TextMatch]), of the many that were said last; the others follow, and
  /// without words all, as for [#NEWEST].
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

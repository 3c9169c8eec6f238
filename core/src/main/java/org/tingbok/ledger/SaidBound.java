package org.tingbok.ledger;

import org.tingbok.vocabulary.Coded;

/// Where the said time of a claim in a snapshot comes from.
public enum SaidBound implements Coded {
  /// The text tells when it was said.
  STATED("stated"),
  /// The text does not tell; it was said on or before the day the document was published.
  DOCUMENT("document"),
  /// Neither the text nor the document tells: it cannot be placed before or after any day.
  UNKNOWN("unknown");

  private final String code;

  SaidBound(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.tingbok.vocabulary;

/// Whether a claim says that something happened or that it did not.
public enum Polarity implements Coded {
  /// It happened.
  AFFIRMED("affirmed"),
  /// It did not happen, or no sign of it was found.
  NEGATED("negated");

  private final String code;

  Polarity(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

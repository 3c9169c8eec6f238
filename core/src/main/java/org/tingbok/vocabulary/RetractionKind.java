package org.tingbok.vocabulary;

/// How a source goes back on what it published.
public enum RetractionKind implements Coded {
  /// It no longer stands by it.
  WITHDRAWN("withdrawn"),
  /// It says something else in its place.
  CORRECTED("corrected"),
  /// It did not: the retraction on record was a mistake of ours, and no longer counts, for whatever day is asked.
  UNDONE("undone");

  private final String code;

  RetractionKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

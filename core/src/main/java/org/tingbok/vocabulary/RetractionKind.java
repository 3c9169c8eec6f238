package org.tingbok.vocabulary;

/// How a source goes back on what it published.
public enum RetractionKind implements Coded {
  /// It no longer stands by it.
  WITHDRAWN("withdrawn"),
  /// It says something else in its place.
  CORRECTED("corrected");

  private final String code;

  RetractionKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.tingbok.analysis;

import org.tingbok.vocabulary.Coded;

/// Where something said of names stands.
public enum NameSource implements Coded {
  /// In a document that was read.
  DOCUMENT("document"),
  /// In a published list.
  LIST("list"),
  /// In an analyst's decision.
  ANALYST("analyst");

  private final String code;

  NameSource(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

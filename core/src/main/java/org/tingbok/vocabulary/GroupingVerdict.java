package org.tingbok.vocabulary;

/// What an analyst finds of accounts of operations: whether they tell of one.
public enum GroupingVerdict implements Coded {
  /// They tell of one operation.
  JOINED("joined"),
  /// No two of them tell of one operation.
  APART("apart"),
  /// An earlier finding about them no longer holds.
  UNDONE("undone");

  private final String code;

  GroupingVerdict(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

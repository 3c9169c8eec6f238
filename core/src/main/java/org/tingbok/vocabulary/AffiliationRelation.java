package org.tingbok.vocabulary;

/// How a group or person is said to stand to a state or organisation.
public enum AffiliationRelation implements Coded {
  /// Acts for, at the order of, or as an instrument of.
  ON_BEHALF_OF("on-behalf-of"),
  /// Belongs to, is a unit or member of, is employed by.
  PART_OF("part-of"),
  /// Is sponsored, backed, or provided for by.
  SUPPORTED_BY("supported-by"),
  /// Is linked, tied, affiliated or aligned with.
  LINKED_TO("linked-to");

  private final String code;

  AffiliationRelation(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

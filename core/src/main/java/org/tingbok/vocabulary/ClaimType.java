package org.tingbok.vocabulary;

/// The eight kinds of claim.
public enum ClaimType implements Coded {
  /// Somebody is held responsible for an operation.
  ATTRIBUTION("attribution"),
  /// An operation is said not to be attributed, or a name is withheld or taken back.
  NON_ATTRIBUTION("non-attribution"),
  /// Responsibility or the accusation is rejected.
  DENIAL("denial"),
  /// Two names are said to denote the same, an overlapping, a former or a containing group, or different ones.
  ALIAS("alias"),
  /// A group or person is said to act for, belong to, or be linked to somebody.
  AFFILIATION("affiliation"),
  /// A state or body reacts.
  RESPONSE("response"),
  /// What was reached, taken, stopped or spared.
  IMPACT("impact"),
  /// How it was done.
  METHOD("method");

  private final String code;

  ClaimType(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

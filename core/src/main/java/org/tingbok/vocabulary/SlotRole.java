package org.tingbok.vocabulary;

/// What a party is in a claim.
public enum SlotRole implements Coded {
  /// Who says it.
  CLAIMANT("claimant"),
  /// Who is held responsible, or explicitly not.
  ACCUSED("accused"),
  /// Who was hit by the operation that the claim is about.
  VICTIM("victim"),
  /// Whom a response is aimed at.
  TARGET("target"),
  /// Either name of an alias.
  NAMED("named"),
  /// The group or person of an affiliation.
  ACTOR("actor"),
  /// The state or organisation of an affiliation.
  SPONSOR("sponsor");

  private final String code;

  SlotRole(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

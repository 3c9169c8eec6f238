package org.tingbok.analysis;

import org.tingbok.vocabulary.Coded;

/// How claims conflict.
public enum DisputeKind implements Coded {
  /// Parties are accused of one incident that cannot all be meant: two actors that the view does not join, two states.
  RIVAL_ACCUSED("rival-accused"),
  /// The accused, or somebody for it, denies.
  DENIED("denied"),
  /// One party accuses, another says of the same name that it is not, or not yet, to be held responsible.
  NOT_CONFIRMED("not-confirmed"),
  /// One party accuses, another names nobody still, or again, after that.
  WITHHELD("withheld"),
  /// A claimant accuses another party than it did before.
  CHANGED_MIND("changed-mind"),
  /// A claimant takes back what it said.
  WITHDRAWN("withdrawn"),
  /// The incident is said to have happened on days that exclude each other.
  DATE("date"),
  /// Somebody is said to have been hit, and not to have been.
  VICTIM("victim"),
  /// Names are said to be the same and to be distinct.
  ALIAS("alias");

  private final String code;

  DisputeKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

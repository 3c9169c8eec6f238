package org.tingbok.app.access;

import org.tingbok.vocabulary.Coded;

/// What somebody may do; the scopes of a token are the same words.
public enum Right implements Coded {
  /// See what is on record, as far as the ceiling of the role goes.
  READ("read"),
  /// Hand in reports, rulings, decisions, watches: whatever changes the ledger or what is kept beside it.
  RECORD("record"),
  /// See and change who may do what.
  ADMINISTER("administer");

  private final String code;

  Right(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.tingbok.vocabulary;

/// What an analyst decides about two names.
public enum Verdict implements Coded {
  /// Both denote one actor.
  SAME("same"),
  /// They denote two actors.
  DISTINCT("distinct"),
  /// It stays open: nothing is to join them, and nobody is contradicted by it.
  UNSURE("unsure"),
  /// An earlier decision about them no longer holds.
  UNDONE("undone");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

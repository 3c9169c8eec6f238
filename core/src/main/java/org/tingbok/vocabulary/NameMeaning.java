package org.tingbok.vocabulary;

/// What an analyst decides that a name means where a text has it.
public enum NameMeaning implements Coded {
  /// A threat actor.
  ACTOR("actor"),
  /// Anything but a threat actor: the name is rejected.
  OTHER("other"),
  /// Whatever reading makes of it: takes an earlier decision on the name and its surroundings back.
  OPEN("open");

  private final String code;

  NameMeaning(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}

package org.tingbok.vocabulary;

/// How far a source can be relied on, in the letters of the Admiralty code (STANAG 2022, AJP-2.1). A judgement about the
/// source, whatever it says this time. F is the last letter, not the lowest grade.
public enum SourceReliability implements Coded {
  /// Completely reliable.
  A("completely reliable"),
  /// Usually reliable.
  B("usually reliable"),
  /// Fairly reliable.
  C("fairly reliable"),
  /// Not usually reliable.
  D("not usually reliable"),
  /// Unreliable.
  E("unreliable"),
  /// Reliability cannot be judged.
  F("reliability cannot be judged");

  private final String words;

  SourceReliability(String words) {
    this.words = words;
  }

  @Override
  public String code() {
    return name();
  }

  /// What the letter means.
  ///
  /// @return a few words
  public String words() {
    return words;
  }
}

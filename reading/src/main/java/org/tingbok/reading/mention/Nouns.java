package org.tingbok.reading.mention;

import org.tingbok.reading.knowledge.WordList;

/// Common nouns by what they can stand for, as used of parties in reports on cyber operations.
///
/// From `word-lists.tsv`; lemmas, lower case. Own lists, from the vocabulary of the field (STIX threat-actor types, EuRepoC categories).
public final class Nouns {
  /// Programs, and what they run on: nobody, even where a sentence begins with such a word.
  public static final WordList PROGRAM = WordList.of("program");
  /// Groups that operate.
  public static final WordList GROUP = WordList.of("group");
  /// Those of them that stand for one group, and so for the last one named.
  public static final WordList ONE_GROUP = WordList.of("one-group");
  /// Companies and outlets.
  public static final WordList COMPANY = WordList.of("company");
  /// News outlets.
  public static final WordList OUTLET = WordList.of("outlet");
  /// Bodies of a state or of several.
  public static final WordList BODY = WordList.of("body");
  /// People who speak for, work for or belong to somebody.
  public static final WordList PEOPLE = WordList.of("people");
  /// Those of them whom firms and bodies employ to find out.
  public static final WordList STAFF = WordList.of("staff");
  /// Those of them who never speak for themselves.
  public static final WordList SPOKESPEOPLE = WordList.of("spokespeople");
  /// What stands before a person's name and tells no office.
  public static final WordList HONORIFIC = WordList.of("honorific");
  /// What an operation is called.
  public static final WordList OPERATION = WordList.of("operation");

  private Nouns() {
  }
}

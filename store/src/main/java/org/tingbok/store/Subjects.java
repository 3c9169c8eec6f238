package org.tingbok.store;

/// What an entry is about, as a column can hold it: no NUL, which PostgreSQL takes in no text, and no half of a surrogate
/// pair, which UTF-8 cannot hold. Names may have either.
final class Subjects {
  private Subjects() {
  }

  /// The text as it stands, or with such characters escaped as in JSON. Two texts may come out as one; whoever looks for
  /// one compares what the entry holds.
  static String of(String subject) {
    String whole = EntryWriter.withoutHalves(subject);
    return whole.indexOf('\0') < 0 ? whole : whole.replace("\0", "\\u0000");
  }
}

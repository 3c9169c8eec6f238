package org.tingbok.analysis;

import org.tingbok.vocabulary.Coded;

/// How far a claim can be followed back to whoever said it first. Only the first two count as origins.
public enum Lineage implements Coded {
  /// A named party says it, and nothing on record shows that it only passes it on.
  STATED("stated"),
  /// A publication says it itself, and is the first to, or tells how sure it is.
  OWN("own"),
  /// A publication says it itself after others had said it, and does not tell whom it rests on.
  REPEATED("repeated"),
  /// Whoever says it is not named, or nothing tells who published it.
  UNNAMED("unnamed"),
  /// Publications name each other as the source, and nobody else.
  CIRCULAR("circular");

  private final String code;

  Lineage(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// Whether it leads to somebody who can be asked.
  ///
  /// @return true for the first two
  public boolean traceable() {
    return this == STATED || this == OWN;
  }
}

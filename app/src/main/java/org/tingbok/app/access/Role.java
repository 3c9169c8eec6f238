package org.tingbok.app.access;

import java.util.Set;
import org.tingbok.vocabulary.Coded;

/// What an account is for. Each may what the one before may, and more.
public enum Role implements Coded {
  /// Sees what is on record.
  READER("reader"),
  /// Records besides.
  ANALYST("analyst"),
  /// Says besides who may do what.
  ADMINISTRATOR("administrator");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /// What it may.
  ///
  /// @return one or more
  public Set<Right> rights() {
    return switch (this) {
      case READER -> Set.of(Right.READ);
      case ANALYST -> Set.of(Right.READ, Right.RECORD);
      case ADMINISTRATOR -> Set.of(Right.READ, Right.RECORD, Right.ADMINISTER);
    };
  }
}

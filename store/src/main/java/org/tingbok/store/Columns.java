package org.tingbok.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// What columns hold that are never empty in a sound ledger. In a damaged file one bit can make any of them read as NULL,
/// past the engine's own checks, so that everything which reads one goes through here.
final class Columns {
  private Columns() {
  }

  /// A column that the schema says is never NULL reads as NULL: the file is damaged.
  static final class EmptyColumnException extends SQLException {
    private static final long serialVersionUID = 1L;

    EmptyColumnException(int column) {
      super("column " + column + " of a row, which is never empty, is empty");
    }
  }

  /// The text of a column.
  ///
  /// @throws EmptyColumnException if there is none
  static String text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElseThrow(() -> new EmptyColumnException(column));
  }

  /// The bytes of a column.
  ///
  /// @throws EmptyColumnException if there are none
  static byte[] bytes(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getBytes(column)).orElseThrow(() -> new EmptyColumnException(column));
  }
}

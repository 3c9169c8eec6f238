package org.tingbok.exchange.tables;

import java.util.List;

/// A table. Its rows are made while they are written.
///
/// @param name what its file is called, without an ending
/// @param columns in order
/// @param rows each with a cell for each column; the same ledger gives the same rows in the same order
public record Table(String name, List<Column> columns, Iterable<List<Cell>> rows) {
  /// Copies the columns.
  public Table {
    columns = List.copyOf(columns);
  }

  /// What kind of values a column holds.
  public enum Type {
    /// [Cell.Text].
    TEXT,
    /// [Cell.Whole].
    WHOLE,
    /// [Cell.Flag].
    FLAG,
    /// [Cell.Day].
    DAY,
    /// [Cell.Moment].
    MOMENT
  }

  /// A column.
  ///
  /// @param name small letters and underscores
  /// @param type what it holds, where it holds anything
  public record Column(String name, Type type) {
  }
}

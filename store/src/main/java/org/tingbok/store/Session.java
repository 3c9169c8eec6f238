package org.tingbok.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A connection with the statements that were prepared on it. For one thread at a time.
final class Session implements AutoCloseable {
  /// More than the engine has of its own; questions of unusual form push each other out.
  private static final int KEPT = 300;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(64, 0.75f, true);

  Session(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /// Makes something of a row.
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Looks at a row and says whether to go on.
  @FunctionalInterface
  interface Look {
    boolean more(ResultSet row) throws SQLException;
  }

  /// A statement, prepared once. The same SQL may not be run again while its rows are being read.
  PreparedStatement statement(String sql) throws SQLException {
    Optional<PreparedStatement> known = Optional.ofNullable(prepared.get(sql));
    if (known.isPresent()) {
      return known.get();
    }
    if (prepared.size() >= KEPT) {
      Map.Entry<String, PreparedStatement> eldest = prepared.entrySet().iterator().next();
      prepared.remove(eldest.getKey());
      eldest.getValue().close();
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    prepared.put(sql, statement);
    return statement;
  }

  /// Looks at the rows of a question until enough were seen.
  void each(String sql, Look look, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statement(sql);
    bind(statement, values);
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        if (!look.more(row)) {
          return;
        }
      }
    }
  }

  <T> List<T> list(String sql, Row<T> reader, @Nullable Object... values) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(sql, row -> rows.add(reader.read(row)), values);
    return rows;
  }

  <T> Optional<T> first(String sql, Row<T> reader, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statement(sql);
    bind(statement, values);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
    }
  }

  /// The one number that a question gives.
  long number(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, row -> row.getLong(1), values).orElse(0L);
  }

  boolean any(String sql, @Nullable Object... values) throws SQLException {
    return first(sql, _ -> true, values).isPresent();
  }

  int run(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statement(sql);
    bind(statement, values);
    return statement.executeUpdate();
  }

  static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setNull(i + 1, Types.NULL);
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setLong(i + 1, number);
        case String text -> statement.setString(i + 1, text);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        default -> throw new IllegalArgumentException("no column takes a " + values[i]);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : prepared.values()) {
      statement.close();
    }
    prepared.clear();
  }
}

package org.tingbok.app.access;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.beside.Beside;
import org.tingbok.vocabulary.UnavailableException;

/// The file that accounts, tokens, sessions and what happened about them lie in: SQLite, beside the ledger, for its owner only.
/// Several processes may have it open. Safe for use by several threads: one at a time.
final class AccessFile implements AutoCloseable {
  private static final int VERSION = 1;
  private static final int PATIENCE = 10_000;
  private static final List<String> TABLES = List.of(
      "CREATE TABLE account (key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, disabled INTEGER NOT NULL,"
          + " password TEXT NOT NULL, subject TEXT UNIQUE, made INTEGER NOT NULL, generation INTEGER NOT NULL)",
      "CREATE TABLE token (id TEXT PRIMARY KEY, digest TEXT NOT NULL UNIQUE, account TEXT NOT NULL, label TEXT NOT NULL,"
          + " scopes TEXT NOT NULL, made INTEGER NOT NULL, expires INTEGER NOT NULL, revoked INTEGER, used INTEGER)",
      "CREATE TABLE session (digest TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, generation INTEGER NOT NULL,"
          + " csrf TEXT NOT NULL, made INTEGER NOT NULL, seen INTEGER NOT NULL, address TEXT NOT NULL, agent TEXT NOT NULL)",
      "CREATE TABLE event (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL, account TEXT NOT NULL,"
          + " by TEXT NOT NULL, address TEXT NOT NULL, detail TEXT NOT NULL)",
      "CREATE TABLE ceiling (role TEXT PRIMARY KEY, tlp TEXT NOT NULL)");

  private final Path file;
  private final Connection connection;
  private final Clock clock;

  private AccessFile(Path file, Connection connection, Clock clock) {
    this.file = file;
    this.connection = connection;
    this.clock = clock;
  }

  /// Opens the file beside a ledger, and makes it where there is none.
  static AccessFile open(Beside beside, Clock clock) {
    Path file = beside.folder().resolve("access.db");
    try {
      file = beside.place("access.db");
      AccessFile opened = new AccessFile(file, DriverManager.getConnection("jdbc:sqlite:" + file), clock);
      boolean usable = false;
      try {
        opened.prepare();
        usable = true;
        return opened;
      } finally {
        if (!usable) {
          opened.connection.close();
        }
      }
    } catch (IOException | SQLException e) {
      throw unusable(file, e);
    }
  }

  private void prepare() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = " + PATIENCE);
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("BEGIN IMMEDIATE");
      int version;
      try (ResultSet found = statement.executeQuery("PRAGMA user_version")) {
        version = found.getInt(1);
      }
      if (version == 0) {
        for (String table : TABLES) {
          statement.execute(table);
        }
        statement.execute("PRAGMA user_version = " + VERSION);
      }
      statement.execute("COMMIT");
      if (version > VERSION) {
        throw new UnavailableException("ACCESS_UNUSABLE", file + " was written by a newer Tingbok; use that one");
      }
    }
  }

  private static UnavailableException unusable(Path file, Exception e) {
    return new UnavailableException("ACCESS_UNUSABLE", file + " with the accounts cannot be used ("
        + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "); mend it, or take it from a backup", e);
  }

  /// Makes an object of a row.
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /// Something done whole or not at all.
  interface Work<T> {
    T done();
  }

  Instant now() {
    return clock.instant();
  }

  synchronized <T> List<T> rows(String sql, Row<T> row, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<T> all = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          all.add(row.of(found));
        }
      }
      return all;
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  <T> Optional<T> row(String sql, Row<T> row, Object... values) {
    return rows(sql, row, values).stream().findFirst();
  }

  /// Changes rows.
  ///
  /// @return how many
  synchronized int change(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i] instanceof Instant moment ? (Object) moment.toEpochMilli() : values[i];
      statement.setObject(i + 1, value instanceof Optional<?> perhaps ? perhaps.orElse(null) : value);
    }
  }

  /// Does several things whole or not at all, while no other process changes the file.
  synchronized <T> T whole(Work<T> work) {
    change("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      T result = work.done();
      change("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        change("ROLLBACK");
      }
    }
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  static Optional<Instant> perhaps(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unusable(file, e);
    }
  }
}

package org.tingbok.store;

import java.nio.file.Path;
import java.time.Duration;

/// Where a ledger is kept.
sealed interface Place {
  /// How long to wait for others.
  Duration PATIENCE = Duration.ofSeconds(5);

  /// What messages call it.
  String name();

  /// Opens it to read; never makes one.
  Dialect reading();

  /// Opens it to append; makes it where there is none.
  Dialect appending();

  /// The place that an address tells.
  static Place of(String address, String name) {
    return PostgresAddress.looksLike(address) ? new InPostgres(PostgresAddress.parse(address, System.getenv()))
        : new InFile(Path.of(address), name);
  }

  /// A SQLite file.
  record InFile(Path path, String name) implements Place {
    @Override
    public Dialect reading() {
      return new SqliteDialect(new LedgerFile(path, false, PATIENCE));
    }

    @Override
    public Dialect appending() {
      return new SqliteDialect(new LedgerFile(path, true, PATIENCE));
    }

    /// Writes a copy of it as it is at one moment.
    void copy(Path to) {
      try (SqliteDialect dialect = new SqliteDialect(new LedgerFile(path, false, PATIENCE))) {
        dialect.copy(to);
      }
    }
  }

  /// A schema of a PostgreSQL database.
  record InPostgres(PostgresAddress address) implements Place {
    @Override
    public String name() {
      return address.place();
    }

    @Override
    public Dialect reading() {
      return new PostgresDialect(address, false);
    }

    @Override
    public Dialect appending() {
      return new PostgresDialect(address, true);
    }
  }
}

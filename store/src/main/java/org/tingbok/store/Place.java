package org.tingbok.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.tingbok.vocabulary.BadInputException;

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
    return address.startsWith("postgresql:") ? new InPostgres(address, name) : new InFile(Path.of(address), name);
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

    /// Writes a copy of it as it is at one moment. Nothing of what was erased is in it, not even in unused pages.
    void copy(Path to) {
      LedgerFile file = new LedgerFile(path, false, PATIENCE);
      try (Connection connection = file.settled(); PreparedStatement copy =
          connection.prepareStatement("VACUUM INTO ?")) {
        copy.setString(1, to.toString());
        copy.execute();
      } catch (SQLException e) {
        throw StoreErrors.copying(to, e);
      }
    }
  }
}

package org.tingbok.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;
import org.tingbok.vocabulary.BadInputException;

/// The tables of a ledger and how they came to be: numbered scripts, each applied once, the number kept in the file.
///
/// Every script runs together with its number in one transaction that also checks the number, so two programs that make
/// or upgrade one ledger at the same moment do not meet, and one that is killed leaves what was there before.
final class SqliteSchema {
  /// "ting" in ASCII, which marks a SQLite file as ours.
  static final int APPLICATION_ID = 0x74696e67;

  /// Before it entries stood in other tables.
  private static final int ENTRIES = 3;

  private SqliteSchema() {
  }

  /// Refuses a file that is no ledger, or one of a schema to come.
  static void check(Connection connection, Path path) throws SQLException {
    int version = settledVersion(connection, path);
    if (version < Scripts.LATEST) {
      throw new BadInputException("LEDGER_NOT_A_LEDGER", version == 0 ? path + " is empty and no ledger yet"
          : path + " is of an older version; append to it once to bring it up to date");
    }
  }

  /// Makes or upgrades the tables where needed.
  static void bringUpToDate(Connection connection, Path path, Dialect dialect) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (settledVersion(connection, path) < Scripts.LATEST) {
        statement.execute("BEGIN IMMEDIATE");
        try {
          int version = version(connection, path);
          if (version < Scripts.LATEST) {
            upgrade(connection, statement, dialect, version);
            statement.executeUpdate("PRAGMA user_version = " + Scripts.LATEST);
          }
          statement.executeUpdate("PRAGMA application_id = " + APPLICATION_ID);
          statement.execute("COMMIT");
        } catch (SQLException | RuntimeException e) {
          rollBack(statement, e);
          throw e;
        }
      }
      useWriteAheadLog(statement);
    }
  }

  private static void upgrade(Connection connection, Statement statement, Dialect dialect, int version)
      throws SQLException {
    if (version == 0) {
      Scripts.apply(statement, "sqlite");
      return;
    }
    try (Session session = new Session(connection)) {
      if (version < ENTRIES) {
        OldEntries.setAside(statement, version);
        Scripts.apply(statement, "sqlite");
        OldEntries.moveIn(session, dialect, version);
      } else if (version == ENTRIES) {
        Scripts.fromThree(statement, "sqlite");
        Rebuild.all(session, dialect);
      } else {
        Scripts.fromFour(statement);
      }
    }
  }

  /// Lets readers go on while somebody appends. The file remembers it, so this matters only the first time.
  private static void useWriteAheadLog(Statement statement) throws SQLException {
    try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode = WAL")) {
      mode.next();
    } catch (SQLException e) {
      // Somebody else is just making the ledger and will do it.
      if (StoreErrors.primary(e) != SQLiteErrorCode.SQLITE_BUSY) {
        throw e;
      }
    }
  }

  static void rollBack(Statement statement, Throwable reason) {
    try {
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself after some errors, such as a full disk.
      reason.addSuppressed(e);
    }
  }

  /// The same as [#version], in a transaction of its own, so that it is not read half before and half after somebody
  /// else made the ledger.
  private static int settledVersion(Connection connection, Path path) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN");
      try {
        return version(connection, path);
      } finally {
        statement.execute("ROLLBACK");
      }
    }
  }

  /// The number of the last script applied, 0 for an empty file. To be called within a transaction.
  private static int version(Connection connection, Path path) throws SQLException {
    int application = number(connection, "PRAGMA application_id");
    int version = number(connection, "PRAGMA user_version");
    if (application == 0 && version == 0 && number(connection, "SELECT count(*) FROM sqlite_schema") == 0) {
      return 0;
    }
    if (application != APPLICATION_ID) {
      throw new BadInputException("LEDGER_NOT_A_LEDGER", path + " is a database of something else, not a ledger");
    }
    if (version > Scripts.LATEST) {
      throw new BadInputException("LEDGER_NEWER", path + " was written by a newer Tingbok: its schema is " + version
          + ", this version knows " + Scripts.LATEST);
    }
    return version;
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}

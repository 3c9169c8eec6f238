package org.tingbok.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// The file that a ledger is kept in, known to be a ledger of a schema that this version reads.
///
/// @param path as it was given
/// @param appendable whether it was opened for appending
/// @param patience how long to wait for others that are appending
record LedgerFile(Path path, boolean appendable, Duration patience) {
  private static final int WRITER_KIBIBYTES = 256 * 1024;
  private static final int READER_KIBIBYTES = 64 * 1024;
  private static final long MAPPED_BYTES = 1L << 30;
  /// Of new files. An entry with its text is larger than SQLite's usual 4,096 bytes or fills a page badly.
  private static final int PAGE_BYTES = 8192;
  /// Pages that may gather in the log before they are folded into the file: 64 MB. Pages changed again and again in the
  /// meantime are written once.
  private static final int LOG_PAGES = 8 * 1024;

  /// Checks that the file is a ledger, makes or upgrades it if it was opened for appending.
  ///
  /// @param dialect SQLite's
  /// @return a connection of one's own; to be used by one thread at a time
  Connection settled(Dialect dialect) {
    checkPlace();
    try {
      Connection connection = connect(appendable);
      try {
        if (appendable) {
          SqliteSchema.bringUpToDate(connection, path, dialect);
        } else {
          SqliteSchema.check(connection, path);
        }
        return connection;
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void checkPlace() {
    Path folder = path.toAbsolutePath().getParent();
    if (Files.exists(path)) {
      if (!looksRight()) {
        throw new BadInputException("LEDGER_NOT_A_LEDGER", path + " is not a ledger; name another with --ledger");
      }
      if (appendable && !Files.isWritable(path)) {
        throw new UnavailableException("LEDGER_UNWRITABLE", "the ledger " + path + " may only be read: ask for the"
            + " right to write to it, or name another with --ledger");
      }
    } else if (!appendable) {
      throw new NotFoundException("LEDGER_MISSING", "there is no ledger " + path
          + "; make one with 'tingbok add PATH…', or name another with --ledger");
    } else if (folder == null || !Files.isDirectory(folder)) {
      throw new UnavailableException("LEDGER_UNWRITABLE", "the ledger " + path + " cannot be made: there is no folder "
          + folder);
    }
  }

  /// Whether SQLite can be left to judge the file. SQLite takes a file of one byte for an empty one. More is not looked
  /// at here: a program that opens and closes a database past SQLite loses the locks it has on it.
  private boolean looksRight() {
    try {
      return Files.isRegularFile(path) && Files.size(path) != 1;
    } catch (IOException e) {
      throw new UnavailableException("LEDGER_IO", "the ledger " + path + " cannot be looked at", e);
    }
  }

  /// Opens a connection of one's own; to be used by one thread at a time.
  Connection connect(boolean forAppending) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    config.setCacheSize(forAppending ? -WRITER_KIBIBYTES : -READER_KIBIBYTES);
    config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MAPPED_BYTES));
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setPageSize(PAGE_BYTES);
    config.setReadOnly(!forAppending);
    Properties properties = config.toProperties();
    // A URI, so that a question mark or a per cent sign in the name is just that.
    String address =
        path.toAbsolutePath().toUri() + (forAppending ? "?mode=rwc" : standsStill() ? "?immutable=1" : "?mode=ro");
    Connection connection = JDBC.createConnection(JDBC.PREFIX + address, properties);
    if (forAppending) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
        // What is dropped is overwritten where its page is written anyway.
        statement.execute("PRAGMA secure_delete = FAST");
      }
    }
    return connection;
  }

  /// Whether nobody can be writing: even readers of a file in WAL mode need a place for its index otherwise.
  private boolean standsStill() {
    try {
      Path real = path.toRealPath();
      Path folder = real.getParent();
      Path log = real.resolveSibling(real.getFileName() + "-wal");
      return folder != null && !Files.isWritable(folder) && (!Files.exists(log) || Files.size(log) == 0);
    } catch (IOException e) {
      return false;
    }
  }

  TingbokException failed(SQLException e) {
    return StoreErrors.of(path, e);
  }

}

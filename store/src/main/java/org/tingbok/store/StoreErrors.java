package org.tingbok.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// Says in one line, by who can mend it, what SQLite reports.
final class StoreErrors {
  /// What went wrong while writing, not reading.
  private static final Set<SQLiteErrorCode> WRITING = Set.of(SQLiteErrorCode.SQLITE_IOERR_WRITE,
      SQLiteErrorCode.SQLITE_IOERR_FSYNC, SQLiteErrorCode.SQLITE_IOERR_TRUNCATE,
      SQLiteErrorCode.SQLITE_IOERR_DIR_FSYNC);

  private StoreErrors() {
  }

  static TingbokException of(Path file, SQLException e) {
    if (e instanceof Columns.EmptyColumnException) {
      return new UnavailableException("LEDGER_DAMAGED",
          "the ledger " + file + " is damaged; restore it from a copy: " + e.getMessage(), e);
    }
    return switch (primary(e)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> new ContentionException("LEDGER_LOCKED",
          "the ledger " + file + " is being written to by another program; try again", e);
      case SQLITE_NOTADB -> new BadInputException("LEDGER_NOT_A_LEDGER", file
          + " is not a ledger; name another with --ledger", e);
      case SQLITE_CORRUPT ->
        new UnavailableException("LEDGER_DAMAGED", "the ledger " + file + " is damaged; restore it from a copy", e);
      case SQLITE_FULL -> new UnavailableException("LEDGER_DISK_FULL",
          "no space left for the ledger " + file + "; nothing of this was recorded; make room, and try again", e);
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> new UnavailableException("LEDGER_UNWRITABLE",
          "the ledger " + file + " cannot be written to: check the rights on the file and its folder", e);
      case SQLITE_IOERR -> new UnavailableException(
          "LEDGER_IO", e instanceof SQLiteException known && WRITING.contains(known.getResultCode())
              ? "the ledger " + file + " could not be written (" + name(e)
                  + "): the disk fails, or a quota or a limit on the"
                  + " size of files is reached; nothing of this was recorded"
              : "the disk failed while the ledger " + file + " was read or written (" + name(e)
                  + "); look after the disk",
          e);
      default -> new FaultException("LEDGER_FAULT", "the ledger " + file + " gave an error that nobody thought of ("
          + name(e) + ")", e);
    };
  }

  /// Why a copy could not be written, unless it is what is copied that cannot be read.
  static TingbokException copying(Path file, Path to, SQLException e) {
    return switch (primary(e)) {
      case SQLITE_FULL -> unwritable(to, "no space left", e);
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> unwritable(to, "no such folder, or no right to"
          + " write there", e);
      case SQLITE_IOERR -> unwritable(to, "the disk failed, or a quota or a limit on the size of files was reached", e);
      default -> of(file, e);
    };
  }

  private static UnavailableException unwritable(Path to, String why, SQLException e) {
    return new UnavailableException("COPY_UNWRITABLE", "the copy " + NewFile.placeOf(to) + " cannot be written (" + why
        + "); nothing was left there", e);
  }

  /// The kind of error, without SQLite's finer distinctions.
  static SQLiteErrorCode primary(SQLException e) {
    return e instanceof SQLiteException known ? SQLiteErrorCode.getErrorCode(known.getResultCode().code & 0xff)
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }

  private static String name(SQLException e) {
    return e instanceof SQLiteException known ? known.getResultCode().name() : "no SQLite code";
  }
}

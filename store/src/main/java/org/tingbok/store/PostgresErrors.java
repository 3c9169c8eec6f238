package org.tingbok.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// Says in one line, by who can mend it, what PostgreSQL and its driver report.
final class PostgresErrors {
  /// The server would have a password, and none was given.
  private static final String REJECTED = "08004";

  private PostgresErrors() {
  }

  static TingbokException of(String place, SQLException e) {
    if (e instanceof Columns.EmptyColumnException) {
      return new UnavailableException("LEDGER_DAMAGED",
          "the ledger " + place + " is damaged; restore it from a copy: " + e.getMessage(), e);
    }
    String state = state(e);
    if (gone(e)) {
      return new UnavailableException("LEDGER_UNAVAILABLE", "the database of the ledger " + place
          + " cannot be reached, or was restarted; what was to be recorded was not; try again once it runs", e);
    }
    return switch (state) {
      case "28000", "28P01", REJECTED ->
        new UnavailableException("LEDGER_DENIED", "the database does not let in whoever opens "
            + place + ": check user and password (in the address, in PGPASSWORD or in ~/.pgpass)", e);
      case "3D000" -> new NotFoundException("LEDGER_MISSING", "there is no database for the ledger " + place
          + "; make it with 'createdb', or name another with --ledger");
      case "42501", "25006" -> new UnavailableException("LEDGER_UNWRITABLE",
          "the ledger " + place + " cannot be written to: check the rights of its user on the database and the schema",
          e);
      case "55P03", "40001", "40P01" -> new ContentionException("LEDGER_LOCKED",
          "the ledger " + place + " is being written to by others; try again", e);
      case "53100" -> new UnavailableException("LEDGER_DISK_FULL",
          "no space left for the ledger " + place
              + "; nothing of this was recorded; make room on its server, and try again",
          e);
      case "58030" -> new UnavailableException("LEDGER_IO",
          "the disk failed while the ledger " + place + " was read or written", e);
      case "XX001", "XX002" ->
        new UnavailableException("LEDGER_DAMAGED", "the ledger " + place + " is damaged; restore it from a copy", e);
      case "42P01", "42703" -> new BadInputException("LEDGER_NOT_A_LEDGER", place
          + " is not a ledger; name another database or schema with --ledger", e);
      default -> new FaultException("LEDGER_FAULT",
          "the ledger " + place + " gave an error that nobody thought of (" + state + ")", e);
    };
  }

  /// What to say if the connection went while the last word was given.
  static TingbokException unsure(String place, SQLException e) {
    return new UnavailableException("LEDGER_UNAVAILABLE", "the database of the ledger " + place
        + " went away at the very end; whether this was recorded cannot be told, and adding it again adds nothing twice",
        e);
  }

  /// Whether the server, or the way to it, is gone.
  static boolean gone(SQLException e) {
    String state = state(e);
    return state.startsWith("08") && !state.equals(REJECTED) || state.startsWith("57P") || state.equals("53300")
        || state.isEmpty() && e instanceof SQLTransientConnectionException;
  }

  /// The state of the error itself or of what caused it: the pool wraps what the driver says.
  static String state(SQLException e) {
    String state = Optional.ofNullable(e.getSQLState()).orElse("");
    if (e.getCause() instanceof SQLException cause) {
      String deeper = state(cause);
      return deeper.isEmpty() ? state : deeper;
    }
    return state;
  }
}

package org.tingbok.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.tingbok.ledger.Ledger;

/// Opens ledgers kept in a file, or in a PostgreSQL database.
///
/// A file may be open several times, in one process or many: all may read while one appends. Appends queue up; one that
/// waits longer than five seconds fails with `LEDGER_LOCKED` and may be tried again.
///
/// A ledger in PostgreSQL may be appended to by many programs at once, which wait for each other up to half a minute.
///
/// Errors of opening, and of every later call:
///
/// - `LEDGER_ADDRESS`, `LEDGER_NOT_A_LEDGER`, `LEDGER_NEWER` ([org.tingbok.vocabulary.BadInputException]): another file was meant, or a
///   newer Tingbok is needed;
/// - `LEDGER_MISSING` ([org.tingbok.vocabulary.NotFoundException]): no such file to read;
/// - `LEDGER_LOCKED` ([org.tingbok.vocabulary.ContentionException]): somebody else is appending, try again;
/// - `LEDGER_UNAVAILABLE`, `LEDGER_DENIED`, `LEDGER_UNWRITABLE`, `LEDGER_DISK_FULL`, `LEDGER_IO`, `LEDGER_DAMAGED`
///   ([org.tingbok.vocabulary.UnavailableException]): for whoever looks after the machine;
/// - `LEDGER_CLOSED`, `LEDGER_FAULT` ([org.tingbok.vocabulary.FaultException]): a mistake in the program.
public final class Ledgers {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Ledgers() {
  }

  /// Opens a ledger for reading and appending, wherever it is; makes it if there is none.
  ///
  /// @param address the path of a file, or `postgresql://user:password@host:port/database?schema=name`; without a password
  ///     the one in the environment as PGPASSWORD is taken, else the one in `~/.pgpass`
  /// @param clock gives the moments of recording
  /// @return open until closed
  /// @throws org.tingbok.vocabulary.TingbokException if it cannot be opened for appending
  public static Ledger open(String address, Clock clock) {
    return PostgresAddress.looksLike(address) ? new SqlLedger(new PostgresDialect(postgres(address), true), clock)
        : open(Path.of(address), clock);
  }

  /// Opens a ledger for reading only, wherever it is; never makes or changes one.
  ///
  /// @param address as for [#open(String, Clock)]
  /// @return open until closed; appending fails with `LEDGER_UNWRITABLE`
  /// @throws org.tingbok.vocabulary.TingbokException if it cannot be opened
  public static Ledger read(String address) {
    return PostgresAddress.looksLike(address)
        ? new SqlLedger(new PostgresDialect(postgres(address), false), Clock.systemUTC())
        : read(Path.of(address));
  }

  private static PostgresAddress postgres(String address) {
    return PostgresAddress.parse(address, System.getenv());
  }

  /// Opens a ledger for reading and appending; makes it if there is no such file or the file is empty.
  ///
  /// @param file the ledger; its folder has to exist
  /// @param clock gives the moments of recording
  /// @return open until closed
  /// @throws org.tingbok.vocabulary.TingbokException if it cannot be opened for appending; a file that is no ledger is
  ///     left as it is
  public static Ledger open(Path file, Clock clock) {
    return new SqlLedger(new SqliteDialect(new LedgerFile(file, true, PATIENCE)), clock);
  }

  /// Opens a ledger for reading only; never makes or changes one. Works in a folder that cannot be written to, as long
  /// as nobody else is writing to the ledger there.
  ///
  /// @param file the ledger
  /// @return open until closed; appending fails with `LEDGER_UNWRITABLE`
  /// @throws org.tingbok.vocabulary.TingbokException if it cannot be opened
  public static Ledger read(Path file) {
    return new SqlLedger(new SqliteDialect(new LedgerFile(file, false, PATIENCE)), Clock.systemUTC());
  }
}

package org.tingbok.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Intake;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Receipt;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.UnavailableException;

/// A ledger in a SQLite file: one connection appends, another reads, each used by one thread at a time, so that
/// questions are answered while something is being appended.
final class SqliteLedger implements Ledger {
  private final LedgerFile file;
  private final Clock clock;
  private final ReentrantLock appending = new ReentrantLock();
  private final ReentrantLock reading = new ReentrantLock();
  private final EntryLog log = new EntryLog();
  private @Nullable Connection writer;
  private @Nullable Connection reader;
  private volatile boolean closed;

  SqliteLedger(LedgerFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
    Connection connection = file.settled();
    if (file.appendable()) {
      writer = connection;
    } else {
      reader = connection;
    }
  }

  @Override
  public Receipt append(List<Reading> readings) {
    appending.lock();
    try {
      checkOpen();
      if (writer == null) {
        throw new UnavailableException("LEDGER_UNWRITABLE",
            "the ledger " + file.path() + " was opened for reading only");
      }
      return append(readings, writer);
    } catch (SQLException e) {
      throw file.failed(e);
    } finally {
      appending.unlock();
    }
  }

  private Receipt append(List<Reading> readings, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      try (EntryAppender entries = new EntryAppender(connection, file)) {
        Intake intake = Intake.of(readings, entries::onRecord, entries::document);
        Instant recordedAt = intake.moment(clock, entries.lastMoment());
        for (Intake.Part part : intake.parts()) {
          entries.add(part, recordedAt);
        }
        statement.execute("COMMIT");
        return intake.receipt(recordedAt);
      } catch (SQLException | RuntimeException | Error e) {
        Schema.rollBack(statement, e);
        throw e;
      }
    }
  }

  @Override
  public Snapshot asOf(AsOf asOf) {
    return Snapshot.of(entries(), asOf);
  }

  @Override
  public List<Snapshot.Recorded> readings() {
    return Snapshot.Recorded.byDocument(entries());
  }

  private List<Snapshot.Recorded> entries() {
    reading.lock();
    try {
      checkOpen();
      if (reader == null) {
        reader = file.connect(false);
      }
      return log.upToDate(reader, file);
    } catch (SQLException e) {
      throw file.failed(e);
    } finally {
      reading.unlock();
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new FaultException("LEDGER_CLOSED", "the ledger " + file.path() + " was closed");
    }
  }

  @Override
  public void close() {
    appending.lock();
    reading.lock();
    try {
      closed = true;
      close(reader);
      // The writer goes last: the last to close a ledger folds its log into the one file.
      close(writer);
      reader = null;
      writer = null;
    } catch (SQLException e) {
      throw file.failed(e);
    } finally {
      reading.unlock();
      appending.unlock();
    }
  }

  private static void close(@Nullable Connection connection) throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}

package org.tingbok.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tingbok.claim.Decision;
import org.tingbok.claim.NameDecision;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Intake;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.NameIntake;
import org.tingbok.ledger.NameList;
import org.tingbok.ledger.NameReceipt;
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
  private final NameEntryLog names = new NameEntryLog();
  /// As the writing connection sees it; never ahead of what is committed, for entries are only read before they are added.
  private final NameEntryLog written = new NameEntryLog();
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
    return writing(connection -> append(readings, connection));
  }

  private Receipt append(List<Reading> readings, Connection connection) throws SQLException {
    try (EntryAppender entries = new EntryAppender(connection, file)) {
      Intake intake = Intake.of(readings, entries::onRecord, entries::document);
      Instant recordedAt = intake.moment(clock, entries.lastMoment());
      for (Intake.Part part : intake.parts()) {
        entries.add(part, recordedAt);
      }
      return intake.receipt(recordedAt);
    }
  }

  @Override
  public NameReceipt append(NameList edition, boolean acceptLosses) {
    return writing(connection -> {
      NameIntake intake = NameIntake.of(edition, written.upToDate(connection, file), acceptLosses);
      return intake.receipt(edition, record(intake, connection));
    });
  }

  @Override
  public boolean append(Decision decision) {
    return writing(connection -> {
      NameIntake intake = NameIntake.of(decision, written.upToDate(connection, file));
      record(intake, connection);
      return intake.added() > 0;
    });
  }

  @Override
  public int decide(List<NameDecision> decisions) {
    return writing(connection -> {
      NameIntake intake = NameIntake.of(decisions, written.upToDate(connection, file));
      record(intake, connection);
      return intake.added();
    });
  }

  private Instant record(NameIntake intake, Connection connection) throws SQLException {
    Instant recordedAt = intake.moment(clock, EntryAppender.lastMoment(connection));
    written.add(connection, intake, recordedAt);
    return recordedAt;
  }

  /// Something that is written to the file, or read from it.
  @FunctionalInterface
  private interface Work<T> {
    T to(Connection connection) throws SQLException;
  }

  /// Writes all of it or nothing.
  private <T> T writing(Work<T> work) {
    appending.lock();
    try {
      checkOpen();
      if (writer == null) {
        throw new UnavailableException("LEDGER_UNWRITABLE",
            "the ledger " + file.path() + " was opened for reading only");
      }
      try (Statement statement = writer.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        try {
          T done = work.to(writer);
          statement.execute("COMMIT");
          return done;
        } catch (SQLException | RuntimeException | Error e) {
          Schema.rollBack(statement, e);
          throw e;
        }
      }
    } catch (SQLException e) {
      throw file.failed(e);
    } finally {
      appending.unlock();
    }
  }

  @Override
  public Snapshot asOf(AsOf asOf) {
    return reading(connection -> Snapshot.of(log.upToDate(connection, file), names.upToDate(connection, file), asOf));
  }

  @Override
  public List<NameEntry.Recorded> names() {
    return reading(connection -> names.upToDate(connection, file));
  }

  @Override
  public List<Snapshot.Recorded> readings() {
    return Snapshot.Recorded.byDocument(reading(connection -> log.upToDate(connection, file)));
  }

  private <T> T reading(Work<T> question) {
    reading.lock();
    try {
      checkOpen();
      if (reader == null) {
        reader = file.connect(false);
      }
      return question.to(reader);
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

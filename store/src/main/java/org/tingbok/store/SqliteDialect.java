package org.tingbok.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// A ledger in a SQLite file: one connection appends, a few others read, each used by one thread at a time, so that
/// questions are answered while something is being appended.
final class SqliteDialect implements Dialect {
  private static final int READERS = 4;
  /// A million entries: what is recorded within one fits the cache with all of its indexes.
  private static final int EPOCH_BITS = 20;

  private final LedgerFile file;
  private final ReentrantLock appending = new ReentrantLock();
  private final Semaphore reading = new Semaphore(READERS, true);
  private final Deque<Session> readers = new ArrayDeque<>();
  private @Nullable Session writer;
  private volatile boolean closed;

  SqliteDialect(LedgerFile file) {
    this.file = file;
    Session session = new Session(file.settled(this));
    if (file.appendable()) {
      writer = session;
    } else {
      readers.push(session);
    }
  }

  @Override
  public String place() {
    return file.path().toString();
  }

  @Override
  public <T> T writing(Work<T> work) {
    appending.lock();
    try {
      checkOpen();
      if (writer == null) {
        throw new UnavailableException("LEDGER_UNWRITABLE",
            "the ledger " + file.path() + " was opened for reading only");
      }
      Session session = writer;
      try (Statement statement = session.connection().createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        try {
          T done = work.to(session);
          statement.execute("COMMIT");
          return done;
        } catch (SQLException | RuntimeException | Error e) {
          SqliteSchema.rollBack(statement, e);
          // Rows that wait in a prepared statement are not of the next append.
          forget(session, e);
          throw e;
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      appending.unlock();
    }
  }

  private static void forget(Session session, Throwable reason) {
    try {
      session.close();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public <T> T reading(Work<T> work) {
    reading.acquireUninterruptibly();
    try {
      Session session = reader();
      boolean whole = false;
      try (Statement statement = session.connection().createStatement()) {
        statement.execute("BEGIN");
        try {
          T answer = work.to(session);
          whole = true;
          return answer;
        } finally {
          statement.execute("ROLLBACK");
        }
      } finally {
        giveBack(session, whole);
      }
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      reading.release();
    }
  }

  private synchronized Session reader() throws SQLException {
    checkOpen();
    return readers.isEmpty() ? new Session(file.connect(false)) : readers.pop();
  }

  private synchronized void giveBack(Session session, boolean whole) throws SQLException {
    if (closed || !whole) {
      session.close();
    }
    if (closed) {
      session.connection().close();
    } else {
      readers.push(session);
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new FaultException("LEDGER_CLOSED", "the ledger " + file.path() + " was closed");
    }
  }

  /// Folds the log into the file and empties it. What a reader still needs stays until the next time, or until the last
  /// program closes the ledger.
  @Override
  public void purge() {
    appending.lock();
    try {
      if (writer != null) {
        try (Statement statement = writer.connection().createStatement()) {
          statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
          statement.execute("PRAGMA secure_delete = FAST");
        }
      }
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      appending.unlock();
    }
  }

  @Override
  public List<String> unsound(Session session) throws SQLException {
    return session.list("PRAGMA integrity_check(20)", row -> Columns.text(row, 1)).stream()
        .filter(line -> !line.equals("ok"))
        .map(line -> "SQLite finds the file damaged: " + line.replaceAll("\\s+", " ")).toList();
  }

  @Override
  public List<String> unguarded(Session session) throws SQLException {
    Map<String, String> kept = guards(session.connection());
    Map<String, String> made;
    try (Connection fresh = JDBC.createConnection(JDBC.PREFIX + ":memory:", new Properties());
        Statement statement = fresh.createStatement()) {
      Scripts.apply(statement, "sqlite");
      made = guards(fresh);
    }
    List<String> wrong = new ArrayList<>();
    made.forEach((name, sql) -> {
      if (!sql.equals(kept.get(name))) {
        wrong.add("the " + name + (kept.containsKey(name) ? " is not as Tingbok makes it" : " is gone"));
      }
    });
    kept.keySet().stream().filter(name -> !made.containsKey(name)).forEach(name -> wrong.add(
        "there is a " + name + " that Tingbok does not make"));
    return wrong;
  }

  /// Triggers and views by kind and name, each with what it does.
  private static Map<String, String> guards(Connection connection) throws SQLException {
    Map<String, String> guards = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT type || ' ' || name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')")) {
      while (row.next()) {
        guards.put(row.getString(1), row.getString(2));
      }
    }
    return guards;
  }

  @Override
  public boolean wordsWhole(Entry entry) {
    return true;
  }

  @Override
  public void eachWord(Session session, String table, Derived.EachWord each) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement
          .execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.each_of_" + table + " USING fts5vocab('main', '" + table
              + "', 'instance')");
      try (ResultSet row = statement.executeQuery("SELECT doc, term FROM temp.each_of_" + table)) {
        while (row.next()) {
          each.row(row.getLong(1), Columns.text(row, 2));
        }
      }
    }
  }

  @Override
  public void eachTerm(Session session, Derived.Each each) throws SQLException {
    Derived.eachTerm(session, each);
    eachWord(session, Rebuild.TERMS, (number, word) -> {
      long first = Terms.sequence(number);
      // As it stands where it is none that was written for this claim: nobody would find it by that.
      String term = Terms.term(word)
          .filter(one -> word.equals(Terms.word(epoch(Terms.account(one) ? one : first), one))).map(String::valueOf)
          .orElse(word);
      // A version that still stands has no end: NULL there is no damage.
      each.row(session.first("SELECT until, what FROM claim_version WHERE first = ? AND later = 0",
          row -> first + ", 0, " + row.getString(1) + ", " + term + ", " + Terms.newest(number) + ", "
              + Columns.text(row, 2),
          first).orElse(first + ", 0, of no claim"));
    });
  }

  /// Writes a copy of the ledger as it is at one moment. Nothing of what was erased is in it, not even in unused pages.
  ///
  /// @param to there is no such file
  void copy(Path to) {
    reading.acquireUninterruptibly();
    try {
      Session session = reader();
      try {
        session.run("VACUUM INTO ?", to.toString());
      } finally {
        giveBack(session, false);
      }
    } catch (SQLException e) {
      throw StoreErrors.copying(file.path(), to, e);
    } finally {
      reading.release();
    }
  }

  @Override
  public TingbokException failed(SQLException e) {
    return StoreErrors.of(file.path(), e);
  }

  @Override
  public long epoch(long sequence) {
    return sequence >> EPOCH_BITS;
  }

  @Override
  public String epoch(String sequence) {
    return "((" + sequence + ") >> " + EPOCH_BITS + ")";
  }

  @Override
  public boolean termsAreWords() {
    return true;
  }

  @Override
  public String matches(String table, String alias) {
    return alias + "." + table + " MATCH ?";
  }

  @Override
  public String thenJoin() {
    return "CROSS JOIN";
  }

  @Override
  public String either(Set<String> forms, boolean prefix) {
    return forms.stream().map(form -> '"' + form + '"' + (prefix ? "*" : ""))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  @Override
  public String all(List<String> alternatives) {
    return String.join(" AND ", alternatives);
  }

  @Override
  public String any(List<String> alternatives) {
    return alternatives.size() == 1 ? alternatives.getFirst() : "((" + String.join(") OR (", alternatives) + "))";
  }

  @Override
  public String insertWords(String table) {
    return "INSERT INTO " + table + " (rowid, words) VALUES (?, ?)";
  }

  @Override
  public String deleteWords(String table) {
    return "INSERT INTO " + table + " (" + table + ", rowid, words) VALUES ('delete', ?, ?)";
  }

  @Override
  public void dropForGood(Session session) throws SQLException {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute("PRAGMA secure_delete = ON");
    }
  }

  @Override
  public String emptyWords(String table) {
    return "INSERT INTO " + table + " (" + table + ") VALUES ('delete-all')";
  }

  @Override
  public void close() {
    appending.lock();
    try {
      closed = true;
      closeReaders();
      // The writer goes last: the last to close a ledger folds its log into the one file.
      Optional<Session> last = Optional.ofNullable(writer);
      writer = null;
      if (last.isPresent()) {
        close(last.get());
      }
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      appending.unlock();
    }
  }

  private synchronized void closeReaders() throws SQLException {
    while (!readers.isEmpty()) {
      close(readers.pop());
    }
  }

  private static void close(Session session) throws SQLException {
    session.close();
    session.connection().close();
  }
}

package org.tingbok.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// A ledger in a PostgreSQL schema, for many programs at once. Who appends holds a lock of the ledger's own until the end
/// of the transaction, so that entries follow each other in one chain; who reads waits for nobody.
final class PostgresDialect implements Dialect {
  private static final int CONNECTIONS = 8;
  /// "ting" in ASCII, which keeps our locks apart from others' in the same database.
  private static final int LOCKS = 0x74696e67;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);
  /// The first schema that there are ledgers of.
  private static final int FIRST = 3;
  /// Code units of the words of one document that are indexed: a tsvector holds a megabyte.
  private static final int MOST_WORDS = 300_000;

  private static final List<String> GUARDS = List.of("entry_append_only", "entry_never_emptied");

  private final PostgresAddress address;
  private final boolean appendable;
  private final HikariDataSource pool;
  private volatile boolean closed;

  PostgresDialect(PostgresAddress address, boolean appendable) {
    this.address = address;
    this.appendable = appendable;
    pool = new HikariDataSource(config(address));
    try {
      settle();
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariConfig config(PostgresAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("tingbok-ledger");
    config.setJdbcUrl("jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.database());
    address.user().ifPresent(config::setUsername);
    address.password().ifPresent(config::setPassword);
    address.options().forEach(config::addDataSourceProperty);
    config.addDataSourceProperty("currentSchema", address.schema());
    config.addDataSourceProperty("ApplicationName", "tingbok");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("defaultRowFetchSize", "1000");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setAutoCommit(false);
    config.setConnectionTimeout(TO_CONNECT.toMillis());
    // Opening says itself what is wrong.
    config.setInitializationFailTimeout(-1);
    return config;
  }

  /// Checks that it is a ledger of a schema that this version reads; makes it if it is to be appended to.
  private void settle() {
    int version = reading(session -> version(session));
    if (version == Scripts.LATEST) {
      return;
    }
    if (!appendable) {
      throw version == 0 ? new NotFoundException("LEDGER_MISSING", "there is no ledger " + place()
          + "; make one with 'tingbok add PATH…', or name another with --ledger")
          : version >= FIRST
              ? new BadInputException("LEDGER_NOT_A_LEDGER",
                  place() + " is of an older version; append to it once to bring it up to date")
              : old(version);
    }
    writing(session -> {
      int now = version(session);
      if (now == 0) {
        try (Statement statement = session.connection().createStatement()) {
          statement.executeUpdate("CREATE SCHEMA IF NOT EXISTS " + address.schema());
          statement.executeUpdate("CREATE DOMAIN blob AS bytea");
          Scripts.apply(statement, "postgresql");
        }
      } else if (now == FIRST) {
        try (Statement statement = session.connection().createStatement()) {
          Scripts.fromThree(statement, "postgresql");
        }
      } else if (now > FIRST && now < Scripts.LATEST) {
        try (Statement statement = session.connection().createStatement()) {
          Scripts.fromFour(statement);
        }
      } else if (now < Scripts.LATEST) {
        throw old(now);
      }
      return now;
    });
  }

  private BadInputException old(int version) {
    return new BadInputException("LEDGER_NOT_A_LEDGER", place() + " has the tables of a schema " + version
        + " that no version of Tingbok wrote");
  }

  /// The schema's number; 0 if there are no tables.
  private int version(Session session) throws SQLException {
    boolean there = session.any("SELECT 1 FROM pg_tables WHERE schemaname = ? AND tablename = 'about'",
        address.schema());
    if (!there) {
      if (session.any("SELECT 1 FROM pg_tables WHERE schemaname = ? AND tablename IN ('entry', 'claim_term')",
          address.schema())) {
        throw new BadInputException("LEDGER_NOT_A_LEDGER",
            place() + " has tables of something else, no ledger; name another schema"
                + " with ?schema=NAME");
      }
      return 0;
    }
    int version = session.first("SELECT value FROM about WHERE name = 'schema'", row -> Columns.text(row, 1))
        .map(Integer::parseInt).orElse(-1);
    if (version > Scripts.LATEST) {
      throw new BadInputException("LEDGER_NEWER", place() + " was written by a newer Tingbok: its schema is " + version
          + ", this version knows " + Scripts.LATEST);
    }
    return version;
  }

  @Override
  public String place() {
    return address.place();
  }

  @Override
  public <T> T writing(Work<T> work) {
    checkOpen();
    if (!appendable) {
      throw new UnavailableException("LEDGER_UNWRITABLE", "the ledger " + place() + " was opened for reading only");
    }
    try {
      try {
        return written(work);
      } catch (LostBeforehand e) {
        // A connection that had died in the pool; nothing was asked of it yet.
        pool.getHikariPoolMXBean().softEvictConnections();
        return written(work);
      }
    } catch (LostBeforehand e) {
      throw failed(e.lost);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /// The connection was gone before anything was done on it.
  private static final class LostBeforehand extends Exception {
    private static final long serialVersionUID = 1L;
    private final SQLException lost;

    LostBeforehand(SQLException lost) {
      super(lost);
      this.lost = lost;
    }
  }

  private <T> T written(Work<T> work) throws SQLException, LostBeforehand {
    try (Connection connection = pool.getConnection()) {
      try (Session session = new Session(connection)) {
        lock(connection);
        T done = work.to(session);
        commit(connection);
        return done;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private void lock(Connection connection) throws SQLException, LostBeforehand {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = " + PATIENCE.toMillis());
      // What is acknowledged is on the disk, even on a server that is set to say so beforehand.
      statement.execute("SELECT set_config('synchronous_commit', 'on', true)"
          + " WHERE current_setting('synchronous_commit') = 'off'");
      statement.execute("SELECT pg_advisory_xact_lock(" + LOCKS + ", hashtext('" + address.schema() + "'))");
    } catch (SQLException e) {
      if (PostgresErrors.gone(e)) {
        throw new LostBeforehand(e);
      }
      throw e;
    }
  }

  private void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (PostgresErrors.gone(e)) {
        throw PostgresErrors.unsure(place(), e);
      }
      throw e;
    }
  }

  private static void rollBack(Connection connection, Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public <T> T reading(Work<T> work) {
    checkOpen();
    try {
      try {
        return read(work);
      } catch (SQLException e) {
        if (!PostgresErrors.gone(e)) {
          throw e;
        }
        pool.getHikariPoolMXBean().softEvictConnections();
        return read(work);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private <T> T read(Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      try (Session session = new Session(connection)) {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return work.to(session);
      } finally {
        connection.rollback();
      }
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new FaultException("LEDGER_CLOSED", "the ledger " + place() + " was closed");
    }
  }

  /// Nothing: what was replaced is gone from the tables once the server has cleaned up behind itself (VACUUM), and from its
  /// logs and backups when its administrator sees to it.
  @Override
  public void purge() {
    checkOpen();
  }

  /// Nothing: PostgreSQL keeps checksums of its own, if its administrator has them on.
  @Override
  public List<String> unsound(Session session) {
    return List.of();
  }

  @Override
  public List<String> unguarded(Session session) throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (String guard : GUARDS) {
      if (!session.any("""
          SELECT 1 FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = ? AND c.relname = 'entry' AND t.tgname = ? AND t.tgenabled IN ('O', 'A')""",
          address.schema(), guard)) {
        wrong.add("the trigger " + guard + " is gone or does nothing");
      }
    }
    Optional<String> body = session.first("""
        SELECT p.prosrc FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname = ? AND p.proname = ?""", row -> Columns.text(row, 1), address.schema(), GUARDS.getFirst());
    if (body.filter(Scripts.guard()::equals).isEmpty()) {
      wrong.add("the function " + GUARDS.getFirst() + " is not as Tingbok makes it");
    }
    return wrong;
  }

  @Override
  public boolean wordsWhole(Entry entry) {
    return entry.content().length() < MOST_WORDS;
  }

  @Override
  public void eachWord(Session session, String table, Derived.EachWord each) throws SQLException {
    session.each("SELECT rowid, unnest(tsvector_to_array(words)) FROM " + table, row -> {
      each.row(row.getLong(1), Columns.text(row, 2));
      return true;
    });
  }

  @Override
  public void eachTerm(Session session, Derived.Each each) throws SQLException {
    Derived.eachTerm(session, each);
  }

  @Override
  public TingbokException failed(SQLException e) {
    return PostgresErrors.of(place(), e);
  }

  @Override
  public long epoch(long sequence) {
    return 0;
  }

  @Override
  public String epoch(String sequence) {
    return "0";
  }

  @Override
  public boolean termsAreWords() {
    return false;
  }

  @Override
  public String matches(String table, String alias) {
    return alias + ".words @@ ?::tsquery";
  }

  @Override
  public String thenJoin() {
    return "JOIN";
  }

  @Override
  public String either(Set<String> forms, boolean prefix) {
    return forms.stream().map(form -> "'" + form.replace("'", "''").replace("\\", "\\\\") + "'" + (prefix ? ":*" : ""))
        .collect(Collectors.joining(" | ", "(", ")"));
  }

  @Override
  public String all(List<String> alternatives) {
    return String.join(" & ", alternatives);
  }

  @Override
  public String any(List<String> alternatives) {
    return alternatives.size() == 1 ? alternatives.getFirst() : "((" + String.join(") | (", alternatives) + "))";
  }

  @Override
  public String insertWords(String table) {
    return "INSERT INTO " + table + " (rowid, words) VALUES (?, array_to_tsvector(string_to_array(left(?, " + MOST_WORDS
        + "), ' '))) ON CONFLICT (rowid) DO NOTHING";
  }

  @Override
  public String deleteWords(String table) {
    return "DELETE FROM " + table + " WHERE rowid = ? AND ?::text <> ''";
  }

  @Override
  public void dropForGood(Session session) {
    // The server keeps old rows until it cleans up.
  }

  @Override
  public String emptyWords(String table) {
    return "DELETE FROM " + table;
  }

  @Override
  public void close() {
    closed = true;
    pool.close();
  }
}

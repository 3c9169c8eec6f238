package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Receipt;
import org.tingbok.ledger.Snapshot;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// What can go wrong with a ledger in PostgreSQL, and what is said then.
class PostgresFaultsTest {
  private static final String SECRET = "hunter2";

  private final ManualClock clock = new ManualClock(Instant.parse("2024-05-02T12:00:00Z"));

  @Test
  void manyProgramsAddTheSameOnce() throws Exception {
    String address = PostgresServer.anew();
    List<Reading> readings = new ReadingGenerator(3).readings(20);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tasks.add(() -> {
        int added = 0;
        // As another program would: with connections of its own.
        try (Ledger ledger = Ledgers.open(address, clock)) {
          for (int from = 0; from < 20; from += 4) {
            Receipt receipt = ledger.append(readings.subList(from, from + 4));
            added += receipt.newDocuments();
          }
        }
        return added;
      });
    }
    int added = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> task : threads.invokeAll(tasks)) {
        added += task.get();
      }
    }
    assertThat(added).isEqualTo(20);
    try (Ledger ledger = Ledgers.read(address)) {
      assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading)
          .containsExactlyInAnyOrderElementsOf(readings);
    }
  }

  @Test
  void aRestartIsSurvivedAndNothingIsHalfThere(@TempDir Path folder) throws IOException, SQLException {
    List<Reading> readings = new ReadingGenerator(5).readings(6);
    int port;
    EmbeddedPostgres first = server(folder, 0);
    String address;
    try {
      port = first.getPort();
      address = "postgresql://postgres:postgres@localhost:" + port + "/postgres?schema=tides";
      try (Ledger ledger = Ledgers.open(address, clock)) {
        ledger.append(readings.subList(0, 2));
        first.close();
        TingbokException gone =
            catchThrowableOfType(UnavailableException.class, () -> ledger.append(readings.subList(2, 4)));
        assertThat(gone.code()).isEqualTo("LEDGER_UNAVAILABLE");
        assertThat(gone).hasMessageContaining("try again").hasMessageNotContaining("postgres:postgres");
        assertThat(catchThrowableOfType(UnavailableException.class, ledger::readings).code())
            .isEqualTo("LEDGER_UNAVAILABLE");
        try (EmbeddedPostgres second = server(folder, port)) {
          assertThat(second.getPort()).isEqualTo(port);
          assertThat(ledger.readings()).hasSize(2);
          assertThat(ledger.append(readings.subList(2, 4)).newDocuments()).isEqualTo(2);
          killWriters(address, port);
          assertThat(ledger.append(readings.subList(4, 6)).newDocuments()).isEqualTo(2);
          assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading).isEqualTo(readings);
        }
      }
    } finally {
      first.close();
    }
  }

  /// The server is gone while it writes a commit down, the worst moment there is: five times over.
  @Test
  void killedInTheMiddleOfACommitNothingIsLostOrHalfThere(@TempDir Path folder) throws Exception {
    List<Reading> readings = new ReadingGenerator(7).readings(12);
    EmbeddedPostgres server = server(folder, 0);
    int port = server.getPort();
    String address = "postgresql://postgres:postgres@localhost:" + port + "/postgres?schema=tides";
    try (Ledger ledger = Ledgers.open(address, clock); ExecutorService other = Executors.newSingleThreadExecutor()) {
      ledger.append(readings.subList(0, 2));
      int unsure = 0;
      for (int held = 2; held < readings.size(); held += 2) {
        List<Reading> more = readings.subList(held, held + 2);
        Future<Receipt> adding = other.submit(() -> ledger.append(more));
        killWhileItCommits(folder, port, adding);
        Optional<TingbokException> told = told(adding);
        told.ifPresent(lost -> {
          assertThat(lost.code()).isEqualTo("LEDGER_UNAVAILABLE");
          assertThat(lost).hasMessageContaining("cannot be told");
        });
        unsure += told.isPresent() ? 1 : 0;
        server.close();
        server = server(folder, port);
        List<Reading> there = ledger.readings().stream().map(Snapshot.Recorded::reading).toList();
        assertThat(there).isIn(readings.subList(0, told.isPresent() ? held : held + 2), readings.subList(0, held + 2));
        ledger.append(more);
        assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading).isEqualTo(readings.subList(0, held + 2));
      }
      assertThat(unsure).describedAs("killed before the word was given").isPositive();
      List<String> wrong = new ArrayList<>();
      Upkeep.of(address, address).verify(Optional.empty(), true, finding -> wrong.add(finding.toString()));
      assertThat(wrong).isEmpty();
    } finally {
      server.close();
    }
  }

  /// How an append ended: as acknowledged, or with what was said then.
  private static Optional<TingbokException> told(Future<Receipt> adding) throws InterruptedException {
    try {
      adding.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TingbokException refusal) {
        return Optional.of(refusal);
      }
      throw new AssertionError(e);
    }
  }

  /// Kills every process of the server as soon as one is seen to commit.
  private static void killWhileItCommits(Path folder, int port, Future<Receipt> adding)
      throws IOException, SQLException {
    long main = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
    List<ProcessHandle> processes = new ArrayList<>();
    try (Connection connection =
        DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
        PreparedStatement committing = connection.prepareStatement("""
            SELECT pid FROM pg_stat_activity
            WHERE application_name = 'tingbok' AND state = 'active' AND query = 'COMMIT'""")) {
      while (processes.isEmpty()) {
        assertThat(adding.isDone()).describedAs("added before it could be seen to commit").isFalse();
        try (ResultSet row = committing.executeQuery()) {
          if (row.next()) {
            ProcessHandle.of(row.getLong(1)).filter(ProcessHandle::destroyForcibly).ifPresent(processes::add);
          }
        }
      }
      ProcessHandle.of(main).ifPresent(processes::add);
      ProcessHandle.of(main).stream().flatMap(ProcessHandle::descendants).forEach(processes::add);
      processes.forEach(ProcessHandle::destroyForcibly);
    }
    for (ProcessHandle process : processes) {
      process.onExit().join();
    }
  }

  /// A server that takes a tenth of a second to write a commit down, and acknowledges beforehand if it is let.
  private static EmbeddedPostgres server(Path folder, int port) throws IOException {
    return EmbeddedPostgres.builder().setDataDirectory(folder.resolve("data")).setCleanDataDirectory(false)
        .setPort(port).setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "off")
        .setServerConfig("commit_delay", "100000").setServerConfig("commit_siblings", "0")
        .start();
  }

  /// Ends the sessions of everybody else, as an administrator does.
  private static void killWriters(String address, int port) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tingbok'");
    }
    assertThat(address).isNotBlank();
  }

  @Test
  void thePasswordIsNeverTold() {
    for (String address : List.of("postgresql://ida:" + SECRET + "@localhost:1/db",
        "postgresql://ida:" + SECRET + "@localhost:1/db?mood=" + SECRET, "postgresql://ida:" + SECRET + "@",
        "postgresql://ida:" + SECRET + " x@localhost/db", "postgresql://ida:%zz" + SECRET + "@localhost/db",
        "postgresql://ida:" + SECRET + "@localhost:1/db?schema=Øst")) {
      for (Throwable told =
          catchThrowableOfType(TingbokException.class, () -> Ledgers.open(address, clock)); told != null; told =
              told.getCause()) {
        assertThat(String.valueOf(told.getMessage())).doesNotContain(SECRET);
      }
    }
  }

  @Test
  void saysWhatIsWrong() {
    String address = PostgresServer.anew();
    assertThat(catchThrowableOfType(NotFoundException.class, () -> Ledgers.read(address)).code())
        .isEqualTo("LEDGER_MISSING");
    assertThat(catchThrowableOfType(NotFoundException.class,
        () -> Ledgers.open(address.replace("/postgres?", "/nowhere?"), clock)).code()).isEqualTo("LEDGER_MISSING");
    assertThat(catchThrowableOfType(BadInputException.class, () -> Ledgers.open("postgresql:nothing", clock)).code())
        .isEqualTo("LEDGER_ADDRESS");
    Ledgers.open(address, clock).close();
    try (Ledger ledger = Ledgers.read(address)) {
      assertThat(catchThrowableOfType(UnavailableException.class,
          () -> ledger.append(new ReadingGenerator(1).readings(1))).code()).isEqualTo("LEDGER_UNWRITABLE");
      assertThat(ledger.readings()).isEmpty();
    }
  }

  @Test
  void readsAddresses() {
    PostgresAddress plain = PostgresAddress.parse("postgresql://db.example/leads", Map.of("PGPASSWORD", SECRET));
    assertThat(plain.port()).isEqualTo(5432);
    assertThat(plain.schema()).isEqualTo("public");
    assertThat(plain.password()).contains(SECRET);
    assertThat(plain.place()).isEqualTo("postgresql://db.example/leads");
    PostgresAddress full = PostgresAddress
        .parse("postgresql://ida:a%40b%3A+c@db.example:6432/leads?schema=team_1&sslmode=verify-full", Map.of());
    assertThat(full.user()).contains("ida");
    assertThat(full.password()).contains("a@b:+c");
    assertThat(full.options()).containsExactly(Map.entry("sslmode", "verify-full"));
    assertThat(full).hasToString("postgresql://ida@db.example:6432/leads?schema=team_1");
  }

  @Test
  void theDatabaseItselfRefusesWhatIsNoAppend() {
    PostgresAddress address = PostgresAddress.parse(PostgresServer.anew(), Map.of());
    try (Dialect dialect = new PostgresDialect(address, true); Ledger ledger = new SqlLedger(dialect, clock)) {
      ledger.append(new ReadingGenerator(2).readings(2));
      for (String sql : List.of("UPDATE entry SET content = '{}' WHERE sequence = 1", "DELETE FROM entry",
          "TRUNCATE entry",
          "INSERT INTO entry SELECT sequence + 1000, kind, subject, document, recorded_at, hash, content"
              + " FROM entry WHERE sequence = 1")) {
        TingbokException refusal = catchThrowableOfType(TingbokException.class,
            () -> dialect.writing(session -> session.run(sql)));
        assertThat(refusal.getCause()).hasMessageContaining("append-only");
      }
    }
  }
}

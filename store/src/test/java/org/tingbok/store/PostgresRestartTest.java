package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Snapshot;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.UnavailableException;

/// A server that goes down while it is written to, as in a crash, and comes back.
class PostgresRestartTest {
  private static final int CRASHES = 3;
  private static final int BATCHES_BETWEEN = 5;
  private static final int BATCH = 3;
  private static final int ATTEMPTS = 60;

  @TempDir
  Path folder;

  @Test
  void losesNothingAcknowledgedAndKeepsNothingHalf() throws Exception {
    EmbeddedPostgres server = start(0);
    int port = server.getPort();
    String address = "postgresql://postgres:postgres@localhost:" + port + "/postgres?schema=leads";
    List<CountDownLatch> reached = new ArrayList<>();
    for (int i = 0; i < CRASHES; i++) {
      reached.add(new CountDownLatch(BATCHES_BETWEEN));
    }
    List<String> told = new ArrayList<>();
    CountDownLatch last = new CountDownLatch(BATCHES_BETWEEN);
    reached.add(last);
    Callable<Integer> adding = () -> {
      ReadingGenerator generator = new ReadingGenerator(51);
      int acknowledged = 0;
      try (Ledger ledger = Ledgers.open(address, Clock.systemUTC())) {
        for (int phase = 0; phase <= CRASHES;) {
          append(ledger, generator.readings(BATCH), told);
          acknowledged += BATCH;
          reached.get(phase).countDown();
          // On and on until the crash came, so that it comes while something is being written.
          if (reached.get(phase).getCount() == 0 && (phase == CRASHES || told.size() > phase)) {
            phase++;
          }
        }
      }
      return acknowledged;
    };
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Integer> acknowledged = thread.submit(adding);
      for (int crash = 0; crash < CRASHES; crash++) {
        reached.get(crash).await();
        crash();
        server = start(port);
      }
      int count = acknowledged.get();
      try (Ledger ledger = Ledgers.read(address)) {
        assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading)
            .isEqualTo(new ReadingGenerator(51).readings(count));
      }
    }
    assertThat(PostgresUpkeepTest.wrong(address)).isEmpty();
    assertThat(told).hasSizeGreaterThanOrEqualTo(CRASHES).allSatisfy(message -> assertThat(message)
        .startsWith("LEDGER_UNAVAILABLE the database of the ledger postgresql://").contains("again")
        .doesNotContain("postgres:postgres", "\n"));
    server.close();
  }

  /// Adds what was refused again, as the message says; what was recorded after all is not recorded twice.
  private static void append(Ledger ledger, List<Reading> readings, List<String> told) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        ledger.append(readings);
        return;
      } catch (UnavailableException e) {
        told.add(e.code() + " " + e.getMessage());
      }
    }
    throw new AssertionError("the server did not come back: " + told.getLast());
  }

  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false).setPort(port);
    IOException failed = new IOException("not tried");
    // What is left of the old server takes a moment to go.
    for (int attempt = 0; attempt < 5; attempt++) {
      try {
        return builder.start();
      } catch (IOException e) {
        failed = e;
      }
    }
    throw failed;
  }

  private void crash() throws IOException {
    long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip());
    ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
    List<ProcessHandle> parts = server.descendants().toList();
    server.destroyForcibly();
    server.onExit().join();
    parts.forEach(part -> part.onExit().join());
  }
}

package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Receipt;
import org.tingbok.ledger.Snapshot;
import org.tingbok.testkit.ReadingGenerator;

/// Several programs at one ledger.
class ManyProgramsTest {
  private static final int BATCH = 4;
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-02T12:00:00Z"), ZoneOffset.UTC);

  @TempDir
  Path folder;

  @Test
  void mayMakeOneLedgerAtOnce() throws Exception {
    Path file = folder.resolve("leads.ledger");
    List<Reading> readings = new ReadingGenerator(11).readings(5);
    List<Callable<Receipt>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tasks.add(() -> {
        try (Ledger ledger = Ledgers.open(file, CLOCK)) {
          return ledger.append(readings);
        }
      });
    }
    int added = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Receipt> receipt : threads.invokeAll(tasks)) {
        added += receipt.get().newDocuments();
      }
    }
    assertThat(added).isEqualTo(5);
  }

  @Test
  void readWhileOthersAppendTheSame() throws IOException, InterruptedException {
    Path file = folder.resolve("leads.ledger");
    Process one = appending(file, 3, 15);
    Process other = appending(file, 3, 15);
    try (BufferedReader lines = one.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("appended 1");
      try (Ledger ledger = Ledgers.read(file)) {
        while (lines.readLine() != null) {
          assertThat(ledger.readings().size() % BATCH).isZero();
        }
      }
    }
    assertThat(List.of(one.waitFor(), other.waitFor())).containsOnly(0);
    try (Ledger ledger = Ledgers.read(file)) {
      assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading)
          .isEqualTo(new ReadingGenerator(3).readings(15 * BATCH));
    }
  }

  @Test
  void loseNothingAcknowledgedWhenKilled() throws IOException, InterruptedException {
    Path file = folder.resolve("leads.ledger");
    Process doomed = appending(file, 5, 100_000);
    try (BufferedReader lines = doomed.inputReader()) {
      for (int i = 1; i <= 10; i++) {
        assertThat(lines.readLine()).isEqualTo("appended " + i);
      }
      doomed.destroyForcibly().waitFor();
    }
    try (Ledger ledger = Ledgers.read(file)) {
      int held = ledger.readings().size();
      assertThat(held).isGreaterThanOrEqualTo(10 * BATCH);
      assertThat(held % BATCH).isZero();
      assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading)
          .isEqualTo(new ReadingGenerator(5).readings(held));
      try (Ledger next = Ledgers.open(file, CLOCK)) {
        next.append(new ReadingGenerator(6).readings(1));
        assertThat(ledger.readings()).hasSize(held + 1);
      }
    }
  }

  private static Process appending(Path file, long seed, int batches) throws IOException {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
        Appending.class.getName(), file.toString(), Long.toString(seed), Integer.toString(batches))
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// A program that appends generated readings, a few at a time, and says so after each time.
  static final class Appending {
    private Appending() {
    }

    public static void main(String[] arguments) {
      ReadingGenerator generator = new ReadingGenerator(Long.parseLong(arguments[1]));
      try (Ledger ledger = Ledgers.open(Path.of(arguments[0]), CLOCK)) {
        for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
          ledger.append(generator.readings(BATCH));
          System.out.println("appended " + i);
        }
      }
    }
  }
}

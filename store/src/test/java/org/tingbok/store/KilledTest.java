package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Snapshot;
import org.tingbok.testkit.ReadingGenerator;

/// A program that is killed at any moment of adding leaves what it was told is recorded, and nothing half.
class KilledTest {
  /// So many kills hit one ledger, one after the other, before another is begun.
  private static final int A_LEDGER = 20;
  /// Ledgers at one time: a program spends most of its life before the kill waiting.
  private static final int AT_ONCE = 4;
  /// From the start of the program to well within its adding, on a slow machine.
  private static final long LONGEST_MILLIS = 2500;

  @TempDir
  Path folder;

  @Test
  void keepsWhatWasAcknowledged() throws IOException, InterruptedException {
    kill(6);
  }

  @Test
  @Tag("long")
  void keepsWhatWasAcknowledgedTwoHundredTimes() throws IOException, InterruptedException {
    kill(200);
  }

  private void kill(int times) throws IOException, InterruptedException {
    long base = ReadingGenerator.printedRandom().nextLong();
    int within = Lanes.sum(Math.ceilDiv(times, A_LEDGER), AT_ONCE,
        ledger -> kill(Math.min(A_LEDGER, times - ledger * A_LEDGER), 1000L + ledger, new Random(base + ledger)));
    System.out.println(times + " kills, " + within + " of them after something was acknowledged");
    assertThat(within).isGreaterThan(times / 4);
  }

  /// One ledger again and again; how often after something was acknowledged.
  private int kill(int times, long seed, Random random) throws IOException, InterruptedException {
    Path file = folder.resolve("leads-" + seed + ".ledger");
    int within = 0;
    for (int round = 0; round < times; round++) {
      int acknowledged = killed(file, seed, random);
      int held = held(file, seed);
      assertThat(held).describedAs("ledger %d, round %d", seed, round).isGreaterThanOrEqualTo(acknowledged);
      within += acknowledged > 0 ? 1 : 0;
    }
    return within;
  }

  /// Runs the program for a while.
  ///
  /// @return how many readings it was told are recorded
  private int killed(Path file, long seed, Random random) throws IOException, InterruptedException {
    Process doomed = Adding.start(List.of(), folder, file, seed, 100_000);
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = doomed.inputReader()) {
      // Half of them at any moment after the start, while the ledger is made or opened; half of them while it is adding.
      if (random.nextBoolean()) {
        Optional.ofNullable(output.readLine()).ifPresent(lines::add);
        for (int i = random.nextInt(12); i > 0; i--) {
          Optional.ofNullable(output.readLine()).ifPresent(lines::add);
        }
        doomed.waitFor(random.nextInt(20_000), TimeUnit.MICROSECONDS);
      } else {
        doomed.waitFor(random.nextLong(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
      }
      // Not through the process itself, which would take its last words away.
      doomed.toHandle().destroyForcibly();
      doomed.waitFor();
      output.lines().forEach(lines::add);
    }
    assertThat(lines).noneMatch(line -> line.startsWith("refused"));
    return lines.stream().filter(line -> line.startsWith("acknowledged ")).map(line -> line.split(" ", -1))
        // The last line may be cut off where the program was killed.
        .filter(words -> words.length == 3).mapToInt(words -> Integer.parseInt(words[1])).max().orElse(0);
  }

  /// Checks what the ledger holds.
  ///
  /// @return how many readings
  private static int held(Path file, long seed) throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return 0;
    }
    try (Ledger ledger = Ledgers.open(file, java.time.Clock.systemUTC())) {
      List<Snapshot.Recorded> readings = ledger.readings();
      assertThat(readings.size() % Adding.BATCH).isZero();
      assertThat(readings).extracting(Snapshot.Recorded::reading)
          .isEqualTo(new ReadingGenerator(seed).readings(readings.size()));
      assertThat(Upkeeping.wrong(file)).isEmpty();
      return readings.size();
    }
  }
}

package org.tingbok.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Receipt;
import org.tingbok.ledger.Snapshot;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.ReadingGenerator;

/// A ledger of 20,000 generated claims in 2,500 documents, in a file: opened and asked, asked again, and given the same
/// once more. Generated claims are longer than real ones, about 800 bytes of JSON.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LedgerBenchmark {
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-02T12:00:00Z"), ZoneOffset.UTC);
  private static final AsOf DAY = AsOf.said(LocalDate.of(2015, 1, 1));

  private final List<Reading> readings = new ArrayList<>();
  private Path folder = Path.of("");
  private Path file = folder;
  private Ledger open = Ledger.inMemory(CLOCK);

  /// Made by the harness.
  public LedgerBenchmark() {
  }

  /// Fills the ledger.
  ///
  /// @throws IOException if there is no place for it
  @Setup(Level.Trial)
  public void fill() throws IOException {
    ReadingGenerator generator = new ReadingGenerator(1);
    for (int i = 0; i < 2_500; i++) {
      readings.add(generator.reading(8));
    }
    folder = Files.createTempDirectory("tingbok");
    file = folder.resolve("bench.ledger");
    open = Ledgers.open(file, CLOCK);
    open.append(readings);
  }

  /// Removes the ledger.
  ///
  /// @throws IOException if it cannot be removed
  @TearDown(Level.Trial)
  public void remove() throws IOException {
    open.close();
    Files.delete(file);
    Files.delete(folder);
  }

  /// What a command does: opens the file and asks as of a day.
  ///
  /// @return the answer
  @Benchmark
  public Snapshot openAndAsk() {
    try (Ledger ledger = Ledgers.read(file)) {
      return ledger.asOf(DAY);
    }
  }

  /// What a server does: asks a ledger that it has open.
  ///
  /// @return the answer
  @Benchmark
  public Snapshot askAgain() {
    return open.asOf(DAY);
  }

  /// Appends what is on record already.
  ///
  /// @return nothing new
  @Benchmark
  public Receipt appendTheSame() {
    return open.append(readings);
  }
}

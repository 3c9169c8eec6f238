package org.tingbok.benchmarks;

import java.time.Clock;
import java.time.Instant;
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
import org.tingbok.analysis.Analysis;
import org.tingbok.benchmarks.pages.Newsroom;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;

/// Stories, incidents and origins of a whole ledger, worked out anew: 500 invented reports with ten claims each, one thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class AnalysisBenchmark {
  private static final long SEED = 20_261_102;
  private static final int REPORTS = 500;

  private final Ledger ledger = Ledger.inMemory(Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC));

  /// Made by the harness.
  public AnalysisBenchmark() {
  }

  /// Fills the ledger.
  @Setup(Level.Trial)
  public void fill() {
    Newsroom newsroom = new Newsroom(SEED);
    List<Reading> readings = new ArrayList<>();
    for (int number = 0; number < REPORTS; number++) {
      readings.add(newsroom.reading(number));
    }
    ledger.append(readings);
  }

  /// Lets go of the ledger.
  @TearDown(Level.Trial)
  public void close() {
    ledger.close();
  }

  /// Which reports tell one story.
  ///
  /// @return how many stories
  @Benchmark
  public int stories() {
    return Analysis.of(ledger.asOf(AsOf.NOW)).families().size();
  }

  /// Which accounts are of one incident; stories included.
  ///
  /// @return how many incidents
  @Benchmark
  public int incidents() {
    return Analysis.of(ledger.asOf(AsOf.NOW)).incidents().size();
  }

  /// From how many origins each claim comes; stories and incidents included.
  ///
  /// @return how many claims have been traced
  @Benchmark
  public long origins() {
    Analysis analysis = Analysis.of(ledger.asOf(AsOf.NOW));
    return analysis.snapshot().claims().stream()
        .filter(recorded -> analysis.origins().trace(recorded.claim()).isPresent()).count();
  }
}

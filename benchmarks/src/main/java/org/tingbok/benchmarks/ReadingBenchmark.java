package org.tingbok.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Code units of report text a second that one thread walks: the bound that no reader can pass.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ReadingBenchmark {
  private final String text = "The ministry said on Tuesday that the group was behind the intrusion. ".repeat(100);

  /// Made by the harness.
  public ReadingBenchmark() {
  }

  /// Walks the text once.
  ///
  /// @return how many spaces it holds, so that the walk is not optimised away
  @Benchmark
  public long walk() {
    return text.chars().filter(unit -> unit == ' ').count();
  }
}

package org.tingbok.benchmarks;

import java.nio.charset.StandardCharsets;
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
import org.tingbok.reading.ReportReader;

/// Short reports a second that one thread reads, bytes to claims; models and names are loaded before the first.
///
/// Does not show: start-up, long documents, HTML and PDF, several threads.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ReadingBenchmark {
  private final ReportReader reader = ReportReader.standard();
  private final byte[] report = """
      A cyberattack on a port, and who was behind it

      14 May 2022

      Latvia on Friday accused Turla of hacking its customs office. The group, which Microsoft calls Secret Blizzard,
      stole the mailboxes of 40 employees, the ministry said. The Russian embassy in Riga rejected the accusation.
      """.getBytes(StandardCharsets.UTF_8);

  /// Made by the harness.
  public ReadingBenchmark() {
  }

  /// Reads the report.
  ///
  /// @return how many claims it holds, so that the reading is not optimised away
  @Benchmark
  public int read() {
    return reader.read(reader.parse("report.txt", report)).claims().size();
  }
}

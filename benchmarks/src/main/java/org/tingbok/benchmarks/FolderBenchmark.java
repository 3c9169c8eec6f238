package org.tingbok.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.tingbok.reading.ReportReader;
import org.tingbok.vocabulary.BadInputException;

/// Documents a second of a folder, bytes to claims, two threads side by side; files that cannot be read are left out.
///
/// Documents are taken in turn, so an iteration should be long enough to go round. Does not show: start-up, what the
/// first hundred documents take longer, the reading of files.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 3, time = 10)
@Threads(2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class FolderBenchmark {
  /// The folder, from that of the benchmarks.
  @Param("../samples")
  private String folder = "";

  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record Input(String source, byte[] bytes) {
  }

  private final ReportReader reader = ReportReader.standard();
  private final List<Input> inputs = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  /// Made by the harness.
  public FolderBenchmark() {
  }

  /// Fetches the files.
  ///
  /// @throws IOException if one cannot be fetched
  @Setup(Level.Trial)
  public void fetch() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Input input = new Input(file.toString(), Files.readAllBytes(file));
        try {
          reader.parse(input.source(), input.bytes());
          inputs.add(input);
        } catch (BadInputException e) {
          System.out.println("left out: " + file + ": " + e.getMessage());
        }
      }
    }
  }

  /// Reads the next document.
  ///
  /// @return how many claims it holds, so that the reading is not optimised away
  @Benchmark
  public int read() {
    Input input = inputs.get(Math.floorMod(next.getAndIncrement(), inputs.size()));
    return reader.read(reader.parse(input.source(), input.bytes())).claims().size();
  }
}

package org.tingbok.benchmarks.figures;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.tingbok.reading.ReportReader;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.FaultException;

/// Reads a folder, bytes to claims, several times over, in a process of its own. Prints a line for each round: documents, claims,
/// seconds by the clock, seconds of processor time; then the most that was on the heap, in MiB.
public final class FolderRun {
  private static final int MOST_BYTES = 1 << 20; // of a file; more is no report

  private FolderRun() {
  }

  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record Input(String source, byte[] bytes) {
  }

  /// Runs it.
  ///
  /// @param arguments the folder, how many rounds, how many threads
  /// @throws IOException if the folder cannot be read
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    List<Input> inputs = new ArrayList<>();
    ReportReader reader = ReportReader.standard();
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) <= MOST_BYTES) {
          inputs.add(new Input(file.toString(), Files.readAllBytes(file)));
        }
      }
    }
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      long clock = System.nanoTime();
      long processor = system.getProcessCpuTime();
      int[] found = read(reader, inputs, Integer.parseInt(arguments[2]));
      out.printf(Locale.ROOT, "round %d %d %.3f %.3f%n", found[0], found[1], (System.nanoTime() - clock) / 1e9,
          (system.getProcessCpuTime() - processor) / 1e9);
    }
    out.printf(Locale.ROOT, "heap %d%n", ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed()).sum() >> 20);
  }

  private static int[] read(ReportReader reader, List<Input> inputs, int threads) {
    int documents = 0;
    int claims = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Integer>> readings = new ArrayList<>();
      inputs.forEach(input -> readings.add(pool.submit(() -> claims(reader, input))));
      for (Future<Integer> reading : readings) {
        int found = reading.get();
        documents += found < 0 ? 0 : 1;
        claims += Math.max(0, found);
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new FaultException("SPEED_FAILED", "a text could not be read", e);
    }
    return new int[] {documents, claims};
  }

  /// Negative for what is no report.
  private static int claims(ReportReader reader, Input input) {
    try {
      return reader.read(reader.parse(input.source(), input.bytes())).claims().size();
    } catch (BadInputException e) {
      return -1;
    }
  }
}

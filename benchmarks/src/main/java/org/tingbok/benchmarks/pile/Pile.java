package org.tingbok.benchmarks.pile;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import org.tingbok.analysis.IncidentIndex;
import org.tingbok.analysis.StoryIndex;

/// Puts invented reports in order and prints what a document costs in processor time as the pile grows, as a table in
/// Markdown.
public final class Pile {
  private static final long SEED = 20_260_601;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int STEPS = 10;

  private Pile() {
  }

  /// Runs it.
  ///
  /// @param arguments how many documents, and after how many the incidents are brought up to date
  public static void main(String[] arguments) {
    int documents = Integer.parseInt(arguments[0]);
    int batch = Integer.parseInt(arguments[1]);
    PrintStream out = System.out;
    out.printf(Locale.ROOT, "seed %d, %,d documents in deliveries of %,d, heap %d MiB, %d processors%n%n", SEED,
        documents, batch,
        Runtime.getRuntime().maxMemory() >> 20, Runtime.getRuntime().availableProcessors());
    out.println(
        "| documents | stories | a document's story, µs | incidents | a document's incident, µs | in use, MiB |");
    out.println("|---|---|---|---|---|---|");
    Wire wire = new Wire(SEED);
    StoryIndex stories = new StoryIndex();
    IncidentIndex incidents = new IncidentIndex();
    int step = Math.max(batch, documents / STEPS);
    for (int held = 0; held + step <= documents; held += step) {
      long storyTime = 0;
      long incidentTime = 0;
      for (int number = held; number < held + step; number++) {
        Wire.Report report = wire.report(number);
        long start = THREADS.getCurrentThreadCpuTime();
        stories.add(report.document());
        long placed = THREADS.getCurrentThreadCpuTime();
        report.accounts().forEach(account -> incidents.add(account, report.document().published()));
        if (number % batch == batch - 1) {
          incidents.settle();
        }
        storyTime += placed - start;
        incidentTime += THREADS.getCurrentThreadCpuTime() - placed;
      }
      out.printf(Locale.ROOT, "| %,d | %,d | %.0f | %,d | %.0f | %d |%n", held + step, stories.stories().size(),
          storyTime / 1e3 / step, incidents.incidents().size(), incidentTime / 1e3 / step, used());
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() >> 20;
  }
}

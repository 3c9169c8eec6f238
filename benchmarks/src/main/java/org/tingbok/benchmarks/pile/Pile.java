package org.tingbok.benchmarks.pile;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.Incidents;
import org.tingbok.analysis.StoryIndex;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.PartialDate;

/// Puts invented reports in order and prints what a document costs as the pile grows, as a table in Markdown.
public final class Pile {
  private static final long SEED = 20_260_601;
  private static final int STEPS = 10;

  private Pile() {
  }

  /// Runs it.
  ///
  /// @param arguments how many documents
  public static void main(String[] arguments) {
    int documents = Integer.parseInt(arguments[0]);
    PrintStream out = System.out;
    out.printf(Locale.ROOT, "seed %d, %,d documents, heap %d MiB, %d processors%n%n", SEED, documents,
        Runtime.getRuntime().maxMemory() >> 20, Runtime.getRuntime().availableProcessors());
    out.println("| documents | stories | a document's story, microseconds | incidents | all incidents anew, microseconds a "
        + "document | in use, MiB |");
    out.println("|---|---|---|---|---|---|");
    Wire wire = new Wire(SEED);
    StoryIndex stories = new StoryIndex();
    List<IncidentAccount> accounts = new ArrayList<>();
    Map<DocumentId, PartialDate> published = new HashMap<>();
    int step = Math.max(1, documents / STEPS);
    for (int held = 0; held + step <= documents; held += step) {
      long spent = 0;
      for (int number = held; number < held + step; number++) {
        Wire.Report report = wire.report(number);
        long start = System.nanoTime();
        stories.add(report.document());
        spent += System.nanoTime() - start;
        accounts.addAll(report.accounts());
        published.put(report.document().id(), report.document().published());
      }
      long start = System.nanoTime();
      List<Incident> incidents = Incidents.group(accounts, published);
      long anew = System.nanoTime() - start;
      int size = held + step;
      out.printf(Locale.ROOT, "| %,d | %,d | %.0f | %,d | %.0f | %d |%n", size, stories.stories().size(),
          spent / 1e3 / step, incidents.size(), anew / 1e3 / size, used());
    }
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() >> 20;
  }
}

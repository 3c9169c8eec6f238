package org.tingbok.benchmarks.yardstick;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tingbok.vocabulary.TingbokException;

/// Measures the reader against public sets: `yardstick NAME DATA [ERRORS]`.
public final class Yardsticks {
  private static final List<Yardstick> ALL =
      List.of(new WhoSaidWhat(), new QuotedSpeakers(), new Descriptions(), new Attributors(),
          new GroupPages(), new Triples(), new DatedText(), new ActorSpans(), new ActorLinks(),
          new NearCopies(), new AlikeStories(), new SameIncident());
  /// Those that measure over a folder of our own gold, and so are not among all.
  private static final List<Yardstick> OWN = List.of(new GoldAccounts());

  private Yardsticks() {
  }

  /// Measures one yardstick, or `all`.
  ///
  /// @param args name, data, how many mistakes to print
  public static void main(String[] args) {
    PrintStream out = System.out;
    if (args.length < 2) {
      usage(out);
      System.exit(args.length == 0 ? 0 : 2);
    }
    Path data = Path.of(args[1]);
    if (args[0].equals("speed")) {
      try {
        Speed.print(data, Math.max(1, args.length > 2 ? Integer.parseInt(args[2]) : 2), out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return;
    }
    int errors = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    List<Yardstick> chosen =
        args[0].equals("all") ? ALL
            : Stream.concat(ALL.stream(), OWN.stream())
                .filter(yardstick -> yardstick.name().equals(args[0])).toList();
    if (chosen.isEmpty()) {
      usage(out);
      System.exit(2);
    }
    try {
      chosen.forEach(yardstick -> print(yardstick, data, errors, out));
    } catch (TingbokException e) {
      System.err.println(e.code() + ": " + e.getMessage());
      System.exit(1);
    }
  }

  private static void print(Yardstick yardstick, Path data, int errors, PrintStream out) {
    Corpus corpus = Corpus.open(data, yardstick.file());
    if (!yardstick.also().isEmpty()) {
      Path folder = Files.isDirectory(data) ? data : data.toAbsolutePath().getParent();
      corpus = corpus.with(Corpus.open(folder == null ? data : folder, yardstick.also()));
    }
    long start = System.nanoTime();
    List<Tally> rows = yardstick.measure(corpus, new Errors(out, errors));
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(Locale.ROOT, "%s (%s), %.1f s%n", yardstick.name(), yardstick.file(), seconds);
    rows.forEach(row -> out.println("  " + row));
    out.println("  does not show: " + yardstick.blind());
  }

  private static void usage(PrintStream out) {
    out.println(
        "yardstick NAME DATA [ERRORS]   NAME below, or all; DATA a folder that holds the file, or the file itself");
    ALL.forEach(yardstick -> out.printf(Locale.ROOT, "  %-14s %s%n", yardstick.name(), yardstick.file()));
    OWN.forEach(yardstick -> out.printf(Locale.ROOT, "  %-14s DATA a folder of gold%n", yardstick.name()));
    out.printf(Locale.ROOT, "  %-14s %s%n", "speed", "DATA a folder of .txt files; THREADS in place of ERRORS");
  }
}

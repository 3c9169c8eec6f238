package org.tingbok.benchmarks.yardstick;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.tingbok.reading.ReportReader;
import org.tingbok.reading.speech.SpeechReader;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.vocabulary.FaultException;

/// Times reading over a folder of texts: every sentence parsed with all reported speech, and bytes to claims.
///
/// Five texts are read before the clock starts. One run, no error bars: for these there is JMH.
final class Speed {
  private static final int WARM = 5;

  private record Source(String name, String text, int words) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  private Speed() {
  }

  static void print(Path folder, int threads, PrintStream out) throws IOException {
    List<Source> sources = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        String text = Files.readString(path);
        sources.add(new Source(path.toString(), text, text.strip().split("\\s+", -1).length));
      }
    }
    int words = sources.stream().mapToInt(Source::words).sum();
    out.printf(Locale.ROOT, "Tingbok, %d threads: %d files, %d words%n", threads, sources.size(), words);
    SpeechReader speech = new SpeechReader(SyntaxAnalyzer.load("en"));
    time("every sentence parsed, reported speech", sources, threads, words, out,
        source -> speech.read(source.text()).size());
    ReportReader reports = ReportReader.standard();
    time("bytes to claims", sources, threads, words, out,
        source -> reports.read(reports.parse(source.name(), source.bytes())).claims().size());
  }

  private static void time(String what, List<Source> sources, int threads, int words, PrintStream out,
      ToIntFunction<Source> work) {
    found(sources.subList(0, Math.min(WARM, sources.size())), threads, work);
    long start = System.nanoTime();
    long found = found(sources, threads, work);
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(Locale.ROOT, "  %-42s %6.1f s   %8.0f words/s   %6.1f files/s   %d found%n", what, seconds,
        words / seconds,
        sources.size() / seconds, found);
  }

  private static long found(List<Source> sources, int threads, ToIntFunction<Source> work) {
    long found = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Integer>> results = new ArrayList<>();
      sources.forEach(source -> results.add(pool.submit(() -> work.applyAsInt(source))));
      for (Future<Integer> result : results) {
        found += result.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new FaultException("SPEED_FAILED", "a text could not be read", e);
    }
    return found;
  }
}

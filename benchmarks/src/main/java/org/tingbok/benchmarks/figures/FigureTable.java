package org.tingbok.benchmarks.figures;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.tingbok.app.Main;
import org.tingbok.benchmarks.dispatches.Dispatches;

/// Measures everything and writes the table into `docs/performance.md`.
public final class FigureTable {
  private static final String FROM = "<!-- figures: written by mvn -Pbench -->";
  private static final String TO = "<!-- end of figures -->";
  private static final long SEED = 20_261_101;

  private final PrintStream out = System.out;
  private final Path project;
  private final Form form;
  private final String folder;
  private final Path peer;
  private final Path work;
  private final List<Figure> figures = new ArrayList<>();

  private FigureTable(String[] arguments, Path work) {
    this.project = Path.of(arguments[0]).toAbsolutePath().normalize();
    this.form = Form.of(arguments[1]);
    this.folder = arguments.length > 2 ? arguments[2] : "";
    this.peer = Path.of(arguments.length > 3 ? arguments[3] : "none");
    this.work = work;
  }

  /// Runs it.
  ///
  /// @param arguments the project; `trial`, `quick` or `long`; a folder of reports, or empty; the folder of CoreNLP's jars, or `none`
  /// @throws IOException if the page cannot be written
  /// @throws InterruptedException if somebody stops it
  /// @throws RunnerException if a benchmark fails
  public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
    Path work = Files.createTempDirectory("tingbok-bench-");
    try {
      new FigureTable(arguments, work).run();
    } finally {
      try (var files = Files.walk(work)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run() throws IOException, InterruptedException, RunnerException {
    double before = Machine.load();
    Path corpus = work.resolve("corpus");
    new Dispatches(SEED).write(corpus, form.documents);
    stages();
    folder("a seeded corpus of eight genres in five languages, `Dispatches` " + SEED, corpus);
    if (!folder.isBlank()) {
      folder("the folder that was named", Path.of(folder));
    }
    jmh("LedgerBenchmark", "ledger of 20,000 claims", "claims longer than real ones; `growth.sh` has it as it grows");
    jmh("AnalysisBenchmark", "500 reports with 5,000 claims",
        "what is already worked out is kept; larger piles: `pile.sh`");
    startUp();
    workers();
    load();
    figures.addAll(Peer.measure(peer, corpus, work));
    write(before);
  }

  private void stages() throws RunnerException {
    jmh("StageBenchmark", "one English report of 4 KB, one thread", "start, other languages, PDF; reports repeat");
  }

  private void jmh(String benchmark, String of, String silent) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include("\\." + benchmark + "\\.").shouldFailOnError(true);
    options.warmupIterations(form.iterations).warmupTime(TimeValue.seconds(form.seconds))
        .measurementIterations(form.iterations).measurementTime(TimeValue.seconds(form.seconds));
    Collection<RunResult> results = new Runner(options.build()).run();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      figures.add(new Figure("`" + name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1) + "`: " + of,
          Figure.number(result.getPrimaryResult().getScore()) + error(result) + " "
              + result.getPrimaryResult().getScoreUnit() + (form.iterations > 1 ? " (JMH, 99.9 %)" : " (JMH, once)"),
          silent));
    }
  }

  /// How far it is to be trusted; of one measurement nothing tells.
  private String error(RunResult result) {
    return form.iterations > 1 ? " ± " + Figure.number(result.getPrimaryResult().getScoreError()) : "";
  }

  private void folder(String of, Path documents) throws IOException, InterruptedException {
    int rounds = form.rounds;
    Child.Ended ended =
        Child.run(work, Child.java(FolderRun.class, documents.toString(), Integer.toString(rounds), "2"));
    List<double[]> all = ended.lines().stream().filter(line -> line.startsWith("round ")).map(line -> {
      String[] words = line.split(" ", -1);
      double read = Double.parseDouble(words[1]);
      return new double[] {read, Double.parseDouble(words[2]), read / Double.parseDouble(words[3]),
          1000 * Double.parseDouble(words[4]) / read};
    }).toList();
    if (all.size() != rounds) {
      throw new IOException("reading ended with status " + ended.status() + ": " + ended.lines());
    }
    String what = String.format(Locale.ROOT, "reading %,.0f documents, %,.0f claims, two threads, 1 GiB: %s",
        all.getFirst()[0], all.getFirst()[1], of);
    List<double[]> warm = all.subList(rounds / 2, rounds);
    figures.add(new Figure(what + "; first round", Figure.spread(new double[] {all.getFirst()[2]}, "documents/s"),
        "start of the virtual machine"));
    figures.add(new Figure("the same, once warm",
        Figure.spread(warm.stream().mapToDouble(one -> one[2]).toArray(), "documents/s"),
        "the clock counts what others do on the machine"));
    figures.add(new Figure("the same, processor time of all threads",
        Figure.spread(warm.stream().mapToDouble(one -> one[3]).toArray(), "ms a document"),
        "with what the compiler takes; shared caches"));
    figures.add(new Figure("the same, most ever on the heap",
        ended.lines().stream().filter(line -> line.startsWith("heap"))
            .findFirst().map(line -> line.substring(5) + " MiB of 1,024").orElse("-"),
        "what is needed at least: nothing presses for collecting; ledger and analysis"));
  }

  private void startUp() throws IOException, InterruptedException {
    Path launcher = project.resolve("tingbok");
    Path report = project.resolve("samples/norway-statement-july2021.txt");
    for (List<String> arguments : List.of(List.of("read", report.toString()), List.of("--help"))) {
      double[] seconds = new double[form.starts];
      List<String> command = new ArrayList<>(List.of(launcher.toString()));
      command.addAll(arguments);
      Child.run(work, command);
      for (int i = 0; i < seconds.length; i++) {
        Child.Ended ended = Child.run(work, command);
        if (ended.status() != 0) {
          throw new IOException(command + " ended with status " + ended.status() + ": " + ended.lines());
        }
        seconds[i] = ended.seconds();
      }
      figures.add(new Figure("`tingbok " + arguments.getFirst() + "`" + (arguments.size() > 1 ? " of one file" : "")
          + ", a process each time", Figure.spread(seconds, "s"), "files that no cache of the disk holds"));
    }
  }

  /// What it costs that reports are read in a second process: the same commands with it and without.
  private void workers() throws IOException, InterruptedException {
    List<String> samples = new ArrayList<>();
    try (var files = Files.list(project.resolve("samples"))) {
      files.map(Path::toString).sorted().forEach(samples::add);
    }
    String report = project.resolve("samples/norway-statement-july2021.txt").toString();
    for (boolean worker : List.of(true, false)) {
      Class<?> program = worker ? Main.class : InOneProcess.class;
      String how = worker ? ", read in a second process" : ", read in the same process";
      figures
          .add(new Figure("`read` of one file" + how, Figure.spread(timed(program, _ -> List.of("read", report)), "s"),
              "the launcher's cache of classes, with which either takes less"));
      figures.add(new Figure("`add` of the " + samples.size() + " samples to a new ledger" + how,
          Figure.spread(timed(program, number -> {
            List<String> words =
                new ArrayList<>(List.of("add", "--ledger", work.resolve(how.hashCode() + "-" + number).toString()));
            words.addAll(samples);
            return words;
          }), "s"), "the same"));
    }
  }

  private double[] timed(Class<?> program, IntFunction<List<String>> words) throws IOException, InterruptedException {
    double[] seconds = new double[form.starts];
    for (int i = 0; i < seconds.length; i++) {
      Child.Ended ended = Child.run(work, Child.java(program, words.apply(i).toArray(String[]::new)));
      if (ended.status() != 0) {
        throw new IOException(words.apply(i) + " ended with status " + ended.status() + ": " + ended.lines());
      }
      seconds[i] = ended.seconds();
    }
    return seconds;
  }

  private void load() throws IOException, InterruptedException {
    Child.Ended ended = Child.run(work, Child.java(ServingLoad.class, form.load));
    for (String line : ended.lines()) {
      String[] cells = line.split(";", -1);
      if (cells[0].equals("load")) {
        figures.add(new Figure("200 readers, " + cells[1] + ": " + cells[2],
            cells[3] + " / " + cells[4] + " / " + cells[5] + " ms at 50 / 95 / 99 %; " + cells[6] + " asked, "
                + cells[7]
                + " errors",
            "readers are on the same processors as the server"));
      } else if (cells[0].equals("added")) {
        figures.add(new Figure("bulk add beside 200 readers",
            cells[1] + " reports in " + cells[2] + " s; of " + cells[3]
                + " deliveries at once " + cells[4] + " taken, " + cells[5] + " refused with `Retry-After`",
            "one run"));
      }
    }
    if (ended.status() != 0) {
      throw new IOException("serving ended with status " + ended.status() + ": " + ended.lines());
    }
  }

  private void write(double before) throws IOException, InterruptedException {
    StringBuilder table = new StringBuilder(FROM).append('\n')
        .append(Machine.told(project, before, LocalDate.now(Clock.systemUTC()))).append(' ')
        .append(switch (form) {
          case TRIAL -> "**A trial: shows that it runs, its figures are worth nothing.**";
          case QUICK -> "Quick form.";
          case LONG -> "Long form.";
        })
        .append(
            " Own timings: mean ± standard deviation (how many).\n\n| what | measured | does not show |\n|---|---|---|\n");
    figures.forEach(figure -> table.append(figure.line()).append('\n'));
    table.append(TO);
    out.println(table);
    Path page = project.resolve("docs/performance.md");
    String text = Files.readString(page);
    int from = text.indexOf(FROM);
    int to = text.indexOf(TO);
    if (from < 0 || to < from) {
      throw new IOException(page + " has no marks " + FROM + " and " + TO);
    }
    Files.writeString(page, text.substring(0, from) + table + text.substring(to + TO.length()));
  }
}

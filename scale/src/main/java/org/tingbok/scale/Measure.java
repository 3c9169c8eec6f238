package org.tingbok.scale;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `tingbok scale measure`.
@Command(name = "measure", mixinStandardHelpOptions = true,
    description = "Generate reports, read them, and print as Markdown what each step took and how well stories and incidents were"
        + " found.")
final class Measure implements Callable<Integer> {
  @Option(names = "--documents", defaultValue = "1000", paramLabel = "N", description = "How many (default: 1000).")
  private long documents;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "SEED", description = "All follows from it (default: 1).")
  private long seed;

  @Option(names = "--in", paramLabel = "FOLDER",
      description = "Where corpus and tables are put (default: a temporary one).")
  private Optional<Path> in = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path folder = in.isPresent() ? in.get() : Files.createTempDirectory("tingbok-measure-");
    Path corpus = folder.resolve("corpus");
    new CommandLine(new Generate()).execute("--documents", Long.toString(documents), "--seed", Long.toString(seed),
        corpus.toString());
    PrintWriter out = spec.commandLine().getOut();
    try (SparkSession session = Session.open()) {
      Progress progress = new Progress(spec.commandLine().getErr());
      session.sparkContext().addSparkListener(progress);
      String tables = folder.resolve("tables").toString();
      Job.Outcome outcome =
          new Job(List.of(corpus.toString()), tables, Optional.empty(), Session.partitions(session)).run(session);
      out.printf(Locale.ROOT, "seed %d, %,d documents (%,d copies), %,d claims, %,d incidents%n%n", seed,
          outcome.documents(), outcome.copies(), outcome.claims(), outcome.incidents());
      out.println("| step | processor time, ms a document | moved between machines, bytes a document |\n|---|---|---|");
      progress.taken().forEach((step, sums) -> out.printf(Locale.ROOT, "| %s | %.2f | %,d |%n", step,
          sums[1] / 1e6 / documents, sums[2] / documents));
      Map<String, String> stories = new HashMap<>();
      Map<String, String> incidents = new HashMap<>();
      Map<String, String> trueStories = new HashMap<>();
      Map<String, String> trueIncidents = new HashMap<>();
      for (String line : Files.readAllLines(corpus.resolve(Generate.TRUTH))) {
        String[] cells = line.split("\t", -1);
        trueStories.put(cells[0], cells[1]);
        trueIncidents.put(cells[0], cells[2]);
      }
      session.read().parquet(tables + "/documents").selectExpr("source", "coalesce(copy_of, document_id)").toJavaRDD()
          .collect().forEach(row -> stories.put(row.getString(0), row.getString(1)));
      session.read().parquet(tables + "/claims").where("type = 'attribution' and incident_id is not null")
          .selectExpr("source", "incident_id").toJavaRDD().collect()
          .forEach(row -> incidents.putIfAbsent(row.getString(0), row.getString(1)));
      out.println("\n| grouping | documents | B-cubed F1 | precision | recall | pairwise F1 | precision | recall |\n"
          + "|---|---|---|---|---|---|---|---|");
      told(out, "stories", Score.of(stories, trueStories));
      told(out, "incidents", Score.of(incidents, trueIncidents));
      out.flush();
    }
    return 0;
  }

  private static void told(PrintWriter out, String what, Score score) {
    out.printf(Locale.ROOT, "| %s | %,d | %.4f | %.4f | %.4f | %.4f | %.4f | %.4f |%n", what, score.items(), score.f1(),
        score.precision(), score.recall(), score.pairF1(), score.pairPrecision(), score.pairRecall());
  }
}

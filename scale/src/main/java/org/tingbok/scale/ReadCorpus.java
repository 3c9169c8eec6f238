package org.tingbok.scale;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tingbok scale read`.
@Command(name = "read", mixinStandardHelpOptions = true,
    description = {"Read a corpus into tables of Parquet, and into a ledger if one is named.",
        "Running it again writes the same tables and adds nothing to the ledger."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok scale read --to tables crawl/*.warc.gz reports/",
        "  spark-submit … read --to hdfs:///tables --ledger postgresql://host/claims hdfs:///crawl"})
final class ReadCorpus implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "PATH",
      description = "Files, folders and globs on any file system that Hadoop knows: text, Markdown, HTML, PDF, DOCX, mail,"
          + " WARC, JSON Lines, ORKL's JSON, Parquet.")
  private List<String> from = List.of();

  @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "Where tables are written.")
  private String to = "";

  @Option(names = "--ledger", paramLabel = "FILE|URL",
      description = "A ledger to append to; of several machines one in PostgreSQL.")
  private Optional<String> ledger = Optional.empty();

  @Option(names = "--partitions", paramLabel = "N",
      description = "Into how many parts the work is put (default: four for each core).")
  private Optional<Integer> partitions = Optional.empty();

  @Option(names = "--progress", description = "Tell each part of the corpus that is done, and what each step took.")
  private boolean told;

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    try (SparkSession session = Session.open()) {
      int parts = partitions.orElseGet(() -> Session.partitions(session));
      Progress progress = new Progress(spec.commandLine().getErr());
      if (told) {
        session.sparkContext().addSparkListener(progress);
      }
      Job.Outcome outcome = new Job(from, to, ledger, parts).run(session);
      told(outcome, spec.commandLine().getOut(), spec.commandLine().getErr());
      if (told) {
        progress.told(spec.commandLine().getErr());
      }
      return outcome.documents() == 0 ? 1 : 0;
    }
  }

  static void told(Job.Outcome outcome, PrintWriter out, PrintWriter err) {
    outcome.faults().forEach(fault -> err.println("tingbok: " + fault));
    out.printf(Locale.ROOT, "Read %,d documents (%,d copies), %,d claims, %,d incidents%n", outcome.documents(),
        outcome.copies(), outcome.claims(), outcome.incidents());
    out.flush();
    err.flush();
  }
}

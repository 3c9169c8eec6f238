package org.tingbok.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `tingbok scale demo`.
@Command(name = "demo", mixinStandardHelpOptions = true,
    description = "Read the samples on Spark in this machine, and show what the tables hold.")
final class Demo implements Callable<Integer> {
  @Option(names = "--from", paramLabel = "PATH", defaultValue = "samples",
      description = "What to read (default: the samples).")
  private String from = "samples";

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("tingbok-scale-");
    try (SparkSession session = Session.open()) {
      Job.Outcome outcome = new Job(List.of(from), folder.toString(), Optional.empty(), Session.partitions(session))
          .run(session);
      ReadCorpus.told(outcome, spec.commandLine().getOut(), spec.commandLine().getErr());
      Dataset<Row> incidents = session.read().parquet(folder + "/incidents");
      incidents.createOrReplaceTempView("incidents");
      spec.commandLine().getOut().println("\nTold by most documents:");
      session.sql("SELECT documents, name FROM incidents ORDER BY documents DESC, name LIMIT 5").toJavaRDD().collect()
          .forEach(row -> spec.commandLine().getOut().println("  " + row.getLong(0) + "  " + row.getString(1)));
      spec.commandLine().getOut().println("\nTables as Parquet, for Spark, DuckDB or pandas: " + folder);
      spec.commandLine().getOut().flush();
      return 0;
    }
  }
}

package org.tingbok.scale;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tingbok scale compare`.
@Command(name = "compare", mixinStandardHelpOptions = true,
    description = {"Compare two folders of tables, row by row and cell by cell.",
        "Each is of 'scale read' or of 'tingbok export --format parquet'. When a ledger recorded something is passed"
            + " over."})
final class Compare implements Callable<Integer> {
  private static final List<String> TABLES = List.of("documents", "claims", "claim_parties", "incidents");
  private static final List<String> LEDGERS = List.of("recorded_at", "changed_at");
  private static final int SHOWN = 5;

  @Parameters(index = "0", paramLabel = "FOLDER", description = "Tables.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Other tables.")
  private String other = "";

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    long differing = 0;
    try (SparkSession session = Session.open()) {
      for (String table : TABLES) {
        Dataset<Row> here = rows(session, one, table);
        Dataset<Row> there = rows(session, other, table);
        Dataset<Row> only = here.exceptAll(there);
        Dataset<Row> otherOnly = there.exceptAll(here);
        long mine = only.count();
        long theirs = otherOnly.count();
        differing += mine + theirs;
        spec.commandLine().getOut().println(table + ": " + here.count() + " rows, " + mine + " only in " + one + ", "
            + theirs + " only in " + other);
        only.toJavaRDD().take(SHOWN).forEach(row -> spec.commandLine().getOut().println("  < " + row));
        otherOnly.toJavaRDD().take(SHOWN).forEach(row -> spec.commandLine().getOut().println("  > " + row));
      }
    }
    spec.commandLine().getOut().println(differing == 0 ? "the same" : "not the same");
    spec.commandLine().getOut().flush();
    return differing == 0 ? 0 : 1;
  }

  /// A table without the moments of a ledger; a folder of one or the file of the other.
  private static Dataset<Row> rows(SparkSession session, String folder, String table) throws IOException {
    org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(folder, table + ".parquet");
    boolean exported = file.getFileSystem(session.sparkContext().hadoopConfiguration()).exists(file);
    Dataset<Row> rows = session.read().parquet(exported ? file.toString() : folder + "/" + table);
    List<Column> columns = new ArrayList<>();
    for (String column : rows.columns()) {
      if (!LEDGERS.contains(column)) {
        columns.add(functions.col(column));
      }
    }
    return rows.select(columns.toArray(Column[]::new));
  }
}

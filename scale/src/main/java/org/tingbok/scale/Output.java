package org.tingbok.scale;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tingbok.analysis.Incident;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.tables.Cell;
import org.tingbok.exchange.tables.LedgerTables;
import org.tingbok.exchange.tables.Table;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.Snapshot;
import scala.Tuple2;

/// Writes tables as Parquet, with the columns that `tingbok export` writes: a folder for each table.
final class Output {
  private static final Extract NOTHING =
      new Extract("", AsOf.NOW, List.of(), _ -> Optional.empty(), _ -> Optional.empty());

  private final SparkSession spark;
  private final String folder;

  Output(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /// The tables of a part of a corpus.
  static LedgerTables tables(Extract extract, List<Incident> incidents) {
    return new LedgerTables(extract,
        new Snapshot(AsOf.NOW, Map.of(), List.of(), 0, NamesOnRecord.of(List.of(), AsOf.NOW), List.of()), incidents,
        List.of(), List.of());
  }

  private static Table table(List<Incident> incidents, String name) {
    return tables(NOTHING, incidents).all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /// Writes all tables, in place of what stands there.
  ///
  /// @param facts what was read
  /// @param incidents the incidents, by id
  /// @param origins whose word claims rest on
  void write(JavaPairRDD<String, byte[]> facts, JavaPairRDD<String, byte[]> incidents,
      JavaPairRDD<String, byte[]> origins) {
    write("documents", rows(facts, "documents").map(Facts.Row::cells));
    write("claim_parties", rows(facts, "claim_parties").map(Facts.Row::cells));
    List<String> columns = table(List.of(), "claims").columns().stream().map(Table.Column::name).toList();
    int id = columns.indexOf("incident_id");
    int name = columns.indexOf("incident_name");
    JavaPairRDD<String, Facts.Row> byAccount = rows(facts, "claims").mapToPair(
        row -> new Tuple2<>(row.account(), row));
    JavaRDD<List<String>> without =
        byAccount.filter(one -> one._1().isEmpty()).values().map(Facts.Row::cells);
    JavaRDD<List<String>> with = byAccount.filter(one -> !one._1().isEmpty()).mapValues(Wire::bytes)
        .cogroup(IncidentGroups.byAccount(incidents)).flatMap(one -> {
          List<List<String>> rows = new ArrayList<>();
          Iterator<Tuple2<String, String>> incident = one._2()._2().iterator();
          Tuple2<String, String> about = incident.next();
          one._2()._1().forEach(bytes -> {
            List<String> cells = new ArrayList<>(Wire.read(bytes, Facts.Row.class).cells());
            cells.set(id, about._1());
            cells.set(name, about._2());
            rows.add(cells);
          });
          return rows.iterator();
        });
    write("claims", without.union(with));
    write("incidents", incidents.values().map(bytes -> {
      Table one = table(List.of(IncidentGroups.incident(bytes)), "incidents");
      return one.rows().iterator().next().stream().map(Cell::words).toList();
    }));
    write("origins", OriginGroups.COLUMNS,
        origins.values().map(bytes -> Wire.read(bytes, Facts.Row.class).cells()));
  }

  private static JavaRDD<Facts.Row> rows(JavaPairRDD<String, byte[]> facts, String table) {
    String kind = Facts.ROW + table;
    return facts.filter(one -> one._1().equals(kind)).values().map(bytes -> Wire.read(bytes, Facts.Row.class));
  }

  private void write(String name, JavaRDD<List<String>> rows) {
    write(name, table(List.of(), name).columns(), rows);
  }

  private void write(String name, List<Table.Column> columns, JavaRDD<List<String>> rows) {
    List<Table.Type> types = columns.stream().map(Table.Column::type).toList();
    StructType schema = new StructType();
    for (Table.Column column : columns) {
      schema = schema.add(column.name(), type(column.type()), true);
    }
    spark.createDataFrame(rows.map(cells -> {
      Object[] values = new Object[cells.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(types.get(i), cells.get(i));
      }
      return RowFactory.create(values);
    }), schema).sortWithinPartitions(columns.getFirst().name()).write().mode(SaveMode.Overwrite)
        .parquet(folder + "/" + name);
  }

  private static DataType type(Table.Type type) {
    return switch (type) {
      case TEXT -> DataTypes.StringType;
      case WHOLE -> DataTypes.LongType;
      case FLAG -> DataTypes.BooleanType;
      case DAY -> DataTypes.DateType;
      case MOMENT -> DataTypes.TimestampType;
    };
  }

  @SuppressWarnings("NullAway") // no value is null in a row of Spark
  private static Object value(Table.Type type, String words) {
    if (words.isEmpty()) {
      return null;
    }
    return switch (type) {
      case TEXT -> words;
      case WHOLE -> Long.parseLong(words);
      case FLAG -> Boolean.parseBoolean(words);
      case DAY -> java.sql.Date.valueOf(LocalDate.parse(words));
      case MOMENT -> java.sql.Timestamp.from(java.time.Instant.parse(words));
    };
  }
}

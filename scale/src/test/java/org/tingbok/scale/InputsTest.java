package org.tingbok.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  private static final String FIRST = "Latvia blamed Turla for the breach of its customs office in May 2022.";
  private static final String SECOND = "Norway blamed APT28 for the breach of its parliament in August 2020.";

  @TempDir
  private Path folder = Path.of("");

  /// Publishers, addresses and accused that a job finds; what it could not read is none.
  private List<String> read(SparkSession session, String... from) {
    Job.Outcome outcome = new Job(List.of(from), folder.resolve("tables").toString(), Optional.empty(), 3).run(session);
    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.documents()).isEqualTo(2);
    List<String> found = new ArrayList<>();
    session.read().parquet(folder.resolve("tables") + "/claims").where("type = 'attribution'")
        .selectExpr("concat_ws(' | ', publisher, source, accused)").collectAsList()
        .forEach(row -> found.add(row.getString(0)));
    return found.stream().sorted().toList();
  }

  @Test
  void readsTheRowsOfParquet() throws IOException {
    try (SparkSession session = Local.session()) {
      StructType schema = new StructType().add("text", DataTypes.StringType).add("title", DataTypes.StringType)
          .add("url", DataTypes.StringType).add("date", DataTypes.StringType).add("publisher", DataTypes.StringType)
          .add("crawler", DataTypes.LongType);
      List<Row> rows = List.of(
          RowFactory.create(FIRST, "Customs", "https://a.example/1", "2022-06-01", "The Sound", 7L),
          RowFactory.create(SECOND, "Port", "https://b.example/2", "2021-09-01", "Harbour Gazette", 8L));
      session.createDataFrame(rows, schema).repartition(2).write().parquet(folder.resolve("rows").toString());
      assertThat(read(session, folder.resolve("rows").toString())).containsExactly(
          "Harbour Gazette | https://b.example/2 | APT28", "The Sound | https://a.example/1 | Turla");
    }
  }

  @Test
  void readsAWebArchivePackedRecordByRecord() throws IOException {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    record(archive, "https://a.example/1", FIRST);
    record(archive, "https://b.example/2", SECOND);
    Files.write(Files.createDirectory(folder.resolve("crawl")).resolve("crawl.warc.gz"), archive.toByteArray());
    try (SparkSession session = Local.session()) {
      assertThat(read(session, folder.resolve("crawl").toString())).hasSize(2)
          .anyMatch(line -> line.endsWith("https://a.example/1 | Turla"))
          .anyMatch(line -> line.endsWith("https://b.example/2 | APT28"));
    }
  }

  private static void record(ByteArrayOutputStream archive, String address, String text) throws IOException {
    byte[] block = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><article><p>" + text
        + "</p></article></body></html>").getBytes(StandardCharsets.UTF_8);
    String head = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000%04d>"
        .formatted(archive.size()) + "\r\nWARC-Date: 2024-06-04T09:00:00Z\r\nWARC-Target-URI: " + address
        + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + block.length + "\r\n\r\n";
    try (GZIPOutputStream out = new GZIPOutputStream(archive)) {
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(block);
      out.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void readsFromAddressesAndGlobsOfAnyHadoopFileSystem() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports/2022"));
    Files.writeString(reports.resolve("customs.txt"), FIRST);
    Files.writeString(folder.resolve("reports/port.md"), SECOND);
    Files.writeString(folder.resolve("reports/.hidden.txt"), SECOND);
    try (SparkSession session = Local.session()) {
      assertThat(read(session, folder.resolve("reports").toUri().toString())).hasSize(2)
          .isEqualTo(read(session, folder.toUri() + "rep*"));
    }
    // A file system that only the settings of the job know of.
    try (SparkSession session = Local.session("spark.hadoop.fs.viewfs.mounttable.press.link./all",
        folder.resolve("reports").toUri().toString())) {
      assertThat(read(session, "viewfs://press/all")).hasSize(2).anyMatch(line -> line.endsWith("Turla"))
          .anyMatch(line -> line.endsWith("APT28"));
    }
  }
}

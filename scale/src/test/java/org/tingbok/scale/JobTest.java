package org.tingbok.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.analysis.Analysis;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.SameStory;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Ledger;
import org.tingbok.reading.ReportReader;
import org.tingbok.store.Ledgers;
import org.tingbok.text.Text;

class JobTest {
  private static final Path SAMPLES = Path.of("..", "samples");

  @TempDir
  private Path folder = Path.of("");

  @Test
  void findsTheClaimsAndIncidentsOfOneMachineAndAddsNothingTwice() throws Exception {
    List<Reading> readings = onOneMachine();
    Analysis one = OneMachine.analysis(readings);
    assertThat(one.incidents()).anyMatch(Incident::disputed).anyMatch(incident -> !incident.disputed());
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start(); SparkSession session = Local.session()) {
      String address = "postgresql://postgres@localhost:" + server.getPort() + "/postgres?schema=scale";
      for (int partitions : List.of(1, 5)) {
        Job job = new Job(List.of(SAMPLES.toString()), folder.resolve("tables").toString(), Optional.of(address),
            partitions);
        Job.Outcome outcome = job.run(session);
        assertThat(outcome.documents()).isEqualTo(readings.size());
        assertThat(outcome.faults()).isEmpty();
        assertThat(column(session, "claims", "claim_id")).isEqualTo(new TreeSet<>(readings.stream()
            .flatMap(reading -> reading.claims().stream()).map(claim -> claim.id()).toList()));
        assertThat(job.incidents(session)).isEqualTo(one.incidents());
        assertThat(disputed(session)).isEqualTo(one.incidents().stream().filter(Incident::disputed).map(Incident::id)
            .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(origins(session)).isEqualTo(OneMachine.origins(one));
        try (Ledger ledger = Ledgers.read(address)) {
          assertThat(new TreeSet<>(ledger.readings().stream().flatMap(entry -> entry.reading().claims().stream())
              .map(claim -> claim.id()).toList())).isEqualTo(column(session, "claims", "claim_id"));
          assertThat(ledger.readings().stream().mapToInt(entry -> entry.reading().claims().size()).sum())
              .isEqualTo(readings.stream().mapToInt(reading -> reading.claims().size()).sum());
          Map<String, Instant> recorded = new TreeMap<>();
          ledger.readings().forEach(entry -> {
            recorded.put(entry.reading().document().id().value(), entry.recordedAt());
            entry.reading().claims().forEach(claim -> recorded.put(claim.id(), entry.recordedAt()));
          });
          Map<String, Instant> told = moments(session, "claims", "claim_id", "recorded_at");
          assertThat(moments(session, "claims", "claim_id", "changed_at")).isEqualTo(told);
          told.putAll(moments(session, "documents", "document_id", "recorded_at"));
          assertThat(told).isEqualTo(recorded);
        }
      }
    }
  }

  private Dataset<Row> table(SparkSession session, String table) {
    return session.read().parquet(folder.resolve("tables") + "/" + table);
  }

  private Set<String> disputed(SparkSession session) {
    Set<String> all = new TreeSet<>();
    table(session, "incidents").where("disputed").select("incident_id").collectAsList()
        .forEach(row -> all.add(row.getString(0)));
    return all;
  }

  private List<String> origins(SparkSession session) {
    return table(session, "origins").collectAsList().stream().map(row -> IntStream.range(0, row.size())
        .mapToObj(i -> row.isNullAt(i) ? "" : row.get(i).toString()).toList().toString()).sorted().toList();
  }

  private Map<String, Instant> moments(SparkSession session, String table, String id, String moment) {
    Map<String, Instant> all = new TreeMap<>();
    table(session, table).select(id, moment).collectAsList()
        .forEach(row -> all.put(row.getString(0), row.getTimestamp(1).toInstant()));
    return all;
  }

  private Set<String> column(SparkSession session, String table, String column) {
    Set<String> all = new TreeSet<>();
    for (Row row : table(session, table).select(column).collectAsList()) {
      all.add(row.getString(0));
    }
    return all;
  }

  private static List<Reading> onOneMachine() throws IOException {
    ReportReader reader = ReportReader.standard();
    List<Text> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(SAMPLES)) {
      for (Path file : files.sorted().toList()) {
        texts.add(reader.parse(file.toString(), Files.readAllBytes(file)));
      }
    }
    Map<DocumentId, Family> stories =
        SameStory.byMember(SameStory.group(texts.stream().map(Text::document).toList()));
    return texts.stream().map(text -> Optional.ofNullable(stories.get(text.document().id()))
        .flatMap(story -> story.readAsOf(text.document().published())).map(day -> reader.read(text, day))
        .orElseGet(() -> reader.read(text))).toList();
  }
}

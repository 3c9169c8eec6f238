package org.tingbok.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.Groundwork;
import org.tingbok.analysis.SameStory;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Ledger;
import org.tingbok.reading.ReportReader;
import org.tingbok.store.Ledgers;
import org.tingbok.text.Text;

class JobTest {
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @TempDir
  private Path folder = Path.of("");

  @Test
  void findsTheClaimsAndIncidentsOfOneMachineAndAddsNothingTwice() throws Exception {
    List<Reading> readings = onOneMachine();
    List<org.tingbok.analysis.Incident> incidents;
    try (Ledger one = Ledger.inMemory(CLOCK)) {
      one.append(readings);
      incidents = Groundwork.of(one, Optional.empty(), _ -> Optional.empty()).incidents().all().stream()
          .sorted(java.util.Comparator.comparing(org.tingbok.analysis.Incident::id)).toList();
    }
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
        assertThat(job.incidents(session)).isEqualTo(incidents);
        try (Ledger ledger = Ledgers.read(address)) {
          assertThat(new TreeSet<>(ledger.readings().stream().flatMap(one -> one.reading().claims().stream())
              .map(claim -> claim.id()).toList())).isEqualTo(column(session, "claims", "claim_id"));
          assertThat(ledger.readings().stream().mapToInt(one -> one.reading().claims().size()).sum())
              .isEqualTo(readings.stream().mapToInt(reading -> reading.claims().size()).sum());
        }
      }
    }
  }

  private Set<String> column(SparkSession session, String table, String column) {
    Set<String> all = new TreeSet<>();
    for (Row row : session.read().parquet(folder.resolve("tables") + "/" + table).select(column).collectAsList()) {
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

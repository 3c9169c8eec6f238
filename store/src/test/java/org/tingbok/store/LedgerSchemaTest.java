package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.NameEntry;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.GroupingVerdict;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The lines that are exported keep the published schema, which says all that they may say.
class LedgerSchemaTest {
  private static final String UNREAD = "unread--0b1c2d3e-4f50-5162-8374-8596a7b8c9d0";
  private static final Path SCHEMA = Path.of("..", "docs", "ledger-entry.schema.json");
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

  @Test
  void everyLineFits() throws IOException {
    Schema schema = schema();
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    for (int round = 0; round < 10; round++) {
      List<Reading> readings = new ArrayList<>(generator.readings(5));
      readings.add(generator.reading(4));
      for (String line : SampleEntries.export(entries(readings)).lines().toList()) {
        assertThat(wrong(schema, line)).describedAs(line).isEmpty();
      }
    }
  }

  /// Every kind of entry, with words and without.
  private static List<Entry> entries(List<Reading> readings) {
    List<Entry> entries = SampleEntries.of(readings);
    Reading last = readings.getLast();
    Claim claim = last.claims().getFirst();
    DocumentId document = last.document().id();
    List<Act> acts = List.of(
        new Act.Ruled(new Ruling(claim.id(), RulingVerdict.CORRECTED, Optional.of(claim), "why", "ida", DAY,
            Optional.of(claim.id()))),
        new Act.Ruled(new Ruling(claim.id(), RulingVerdict.CONFIRMED, Optional.empty(), "", "ida", DAY,
            Optional.empty())),
        new Act.Misread(claim.id(), "why", "tingbok"),
        new Act.Misread(UNREAD, "no claim", "ida"), new Act.Reopened(UNREAD, "a claim", "ola", DAY),
        new Act.Revised(claim, "tingbok"),
        new Act.Retracted(claim.id(), RetractionKind.CORRECTED, "a body", DAY, "its page", Optional.of("claim--1")),
        new Act.Grouped(List.of(new AccountRef(document, "1"), new AccountRef(document, "2")), GroupingVerdict.JOINED,
            "one night", "ida", DAY),
        new Act.WatchSet("tides", "q", "ida"), new Act.WatchSeen("tides", Instant.ofEpochMilli(1)),
        new Act.WatchDropped("tides"), new Act.Subscribed("https://a.example/feed", true, "ida"),
        new Act.Fetched(document, "https://a.example/1", "https://a.example/2", Instant.ofEpochMilli(1),
            Optional.of("https://a.example/feed"), Optional.of("urn:1"), Optional.of("\"7\""), Optional.of("then")));
    for (Act act : acts) {
      SampleEntries.add(entries, ActJson.kind(act), act.subject(),
          act.subject().startsWith("claim--") ? Optional.of(document.value()) : Optional.empty(),
          entries.getLast().recordedAt(), ActJson.write(act));
    }
    List<NameEntry> names = List.of(new NameEntry.Said(NameFormatTest.LISTING, NameFormatTest.LISTING.saidOn(), DAY),
        new NameEntry.Withdrawn("list/herons", NameFormatTest.LISTING.id(), DAY),
        new NameEntry.Decided(new Decision("a", "b", Verdict.UNSURE, "why", "ida", DAY)));
    for (NameEntry name : names) {
      SampleEntries.add(entries, NameEntryJson.kind(name), NameEntryJson.subject(name), Optional.empty(),
          entries.getLast().recordedAt(), NameEntryJson.write(name));
    }
    SampleEntries.erase(entries, document);
    return entries;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"\"sequence\":1|\"sequence\":0", "\"kind\":\"document\"|\"kind\":\"rumour\"",
      "\"sha256\"|\"sha1\"", "\"hash\":\"|\"hash\":\"x", "\"dateConflict\"|\"mood\"",
      "\"kind\":\"claim\"|\"kind\":\"unread\"",
      "\"level\":\"|\"level\":\"x", "\"evidence\":|\"evidences\":"})
  void whatIsOtherwiseDoesNot(String sound, String broken) throws IOException {
    Schema schema = schema();
    String line = SampleEntries.export(SampleEntries.of(List.of(new ReadingGenerator(4).reading(3)))).lines()
        .filter(one -> one.contains(sound)).findFirst().orElseThrow();
    assertThat(wrong(schema, line)).isEmpty();
    assertThat(wrong(schema, line.replace(sound, broken))).isNotEmpty();
  }

  private static List<String> wrong(Schema schema, String line) {
    JsonNode node = JsonMapper.shared().readTree(line.getBytes(StandardCharsets.UTF_8));
    return schema.validate(node).stream().map(Error::toString).toList();
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Files.readString(SCHEMA));
  }
}

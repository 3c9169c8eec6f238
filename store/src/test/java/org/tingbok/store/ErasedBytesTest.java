package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.AsOf;
import org.tingbok.claim.Unread;
import org.tingbok.claim.Speaker;
import org.tingbok.claim.Ruling;
import org.tingbok.claim.IncidentAccount;
import java.util.Set;
import java.sql.Statement;
import java.sql.SQLException;
import java.sql.ResultSet;
import java.sql.DriverManager;
import java.sql.Connection;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// What was erased stands nowhere in the file, not only nowhere in an answer.
class ErasedBytesTest {
  private static final Clock NOON = Clock.fixed(Instant.parse("2031-06-05T12:00:00Z"), ZoneOffset.UTC);
  private static final String WORD = "Quillwhistler";

  @TempDir
  Path folder;

  @Test
  void noByteOfTheWordsIsLeft() throws IOException {
    ReadingGenerator others = ReadingGenerator.printingItsSeed();
    Path file = folder.resolve("kept.ledger");
    Reading reading = reading();
    try (Ledger ledger = Ledgers.open(file, NOON)) {
      ledger.append(others.readings(30));
      ledger.append(List.of(reading));
      // Further appends make the full text merge what it holds.
      for (int i = 0; i < 20; i++) {
        ledger.append(others.readings(5));
      }
    }
    try (Ledger ledger = Ledgers.open(file, NOON)) {
      acts(reading).forEach(act -> ledger.act(List.of(act)));
    }
    assertThat(bytes()).contains(WORD.toLowerCase(Locale.ROOT));
    try (Ledger ledger = Ledgers.open(file, NOON)) {
      ledger.act(List.of(new Act.Erased(reading.document().id(), "court order", "ida", LocalDate.of(2031, 6, 4))));
    }
    assertThat(bytes()).doesNotContain(WORD.toLowerCase(Locale.ROOT));
    assertThat(Upkeeping.wrong(file)).isEmpty();
    try (Ledger ledger = Ledgers.read(file)) {
      assertThat(ledger.asOf(AsOf.NOW).toString() + ledger.acts()).doesNotContain(WORD).contains("Salt Otter");
      assertThat(ledger.asOf(AsOf.NOW).claims()).extracting(RecordedClaim::id)
          .containsAll(reading.claims().stream().map(Claim::id).toList());
    }
  }

  @Test
  void noRowOfAServerHasTheWords() throws SQLException {
    Reading reading = reading();
    String address = PostgresServer.anew();
    try (Ledger ledger = Ledgers.open(address, NOON)) {
      ledger.append(ReadingGenerator.printingItsSeed().readings(5));
      ledger.append(List.of(reading));
      acts(reading).forEach(act -> ledger.act(List.of(act)));
      assertThat(rows(address)).contains(WORD.toLowerCase(Locale.ROOT));
      ledger.act(List.of(new Act.Erased(reading.document().id(), "court order", "ida", LocalDate.of(2031, 6, 4))));
    }
    assertThat(rows(address)).doesNotContain(WORD.toLowerCase(Locale.ROOT));
    assertThat(PostgresUpkeepTest.wrong(address)).isEmpty();
  }

  /// Every row of every table that holds words, as lower case.
  private static String rows(String address) throws SQLException {
    StringBuilder rows = new StringBuilder();
    String schema = address.substring(address.indexOf("schema=") + "schema=".length());
    try (Connection connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + PostgresServer.port()
        + "/postgres?currentSchema=" + schema, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      for (String table : List.of("entry", "quote_words", "account_words", "document_words")) {
        try (ResultSet row = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (row.next()) {
            rows.append(row.getString(1)).append('\n');
          }
        }
      }
    }
    return rows.toString().toLowerCase(Locale.ROOT);
  }

  /// Corrections and better readings hold words of the document, too.
  private static List<Act> acts(Reading reading) {
    Claim.Impact was = reading.claims().stream().filter(Claim.Impact.class::isInstance).map(Claim.Impact.class::cast)
        .findFirst().orElseThrow();
    Claim corrected = new Claim.Impact(was.document(), was.saying(), was.incident(), "every " + WORD + " table",
        was.polarity(), List.of(new Evidence(4, 30, reading.document().text().substring(4, 30))));
    Claim.Method method = reading.claims().stream().filter(Claim.Method.class::isInstance).map(Claim.Method.class::cast)
        .findFirst().orElseThrow();
    IncidentAccount told = method.incident().orElseThrow();
    Claim better = new Claim.Method(method.document(), saying("surely " + WORD),
        Optional.of(new IncidentAccount(told.document(), told.key(), "the great " + WORD + " raid", told.victims(),
            told.period(), told.names(), told.countries(), told.sectors())),
        method.what(), method.polarity(), method.vulnerabilities(), method.techniques(), method.evidence());
    LocalDate day = LocalDate.of(2031, 6, 3);
    return List.of(
        new Act.Ruled(new Ruling(was.id(), RulingVerdict.CORRECTED, Optional.of(corrected), "more", "ida", day,
            Optional.empty())),
        new Act.Revised(better, "reader 2"));
  }

  private static Saying saying(String hedge) {
    return new Saying(List.of(party("Harbour office", PartyKind.BODY)),
        Optional.of(new Speaker("Ida Strand", Optional.of("keeper of the " + WORD))), false, List.of(),
        new Certainty(CertaintyLevel.MODERATE, Optional.of(hedge), Optional.empty(), Optional.empty()),
        PartialDate.NOT_STATED);
  }

  private static Party party(String name, PartyKind kind) {
    return new Party(name, kind, Optional.empty(), "that " + WORD + " lot");
  }

  /// Every byte of the ledger's files, as lower case.
  private String bytes() throws IOException {
    StringBuilder bytes = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return bytes.toString().toLowerCase(Locale.ROOT);
  }

  private static Reading reading() {
    String text = "The " + WORD + " office said that Salt Otter took its tide tables. Nobody else knew " + WORD + ".";
    String sha256 = ContentId.sha256(text.getBytes(StandardCharsets.UTF_8));
    DocumentId id = DocumentId.of(sha256);
    Document document = new Document(id, "report.txt", sha256, "text/plain", text, Optional.of(WORD + " robbed"),
        Optional.empty(), PartialDate.parse("2031-06-01"), "en", List.of(), false, List.of(new Span(0, text.length())));
    Saying saying = saying("probably " + WORD);
    List<Evidence> evidence = List.of(new Evidence(0, 60, text.substring(0, 60)));
    Optional<IncidentAccount> told = Optional.of(new IncidentAccount(id, "0", "theft of " + WORD + " tables",
        List.of(party("Elvheim", PartyKind.BODY)), PartialDate.year(2031), Set.of(), Set.of("NO")));
    Party otter = party("Salt Otter", PartyKind.THREAT_ACTOR);
    return new Reading(document, List.of(new Claim.Attribution(id, saying, List.of(otter), told, evidence),
        new Claim.NonAttribution(id, saying, List.of(otter), told, false, evidence),
        new Claim.Denial(id, saying, told, evidence),
        new Claim.Alias(id, saying, otter, party("Tin Heron", PartyKind.THREAT_ACTOR), AliasRelation.SAME, evidence),
        new Claim.Affiliation(id, saying, otter, party("Fjordland", PartyKind.STATE), AffiliationRelation.PART_OF,
            evidence),
        new Claim.Response(id, saying, Optional.empty(), List.of(otter), told, evidence),
        new Claim.Impact(id, saying, told, "the " + WORD + " tables", Polarity.AFFIRMED, evidence),
        new Claim.Method(id, saying, told, "a " + WORD + " hook", Polarity.AFFIRMED, List.of(), List.of(), evidence)),
        List.of(new Unread(new Evidence(63, 80, text.substring(63, 80)), "beside the word " + WORD)));
  }
}

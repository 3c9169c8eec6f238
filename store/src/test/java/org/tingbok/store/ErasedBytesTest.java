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
    assertThat(bytes()).contains(WORD.toLowerCase(Locale.ROOT));
    try (Ledger ledger = Ledgers.open(file, NOON)) {
      ledger.act(List.of(new Act.Erased(reading.document().id(), "court order", "ida", LocalDate.of(2031, 6, 4))));
    }
    assertThat(bytes()).doesNotContain(WORD.toLowerCase(Locale.ROOT));
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
    Saying saying = new Saying(List.of(new Party("Harbour office", PartyKind.BODY, Optional.empty(), "office")),
        Optional.empty(), false, List.of(), Certainty.ASSERTED, PartialDate.NOT_STATED);
    Claim claim = new Claim.Attribution(id, saying,
        List.of(new Party("Salt Otter", PartyKind.THREAT_ACTOR, Optional.empty(), "Salt Otter")), Optional.empty(),
        List.of(new Evidence(0, 60, text.substring(0, 60))));
    return new Reading(document, List.of(claim), List.of());
  }
}

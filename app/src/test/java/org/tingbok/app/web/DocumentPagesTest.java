package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

class DocumentPagesTest {
  private static final String DASHES = "|---|---|";

  @TempDir
  private Path folder;

  private WritableSite site;

  @BeforeEach
  void open() {
    site = WritableSite.ofCasebook(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static Reading report(String mediaType, String text, String sentence) {
    String sha256 = ContentId.sha256(text.getBytes(StandardCharsets.UTF_8));
    DocumentId id = DocumentId.of(sha256);
    Document document = new Document(id, "locks", sha256, mediaType, text, Optional.of("Locks"),
        Optional.of("Lock Post"), PartialDate.NOT_STATED, "en", List.of(), false,
        text.contains(DASHES) ? List.of(new Span(0, text.indexOf(DASHES)),
            new Span(text.indexOf(DASHES) + DASHES.length(), text.length())) : List.of(new Span(0, text.length())));
    int start = text.lastIndexOf(sentence);
    Saying saying = new Saying(List.of(new Party("Lock Office", PartyKind.BODY, Optional.empty(), "the Lock Office")),
        Optional.empty(), false, List.of("Lock Post"), Certainty.ASSERTED, PartialDate.day(LocalDate.of(2024, 3, 1)),
        Optional.empty());
    return new Reading(document, List.of((Claim) new Claim.Alias(id, saying,
        new Party("Grey Heron", PartyKind.THREAT_ACTOR, Optional.of("CN"), "Grey Heron"),
        new Party("Tin Heron", PartyKind.THREAT_ACTOR, Optional.empty(), "Tin Heron"), AliasRelation.SAME,
        List.of(new Evidence(start, start + sentence.length(), sentence)))), List.of());
  }

  private String page(Reading reading) throws Exception {
    site.ledger().append(List.of(reading));
    return site.get("/document/" + reading.document().id().value()).body();
  }

  /// What cannot be seen yet is not laid out, and little is sent but the text itself.
  @Test
  void aLongDocumentComesInPartsThatAreLaidOutAsTheyAreScrolledTo() throws Exception {
    String line = "The keeper wrote down who passed the lock, which way, how deep, and in what weather.\n\n";
    String sentence = "Grey Heron is Tin Heron, the Lock Office said.";
    String text = line.repeat(5_000_000 / line.length()) + sentence + "\n";
    Reading reading = report("text/plain", text, sentence);
    String html = page(reading);
    assertThat(html.length()).isLessThan(text.length() * 3 / 2);
    assertThat(html).contains("<mark>" + sentence + "</mark>",
        "id=\"e-" + Frame.digits(reading.claims().getFirst().id()) + "\"");
    String[] parts = html.split("<div class=\"far\">", -1);
    assertThat(parts.length).isGreaterThan(800);
    assertThat(parts).allSatisfy(part -> assertThat(part.length()).isLessThan(20_000));
  }

  @Test
  void tellsWhereAndWhenItWasFetched() throws Exception {
    String text = "Grey Heron is Tin Heron, the Lock Office said.";
    Reading reading = report("text/plain", text, text);
    assertThat(page(reading)).doesNotContain("<dt>fetched</dt>");
    site.ledger().act(List.of(new Act.Fetched(reading.document().id(), "https://locks.example/1",
        "https://locks.example/one?a=1&b=2", Instant.parse("2026-11-20T09:30:00Z"),
        Optional.of("https://locks.example/feed"), Optional.of("1"), Optional.empty(), Optional.empty())));
    assertThat(site.get("/document/" + reading.document().id().value()).body()).contains("20 November 2026, 09:30 UTC",
        "href=\"https://locks.example/one?a=1&amp;b=2\"", "asked for as https://locks.example/1",
        "https://locks.example/feed");
    assertThat(site.json("/document/" + reading.document().id().value() + ".json").at("/fetched/0/at").asString())
        .isEqualTo("2026-11-20T09:30:00Z");
  }

  /// Words that lines cut, lines in narrow columns, tables written with bars.
  @Test
  void setsPrintAsItIsRead() throws Exception {
    String text = """
        The pilots of the outer harbour com-
        plained that nobody had asked whether
        a state-sponsored crew could open the
        sluices, or whether the keepers, being
        few, would notice before the tide had
        turned; and that the books of the har-
        bour were kept by hand, in pencil, and
        so could be changed by whoever came by.

        Grey Heron is Tin Heron, the Lock Of-
        fice said.
        """;
    String html = page(report("application/pdf", text, "Grey Heron is Tin Heron"));
    assertThat(html).contains("outer harbour complained that", "the books of the harbour were", "the Lock Office said.")
        .doesNotContain("com- plained");
    String table = page(report("text/markdown", "Names:\n\n| Lab | Name |\n" + DASHES + "\n| North | Grey Heron |\n\n"
        + "- Grey Heron is Tin Heron.\n", "Grey Heron is Tin Heron."));
    assertThat(table).contains("class=\"row\"").doesNotContain(DASHES);
  }
}

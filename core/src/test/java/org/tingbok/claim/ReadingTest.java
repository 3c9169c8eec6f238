package org.tingbok.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// A claim whose evidence is not in the document verbatim is refused.
class ReadingTest {
  private static final String TEXT = "Caf\u00e9 talk. The Elvheim pilots denied it. The Elvheim pilots denied it.";
  private static final String DENIED = "The Elvheim pilots denied it.";

  private final Document report = document("ab".repeat(32), TEXT);

  @Test
  void takesEvidenceThatReadsAsQuoted() {
    Reading reading = new Reading(report, List.of(denial(report, 11, DENIED), denial(report, 41, DENIED)), List.of());
    assertThat(reading.claims()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"12, The Elvheim pilots denied it.", "11, The Elvheim pilots denied it!",
      "11, the elvheim pilots denied it.",
      "0, Cafe talk.", "42, The Elvheim pilots denied it.", "70, x"})
  void refusesEvidenceThatDoesNot(int start, String quote) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> new Reading(report, List.of(denial(report, start, quote)), List.of()))
        .withMessageContaining("reports/a.txt").withMessageContaining("at " + start)
        .satisfies(e -> assertThat(e.code()).isEqualTo("EVIDENCE_NOT_VERBATIM"));
  }

  @Test
  void refusesCombiningMarksForTheLetterTheyMake() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> new Reading(report, List.of(denial(report, 0, "Cafe\u0301")), List.of()));
  }

  @Test
  void refusesAClaimOfAnotherDocument() {
    Document other = document("cd".repeat(32), TEXT);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> new Reading(report, List.of(denial(other, 11, DENIED)), List.of()))
        .satisfies(e -> assertThat(e.code()).isEqualTo("EVIDENCE_ELSEWHERE"));
  }

  @Test
  void looksAtEveryRangeOfEvidence() {
    Claim claim = new Claim.Denial(report.id(), denial(report, 11, DENIED).saying(), Optional.empty(),
        List.of(new Evidence(11, 40, DENIED), new Evidence(41, 42, "t")));
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> new Reading(report, List.of(claim), List.of()));
  }

  @Test
  void isNotChangedByWhoeverMadeIt() {
    List<Claim> claims = new ArrayList<>(List.of(denial(report, 11, DENIED)));
    Reading reading = new Reading(report, claims, List.of());
    claims.clear();
    assertThat(reading.claims()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"-1, 3, EVIDENCE_EMPTY", "3, 3, EVIDENCE_EMPTY", "4, 3, EVIDENCE_EMPTY", "0, 3, EVIDENCE_LENGTH",
      "0, 5, EVIDENCE_LENGTH"})
  void refusesEvidenceThatDoesNotFitItself(int start, int end, String code) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> new Evidence(start, end, "four"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void matchesOnlyAtItsOffsets() {
    Evidence evidence = new Evidence(2, 4, "it");
    assertThat(evidence.matches("a it")).isTrue();
    assertThat(evidence.matches("it it")).isFalse();
    assertThat(evidence.matches("it")).isFalse();
  }

  private static Claim denial(Document document, int start, String quote) {
    Party pilots = new Party("Elvheim Pilots", PartyKind.ORGANISATION, Optional.empty(), "The Elvheim pilots");
    Saying saying = new Saying(List.of(pilots), Optional.empty(), false, List.of(), Certainty.ASSERTED,
        PartialDate.NOT_STATED);
    return new Claim.Denial(document.id(), saying, Optional.empty(),
        List.of(new Evidence(start, start + quote.length(), quote)));
  }

  private static Document document(String sha256, String text) {
    return new Document(DocumentId.of(sha256), "reports/a.txt", sha256, "text/plain", text, Optional.empty(),
        Optional.empty(), PartialDate.NOT_STATED, "en", List.of(), false, List.of());
  }
}

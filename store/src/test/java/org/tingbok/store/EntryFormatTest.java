package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Addition;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Speaker;
import org.tingbok.claim.Unread;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.PartialDate;

/// What entries hold loses nothing and stays readable by later versions.
class EntryFormatTest {
  @Test
  void givesBackEqualWhatWasWritten() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    for (Reading reading : generator.readings(400)) {
      assertThat(EntryReader.document(bytes(EntryWriter.document(reading.document()))))
          .isEqualTo(reading.document());
      for (Claim claim : reading.claims()) {
        Claim back = EntryReader.claim(bytes(EntryWriter.claim(claim)));
        assertThat(back).isEqualTo(claim);
        assertThat(back.id()).isEqualTo(claim.id());
      }
      for (Unread unread : reading.unread()) {
        assertThat(EntryReader.unread(bytes(EntryWriter.unread(unread)))).isEqualTo(unread);
      }
    }
  }

  /// A change here changes the files of everybody: old entries have to stay readable.
  @Test
  void writesTheDocumentedForm() {
    DocumentId document = new DocumentId("document--1");
    Party institute =
        new Party("Elvheim Institute", PartyKind.ORGANISATION, Optional.of("NO"), "the institute");
    Party lynx = new Party("Copper Lynx", PartyKind.THREAT_ACTOR, Optional.empty(), "the group");
    Saying saying =
        new Saying(List.of(institute), Optional.of(new Speaker("Ida Strand", Optional.of("director"))), false,
            List.of("Elvheim Gazette"), new Certainty(CertaintyLevel.MODERATE, Optional.of("moderate confidence"),
                Optional.empty(), Optional.of(AnalyticConfidence.MODERATE)),
            PartialDate.parse("2024-02"), Optional.of("some-model"))
            .added(Optional.of(new Addition("ida", "the caption says so", LocalDate.of(2024, 3, 5))));
    IncidentAccount tides = new IncidentAccount(document, "tides", "the theft of tide tables", List.of(),
        PartialDate.NOT_STATED, Set.of("SLACK WATER"), Set.of());
    Claim claim = new Claim.Attribution(document, saying, List.of(lynx), Optional.of(tides),
        List.of(new Evidence(10, 16, "did it")));
    assertThat(EntryWriter.claim(claim)).isEqualTo("""
        {"type":"attribution","document":"document--1",\
        "claimants":[{"name":"Elvheim Institute","kind":"organisation","country":"NO","text":"the institute"}],\
        "speaker":{"name":"Ida Strand","role":"director"},"ownVoice":false,"reportedBy":["Elvheim Gazette"],\
        "certainty":{"level":"moderate","words":"moderate confidence","confidence":"moderate"},\
        "saidOn":{"from":"2024-02-01","to":"2024-02-29"},"readBy":"some-model",\
        "added":{"by":"ida","reason":"the caption says so","day":"2024-03-05"},\
        "accused":[{"name":"Copper Lynx","kind":"threat-actor","text":"the group"}],\
        "incident":{"document":"document--1","key":"tides","label":"the theft of tide tables","names":["SLACK WATER"]},\
        "evidence":[{"start":10,"end":16,"quote":"did it"}]}""");
  }

  @Test
  void keepsAnyDateThereIs() {
    for (PartialDate date : List.of(PartialDate.NOT_STATED, PartialDate.range(LocalDate.MIN, LocalDate.MAX),
        PartialDate.year(0), PartialDate.year(12_024), PartialDate.parse("2024-02-29"))) {
      Saying saying =
          new Saying(List.of(new Party("x", PartyKind.PERSON, Optional.empty(), "x")), Optional.empty(), true,
              List.of(), Certainty.ASSERTED, date);
      Claim claim = new Claim.Denial(new DocumentId("document--1"), saying, Optional.empty(),
          List.of(new Evidence(0, 1, "x")));
      assertThat(EntryReader.claim(bytes(EntryWriter.claim(claim)))).isEqualTo(claim);
    }
  }

  @Test
  void passesOverSlotsOfLaterVersions() {
    assertThat(EntryReader.unread(bytes("""
        {"start":0,"end":1,"quote":"x","reason":"why","mood":{"of":["the",1,true]}}""")))
        .isEqualTo(new Unread(new Evidence(0, 1, "x"), "why"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{}", "null", "{\"type\":\"rumour\"}",
      "{\"start\":\"0\",\"end\":1,\"quote\":\"x\",\"reason\":\"why\"}",
      "{\"start\":0,\"end\":1.5,\"quote\":\"x\",\"reason\":\"why\"}",
      "{\"start\":0,\"end\":1,\"quote\":[\"x\"],\"reason\":\"\"}"})
  void refusesWhatIsNoEntry(String json) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> EntryReader.unread(bytes(json)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("ENTRY_UNREADABLE"));
  }

  /// As the file keeps it.
  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}

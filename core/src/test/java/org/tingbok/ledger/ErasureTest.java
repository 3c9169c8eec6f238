package org.tingbok.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tingbok.ledger.Tide.ADOPTED;
import static org.tingbok.ledger.Tide.DOCUMENT;
import static org.tingbok.ledger.Tide.HEDGED;
import static org.tingbok.ledger.Tide.READ;
import static org.tingbok.ledger.Tide.READING;
import static org.tingbok.ledger.Tide.UNREAD;

import java.util.List;
import java.util.stream.Stream;
import java.util.Set;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.mention.PartyKind;
import org.tingbok.claim.Unread;
import org.tingbok.claim.Speaker;
import org.tingbok.claim.Slot;
import org.tingbok.claim.Saying;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Certainty;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.RulingVerdict;

class ErasureTest {
  @Test
  void leavesBlocksOfTheSameLengthAndWhereTheyStood() {
    Document left = Erasure.of(DOCUMENT);
    assertThat(left.text()).hasSameSizeAs(DOCUMENT.text()).matches("\u2588+");
    assertThat(left.title()).isEmpty();
    assertThat(left.dates().getFirst().quote()).isEqualTo("\u2588".repeat(12));
    assertThat(left).extracting(Document::id, Document::sha256, Document::source, Document::publisher,
        Document::published, Document::body).containsExactly(DOCUMENT.id(), DOCUMENT.sha256(), DOCUMENT.source(),
            DOCUMENT.publisher(), DOCUMENT.published(), DOCUMENT.body());
  }

  @Test
  void keepsEveryIdAndWhoSaysWhatOfWhomInEveryKindOfClaim() {
    Party a = Tide.party("Copper Lynx");
    Party b = Tide.party("Tin Heron");
    DocumentId id = DOCUMENT.id();
    List<Evidence> evidence = List.of(Tide.evidence("blamed"), Tide.evidence("theft"));
    List<Claim> claims = List.of(READ, HEDGED,
        new Claim.NonAttribution(id, READ.saying(), List.of(a), Optional.empty(), true, evidence),
        new Claim.Denial(id, READ.saying(), Optional.empty(), evidence),
        new Claim.Alias(id, READ.saying(), a, b, AliasRelation.SAME, evidence),
        new Claim.Affiliation(id, READ.saying(), a, b, AffiliationRelation.PART_OF, evidence),
        new Claim.Response(id, READ.saying(), Optional.empty(), List.of(a), Optional.empty(), evidence),
        new Claim.Impact(id, READ.saying(), Optional.empty(), "tables", Polarity.AFFIRMED, evidence),
        new Claim.Method(id, READ.saying(), Optional.empty(), "a hook", Polarity.AFFIRMED, List.of("CVE-2024-1"),
            List.of("T1001"), evidence));
    for (Claim claim : claims) {
      Claim left = Erasure.of(claim);
      assertThat(left.id()).isEqualTo(claim.id());
      assertThat(left.slots()).isEqualTo(claim.slots().stream().map(slot -> new Slot(slot.role(), new Party(
          slot.party().name(), slot.party().kind(), slot.party().country(), ""))).toList());
      assertThat(left.saying()).extracting(Saying::ownVoice, Saying::reportedBy, Saying::saidOn, Saying::erasedId)
          .containsExactly(claim.saying().ownVoice(), claim.saying().reportedBy(), claim.saying().saidOn(),
              Optional.of(claim.id()));
      assertThat(left.saying().added()).isEqualTo(claim.saying().added());
      assertThat(left.saying().certainty().level()).isEqualTo(claim.saying().certainty().level());
      assertThat(left.evidence()).extracting(Evidence::start, Evidence::end).isEqualTo(
          claim.evidence().stream().map(one -> org.assertj.core.groups.Tuple.tuple(one.start(), one.end())).toList());
      assertThat(left.evidence()).allMatch(one -> one.quote().matches("\u2588+"));
      assertThat(Erasure.of(left)).isEqualTo(left);
    }
  }

  @Test
  void noSlotKeepsWordsOfTheText() {
    Party party = new Party("Copper Lynx", PartyKind.THREAT_ACTOR, Optional.of("FJ"), "the quill gang");
    Saying saying = new Saying(List.of(party), Optional.of(new Speaker("Ida Strand", Optional.of("quill master"))),
        false, List.of("Vik Radio"), new Certainty(CertaintyLevel.LOW, Optional.of("quill perhaps"),
            Optional.of(Likelihood.LIKELY), Optional.empty()),
        PartialDate.year(2024));
    Optional<IncidentAccount> told = Optional.of(new IncidentAccount(DOCUMENT.id(), "7", "theft of quills",
        List.of(party), PartialDate.year(2023), Set.of("Ink Storm"), Set.of("NO"), Set.of("energy")));
    List<Evidence> evidence = List.of(Tide.evidence("blamed"));
    List<Claim> claims = List.of(
        new Claim.Impact(DOCUMENT.id(), saying, told, "quills and ink", Polarity.NEGATED, evidence),
        new Claim.Method(DOCUMENT.id(), saying, told, "a quill knife", Polarity.AFFIRMED, List.of("CVE-2024-1"),
            List.of("T1001"), evidence),
        new Claim.Response(DOCUMENT.id(), saying, Optional.empty(), List.of(party), told, evidence));
    for (Claim claim : claims) {
      Claim left = Erasure.of(claim);
      assertThat(left.toString()).doesNotContainIgnoringCase("quill").contains("Copper Lynx", "Ida Strand",
          "Vik Radio", "Ink Storm", "LIKELY");
      assertThat(left.id()).isEqualTo(claim.id());
      assertThat(Erasure.of(left)).isEqualTo(left);
    }
    assertThat(Erasure.of(new Unread(Tide.evidence("blamed"), "the word quill")).reason()).doesNotContain("quill");
  }

  @Test
  void whatDifferedStillDiffersAndWhatWasEqualIsEqual() {
    assertThat(Erasure.mark("two quills")).isEqualTo(Erasure.mark("two quills"))
        .isNotEqualTo(Erasure.mark("ten quills")).doesNotContain("quill");
    assertThat(Erasure.mark(Erasure.mark("two quills"))).isEqualTo(Erasure.mark("two quills"));
    List<Claim> told = Stream.of("the theft", "the raid").<Claim>map(label -> Erasure.of(new Claim.Denial(
        DOCUMENT.id(), READ.saying(), Optional.of(new IncidentAccount(DOCUMENT.id(), "7", label, List.of(),
            PartialDate.NOT_STATED, Set.of(), Set.of())),
        List.of(Tide.evidence("blamed"))))).toList();
    assertThat(told.get(0).account()).isNotEqualTo(told.get(1).account());
  }

  @Test
  void aReadingIsStillOne() {
    Reading left = Erasure.of(READING);
    assertThat(left.unread().getFirst().id(DOCUMENT.id())).isEqualTo(UNREAD.id(DOCUMENT.id()));
    assertThat(left.toString()).doesNotContain("blamed").doesNotContain("for the theft");
  }

  @Test
  void takesTheWordsOutOfActsAboutTheDocumentAndNoOther() {
    DocumentId other = DocumentId.of("0");
    for (Act act : List.of(new Act.Revised(HEDGED, "reader 2"), Tide.corrected(ADOPTED))) {
      assertThat(act.toString()).contains("blamed");
      assertThat(Erasure.of(act, DOCUMENT.id()).toString()).doesNotContain("blamed");
      assertThat(Erasure.of(act, DOCUMENT.id()).subject()).isEqualTo(act.subject());
      assertThat(Erasure.of(act, other)).isSameAs(act);
    }
    Act confirmed = Tide.ruled(RulingVerdict.CONFIRMED);
    assertThat(Erasure.of(confirmed, DOCUMENT.id())).isSameAs(confirmed);
  }
}

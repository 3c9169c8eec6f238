package org.tingbok.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tingbok.ledger.Tide.ADOPTED;
import static org.tingbok.ledger.Tide.DOCUMENT;
import static org.tingbok.ledger.Tide.HEDGED;
import static org.tingbok.ledger.Tide.READ;
import static org.tingbok.ledger.Tide.READING;
import static org.tingbok.ledger.Tide.UNREAD;

import java.util.List;
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
  void keepsEveryIdAndSlotOfEveryKindOfClaim() {
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
      assertThat(left.slots()).isEqualTo(claim.slots());
      assertThat(left.saying()).isEqualTo(claim.saying());
      assertThat(left.evidence()).extracting(Evidence::start, Evidence::end).isEqualTo(
          claim.evidence().stream().map(one -> org.assertj.core.groups.Tuple.tuple(one.start(), one.end())).toList());
      assertThat(left.evidence()).allMatch(one -> one.quote().matches("\u2588+"));
      assertThat(Erasure.of(left)).isEqualTo(left);
    }
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

package org.tingbok.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;

/// What makes a claim that claim.
class ClaimTest {
  private static final DocumentId REPORT = DocumentId.of("ab".repeat(32));
  private static final Party INSTITUTE = party("Elvheim Institute", PartyKind.ORGANISATION);
  private static final Party LYNX = party("Copper Lynx", PartyKind.THREAT_ACTOR);
  private static final Party HERON = party("Tin Heron", PartyKind.THREAT_ACTOR);
  private static final List<Evidence> HERE = List.of(new Evidence(10, 16, "did it"));
  private static final Optional<IncidentAccount> NONE = Optional.empty();

  @Test
  void theSameContentHasTheSameIdForEver() {
    assertThat(attribution(REPORT, INSTITUTE, LYNX, NONE, HERE).id())
        .isEqualTo(attribution(REPORT, INSTITUTE, LYNX, NONE, HERE).id())
        .isEqualTo("claim--80e5efb4-929f-5e02-82e4-4c4617691aab");
  }

  @Test
  void anythingThatMakesItAnotherClaimMakesAnotherId() {
    assertThat(List.of(attribution(REPORT, INSTITUTE, LYNX, NONE, HERE),
        attribution(DocumentId.of("cd".repeat(32)), INSTITUTE, LYNX, NONE, HERE),
        attribution(REPORT, HERON, LYNX, NONE, HERE), attribution(REPORT, INSTITUTE, HERON, NONE, HERE),
        attribution(REPORT, LYNX, INSTITUTE, NONE, HERE),
        attribution(REPORT, INSTITUTE, LYNX, Optional.of(account("tides")), HERE),
        attribution(REPORT, INSTITUTE, LYNX, Optional.of(account("charts")), HERE),
        attribution(REPORT, INSTITUTE, LYNX, NONE, List.of(new Evidence(11, 17, "did it"))),
        attribution(REPORT, INSTITUTE, LYNX, NONE, List.of(new Evidence(10, 16, "did it"), new Evidence(30, 31, "x"))),
        new Claim.NonAttribution(REPORT, saying(INSTITUTE), List.of(LYNX), NONE, false, HERE),
        new Claim.NonAttribution(REPORT, saying(INSTITUTE), List.of(LYNX), NONE, true, HERE),
        new Claim.NonAttribution(REPORT, saying(INSTITUTE), List.of(), NONE, false, HERE),
        new Claim.Denial(REPORT, saying(INSTITUTE), NONE, HERE),
        new Claim.Alias(REPORT, saying(INSTITUTE), LYNX, HERON, AliasRelation.SAME, HERE),
        new Claim.Alias(REPORT, saying(INSTITUTE), HERON, LYNX, AliasRelation.SAME, HERE),
        new Claim.Alias(REPORT, saying(INSTITUTE), LYNX, HERON, AliasRelation.OVERLAP, HERE),
        new Claim.Affiliation(REPORT, saying(INSTITUTE), LYNX, HERON, AffiliationRelation.LINKED_TO, HERE),
        new Claim.Response(REPORT, saying(INSTITUTE), Optional.of(ResponseKind.PROTEST), List.of(LYNX), NONE, HERE),
        new Claim.Response(REPORT, saying(INSTITUTE), Optional.of(ResponseKind.SANCTION), List.of(LYNX), NONE, HERE),
        new Claim.Response(REPORT, saying(INSTITUTE), Optional.empty(), List.of(LYNX), NONE, HERE),
        new Claim.Impact(REPORT, saying(INSTITUTE), NONE, "tide tables", Polarity.AFFIRMED, HERE),
        new Claim.Impact(REPORT, saying(INSTITUTE), NONE, "tide tables", Polarity.NEGATED, HERE),
        new Claim.Method(REPORT, saying(INSTITUTE), NONE, "tide tables", Polarity.AFFIRMED, List.of(), List.of(),
            HERE)))
        .extracting(Claim::id).doesNotHaveDuplicates().allMatch(id -> id.startsWith("claim--"));
  }

  @Test
  void aHedgeOrDateReadBetterIsTheSameClaim() {
    Saying unhedged = saying(INSTITUTE);
    Saying hedged = new Saying(List.of(INSTITUTE), Optional.of(new Speaker("Ida Strand", Optional.empty())), false,
        List.of("Elvheim Gazette"),
        new Certainty(CertaintyLevel.LOW, Optional.of("may"), Optional.empty(), Optional.empty()),
        PartialDate.parse("2024-02"));
    assertThat(new Claim.Denial(REPORT, hedged, NONE, HERE).id())
        .isEqualTo(new Claim.Denial(REPORT, unhedged, NONE, HERE).id());
  }

  @Test
  void whoeverReadItReadTheSameClaim() {
    Saying own = saying(INSTITUTE);
    Saying proposed = new Saying(own.claimants(), own.speaker(), own.ownVoice(), own.reportedBy(), own.certainty(),
        own.saidOn(), Optional.of("some-model"));
    assertThat(own.readBy()).isEmpty();
    assertThat(new Claim.Denial(REPORT, proposed, NONE, HERE).id())
        .isEqualTo(new Claim.Denial(REPORT, own, NONE, HERE).id());
  }

  @Test
  void aPartyIsKnownByItsNameNotByTheWordsForIt() {
    Party asIt = new Party("Copper Lynx", PartyKind.THREAT_ACTOR, Optional.of("FJ"), "it");
    assertThat(asIt.id()).isEqualTo(LYNX.id()).startsWith("intrusion-set--");
    assertThat(party("Copper Lynx", PartyKind.BODY).id()).startsWith("identity--");
    assertThat(attribution(REPORT, INSTITUTE, asIt, NONE, HERE).id())
        .isEqualTo(attribution(REPORT, INSTITUTE, LYNX, NONE, HERE).id());
  }

  @Test
  void tellsItsTypeAndIncident() {
    Claim attribution = attribution(REPORT, INSTITUTE, LYNX, Optional.of(account("tides")), HERE);
    assertThat(attribution.type()).isEqualTo(ClaimType.ATTRIBUTION);
    assertThat(attribution.account()).contains(account("tides"));
    Claim alias = new Claim.Alias(REPORT, saying(INSTITUTE), LYNX, HERON, AliasRelation.FORMER, HERE);
    assertThat(alias.type()).isEqualTo(ClaimType.ALIAS);
    assertThat(alias.account()).isEmpty();
  }

  @Test
  void refusesAClaimThatLacksWhatItNeeds() {
    assertRefused("CLAIM_WITHOUT_EVIDENCE", () -> new Claim.Denial(REPORT, saying(INSTITUTE), NONE, List.of()));
    assertRefused("CLAIM_WITHOUT_ACCUSED",
        () -> new Claim.Attribution(REPORT, saying(INSTITUTE), List.of(), NONE, HERE));
    assertRefused("ADDITION_INCOMPLETE", () -> new Addition(" ", "why", LocalDate.of(2024, 3, 5)));
    assertRefused("ADDITION_INCOMPLETE", () -> new Addition("ida", "", LocalDate.of(2024, 3, 5)));
    assertRefused("CLAIM_WITHOUT_CLAIMANT", () -> new Saying(List.of(), Optional.empty(), true, List.of(),
        Certainty.ASSERTED, PartialDate.NOT_STATED));
  }

  private static void assertRefused(String code, Runnable making) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(making::run)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private static Claim attribution(DocumentId document, Party claimant, Party accused,
      Optional<IncidentAccount> incident, List<Evidence> evidence) {
    return new Claim.Attribution(document, saying(claimant), List.of(accused), incident, evidence);
  }

  private static Saying saying(Party claimant) {
    return new Saying(List.of(claimant), Optional.empty(), false, List.of(), Certainty.ASSERTED,
        PartialDate.NOT_STATED);
  }

  private static IncidentAccount account(String key) {
    return new IncidentAccount(REPORT, key, "the theft of " + key, List.of(), PartialDate.NOT_STATED, Set.of(),
        Set.of());
  }

  private static Party party(String name, PartyKind kind) {
    return new Party(name, kind, Optional.empty(), name);
  }
}

package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Erasure;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.PartialDate;

/// What its source went back on is no longer held, from the day it did.
class RetractionsTest {
  private static final AsOf BEFORE = AsOf.said(LocalDate.parse("2031-06-09"));
  private final Press press = new Press();
  private final Press.Article gazette = press.article("Gazette", "2031-06-01");
  private final IncidentAccount theft = gazette.account("the theft of tide tables", "2031-05-02", Press.HARBOUR);
  private final Claim byLabs = gazette.attribution(Press.LABS, Press.OTTER, theft, "2031-05-20");

  private Analysis analysis(AsOf asOf) {
    return Analysis.of(press.snapshot(asOf));
  }

  private static IncidentStatus status(Analysis analysis) {
    return analysis.status(analysis.incidents().getFirst());
  }

  private static List<DisputeKind> disputes(Analysis analysis) {
    return analysis.disputes().stream().map(Dispute::kind).toList();
  }

  private static void assertResolved(Analysis analysis, DisputeKind kind) {
    assertThat(analysis.conflicts()).singleElement().satisfies(conflict -> {
      assertThat(conflict.dispute().kind()).isEqualTo(kind);
      assertThat(conflict.dispute().lapsed()).isTrue();
      assertThat(conflict.resolved()).contains(LocalDate.parse("2031-06-10"));
    });
    assertThat(analysis.incidents()).noneMatch(Incident::disputed);
  }

  @Test
  void whatHadBeenRetractedBeforeAnybodyElseSpokeWasNeverADispute() {
    press.retracts("Lantern Labs", byLabs.id(), "2031-06-10");
    Press.Article later = press.article("Mirror", "2031-07-02");
    later.attribution(Press.TIDE, Press.LYNX, later.account("the theft of tide tables", "2031-05-02", Press.HARBOUR),
        "2031-07-01");
    assertThat(disputes(analysis(BEFORE))).isEmpty();
    assertThat(analysis(AsOf.NOW).conflicts()).isEmpty();
  }

  @Test
  void anOriginCountsByTheReportsThatStand() {
    Press.Article mirror = press.article("Mirror", "2031-06-02");
    IncidentAccount same = mirror.account("the theft of tide tables", "2031-05-02", Press.HARBOUR);
    mirror.attribution(Press.LABS, Press.OTTER, same, "2031-06-01");
    press.retracts("Gazette", gazette.document.id().value(), "2031-06-10");
    Analysis now = analysis(AsOf.NOW);
    Matter matter = now.origins().accusation(now.incidents().getFirst(), Press.OTTER).orElseThrow();
    assertThat(matter.words()).isEqualTo("origins: 1 (of 2 reports, 1 retracted)");
    assertThat(matter.origins()).singleElement().satisfies(origin -> {
      assertThat(origin.said()).isEqualTo(PartialDate.parse("2031-06-01"));
      assertThat(origin.withdrawn()).isEmpty();
    });
  }

  @Test
  void aDisputeIsResolvedWhenOneClaimantGoesBackOnItsWord() {
    gazette.attribution(Press.TIDE, Press.LYNX, theft, "2031-05-21");
    press.retracts("Lantern Labs", byLabs.id(), "2031-06-10");
    assertThat(disputes(analysis(BEFORE))).containsExactly(DisputeKind.RIVAL_ACCUSED);
    assertResolved(analysis(AsOf.NOW), DisputeKind.RIVAL_ACCUSED);
    assertThat(status(analysis(BEFORE)).held()).extracting(IncidentStatus.Holding::accused)
        .containsExactly(Press.OTTER, Press.LYNX);
    assertThat(status(analysis(AsOf.NOW)).held()).extracting(IncidentStatus.Holding::accused)
        .containsExactly(Press.LYNX);
    assertThat(status(analysis(AsOf.NOW)).withdrawn()).extracting(IncidentStatus.Holding::accused)
        .containsExactly(Press.OTTER);
  }

  @Test
  void aDisputeIsResolvedWhenThePublisherRetractsTheReport() {
    Press.Article mirror = press.article("Mirror", "2031-06-02");
    IncidentAccount same = mirror.account("the theft of tide tables", "2031-05-02", Press.HARBOUR);
    mirror.denial(Press.VARLAND, Optional.of(same), "2031-06-01");
    press.retracts("Mirror", mirror.document.id().value(), "2031-06-10");
    assertThat(disputes(analysis(BEFORE))).containsExactly(DisputeKind.DENIED);
    assertResolved(analysis(AsOf.NOW), DisputeKind.DENIED);
    assertThat(status(analysis(AsOf.NOW)).denials()).isEmpty();
    assertThat(status(analysis(AsOf.NOW)).held()).hasSize(1);
  }

  @Test
  void whatAnotherReportStillTellsIsStillHeld() {
    Press.Article mirror = press.article("Mirror", "2031-06-02");
    IncidentAccount same = mirror.account("the theft of tide tables", "2031-05-02", Press.HARBOUR);
    Claim again = mirror.attribution(Press.LABS, Press.OTTER, same, "2031-05-20");
    press.retracts("Gazette", gazette.document.id().value(), "2031-06-10");
    IncidentStatus.Holding holding = status(analysis(AsOf.NOW)).held().getFirst();
    assertThat(holding.claims()).extracting(one -> one.claim()).containsExactly(again);
    assertThat(accusation(analysis(AsOf.NOW)).words()).isEqualTo("origins: 1 (of 2 reports, 1 retracted)");
    assertThat(accusation(analysis(BEFORE)).words()).isEqualTo("origins: 1 (of 2 reports)");
  }

  @Test
  void nothingRestsOnWhatWasRetracted() {
    press.retracts("Lantern Labs", byLabs.id(), "2031-06-10");
    Analysis now = analysis(AsOf.NOW);
    assertThat(accusation(now).words()).isEqualTo("origins: none that stands (of 1 report, retracted)");
    assertThat(accusation(now).origins()).extracting(Matter.Origin::withdrawn)
        .containsExactly(Optional.of(PartialDate.parse("2031-06-10")));
    assertThat(now.incidents()).hasSize(1);
    assertThat(status(now).unattributed()).isTrue();
    assertThat(status(analysis(BEFORE)).unattributed()).isFalse();
  }

  @Test
  void theTimelineTellsTheDay() {
    press.retracts("Lantern Labs", byLabs.id(), "2031-06-10");
    Analysis now = analysis(AsOf.NOW);
    assertThat(now.timeline(now.incidents().getFirst()).entries()).last().satisfies(entry -> {
      Timeline.Retracted retracted = (Timeline.Retracted) entry;
      assertThat(retracted.when()).isEqualTo(PartialDate.parse("2031-06-10"));
      assertThat(retracted.claims()).extracting(one -> one.claim()).containsExactly(byLabs);
    });
    Analysis before = analysis(BEFORE);
    assertThat(before.timeline(before.incidents().getFirst()).entries())
        .noneMatch(Timeline.Retracted.class::isInstance);
  }

  @Test
  void retractedNamesJoinNothing() {
    Claim same = gazette.alias(Press.LABS, Press.OTTER, Press.LYNX, AliasRelation.SAME);
    press.retracts("Lantern Labs", same.id(), "2031-06-10");
    assertThat(analysis(BEFORE).names(View.parse("all")).actor("Salt Otter").names()).hasSize(2);
    assertThat(analysis(AsOf.NOW).names(View.parse("all")).actor("Salt Otter").names()).hasSize(1);
  }

  @Test
  void droppedTextsAreNoCopiesOfEachOther() {
    Document a = Press.document("a.txt", "Gazette", "", "2031-06-01", "The tide tables are gone.");
    Document b = Press.document("b.txt", "Mirror", "", "2031-06-01", "A wholly other report xx.");
    assertThat(a.text()).hasSameSizeAs(b.text());
    assertThat(SameStory.group(List.of(Erasure.of(a), Erasure.of(b)))).hasSize(2);
  }

  private static Matter accusation(Analysis analysis) {
    return analysis.origins().accusation(analysis.incidents().getFirst(), Press.OTTER).orElseThrow();
  }
}

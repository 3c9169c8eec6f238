package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.AsOf;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.NameLevel;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

class ConflictsTest {
  private static final Party DIRECTORATE = Press.body("Fourth Directorate", "XV");
  private static final Party SIGNALS = Press.body("Varlandic Signals Office", "XV");

  private final Press press = new Press();
  private final Press.Article june = press.article("The Daily Gull", "2031-06-03");
  private final Press.Article july = press.article("Vestvik Tidende", "2031-07-02");
  private final Press.Article august = press.article("Fjord Agency", "2031-08-05");

  @Test
  void groupsOfOneStateDifferAtTheLevelOfGroups() {
    june.attribution(Press.LABS, Press.OTTER, told(june), "2031-06-01");
    july.attribution(Press.TIDE, Press.HERON, told(july), "2031-07-01");

    Conflict conflict = only(DisputeKind.RIVAL_ACCUSED);
    assertThat(conflict.level()).contains(NameLevel.NAMED_GROUP);
    assertThat(conflict.opened()).isEqualTo(PartialDate.parse("2031-07-01"));
    assertThat(conflict.resolved()).isEmpty();
    assertThat(conflict.sentence())
        .isEqualTo("It was Salt Otter by Lantern Labs (2031-06-01); Iron Heron by Tide Research"
            + " (2031-07-01). They differ at the level of groups.");
  }

  @Test
  void statesServicesAndUnitsDifferAtTheirLevels() {
    june.attribution(Press.LABS, Press.SUNDMARK, told(june), "");
    july.attribution(Press.TIDE, Press.VARLAND, told(july), "");
    assertThat(only(DisputeKind.RIVAL_ACCUSED).level()).contains(NameLevel.STATE);

    Press other = new Press();
    Press.Article first = other.article("a", "2031-06-03");
    first.attribution(Press.LABS, DIRECTORATE, told(first), "");
    Press.Article second = other.article("b", "2031-06-03");
    second.attribution(Press.TIDE, SIGNALS, told(second), "");
    assertThat(only(other, DisputeKind.RIVAL_ACCUSED).level()).contains(NameLevel.AGENCY);

    Press units = new Press();
    Press.Article third = units.article("a", "2031-06-03");
    third.attribution(Press.LABS, Press.body("Unit 4411", "XV"), told(third), "");
    Press.Article fourth = units.article("b", "2031-06-03");
    fourth.attribution(Press.TIDE, Press.body("Unit 7702", "XV"), told(fourth), "");
    assertThat(only(units, DisputeKind.RIVAL_ACCUSED).level()).contains(NameLevel.UNIT);
  }

  @Test
  void aUnitItsServiceAndItsStateAreNoConflict() {
    june.attribution(Press.LABS, Press.body("Unit 4411", "XV"), told(june), "");
    july.attribution(Press.TIDE, DIRECTORATE, told(july), "");
    august.attribution(Press.GUARD, Press.VARLAND, told(august), "");

    assertThat(press.analysis().conflicts()).isEmpty();
  }

  @Test
  void aClusterIsNoRivalOfTheGroupThatItMayTurnOutToBe() {
    june.attribution(Press.LABS, Press.actor("Cluster 12", "XV"), told(june), "");
    july.attribution(Press.TIDE, Press.HERON, told(july), "");
    Analysis analysis = press.analysis();

    assertThat(Disputes.in(analysis.snapshot(), analysis.incidents(), analysis.families(), analysis.names(View.ANY),
        name -> Optional.of(name.startsWith("Cluster") ? NameLevel.ACTIVITY_CLUSTER : NameLevel.NAMED_GROUP)))
        .isEmpty();
    assertThat(analysis.disputes()).hasSize(1);
  }

  @Test
  void statesMakeOneConflictWhoeverIsAccusedOfThem() {
    june.attribution(Press.LABS, Press.OTTER, told(june), "2031-06-01");
    july.attribution(Press.TIDE, Press.VARLAND, told(july), "2031-06-30");
    august.attribution(Press.GUARD, Press.LYNX, told(august), "2031-08-04");
    august.attribution(Press.GUARD, Press.SUNDMARK, told(august), "2031-08-04");

    assertThat(only(DisputeKind.RIVAL_ACCUSED).dispute().sides()).extracting(Dispute.Side::position)
        .containsExactly("Salt Otter and Varland are accused", "Copper Lynx and Sundmark are accused");
  }

  @Test
  void whatIsOnlyThoughtPossibleExcludesNothing() {
    june.attribution(Press.LABS, Press.OTTER, told(june), "");
    Press.Article tide = press.article("Tide Research", "2031-08-01");
    tide.ownVoice(Press.LYNX, told(tide), CertaintyLevel.LOW);

    assertThat(press.analysis().conflicts()).isEmpty();
  }

  @Test
  void whatIsOnlyThoughtPossibleNeedsNoConfirmation() {
    Press.Article tide = press.article("Tide Research", "2031-06-01");
    tide.ownVoice(Press.OTTER, told(tide), CertaintyLevel.LOW);
    july.notAttributed(Press.GUARD, Optional.of(Press.OTTER), told(july), false, "2031-07-01");

    assertThat(press.analysis().conflicts()).isEmpty();
  }

  @Test
  void aClaimThatAlsoAccusesTheOtherSideExcludesNothing() {
    june.jointly(List.of(Press.LABS), List.of(Press.VARLAND, Press.SUNDMARK), told(june));
    july.attribution(Press.TIDE, Press.OTTER, told(july), "");

    assertThat(press.analysis().conflicts()).isEmpty();
  }

  @Test
  void whatWasSaidBeforeItHappenedIsAboutSomethingElse() {
    june.attribution(Press.LABS, Press.LYNX, told(june), "2030-11-02");
    july.attribution(Press.TIDE, Press.OTTER, told(july), "2031-07-01");

    assertThat(press.analysis().conflicts()).isEmpty();
  }

  @Test
  void isResolvedOnceAllOfASideTakeItBack() {
    june.attribution(Press.LABS, Press.OTTER, told(june), "2031-06-01");
    july.attribution(Press.TIDE, Press.HERON, told(july), "2031-07-01");
    august.notAttributed(Press.LABS, Optional.of(Press.OTTER), told(august), true, "2031-08-04");

    assertThat(of(DisputeKind.RIVAL_ACCUSED).resolved()).contains(LocalDate.parse("2031-08-04"));
    assertThat(of(DisputeKind.WITHDRAWN).sentence())
        .isEqualTo("Lantern Labs accused Salt Otter (2031-06-01) and took it back (2031-08-04).");
    assertThat(of(DisputeKind.WITHDRAWN).resolved()).contains(LocalDate.parse("2031-08-04"));
    Analysis before = Analysis.of(press.snapshot(AsOf.said(LocalDate.parse("2031-08-03"))));
    assertThat(before.conflicts()).singleElement().extracting(Conflict::resolved).isEqualTo(Optional.empty());
  }

  @Test
  void isResolvedOnceASideComesRound() {
    june.attribution(Press.LABS, Press.OTTER, told(june), "2031-06-01");
    july.attribution(Press.TIDE, Press.HERON, told(july), "2031-07-01");
    august.attribution(Press.LABS, Press.HERON, told(august), "2031-08-04");

    assertThat(of(DisputeKind.RIVAL_ACCUSED).resolved()).contains(LocalDate.parse("2031-08-04"));
    assertThat(of(DisputeKind.CHANGED_MIND).sentence())
        .isEqualTo("Lantern Labs accused Salt Otter (2031-06-01) and later Iron Heron (2031-08-04).");
    assertThat(of(DisputeKind.CHANGED_MIND).opened()).isEqualTo(PartialDate.parse("2031-08-04"));
  }

  @Test
  void whoNamesTwoOnOneDayOrHedgesOnlyHasNotChangedItsMind() {
    june.attribution(Press.LABS, Press.OTTER, told(june), "2031-06-01");
    july.attribution(Press.LABS, Press.HERON, told(july), "2031-06-01");

    assertThat(press.analysis().disputes()).isEmpty();
  }

  @Test
  void whoNamesNobodyAfterOthersDidWithholds() {
    june.attribution(Press.LABS, Press.OTTER, told(june), "2031-06-01");
    july.notAttributed(Press.GUARD, Optional.empty(), told(july), false, "2031-07-01");

    Conflict conflict = only(DisputeKind.WITHHELD);
    assertThat(conflict.sentence()).isEqualTo(
        "Lantern Labs accuses Salt Otter (2031-06-01); Elvheim Coast Guard names nobody after that (2031-07-01).");

    august.attribution(Press.GUARD, Press.VARLAND, told(august), "2031-08-04");
    assertThat(of(DisputeKind.WITHHELD).resolved()).contains(LocalDate.parse("2031-08-04"));
  }

  @Test
  void whoNamedNobodyBeforeOthersDidWithholdsNothing() {
    june.notAttributed(Press.GUARD, Optional.empty(), told(june), false, "2031-06-01");
    june.notAttributed(Press.GUARD, Optional.of(Press.OTTER), told(june), false, "2031-06-01");
    july.attribution(Press.LABS, Press.OTTER, told(july), "2031-07-01");

    assertThat(press.analysis().conflicts()).isEmpty();
  }

  @Test
  void daysThatExcludeEachOtherConflictNightsAndYearsDoNot() {
    june.attribution(Press.LABS, Press.OTTER, account(june, "2031-05-02"), "");
    july.attribution(Press.TIDE, Press.OTTER, account(july, "2031-05-03"), "");
    august.attribution(Press.GUARD, Press.OTTER, account(august, "2031"), "");
    assertThat(press.analysis().conflicts()).isEmpty();

    Press.Article echo = press.article("The Echo", "2031-09-01");
    echo.attribution(Press.SUNDMARK, Press.OTTER, account(echo, "2031-05-20"), "");
    assertThat(only(DisputeKind.DATE).dispute().sides()).extracting(Dispute.Side::position)
        .containsExactlyInAnyOrder("it happened on 2031-05-02", "it happened on 2031-05-20");
  }

  @Test
  void aVictimThatSaysItWasSparedConflicts() {
    june.attribution(Press.LABS, Press.OTTER, told(june), "");
    july.impact(Press.HARBOUR, "Harbour Office of Vestvik", Polarity.NEGATED, told(july), "");
    Conflict conflict = only(DisputeKind.VICTIM);

    assertThat(conflict.dispute().sides()).extracting(Dispute.Side::position).containsExactlyInAnyOrder(
        "Harbour Office of Vestvik was hit", "Harbour Office of Vestvik was spared");
  }

  @Test
  void whatSomebodyJoinsWithoutTheViewStandsBeside() {
    june.attribution(Press.LABS, Press.OTTER, told(june), "");
    july.attribution(Press.TIDE, Press.HERON, told(july), "");
    july.alias(Press.TIDE, Press.HERON, Press.OTTER, AliasRelation.SAME);

    assertThat(only(DisputeKind.RIVAL_ACCUSED).dispute().context()).hasSize(1);
  }

  @Test
  void partiesOnlyDescribedCountByTheirStateUnlessItIsTheVictims() {
    june.attribution(Press.LABS, described("hackers from Varland", "XV"), told(june), "");
    july.attribution(Press.TIDE, described("a maker of Elvheim", "XE"), told(july), "");
    assertThat(press.analysis().conflicts()).isEmpty();

    august.attribution(Press.GUARD, Press.SUNDMARK, told(august), "");
    assertThat(only(DisputeKind.RIVAL_ACCUSED).level()).contains(NameLevel.STATE);
  }

  @Test
  void ofAnOperationThatNobodyTellsApartNothingExcludesAnything() {
    june.attribution(Press.LABS, Press.OTTER, june.account("an intrusion", ""), "");
    june.attribution(Press.TIDE, Press.LYNX, june.account("an intrusion", ""), "");

    assertThat(press.analysis().conflicts()).isEmpty();
  }

  @Test
  void doNotDependOnTheOrderOfArrival() {
    june.attribution(Press.LABS, Press.OTTER, told(june), "2031-06-01");
    IncidentAccount inJuly = told(july);
    july.attribution(Press.TIDE, Press.LYNX, inJuly, "2031-07-01");
    july.notAttributed(Press.GUARD, Optional.empty(), inJuly, false, "2031-07-01");
    july.denial(Press.VARLAND, Optional.of(inJuly), "2031-07-02");
    august.attribution(Press.LABS, Press.LYNX, told(august), "2031-08-04");
    List<Conflict> conflicts = press.analysis().conflicts();

    assertThat(conflicts).extracting(conflict -> conflict.dispute().kind()).contains(DisputeKind.RIVAL_ACCUSED,
        DisputeKind.WITHHELD, DisputeKind.DENIED, DisputeKind.CHANGED_MIND);
    for (int seed = 0; seed < 20; seed++) {
      assertThat(Analysis.of(press.shuffled(seed)).conflicts()).isEqualTo(conflicts);
    }
  }

  private static Party described(String words, String country) {
    return new Party(words, PartyKind.DESCRIBED, Optional.of(country), words);
  }

  private static IncidentAccount told(Press.Article article) {
    return article.account("break-in", "2031-05", Press.HARBOUR);
  }

  private static IncidentAccount account(Press.Article article, String period) {
    return article.account("break-in", period, Set.of("Operation Tidemark"), Press.HARBOUR);
  }

  private Conflict only(DisputeKind kind) {
    return only(press, kind);
  }

  private static Conflict only(Press press, DisputeKind kind) {
    assertThat(press.analysis().conflicts()).singleElement().extracting(conflict -> conflict.dispute().kind())
        .isEqualTo(kind);
    return press.analysis().conflicts().getFirst();
  }

  private Conflict of(DisputeKind kind) {
    return press.analysis().conflicts().stream().filter(one -> one.dispute().kind() == kind).findFirst().orElseThrow();
  }
}

package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.AliasRelation;

class DisputesTest {
  private final Press press = new Press();
  private final Press.Article first = press.article("The Daily Gull", "2031-06-03");
  private final Press.Article second = press.article("Vestvik Tidende", "2031-07-01");
  private final IncidentAccount told = first.account("break-in", "2031-05", Press.HARBOUR);
  private final IncidentAccount toldAgain = second.account("intrusion", "2031", Press.HARBOUR);

  @Test
  void twoGroupsThatNobodyJoinsConflict() {
    Claim earlier = first.attribution(Press.LABS, Press.OTTER, told, "2031-06-01");
    Claim later = second.attribution(Press.TIDE, Press.HERON, toldAgain, "2031-06-30");

    Dispute dispute = only(DisputeKind.RIVAL_ACCUSED);

    assertThat(dispute.sides()).extracting(Dispute.Side::position)
        .containsExactly("Salt Otter is accused", "Iron Heron is accused");
    assertThat(claims(dispute.sides().getFirst().claims())).containsExactly(earlier);
    assertThat(claims(dispute.sides().getLast().claims())).containsExactly(later);
    assertThat(press.analysis().incidents()).singleElement().matches(Incident::disputed);
  }

  @Test
  void theOverlapBetweenThemIsShownBeside() {
    first.attribution(Press.LABS, Press.OTTER, told, "");
    second.attribution(Press.TIDE, Press.HERON, toldAgain, "");
    Claim overlap = second.alias(Press.LABS, Press.HERON, Press.OTTER, AliasRelation.OVERLAP);

    assertThat(claims(only(DisputeKind.RIVAL_ACCUSED).context())).containsExactly(overlap);
  }

  @Test
  void namesOfOneGroupDoNotConflict() {
    first.attribution(Press.LABS, Press.OTTER, told, "");
    second.attribution(Press.TIDE, Press.HERON, toldAgain, "");
    second.alias(Press.TIDE, Press.HERON, Press.OTTER, AliasRelation.FORMER);
    first.alias(Press.LABS, Press.OTTER, Press.HERON, AliasRelation.SAME);

    assertThat(disputes()).isEmpty();
  }

  @Test
  void namesThatOneDocumentAloneJoinsConflictUnlessEverybodyIsBelieved() {
    first.attribution(Press.LABS, Press.OTTER, told, "");
    second.attribution(Press.TIDE, Press.HERON, toldAgain, "");
    second.alias(Press.TIDE, Press.HERON, Press.OTTER, AliasRelation.FORMER);

    assertThat(only(DisputeKind.RIVAL_ACCUSED).sides()).hasSize(2);
    Analysis analysis = press.analysis();
    assertThat(Disputes.in(analysis.snapshot(), analysis.incidents(), analysis.families(),
        Names.under(analysis.nameClaims(), View.parse("all")))).isEmpty();
  }

  @Test
  void aGroupAndItsStateAreLevelsOfOneAnswer() {
    first.attribution(Press.LABS, Press.OTTER, told, "");
    second.attribution(Press.ELVHEIM, Press.VARLAND, toldAgain, "");

    assertThat(disputes()).isEmpty();
    assertThat(press.analysis().incidents()).singleElement().matches(incident -> !incident.disputed());
  }

  @Test
  void aGroupOfAnotherStateThanTheAccusedConflicts() {
    first.attribution(Press.LABS, Press.LYNX, told, "");
    second.attribution(Press.ELVHEIM, Press.VARLAND, toldAgain, "");

    assertThat(only(DisputeKind.RIVAL_ACCUSED).sides()).hasSize(2);
  }

  @Test
  void aServiceAndTheMilitaryOfItsStateDoNotConflictTwoServicesDo() {
    first.attribution(Press.LABS, Press.body("Fourth Directorate", "XV"), told, "");
    second.attribution(Press.ELVHEIM, Press.body("Varlandic military", "XV"), toldAgain, "");
    assertThat(disputes()).isEmpty();

    second.attribution(Press.ELVHEIM, Press.body("Varlandic Signals Office", "XV"), toldAgain, "");
    assertThat(only(DisputeKind.RIVAL_ACCUSED).sides()).hasSize(2);
  }

  @Test
  void twoStatesConflict() {
    first.attribution(Press.LABS, Press.SUNDMARK, told, "");
    second.attribution(Press.ELVHEIM, Press.VARLAND, toldAgain, "");

    assertThat(only(DisputeKind.RIVAL_ACCUSED).sides()).hasSize(2);
  }

  @Test
  void partiesAccusedTogetherDoNotConflict() {
    first.jointly(List.of(Press.LABS), List.of(Press.OTTER, Press.LYNX), told);

    assertThat(disputes()).isEmpty();
  }

  @Test
  void theAccusedStateDeniesThroughItsEmbassy() {
    first.attribution(Press.LABS, Press.OTTER, told, "");
    Claim denial = second.denial(Press.body("Embassy of Varland in Elvheim", "XV"), Optional.of(toldAgain), "");
    second.denial(Press.body("Embassy of Sundmark in Elvheim", "XS"), Optional.of(toldAgain), "");

    assertThat(claims(only(DisputeKind.DENIED).sides().getLast().claims())).containsExactly(denial);
  }

  @Test
  void bodiesOfOneStateDenyTogetherForAllItIsAccusedThrough() {
    first.attribution(Press.LABS, Press.OTTER, told, "");
    second.attribution(Press.ELVHEIM, Press.VARLAND, toldAgain, "");
    second.denial(Press.body("Embassy of Varland in Elvheim", "XV"), Optional.of(toldAgain), "2031-06-30");
    first.denial(Press.VARLAND, Optional.of(told), "2031-06-02");

    assertThat(only(DisputeKind.DENIED).sides()).extracting(Dispute.Side::position).containsExactly(
        "denied by Embassy of Varland in Elvheim and Varland", "Salt Otter and Varland are accused");
  }

  @Test
  void threeThatAllExcludeEachOtherMakeOneDispute() {
    first.attribution(Press.LABS, Press.OTTER, told, "");
    second.attribution(Press.TIDE, Press.HERON, toldAgain, "");
    second.attribution(Press.GUARD, Press.LYNX, toldAgain, "");

    assertThat(only(DisputeKind.RIVAL_ACCUSED).sides()).hasSize(3);
  }

  @Test
  void aDenialOfNothingInParticularIsOfTheOnlyAccusationBesideIt() {
    first.attribution(Press.LABS, Press.OTTER, told, "");
    first.denial(Press.VARLAND, Optional.empty(), "");

    assertThat(only(DisputeKind.DENIED).sides()).hasSize(2);
  }

  @Test
  void anotherPartyThatDoesNotConfirmTheNameConflicts() {
    first.attribution(Press.LABS, Press.OTTER, told, "");
    second.notAttributed(Press.GUARD, Optional.of(Press.OTTER), toldAgain, false, "");

    assertThat(only(DisputeKind.NOT_CONFIRMED).sides()).hasSize(2);
  }

  @Test
  void notYetAttributedConflictsWithNothing() {
    first.notAttributed(Press.GUARD, Optional.empty(), told, false, "2031-06-02");
    second.attribution(Press.GUARD, Press.OTTER, toldAgain, "2031-06-29");

    assertThat(disputes()).isEmpty();
  }

  @Test
  void aClaimantThatAccusesAnotherLaterHasChangedItsMind() {
    first.attribution(Press.LABS, Press.OTTER, told, "2031-06-01");
    second.attribution(Press.LABS, Press.HERON, toldAgain, "2031-06-29");

    assertThat(only(DisputeKind.CHANGED_MIND).sides()).extracting(Dispute.Side::position)
        .containsExactly("Salt Otter is accused", "Iron Heron is accused");
  }

  @Test
  void aClaimantMayTakeBackWhatItSaid() {
    first.attribution(Press.LABS, Press.OTTER, told, "2031-06-01");
    second.notAttributed(Press.LABS, Optional.of(Press.OTTER), toldAgain, true, "2031-06-29");

    assertThat(only(DisputeKind.WITHDRAWN).sides()).hasSize(2);
  }

  @Test
  void copiesOfOneStoryCountOnce() {
    Claim original = first.attribution(Press.LABS, Press.OTTER, told, "");
    Press.Article copy = press.copy(first, "The Echo", "2031-06-09");
    copy.attribution(Press.LABS, Press.OTTER, copy.account("break-in", "2031-05", Press.HARBOUR), "");
    second.attribution(Press.TIDE, Press.HERON, toldAgain, "");

    assertThat(claims(only(DisputeKind.RIVAL_ACCUSED).sides().getFirst().claims())).containsExactly(original);
  }

  @Test
  void namesSaidToBeTheSameAndDistinctConflict() {
    first.alias(Press.LABS, Press.OTTER, Press.HERON, AliasRelation.SAME);
    second.alias(Press.TIDE, Press.HERON, Press.OTTER, AliasRelation.DISTINCT);

    assertThat(only(DisputeKind.ALIAS).incident()).isEmpty();
  }

  @Test
  void doNotDependOnTheOrderOfArrival() {
    first.attribution(Press.LABS, Press.OTTER, told, "");
    first.denial(Press.VARLAND, Optional.of(told), "");
    second.attribution(Press.TIDE, Press.HERON, toldAgain, "");
    second.notAttributed(Press.GUARD, Optional.of(Press.HERON), toldAgain, false, "");
    Press.Article copy = press.copy(first, "The Echo", "2031-06-09");
    copy.attribution(Press.LABS, Press.OTTER, copy.account("break-in", "2031-05", Press.HARBOUR), "");
    List<Dispute> disputes = disputes();

    assertThat(disputes).hasSize(3);
    for (int seed = 0; seed < 20; seed++) {
      assertThat(Analysis.of(press.shuffled(seed)).disputes()).isEqualTo(disputes);
    }
  }

  private List<Dispute> disputes() {
    return press.analysis().disputes();
  }

  private Dispute only(DisputeKind kind) {
    assertThat(disputes()).singleElement().extracting(Dispute::kind).isEqualTo(kind);
    return disputes().getFirst();
  }

  private static List<Claim> claims(List<RecordedClaim> recorded) {
    return recorded.stream().map(RecordedClaim::claim).toList();
  }
}

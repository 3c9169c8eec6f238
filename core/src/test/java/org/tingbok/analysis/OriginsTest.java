package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.PartialDate;

class OriginsTest {
  private static final Party OFFICIALS =
      new Party("two officials", PartyKind.DESCRIBED, Optional.of("XE"), "two officials");

  private final Press press = new Press();

  @Test
  void tenArticlesOnOnePressReleaseAreOneOrigin() {
    Press.Article release = press.article("Elvheim Coast Guard", "2031-06-03");
    release.attribution(Press.GUARD, Press.OTTER, account(release), "2031-06-03");
    for (int i = 0; i < 10; i++) {
      Press.Article article = press.article("Outlet " + i, i % 2 == 0 ? "2031-06-04" : "");
      article.reported(Press.GUARD, Press.OTTER, account(article), i % 3 == 0 ? "2031-06-03" : "");
    }

    assertThat(only().words()).isEqualTo("origins: 1 (of 11 reports)");
  }

  @Test
  void whoSaysItAgainMonthsLaterIsNoSecondOrigin() {
    article("The Daily Gull", "2031-06-04").reported(Press.GUARD, Press.OTTER, account(last), "2031-06-03");
    article("Vestvik Tidende", "2031-09-21").reported(Press.GUARD, Press.OTTER, account(last), "2031-09-20");

    assertThat(only().independent()).isEqualTo(1);
    assertThat(only().origins().getFirst().said()).isEqualTo(PartialDate.parse("2031-06-03"));
  }

  @Test
  void bodiesOfOneStateAreOneVoiceThoseOfTwoAreTwo() {
    article("The Daily Gull", "2031-06-04").reported(Press.GUARD, Press.OTTER, account(last), "");
    article("Vestvik Tidende", "2031-06-04").reported(Press.ELVHEIM, Press.OTTER, account(last), "");
    assertThat(only().independent()).isEqualTo(1);

    article("Fjord Agency", "2031-06-04").reported(Press.SUNDMARK, Press.OTTER, account(last), "");
    assertThat(only().independent()).isEqualTo(2);
  }

  @Test
  void whatTwoSayTogetherAddsNothingToWhatEachSays() {
    article("The Daily Gull", "2031-06-04").reported(Press.LABS, Press.OTTER, account(last), "");
    article("Vestvik Tidende", "2031-06-04").reported(Press.TIDE, Press.OTTER, account(last), "");
    article("Fjord Agency", "2031-06-04").jointly(List.of(Press.LABS, Press.TIDE), List.of(Press.OTTER),
        account(last));

    assertThat(only().independent()).isEqualTo(2);
    assertThat(only().origins()).hasSize(3);
  }

  @Test
  void aPersonIsTheVoiceOfTheBodyThatThePersonSpeaksFor() {
    article("The Daily Gull", "2031-06-04").attribution(Press.GUARD, "Ada Lind", Press.OTTER, account(last), "");
    article("Fjord Agency", "2031-06-04").attribution(Press.GUARD, "Lind", Press.OTTER, account(last), "");
    article("Vestvik Tidende", "2031-06-04").reported(
        new Party("Lind", PartyKind.PERSON, Optional.empty(), "Lind"), Press.OTTER, account(last), "");

    assertThat(only().independent()).isEqualTo(1);
  }

  @Test
  void anOutletThatOnlyPassesOnIsFollowedToItsSource() {
    article("Fjord Agency", "2031-06-03").reported(Press.LABS, Press.OTTER, account(last), "2031-06-02");
    Claim second = article("The Daily Gull", "2031-06-05").reported(Press.company("Fjord Agency"), Press.OTTER,
        account(last), "");

    assertThat(only().words()).isEqualTo("origins: 1 (of 2 reports)");
    Trace trace = press.analysis().origins().trace(second).orElseThrow();
    assertThat(trace.lineage()).isEqualTo(Lineage.STATED);
    assertThat(trace.origins()).containsExactly("Lantern Labs");
    assertThat(trace.steps()).extracting(Trace.Step::part, Trace.Step::who).containsExactly(
        org.assertj.core.groups.Tuple.tuple(Trace.Part.PUBLISHED, "The Daily Gull"),
        org.assertj.core.groups.Tuple.tuple(Trace.Part.SAID, "Fjord Agency"),
        org.assertj.core.groups.Tuple.tuple(Trace.Part.CITED, "Lantern Labs"));
  }

  @Test
  void theWayLeadsThroughCopyListenerAndSpeakerToTheClaimant() {
    Press.Article wire = article("Fjord Agency", "2031-06-03");
    wire.reported(Press.GUARD, Press.OTTER, account(wire), "2031-06-03", "Radio Vestvik");
    Press.Article reprint = press.copy(wire, "The Daily Gull", "2031-06-04");
    Claim copied =
        reprint.reported(Press.GUARD, Press.OTTER, account(reprint), "2031-06-03", "Radio Vestvik", "Fjord Agency");

    assertThat(press.analysis().origins().trace(copied).orElseThrow().steps())
        .extracting(step -> step.part().code() + " " + step.who()).containsExactly("published The Daily Gull",
            "copied Fjord Agency", "told Radio Vestvik", "said Elvheim Coast Guard");
  }

  @Test
  void outletsThatNameEachOtherAreCircular() {
    article("The Daily Gull", "2031-06-03").reported(Press.company("Vestvik Tidende"), Press.OTTER, account(last), "");
    article("Vestvik Tidende", "2031-06-04").reported(Press.company("The Daily Gull"), Press.OTTER, account(last), "");
    article("The Echo", "2031-06-05").reported(Press.company("The Daily Gull"), Press.OTTER, account(last), "");

    assertThat(only().circular()).isTrue();
    assertThat(only().words()).isEqualTo("origins: none, circular (of 3 reports)");
    assertThat(only().origins()).singleElement().extracting(Matter.Origin::names)
        .isEqualTo(List.of("The Daily Gull", "Vestvik Tidende"));
  }

  @Test
  void aSourceOutsideBreaksTheCircle() {
    article("The Daily Gull", "2031-06-03").reported(Press.company("Vestvik Tidende"), Press.OTTER, account(last), "");
    article("Vestvik Tidende", "2031-06-04").reported(Press.company("The Daily Gull"), Press.OTTER, account(last), "");
    article("Vestvik Tidende", "2031-06-02").reported(Press.LABS, Press.OTTER, account(last), "");

    assertThat(only().words()).isEqualTo("origins: 1 (of 3 reports)");
    assertThat(only().circular()).isFalse();
  }

  @Test
  void whoIsNotNamedNeverCounts() {
    article("The Daily Gull", "2031-06-03").reported(OFFICIALS, Press.OTTER, account(last), "", "Fjord Agency");
    article("The Echo", "2031-06-04").reported(OFFICIALS, Press.OTTER, account(last), "", "Fjord Agency");

    assertThat(only().words()).isEqualTo("origins: none traceable (of 2 reports)");
    assertThat(only().origins()).singleElement().extracting(Matter.Origin::lineage).isEqualTo(Lineage.UNNAMED);
  }

  @Test
  void whatNobodyPublishesUnderANameNeverCounts() {
    article("", "2031-06-03").ownVoice(Press.OTTER, account(last), CertaintyLevel.HIGH);

    assertThat(only().independent()).isZero();
  }

  @Test
  void anOwnVoiceAfterOthersIsOfUnknownLineage() {
    article("Fjord Agency", "2031-06-03").reported(Press.LABS, Press.OTTER, account(last), "2031-06-02");
    article("The Daily Gull", "2031-06-05").ownVoice(Press.OTTER, account(last), CertaintyLevel.ASSERTED);

    assertThat(only().independent()).isEqualTo(1);
    assertThat(only().origins()).extracting(Matter.Origin::lineage).containsExactly(Lineage.STATED, Lineage.REPEATED);
  }

  @Test
  void anOwnVoiceThatWasFirstIsAnOrigin() {
    article("Fjord Agency", "2031-06-09").reported(Press.LABS, Press.OTTER, account(last), "2031-06-08");
    article("The Daily Gull", "2031-06-05").ownVoice(Press.OTTER, account(last), CertaintyLevel.ASSERTED);

    assertThat(only().independent()).isEqualTo(2);
  }

  @Test
  void anOwnVoiceThatTellsHowSureItIsIsAnOrigin() {
    article("Fjord Agency", "2031-06-03").reported(Press.LABS, Press.OTTER, account(last), "2031-06-02");
    article("Tide Research", "2031-06-05").ownVoice(Press.OTTER, account(last), CertaintyLevel.MODERATE);

    assertThat(only().independent()).isEqualTo(2);
  }

  @Test
  void twoOwnVoicesOfOneDayCannotBothBeFirst() {
    article("The Daily Gull", "2031-06-05").ownVoice(Press.OTTER, account(last), CertaintyLevel.ASSERTED);
    article("The Echo", "2031-06-05").ownVoice(Press.OTTER, account(last), CertaintyLevel.ASSERTED);

    assertThat(only().independent()).isEqualTo(1);
  }

  @Test
  void anOutletAndItsAddressAreOne() {
    assertThat(Voices.outlet("thefjord.example")).isEqualTo(Voices.outlet("The Fjord"));
    assertThat(Voices.outlet("www.vestvik.example")).isEqualTo(Voices.outlet("Vestvik"));
  }

  @Test
  void whatIsTakenBackStandsNoLonger() {
    article("The Daily Gull", "2031-06-03").reported(Press.LABS, Press.OTTER, account(last), "2031-06-02");
    article("Fjord Agency", "2031-07-03").notAttributed(Press.LABS, Optional.of(Press.OTTER), account(last), true,
        "2031-07-02");

    Matter matter = accused();
    assertThat(matter.words()).isEqualTo("origins: none that stands (of 1 report)");
    assertThat(matter.origins().getFirst().withdrawn()).contains(PartialDate.parse("2031-07-02"));
  }

  @Test
  void neitherOrderNorCopiesNorPassingOnNorUnnamedSourcesChangeTheCount() {
    long seed = 31;
    Random random = new Random(seed);
    List<Party> parties = List.of(Press.GUARD, Press.ELVHEIM, Press.SUNDMARK, Press.LABS, Press.TIDE,
        Press.company("Outlet 1"), Press.company("Outlet 2"), Press.company("Outlet 3"));
    for (int story = 0; story < 40; story++) {
      Press some = new Press();
      int articles = 2 + random.nextInt(7);
      Press.Article one = some.article("Outlet 0", "2031-06-01");
      one.reported(parties.get(random.nextInt(5)), Press.OTTER, account(one), "2031-05-31");
      for (int i = 0; i < articles; i++) {
        Press.Article article = some.article("Outlet " + random.nextInt(5), "2031-06-0" + (1 + random.nextInt(9)));
        if (random.nextInt(4) == 0) {
          article.ownVoice(Press.OTTER, account(article), CertaintyLevel.ASSERTED);
        } else {
          article.reported(parties.get(random.nextInt(parties.size())), Press.OTTER, account(article), "");
        }
      }
      Matter matter = only(some);
      assertThat(matter.independent()).as("seed %d story %d", seed, story).isBetween(1, matter.reports());
      for (int order = 0; order < 3; order++) {
        assertThat(Analysis.of(some.shuffled(order)).origins().of(one.claims().getFirst())).containsExactly(matter);
      }
      Press.Article copy = some.copy(one, "The Parrot", "2031-06-20");
      copy.reported(claimant(one.claims().getFirst()), Press.OTTER, account(copy), "2031-05-31");
      Press.Article passing = some.article("The Echo", "2031-06-21");
      passing.reported(Press.company("Outlet 0"), Press.OTTER, account(passing), "");
      Press.Article whispers = some.article("The Whisper", "2031-06-22");
      whispers.reported(OFFICIALS, Press.OTTER, account(whispers), "");
      Press.Article gloss = some.article("The Gloss", "2031-06-23");
      gloss.ownVoice(Press.OTTER, account(gloss), CertaintyLevel.ASSERTED);
      assertThat(only(some).independent()).as("seed %d story %d", seed, story).isEqualTo(matter.independent());
      assertThat(only(some).reports()).isEqualTo(matter.reports() + 4);
    }
  }

  private static Party claimant(Claim claim) {
    return claim.saying().claimants().getFirst();
  }

  private Press.Article last = press.article("unused", "");

  private Press.Article article(String publisher, String published) {
    last = press.article(publisher, published);
    return last;
  }

  private static IncidentAccount account(Press.Article article) {
    return article.account("break-in", "2031-05", Press.HARBOUR);
  }

  private Matter only() {
    return only(press);
  }

  private Matter accused() {
    Analysis analysis = press.analysis();
    return analysis.origins().accusation(analysis.incidents().getFirst(), Press.OTTER).orElseThrow();
  }

  private static Matter only(Press press) {
    Analysis analysis = press.analysis();
    assertThat(analysis.incidents()).hasSize(1);
    return analysis.origins().accusation(analysis.incidents().getFirst(), Press.OTTER).orElseThrow();
  }
}

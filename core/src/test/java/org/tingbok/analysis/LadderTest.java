package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.NameLevel;

/// Whom an actor is said to be part of, level by level.
class LadderTest {
  private static final Party UNIT = Press.body("Unit 40404", "XV");
  private static final Party DIRECTORATE = Press.body("Directorate of Tides", "XV");
  private static final Party MINISTRY = Press.body("Ministry of Fog", "XV");
  private static final Party CLUSTER = Press.actor("UNC4711", "XV");
  private static final List<AliasRelation> ALIASES = List.of(AliasRelation.values());
  private static final List<AffiliationRelation> AFFILIATIONS = List.of(AffiliationRelation.values());

  private final Press press = new Press();
  private final Press.Article article = press.article("The Daily Gull", "2031-06-03");

  @Test
  void levelsAreOneLadderAndEachStepIsSomebodysClaim() {
    article.affiliation(Press.LABS, Press.OTTER, UNIT);
    article.affiliation(Press.TIDE, UNIT, DIRECTORATE);
    article.affiliation(Press.LABS, DIRECTORATE, Press.VARLAND);

    Ladder ladder = ladder(Press.OTTER);

    assertThat(lines(ladder)).containsExactly("unit Unit 40404 < Salt Otter part-of",
        "agency Directorate of Tides < Unit 40404 part-of", "state Varland < Directorate of Tides part-of");
    assertThat(ladder.rungs()).allSatisfy(rung -> assertThat(rung.rivals()).isEmpty());
    assertThat(ladder.foot()).singleElement().satisfies(foot -> {
      assertThat(foot.level()).contains(NameLevel.NAMED_GROUP);
      assertThat(foot.names()).containsExactly("Salt Otter");
    });
  }

  @Test
  void aJumpStaysAJump() {
    article.affiliation(Press.LABS, Press.OTTER, Press.VARLAND);

    Ladder.Rung state = ladder(Press.OTTER).rungs().getFirst();

    assertThat(state.steps()).singleElement().extracting(Ladder.Step::skipped)
        .isEqualTo(List.of(NameLevel.UNIT, NameLevel.AGENCY));
    assertThat(ladder(Press.OTTER).rungs()).hasSize(1);
  }

  @Test
  void aClusterClimbsToTheGroupThatItIsPartOf() {
    article.alias(Press.LABS, CLUSTER, Press.OTTER, AliasRelation.PART_OF);
    article.alias(Press.LABS, Press.OTTER, UNIT, AliasRelation.SAME);

    assertThat(lines(ladder(CLUSTER))).containsExactly("named-group Salt Otter < UNC4711 part-of",
        "unit Unit 40404 < Salt Otter same");
    assertThat(lines(ladder(UNIT))).as("nobody climbs down").isEmpty();
  }

  @Test
  void partiesOfOneLevelStandSideBySideAndTellTheirRivals() {
    article.affiliation(Press.LABS, Press.OTTER, DIRECTORATE);
    article.affiliation(Press.TIDE, Press.OTTER, MINISTRY);
    article.affiliation(Press.TIDE, Press.OTTER, Press.VARLAND);

    assertThat(ladder(Press.OTTER).rungs()).extracting(rung -> rung.party().name() + " " + rung.rivals())
        .containsExactlyInAnyOrder("Directorate of Tides [Ministry of Fog]", "Ministry of Fog [Directorate of Tides]",
            "Varland []");
  }

  @Test
  void whatOneClaimantSaysTogetherIsNoRivalry() {
    article.affiliation(Press.LABS, Press.OTTER, DIRECTORATE);
    article.affiliation(Press.LABS, Press.OTTER, MINISTRY);

    assertThat(ladder(Press.OTTER).rungs()).hasSize(2).allSatisfy(rung -> assertThat(rung.rivals()).isEmpty());
  }

  @Test
  void circlesEndAndNobodyStandsOnItself() {
    article.affiliation(Press.LABS, Press.OTTER, UNIT);
    article.affiliation(Press.LABS, UNIT, Press.OTTER);
    article.affiliation(Press.LABS, UNIT, UNIT);
    article.affiliation(Press.LABS, DIRECTORATE, MINISTRY);
    article.affiliation(Press.LABS, MINISTRY, DIRECTORATE);
    article.affiliation(Press.LABS, UNIT, MINISTRY);

    assertThat(lines(ladder(Press.OTTER))).containsExactlyInAnyOrder("unit Unit 40404 < Salt Otter part-of",
        "agency Ministry of Fog < Unit 40404 part-of", "agency Ministry of Fog < Directorate of Tides part-of",
        "agency Directorate of Tides < Ministry of Fog part-of");
  }

  @Test
  void namesAreOneAsTheViewHasThem() {
    Party weasel = Press.actor("Brine Weasel", "XV");
    article.alias(Press.LABS, Press.OTTER, weasel, AliasRelation.SAME);
    article.affiliation(Press.TIDE, weasel, UNIT);

    assertThat(lines(ladder(Press.OTTER, "all"))).containsExactly("unit Unit 40404 < Brine Weasel part-of");
    assertThat(ladder(Press.OTTER, "all").foot().getFirst().names()).containsExactly("Brine Weasel", "Salt Otter");
    assertThat(lines(ladder(Press.OTTER, "none"))).isEmpty();
  }

  @Test
  void heedsTheDay() {
    article.affiliation(Press.LABS, Press.OTTER, UNIT);
    press.article("The Evening Tern", "2033-01-01").affiliation(Press.TIDE, UNIT, DIRECTORATE);

    Snapshot then = press.snapshot(AsOf.said(LocalDate.parse("2032-01-01")));
    assertThat(lines(ladder(then, Press.OTTER, "any"))).containsExactly("unit Unit 40404 < Salt Otter part-of");
    assertThat(ladder(Press.OTTER).rungs()).hasSize(2);
  }

  @Test
  void tellsWhoSpeaksAgainstARung() {
    IncidentAccount told = article.account("break-in", "2031-05", Press.HARBOUR);
    article.affiliation(Press.LABS, Press.OTTER, Press.VARLAND);
    article.attribution(Press.LABS, Press.OTTER, told, "");
    Claim denied = article.denial(Press.body("Embassy of Varland", "XV"), Optional.of(told), "");
    article.denial(Press.body("Embassy of Sundmark", "XS"), Optional.of(told), "");
    Press.Article later = press.article("The Evening Tern", "2031-07-01");
    Claim elsewhere = later.denial(Press.VARLAND, Optional.of(later.account("break-in", "2031-05", Press.HARBOUR)), "");
    Claim unsure = article.notAttributed(Press.GUARD, Optional.of(Press.VARLAND), told, false, "");

    assertThat(ladder(Press.OTTER).rungs().getFirst().dissent()).extracting(RecordedClaim::claim)
        .containsExactlyInAnyOrder(denied, unsure);
    assertThat(ladder(Press.OTTER).denials()).extracting(RecordedClaim::claim).containsExactly(elsewhere);
  }

  @Test
  void whatItsClaimantTakesBackIsNoStep() {
    Claim said = article.affiliation(Press.LABS, Press.OTTER, UNIT);
    article.affiliation(Press.TIDE, Press.OTTER, Press.VARLAND);
    press.article("The Evening Tern", "2031-07-01").takesBack(Press.LABS, UNIT);

    assertThat(lines(ladder(Press.OTTER))).containsExactly("state Varland < Salt Otter part-of");
    assertThat(ladder(Press.OTTER).withdrawn()).extracting(RecordedClaim::claim).containsExactly(said);
  }

  @Test
  void partiesOfNoKnownLevelComeLastAndLeadOnUpwards() {
    Party firm = Press.company("Fog & Sons");
    article.affiliation(Press.LABS, Press.OTTER, firm);
    article.affiliation(Press.LABS, firm, MINISTRY);
    article.affiliation(Press.LABS, MINISTRY, Press.company("Bellringers"));
    article.affiliation(Press.LABS, Press.company("Bellringers"), UNIT);

    assertThat(lines(ladder(Press.OTTER))).containsExactlyInAnyOrder("agency Ministry of Fog < Fog & Sons part-of",
        "- Fog & Sons < Salt Otter part-of", "- Bellringers < Ministry of Fog part-of");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      BODY         | GRU Unit 26165                         | unit
      BODY         | Einheit 26165                          | unit
      BODY         | Lab 110                                | unit
      BODY         | 85th Main Special Service Centre       | unit
      BODY         | Hubei State Security Department        | unit
      BODY         | Hubei bureau of the MSS                | unit
      DESCRIBED    | a bureau of the Ministry               | unit
      DESCRIBED    | state-sponsored hackers                | -
      BODY         | Reconnaissance General Bureau          | agency
      BODY         | Federal Bureau of Investigation        | agency
      BODY         | Department of Justice                  | agency
      BODY         | Varland government                     | state
      BODY         | Kremlin                                | state
      STATE        | Varland                                | state
      THREAT_ACTOR | UNC4711                                | activity-cluster
      THREAT_ACTOR | Storm-12                               | temporary-group
      THREAT_ACTOR | Unit 61398                             | unit
      THREAT_ACTOR | Salt Otter                             | named-group
      ORGANISATION | Fog & Sons                             | -
      PERSON       | Ida Fog                                | -
      """)
  void tellsTheLevelOfAParty(PartyKind kind, String name, @org.jspecify.annotations.Nullable String level) {
    assertThat(
        new PartyLevels(LadderTest::level).of(new Party(name, kind, Optional.empty(), name)).map(NameLevel::code))
        .isEqualTo(Optional.ofNullable(level));
  }

  /// Chance claims among chance parties: whatever they are, the ladder ends, does not depend on the order of recording, rests
  /// on claims alone and never leads down.
  @Test
  void holdsWhateverIsClaimed() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Party> parties = List.of(CLUSTER, Press.actor("Storm-12", "XV"), Press.OTTER, Press.HERON, Press.LYNX, UNIT,
        Press.body("Unit 50505", "XS"), DIRECTORATE, MINISTRY, Press.VARLAND, Press.SUNDMARK,
        Press.company("Fog & Sons"),
        new Party("Ida Fog", PartyKind.PERSON, Optional.empty(), "Ida Fog"));
    for (int round = 0; round < 150; round++) {
      Press chance = new Press();
      for (int article = 0; article < 4; article++) {
        Press.Article text = chance.article("Gull " + article, article == 3 ? "" : "2031-06-0" + (article + 1));
        for (int claim = random.nextInt(7); claim > 0; claim--) {
          Party claimant = random.nextBoolean() ? Press.LABS : Press.TIDE;
          Party first = parties.get(random.nextInt(parties.size()));
          Party second = parties.get(random.nextInt(parties.size()));
          if (random.nextInt(4) == 0) {
            text.alias(claimant, first, second, ALIASES.get(random.nextInt(ALIASES.size())));
          } else {
            text.affiliation(claimant, first, second, AFFILIATIONS.get(random.nextInt(AFFILIATIONS.size())));
          }
        }
      }
      Party asked = parties.get(random.nextInt(parties.size()));
      String view = List.of("any", "all", "none").get(random.nextInt(3));
      Ladder ladder = ladder(chance.snapshot(), asked, view);
      assertThat(ladder(chance.shuffled(random.nextLong()), asked, view)).as("round %d of seed %d", round, seed)
          .isEqualTo(ladder);
      for (Ladder.Rung rung : ladder.rungs()) {
        assertThat(rung.steps()).as("steps to %s, round %d of seed %d", rung.party(), round, seed).isNotEmpty();
        for (Ladder.Step step : rung.steps()) {
          assertThat(step.claims()).isNotEmpty().allSatisfy(claim -> assertThat(claim.claim())
              .isInstanceOfAny(Claim.Affiliation.class, Claim.Alias.class));
          if (step.fromLevel().isPresent() && rung.level().isPresent()) {
            assertThat(step.fromLevel().get()).as("round %d of seed %d", round, seed)
                .isLessThanOrEqualTo(rung.level().get());
          }
        }
      }
    }
  }

  private static Optional<NameLevel> level(String name) {
    return switch (name) {
      case "UNC4711" -> Optional.of(NameLevel.ACTIVITY_CLUSTER);
      case "Storm-12" -> Optional.of(NameLevel.TEMPORARY_GROUP);
      case "Federal Bureau of Investigation" -> Optional.of(NameLevel.AGENCY);
      default -> Optional.empty();
    };
  }

  private Ladder ladder(Party actor) {
    return ladder(actor, "any");
  }

  private Ladder ladder(Party actor, String view) {
    return ladder(press.snapshot(), actor, view);
  }

  private static Ladder ladder(Snapshot snapshot, Party actor, String view) {
    Analysis analysis = Analysis.of(snapshot);
    return Ladder.of(snapshot, analysis.incidents(), analysis.families(), analysis.names(View.parse(view)), actor,
        LadderTest::level);
  }

  /// `LEVEL PARTY < FROM RELATION`, one for each step.
  private static List<String> lines(Ladder ladder) {
    List<String> lines = new ArrayList<>();
    for (Ladder.Rung rung : ladder.rungs()) {
      Stream<String> steps = rung.steps().stream().map(step -> step.from() + " " + code(step.relation()));
      steps.forEach(step -> lines.add(rung.level().map(NameLevel::code).orElse("-") + " " + rung.party().name() + " < "
          + step));
    }
    return lines;
  }

  private static String code(Coded relation) {
    return relation.code();
  }
}

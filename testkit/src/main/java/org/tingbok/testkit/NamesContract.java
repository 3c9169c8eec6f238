package org.tingbok.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Citation;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Listing;
import org.tingbok.claim.NameDecision;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.NameList;
import org.tingbok.ledger.NameReceipt;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.NameMeaning;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Verdict;

/// What every ledger does with lists of names and decisions about them.
public abstract class NamesContract {
  /// Noon of 2 May 2024.
  protected static final Instant NOON = Instant.parse("2024-05-02T12:00:00Z");
  private static final LocalDate SPRING = LocalDate.parse("2024-03-01");
  private static final LocalDate SUMMER = LocalDate.parse("2024-06-01");
  private static final LocalDate AUTUMN = LocalDate.parse("2024-09-01");

  /// The clock that the ledgers are opened with; it stands at noon of 2 May 2024 until it is set.
  protected final ManualClock clock = new ManualClock(NOON);

  /// For subclasses.
  protected NamesContract() {
  }

  /// Opens an empty ledger.
  ///
  /// @param recordingClock gives the moment of recording
  /// @return a ledger of this test alone
  protected abstract Ledger open(Clock recordingClock);

  @Test
  void recordsWhatAListSays() {
    List<Listing> said = List.of(listing("Salt Otter", "Salt Otter"), listing("Salt Otter", "UNC77"), rich());
    try (Ledger ledger = open(clock)) {
      assertThat(ledger.names()).isEmpty();
      NameReceipt receipt = ledger.append(new NameList("list/a", SPRING, said), false);
      assertThat(receipt).isEqualTo(new NameReceipt("list/a", SPRING, NOON, 3, 0, 0));
      assertThat(listings(ledger, AsOf.NOW)).isEqualTo(said);
      assertThat(ledger.asOf(AsOf.NOW).names().listed().getFirst().recordedAt()).isEqualTo(NOON);
      assertThat(ledger.names()).extracting(NameEntry.Recorded::entry)
          .containsExactlyElementsOf(said.stream().map(listing -> (NameEntry) new NameEntry.Said(listing,
              listing.saidOn().stated() ? listing.saidOn() : PartialDate.day(SPRING), SPRING)).toList());
    }
  }

  @Test
  void theSameEditionAgainAddsNothing() {
    NameList edition = new NameList("list/a", SPRING, many("list/a", "Otter", 40));
    try (Ledger ledger = open(clock)) {
      ledger.append(edition, false);
      List<NameEntry.Recorded> before = ledger.names();
      clock.set(NOON.plusSeconds(60));
      assertThat(ledger.append(edition, false)).isEqualTo(new NameReceipt("list/a", SPRING, NOON, 0, 40, 0));
      assertThat(ledger.append(new NameList("list/a", SUMMER, edition.listings()), false).added()).isZero();
      assertThat(
          ledger.append(new NameList("list/a", LocalDate.parse("2020-01-01"), edition.listings()), false).added())
          .isZero();
      assertThat(ledger.names()).isEqualTo(before);
    }
  }

  @Test
  void aLaterEditionAddsWhatIsNewAndWithdrawsWhatIsGone() {
    List<Listing> first = many("list/a", "Otter", 30);
    List<Listing> second = new ArrayList<>(first.subList(2, 30));
    Listing fresh = listing("Otter 1", "Brine Weasel");
    second.add(fresh);
    try (Ledger ledger = open(clock)) {
      ledger.append(new NameList("list/a", SPRING, first), false);
      ledger.append(new NameList("list/b", SPRING, List.of(other("Tin Heron"))), false);
      clock.set(NOON.plusSeconds(60));
      NameReceipt receipt = ledger.append(new NameList("list/a", SUMMER, second), false);
      assertThat(receipt).isEqualTo(new NameReceipt("list/a", SUMMER, NOON.plusSeconds(60), 1, 28, 2));

      NamesOnRecord now = ledger.asOf(AsOf.NOW).names();
      assertThat(now.listed()).extracting(NamesOnRecord.Listed::listing).contains(fresh, other("Tin Heron"))
          .doesNotContain(first.get(0), first.get(1)).hasSize(30);
      assertThat(now.withdrawn()).extracting(gone -> gone.was().listing()).containsExactly(first.get(0), first.get(1));
      assertThat(now.withdrawn()).extracting(NamesOnRecord.Gone::on).containsOnly(SUMMER);
      assertThat(listings(ledger, AsOf.said(SUMMER.minusDays(1)))).contains(first.get(0)).doesNotContain(fresh);
      assertThat(listings(ledger, AsOf.NOW.recorded(NOON.plusSeconds(59)))).contains(first.get(0));
      assertThat(ledger.asOf(AsOf.said(SPRING.minusDays(1))).names()).isEqualTo(NamesOnRecord.NONE);
    }
  }

  @Test
  void whatComesBackIsSaidAgainFromThatDay() {
    Listing wavering = listing("Salt Otter", "UNC77");
    Listing steady = listing("Salt Otter", "Salt Otter");
    try (Ledger ledger = open(clock)) {
      ledger.append(new NameList("list/a", SPRING, List.of(steady, wavering)), false);
      ledger.append(new NameList("list/a", SUMMER, List.of(steady)), false);
      assertThat(ledger.append(new NameList("list/a", AUTUMN, List.of(steady, wavering)), false).added()).isEqualTo(1);
      assertThat(listings(ledger, AsOf.said(SUMMER))).containsExactly(steady);
      assertThat(listings(ledger, AsOf.said(AUTUMN))).containsExactly(steady, wavering);
      assertThat(ledger.asOf(AsOf.NOW).names().withdrawn()).isEmpty();
      assertThat(ledger.names()).hasSize(4);
    }
  }

  @Test
  void refusesAnOlderEditionThatSaysOtherwise() {
    try (Ledger ledger = open(clock)) {
      ledger.append(new NameList("list/a", SUMMER, many("list/a", "Otter", 30)), false);
      List<NameEntry.Recorded> before = ledger.names();
      refused("LIST_OLDER", () -> ledger.append(new NameList("list/a", SPRING, many("list/a", "Otter", 29)), false));
      assertThat(ledger.names()).isEqualTo(before);
    }
  }

  @Test
  void halfAListIsNotTakenForAWithdrawalOfTheOtherHalf() {
    try (Ledger ledger = open(clock)) {
      ledger.append(new NameList("list/a", SPRING, many("list/a", "Otter", 50)), false);
      List<NameEntry.Recorded> before = ledger.names();
      NameList half = new NameList("list/a", SUMMER, many("list/a", "Otter", 24));
      refused("LIST_SHRUNK", () -> ledger.append(half, false));
      assertThat(ledger.names()).isEqualTo(before);
      assertThat(ledger.append(half, true).withdrawn()).isEqualTo(26);
    }
  }

  @Test
  void keepsDecisionsAndTheirUndoing() {
    Decision distinct =
        new Decision("Salt Otter", "UNC77", Verdict.DISTINCT, "another time zone", "Ida Strand", SPRING);
    Decision undone = new Decision("UNC77", "Salt Otter", Verdict.UNDONE, "misread the log", "Ida Strand", SUMMER);
    try (Ledger ledger = open(clock)) {
      assertThat(ledger.append(distinct)).isTrue();
      assertThat(ledger.append(distinct)).isFalse();
      clock.set(NOON.plusSeconds(1));
      assertThat(ledger.append(undone)).isTrue();
      assertThat(ledger.append(distinct)).isTrue();
      assertThat(ledger.asOf(AsOf.NOW).names().decisions()).extracting(NamesOnRecord.Decided::decision)
          .containsExactly(distinct, undone, distinct);
      assertThat(ledger.asOf(AsOf.said(SPRING)).names().decisions()).extracting(NamesOnRecord.Decided::decision)
          .containsExactly(distinct, distinct);
      assertThat(ledger.asOf(AsOf.NOW.recorded(NOON)).names().decisions()).hasSize(1);
    }
  }

  @Test
  void remembersRejectedNamesAndTheirTakingBack() {
    NameDecision museum = meaning(NameMeaning.OTHER, "museum", "a machine", SPRING);
    NameDecision everywhere = meaning(NameMeaning.OTHER, "", "a mollusc", SPRING);
    NameDecision back = meaning(NameMeaning.OPEN, "Museum", "it was them", SUMMER);
    try (Ledger ledger = open(clock)) {
      assertThat(ledger.decide(List.of(museum, everywhere, museum))).isEqualTo(2);
      assertThat(ledger.decide(List.of(everywhere))).isZero();
      clock.set(NOON.plusSeconds(1));
      assertThat(ledger.decide(List.of(back))).isEqualTo(1);
      assertThat(ledger.decide(List.of(museum))).isEqualTo(1);
      assertThat(ledger.asOf(AsOf.NOW).names().meanings()).containsExactly(museum, everywhere, back, museum);
      assertThat(ledger.asOf(AsOf.said(SPRING)).names().meanings()).containsExactly(museum, everywhere, museum);
      assertThat(ledger.asOf(AsOf.NOW.recorded(NOON)).names().meanings()).containsExactly(museum, everywhere);
      assertThat(ledger.names()).extracting(NameEntry.Recorded::entry).contains(new NameEntry.Meant(back));
      assertThat(ledger.asOf(AsOf.NOW).names().decisions()).isEmpty();
    }
  }

  /// A decision on what one invented name means.
  ///
  /// @param means what
  /// @param near where; empty for everywhere
  /// @param reason why
  /// @param day when
  /// @return by Ida Strand
  protected static NameDecision meaning(NameMeaning means, String near, String reason, LocalDate day) {
    return new NameDecision("Salt Otter", means, near, "Ida Strand", day, reason);
  }

  @Test
  void listsAndReadingsShareOneTime() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    try (Ledger ledger = open(clock)) {
      Instant first = ledger.append(generator.readings(1)).recordedAt();
      Instant second = ledger.append(new NameList("list/a", SPRING, many("list/a", "Otter", 3)), false).recordedAt();
      Instant third = ledger.append(generator.readings(1)).recordedAt();
      assertThat(List.of(first, second, third)).containsExactly(NOON, NOON.plusMillis(1), NOON.plusMillis(2));
    }
  }

  @Test
  void agreesWithTheOneMeaningOfAsOfOnNames() {
    Random random = ReadingGenerator.printedRandom();
    try (Ledger ledger = open(clock)) {
      LocalDate day = SPRING;
      for (int edition = 0; edition < 12; edition++) {
        day = day.plusDays(random.nextInt(20));
        clock.set(NOON.plusSeconds(60L * edition));
        String list = random.nextBoolean() ? "list/a" : "list/b";
        List<Listing> listings = new ArrayList<>(many(list, "Otter", 40));
        listings.removeIf(_ -> random.nextInt(4) == 0);
        ledger.append(new NameList(list, day, listings), true);
        ledger.append(
            new Decision("Otter " + random.nextInt(3), "Weasel", List.of(Verdict.values()).get(random.nextInt(4)),
                "reason " + random.nextInt(3), "me", day));
      }
      for (int question = 0; question < 40; question++) {
        AsOf asOf = new AsOf(question % 4 == 0 ? Optional.empty() : Optional.of(SPRING.plusDays(random.nextInt(240))),
            question % 3 == 0 ? Optional.empty() : Optional.of(NOON.plusSeconds(random.nextInt(800))));
        assertThat(ledger.asOf(asOf)).isEqualTo(Snapshot.of(List.of(), ledger.names(), asOf));
      }
    }
  }

  private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(call)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static List<Listing> listings(Ledger ledger, AsOf asOf) {
    return ledger.asOf(asOf).names().listed().stream().map(NamesOnRecord.Listed::listing).toList();
  }

  /// That many listings of invented actors, the same each time.
  ///
  /// @param list of which list
  /// @param stem what their names begin with
  /// @param count how many
  /// @return three an actor
  protected static List<Listing> many(String list, String stem, int count) {
    List<Listing> listings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      listings
          .add(listing(list, stem + " " + i / 3, i % 3 == 0 ? stem + " " + i / 3 : stem + " " + i / 3 + " alias " + i));
    }
    return listings;
  }

  private static Listing listing(String actor, String name) {
    return listing("list/a", actor, name);
  }

  private static Listing listing(String list, String actor, String name) {
    return new Listing(list, "Tide Research", actor, actor, name, AliasRelation.SAME, Optional.empty(),
        Certainty.ASSERTED, List.of(), PartialDate.NOT_STATED, "names: " + name);
  }

  private static Listing other(String name) {
    return new Listing("list/b", "Lantern Labs", name, name, name, AliasRelation.SAME, Optional.empty(),
        Certainty.ASSERTED, List.of(), PartialDate.NOT_STATED, name);
  }

  private static Listing rich() {
    return new Listing("list/a", "Tide Research", "T7", "Salt Otter", "Iron Héron ⚓", AliasRelation.OVERLAP,
        Optional.of("Lantern Labs"), new Certainty(CertaintyLevel.MODERATE, Optional.of("likely"),
            Optional.of(Likelihood.LIKELY), Optional.of(AnalyticConfidence.MODERATE)),
        List.of(new Citation("Strand, I. (2019, March 4). Otters.", Optional.of("https://example.org/otters?a=\"1\""),
            PartialDate.parse("2019-03-04")), new Citation("Pilot log", Optional.empty(), PartialDate.NOT_STATED)),
        PartialDate.parse("2019"), "related: likely \"similar\"\n<b>");
  }
}

package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Listing;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Verdict;

/// Who says that two names are one, and what follows under whose word.
class NamesTest {
  private static final LocalDate DAY = LocalDate.parse("2031-05-01");
  private static final List<String> VIEWS =
      List.of("any", "all", "2-origins", "none", "Tide", "Lantern", "Tide,Lantern",
          "any+overlap", "Tide+analysts", "any-analysts");

  private final List<NameEntry.Recorded> entries = new ArrayList<>();
  private final Press press = new Press();

  @Test
  void anAuthoritysActorsAreItsEntries() {
    list("Tide", "Otter", "Otter", "UNC1", "Weasel");
    list("Tide", "Heron", "Heron");
    list("Lantern", "Otter", "Otter", "Heron", "Tern");

    assertThat(under("Tide").of("unc 1")).containsExactly("Otter", "UNC1", "Weasel");
    assertThat(under("Tide").of("Heron")).containsExactly("Heron");
    assertThat(under("Lantern").of("Heron")).containsExactly("Heron", "Otter", "Tern");
    assertThat(under("Tide,Lantern").one("Otter", "Heron")).as("joined by one of them").isTrue();
    assertThat(under("Tide,Lantern").one("Weasel", "Heron")).as("kept apart by the other").isFalse();
    assertThat(under("none").of("UNC1")).containsExactly("UNC1");
  }

  /// Two lists of one publisher, one of them older, are no dissent between names that only one of them has.
  @Test
  void aPublisherOfTwoListsHasOneVoice() {
    list("Tide", "Otter", "Otter", "UNC1");
    for (String name : List.of("Otter", "Weasel")) {
      Listing older = new Listing("list/older", "Tide", "other id", "Otter", name, AliasRelation.SAME, Optional.empty(),
          Certainty.ASSERTED, List.of(), PartialDate.NOT_STATED, name);
      entries.add(new NameEntry.Recorded(new NameEntry.Said(older, PartialDate.day(DAY), DAY), Instant.EPOCH));
    }
    assertThat(under("Tide").of("UNC1")).containsExactly("Otter", "UNC1", "Weasel");
    assertThat(under("2-origins").of("Otter")).containsExactly("Otter");
  }

  @Test
  void whatOneListKeepsApartIsNotJoinedUnderAny() {
    list("Tide", "Otter", "Otter", "UNC1");
    list("Tide", "Heron", "Heron");
    list("Lantern", "Otter", "Otter", "Heron");

    assertThat(under("any").one("Otter", "UNC1")).isTrue();
    assertThat(under("any").one("Otter", "Heron")).isFalse();
    assertThat(under("any").apart("Otter", "Heron")).isTrue();
    assertThat(under("Lantern").one("Otter", "Heron")).isTrue();
    assertThat(under("2-origins").one("Otter", "UNC1")).isFalse();
  }

  /// The defect of merging on a shared alias: one name that two actors bear made them one, for good.
  @Test
  void aSharedAliasMergesNobody() {
    list("Tide", "Bear", "Bear", "Fancy", "Steppe");
    list("Tide", "Wolf", "Wolf", "Cozy", "Steppe");
    list("Lantern", "Bear", "Bear", "Fancy", "Sofa");

    Names any = under("any");
    assertThat(any.one("Fancy", "Cozy")).isFalse();
    assertThat(any.of("Bear")).containsExactly("Bear", "Fancy", "Sofa", "Steppe");
    assertThat(any.of("Wolf")).containsExactly("Cozy", "Steppe", "Wolf");
    assertThat(any.actor("Steppe").names()).containsExactly("Steppe");
    assertThat(any.actor("Steppe").either()).containsExactlyInAnyOrder(sorted("Bear", "Fancy", "Sofa"),
        sorted("Cozy", "Wolf"));
    assertThat(under("Tide").of("Wolf")).containsExactly("Cozy", "Steppe", "Wolf");
  }

  @Test
  void aChainOfStatementsIsFollowedWhereNobodyObjects() {
    list("Tide", "Otter", "Otter", "Weasel");
    list("Lantern", "Weasel", "Weasel", "Tern");
    assertThat(under("any").of("Otter")).containsExactly("Otter", "Tern", "Weasel");

    list("Gull", "Otter", "Otter");
    list("Gull", "Tern", "Tern");
    assertThat(under("any").one("Otter", "Tern")).isFalse();
    assertThat(under("any").actor("Weasel").either()).containsExactlyInAnyOrder(sorted("Otter"), sorted("Tern"));
  }

  @Test
  void anyTakesAListsWordAndThatOfTwoDocumentsWhichAreNoCopies() {
    Press.Article first = press.article("The Daily Gull", "2031-04-01");
    first.alias(Press.LABS, Press.OTTER, Press.HERON, AliasRelation.SAME);
    assertThat(under("any").one("Salt Otter", "Iron Heron")).isFalse();
    assertThat(under("all").one("Salt Otter", "Iron Heron")).isTrue();

    press.copy(first, "The Weekly Gull", "2031-04-02").alias(Press.TIDE, Press.OTTER, Press.HERON,
        AliasRelation.SAME);
    assertThat(under("any").one("Salt Otter", "Iron Heron")).as("two voices in one story").isFalse();
    press.article("The Vik Times", "2031-04-03").alias(Press.LABS, Press.OTTER, Press.HERON, AliasRelation.SAME);
    assertThat(under("any").one("Salt Otter", "Iron Heron")).as("with one of them quoted elsewhere").isTrue();
    assertThat(under("2-origins").one("Salt Otter", "Iron Heron")).isTrue();
    assertThat(under("2-origins").one("Salt Otter", "Iron Heron")).isTrue();
    assertThat(under("3-origins").one("Salt Otter", "Iron Heron")).isFalse();
  }

  @Test
  void aDenialInADocumentStopsAnyButNotTheAuthority() {
    list("Tide", "Salt Otter", "Salt Otter", "Iron Heron");
    press.article("The Daily Gull", "2031-04-01").alias(Press.LABS, Press.OTTER, Press.HERON, AliasRelation.DISTINCT);
    assertThat(under("any").one("Salt Otter", "Iron Heron")).isFalse();
    assertThat(under("Tide").one("Salt Otter", "Iron Heron")).isTrue();
  }

  @Test
  void whoChangesItsMindIsTakenAtItsLastWord() {
    press.article("The Daily Gull", "2031-04-01").alias(Press.LABS, Press.OTTER, Press.HERON, AliasRelation.SAME);
    press.article("The Daily Gull", "2031-05-01").alias(Press.LABS, Press.OTTER, Press.HERON, AliasRelation.DISTINCT);
    assertThat(under("Lantern Labs").one("Salt Otter", "Iron Heron")).isFalse();
    press.article("The Daily Gull", "2031-06-01").alias(Press.LABS, Press.OTTER, Press.HERON, AliasRelation.SAME);
    assertThat(under("Lantern Labs").one("Salt Otter", "Iron Heron")).isTrue();
  }

  @Test
  void overlapIsToldWhereAskedForAndNeverChains() {
    list("Tide", "Otter", "Otter", "Weasel");
    list("Tide", "Heron", "Heron");
    list("Tide", "Tern", "Tern");
    related("Tide", "Otter", "Heron");
    related("Tide", "Heron", "Tern");

    assertThat(under("Tide").of("Weasel")).containsExactly("Otter", "Weasel");
    assertThat(under("Tide+overlap").of("Weasel")).containsExactly("Heron", "Otter", "Weasel");
    assertThat(under("Tide+overlap").actor("Weasel").overlapping()).containsExactly("Heron");
    assertThat(under("Tide+overlap").one("Weasel", "Heron")).isFalse();
    assertThat(under("Lantern+overlap").of("Otter")).containsExactly("Otter");
    decide(Verdict.DISTINCT, "Otter", "Heron");
    assertThat(under("any+overlap").of("Otter")).doesNotContain("Heron");
  }

  @ParameterizedTest
  @CsvSource({"any, true", "all, true", "2-origins, true", "Tide, false", "Tide+analysts, true", "none, false",
      "none+analysts, true", "any-analysts, false"})
  void analystsDecideUnderTheViewsThatSaySo(String view, boolean heeded) {
    list("Tide", "Otter", "Otter", "Weasel");
    list("Tide", "Heron", "Heron", "Crane");
    decide(Verdict.SAME, "Otter", "Heron");
    assertThat(under(view).one("Otter", "Heron")).isEqualTo(heeded);
    decide(Verdict.DISTINCT, "Otter", "Weasel");
    assertThat(under(view).apart("Otter", "Weasel")).isEqualTo(heeded);
  }

  @Test
  void joiningTwoActorsJoinsTheirOtherNames() {
    list("Tide", "Otter", "Otter", "Weasel");
    list("Tide", "Heron", "Heron", "Crane");
    decide(Verdict.SAME, "Otter", "Heron");
    assertThat(under("any").of("Crane")).containsExactly("Crane", "Heron", "Otter", "Weasel");
    decide(Verdict.UNDONE, "Heron", "Otter");
    assertThat(under("any").of("Crane")).containsExactly("Crane", "Heron");
  }

  @Test
  void whatIsSeparatedNeverComesBackThroughAThirdName() {
    list("Tide", "Otter", "Otter", "Weasel", "Tern");
    list("Lantern", "Otter", "Otter", "Tern", "Weasel");
    for (Verdict verdict : List.of(Verdict.DISTINCT, Verdict.UNSURE)) {
      decide(verdict, "Otter", "Weasel");
      for (String view : List.of("any", "all", "2-origins")) {
        assertThat(under(view).one("Otter", "Weasel")).as(view).isFalse();
        assertThat(under(view).of("Otter")).as(view).contains("Tern").doesNotContain("Weasel");
      }
    }
    list("Gull", "Otter", "Otter", "X");
    list("Skua", "Weasel", "X", "Weasel");
    assertThat(under("any").one("Otter", "Weasel")).isFalse();
  }

  @Test
  void answersAsOfADay() {
    list("Tide", "Otter", "Otter", "Weasel");
    Names before = Names.under(Snapshot.of(List.of(), entries, AsOf.said(DAY.minusDays(1))), View.ANY);
    assertThat(before.of("Otter")).containsExactly("Otter");
    assertThat(before.claims().knows("Otter")).isFalse();
    assertThat(Names.under(Snapshot.of(List.of(), entries, AsOf.said(DAY)), View.ANY).of("Otter")).hasSize(2);
  }

  @Test
  void countsAPairAsContradictedIfAnotherListHasBothApart() {
    list("Tide", "Otter", "Otter", "Weasel", "Tern");
    list("Lantern", "Otter", "Otter", "Weasel");
    list("Lantern", "Tern", "Tern");
    list("Gull", "Tern", "Tern", "Skua");
    Contradiction.Account account = Contradiction.in(under("any").claims());
    assertThat(account.pairs()).isEqualTo(4);
    assertThat(account.contradictions()).extracting(one -> one.first() + "/" + one.second())
        .containsExactlyInAnyOrder("Otter/Tern", "Weasel/Tern");
    Contradiction one = account.contradictions().getFirst();
    assertThat(one.joined()).extracting(Contradiction.Side::claimant).containsExactly("Tide");
    assertThat(one.apart()).extracting(Contradiction.Side::claimant).containsExactly("Lantern");
    assertThat(one.apart().getFirst().texts()).extracting(NameStatement::words).containsExactlyInAnyOrder(
        "Otter: Otter", "Tern: Tern");
  }

  @ParameterizedTest
  @CsvSource({"any, any", "ALL, all", "none, none", "2-origins, 2-origins", "independent:2, 2-origins",
      "Microsoft, microsoft", "attack, attack", "only:misp, misp", "Recorded Future, Recorded Future",
      "any+overlap, any+overlap", "microsoft + analysts, microsoft+analysts",
      "any-analysts+overlap, any+overlap-analysts",
      "none+analysts, none+analysts"})
  void aViewIsWrittenAsItIsRead(String text, String written) {
    View view = View.parse(text);
    assertThat(view.text()).isEqualTo(written);
    assertThat(View.parse(view.text())).isEqualTo(view);
  }

  /// Over chance lists, documents and decisions: no actor holds two names that its view keeps apart, whatever the order in
  /// which things were recorded; what is joined directly is the same seen from both; and an undone decision leaves no trace.
  @Test
  void holdsOverChanceClaims() {
    long seed = Optional.ofNullable(Long.getLong("tingbok.seed")).orElseGet(() -> new Random().nextLong());
    System.out.println("names generated with -Dtingbok.seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      List<NameEntry.Recorded> said = chance(random);
      Snapshot snapshot = Snapshot.of(List.of(), said, AsOf.NOW);
      List<NameEntry.Recorded> shuffled = new ArrayList<>(said);
      Collections.shuffle(shuffled, random);
      Snapshot mixed = Snapshot.of(List.of(), shuffled, AsOf.NOW);
      for (String text : VIEWS) {
        View view = View.parse(text);
        Names names = Names.under(snapshot, view);
        Names others = Names.under(mixed, view);
        for (int a = 0; a < 14; a++) {
          String name = "N" + a;
          Names.Actor actor = names.actor(name);
          for (String one : actor.names()) {
            for (String other : actor.names()) {
              assertThat(names.apart(one, other)).as("%s in one actor: %s, %s under %s", actor, one, other, text)
                  .isFalse();
            }
            assertThat(names.one(name, one)).isEqualTo(names.one(one, name)).isTrue();
          }
          assertThat(others.actor(name).names()).as(text).isEqualTo(actor.names());
          assertThat(new TreeSet<>(others.actor(name).either().toString().chars().boxed().toList()))
              .isEqualTo(new TreeSet<>(actor.either().toString().chars().boxed().toList()));
        }
      }
      undoneLeavesNoTrace(said, random);
    }
  }

  /// Who believes more joins more: over chance lists, and decisions that join, `any` and every number of origins join no
  /// two names that `all` does not, more origins none that fewer do not, and `none` nothing.
  @Test
  void whoBelievesMoreJoinsNoLess() {
    long seed = Optional.ofNullable(Long.getLong("tingbok.seed")).orElseGet(() -> new Random().nextLong());
    System.out.println("names generated with -Dtingbok.seed=" + seed);
    Random random = new Random(seed);
    List<List<String>> rising = List.of(List.of("none", "any", "all"), List.of("none", "4-origins",
        "3-origins", "2-origins", "all"), List.of("Tide", "all"), List.of("Tide,Lantern", "all"));
    for (int round = 0; round < 150; round++) {
      List<NameEntry.Recorded> said = chance(random).stream().filter(
          one -> !(one.entry() instanceof NameEntry.Decided decided && decided.decision().verdict() != Verdict.SAME))
          .toList();
      Snapshot snapshot = Snapshot.of(List.of(), said, AsOf.NOW);
      for (List<String> views : rising) {
        List<Names> under = views.stream().map(view -> Names.under(snapshot, View.parse(view))).toList();
        for (int a = 0; a < 14; a++) {
          String name = "N" + a;
          if (views.getFirst().startsWith("none")) {
            assertThat(under.getFirst().of(name)).containsExactly(name);
          }
          for (int i = 1; i < views.size(); i++) {
            assertThat(under.get(i).of(name)).as("%s under %s and %s", name, views.get(i - 1), views.get(i))
                .containsAll(under.get(i - 1).of(name));
          }
        }
      }
    }
  }

  /// What nobody joins but a list keeps apart stops a chain under `any`, and not under the views that heed no denial.
  @Test
  void aListThatKeepsApartDoesNotMakeAllJoinLessThanAny() {
    list("Tide", "Bear", "Bear", "Dukes", "Yttrium");
    list("Lantern", "Bear", "Bear", "Dukes");
    list("Lantern", "Solar", "Solar");
    list("Gull", "Yttrium", "Yttrium", "Solar");
    assertThat(under("any").one("Bear", "Solar")).isFalse();
    assertThat(under("all").of("Bear")).containsExactly("Bear", "Dukes", "Solar", "Yttrium");
    assertThat(under("all").actor("Yttrium").either()).isEmpty();
    decide(Verdict.DISTINCT, "Bear", "Solar");
    assertThat(under("all").one("Bear", "Solar")).isFalse();
  }

  @Test
  void anAuthoritySpeaksOfTheNamesInItsListsOnly() {
    list("Tide", "Otter", "Otter");
    list("Lantern", "Heron", "Heron", "Tern");
    assertThat(under("Tide").spoken("Otter")).isTrue();
    assertThat(under("Tide").spoken("Heron")).isFalse();
    assertThat(under("any").spoken("Heron")).isTrue();
    assertThat(under("any").spoken("Skua")).isFalse();
  }

  private static void undoneLeavesNoTrace(List<NameEntry.Recorded> said, Random random) {
    String a = "N" + random.nextInt(14);
    String b = "M" + random.nextInt(14);
    List<NameEntry.Recorded> more = new ArrayList<>(said);
    more.add(decided(Verdict.SAME, a, b));
    more.add(decided(Verdict.UNDONE, b, a));
    for (String view : VIEWS) {
      Names before = Names.under(Snapshot.of(List.of(), said, AsOf.NOW), View.parse(view));
      Names after = Names.under(Snapshot.of(List.of(), more, AsOf.NOW), View.parse(view));
      for (int i = 0; i < 14; i++) {
        assertThat(after.of("N" + i)).isEqualTo(before.of("N" + i));
      }
    }
  }

  private static List<NameEntry.Recorded> chance(Random random) {
    List<NameEntry.Recorded> said = new ArrayList<>();
    for (String claimant : List.of("Tide", "Lantern", "Gull")) {
      int actors = random.nextInt(5);
      for (int actor = 0; actor < actors; actor++) {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(5); i++) {
          names.add("N" + random.nextInt(14));
        }
        String main = names.iterator().next();
        for (String name : names) {
          said.add(listed(claimant, claimant + actor, main, name, AliasRelation.SAME));
        }
        if (random.nextInt(4) == 0) {
          said.add(listed(claimant, claimant + actor, main, "N" + random.nextInt(14), AliasRelation.OVERLAP));
        }
        if (random.nextInt(6) == 0) {
          said.add(listed(claimant, claimant + actor, main, "N" + random.nextInt(14), AliasRelation.DISTINCT));
        }
      }
    }
    Set<Set<String>> decidedOn = new java.util.HashSet<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      String a = "N" + random.nextInt(14);
      String b = "N" + random.nextInt(14);
      if (!a.equals(b) && decidedOn.add(new TreeSet<>(List.of(a, b)))) {
        said.add(decided(List.of(Verdict.SAME, Verdict.DISTINCT, Verdict.UNSURE).get(random.nextInt(3)), a, b));
      }
    }
    return said;
  }

  private Names under(String view) {
    return Names.under(press.snapshot(entries), View.parse(view));
  }

  private void list(String claimant, String actor, String... names) {
    for (String name : names) {
      entries.add(listed(claimant, actor, actor, name, AliasRelation.SAME));
    }
  }

  private void related(String claimant, String actor, String other) {
    entries.add(listed(claimant, actor, actor, other, AliasRelation.OVERLAP));
  }

  private void decide(Verdict verdict, String a, String b) {
    entries.add(decided(verdict, a, b));
  }

  private static NameEntry.Recorded decided(Verdict verdict, String a, String b) {
    return new NameEntry.Recorded(new NameEntry.Decided(new Decision(a, b, verdict, "because", "me", DAY)),
        Instant.EPOCH);
  }

  private static NameEntry.Recorded listed(String claimant, String entry, String actor, String name,
      AliasRelation relation) {
    Listing listing = new Listing("list/" + claimant, claimant, entry, actor, name, relation, Optional.empty(),
        Certainty.ASSERTED, List.of(), PartialDate.NOT_STATED, actor + ": " + name);
    return new NameEntry.Recorded(new NameEntry.Said(listing, PartialDate.day(DAY), DAY), Instant.EPOCH);
  }

  private static SortedSet<String> sorted(String... names) {
    return new TreeSet<>(List.of(names));
  }
}

package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tingbok.analysis.Groundwork;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Briefs;
import org.tingbok.app.desk.CardJson;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Extraction;
import org.tingbok.app.desk.IncidentCard;
import org.tingbok.app.desk.IncidentPage;
import org.tingbok.app.desk.Part;
import org.tingbok.app.desk.Parts;
import org.tingbok.app.desk.RegroupPage;
import org.tingbok.app.desk.Stories;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Snapshot;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.TingbokException;

/// A page over a part of a ledger tells what the page over the whole tells: every incident, document and claim, as of days
/// from the first to the last and under several views.
class PartsTest {
  private static final List<Optional<View>> VIEWS = List.of(Optional.empty(), Optional.of(View.parse("none")),
      Optional.of(View.parse("all")));
  private static final List<Optional<LocalDate>> DAYS = List.of(Optional.empty(), Optional.of(LocalDate.of(2024, 3, 1)),
      Optional.of(LocalDate.of(2019, 6, 30)), Optional.of(LocalDate.of(2021, 8, 15)));

  /// Seeds whose presses told less by their part once.
  private static final List<Long> SEEDS = List.of(1L, 3L, 12L);

  record Asked(AsOf asOf, Optional<View> view) {
  }

  static Stream<Asked> questions() {
    return DAYS.stream().flatMap(day -> VIEWS.stream().map(view -> new Asked(day.map(AsOf::said).orElse(AsOf.NOW),
        view)));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void tellsOfThePartWhatTheWholeTells(Asked asked) {
    try (Ledger ledger = Casebook.ledger()) {
      check(ledger, asked);
    }
  }

  static Stream<Long> seeds() {
    long another = Optional.ofNullable(Long.getLong("tingbok.seed")).orElseGet(() -> new Random().nextLong());
    System.out.println("one press of several invented with -Dtingbok.seed=" + another);
    return Stream.concat(SEEDS.stream(), Stream.of(another));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tellsTheSameOfInventedReportsWithAllThatWasDoneAboutThem(long seed) {
    try (Ledger ledger = InventedPress.ledger(seed)) {
      for (Asked asked : questions(ledger, seed)) {
        check(ledger, asked);
      }
    }
  }

  /// Every view, and days and moments by chance.
  static List<Asked> questions(Ledger ledger, long seed) {
    Random chance = new Random(seed);
    List<Asked> questions = new ArrayList<>();
    VIEWS.forEach(view -> questions.add(new Asked(AsOf.NOW, view)));
    for (int i = 0; i < 4; i++) {
      AsOf day = AsOf.said(LocalDate.of(1995, 1, 1).plusDays(chance.nextInt(14_000)));
      List<Snapshot.Recorded> readings = ledger.readings();
      questions.add(new Asked(i < 2 ? day
          : day.recorded(readings.get(chance.nextInt(readings.size())).recordedAt()), VIEWS.get(i % VIEWS.size())));
    }
    return questions;
  }

  static void check(Ledger ledger, Asked asked) {
    Desk whole = Desk.of(ledger, asked.asOf(), asked.view());
    Parts parts = Parts.of(ledger, Groundwork.of(ledger, asked.asOf().recorded(), Desk.LEVELS),
        new AsOf(Optional.empty(), asked.asOf().recorded()), Optional.empty()).as(asked.asOf(), asked.view());
    List<String> claims = new ArrayList<>();
    for (IncidentCard card : whole.incidents().with("")) {
      Part part = parts.incident(card.id());
      IncidentPage page = whole.incidents().page(card.id());
      same(() -> part.desk().incidents().page(part.id()), () -> page);
      same(() -> new Stories(part.desk()).origins(part.id()), () -> new Stories(whole).origins(card.id()));
      same(() -> new Stories(part.desk()).timeline(List.of(part.id())),
          () -> new Stories(whole).timeline(List.of(card.id())));
      same(() -> part.desk().incidents().daysOf(part.id()), () -> whole.incidents().daysOf(card.id()));
      same(() -> RegroupPage.of(part.desk(), part.id(), "", ""), () -> RegroupPage.of(whole, card.id(), "", ""));
      same(() -> new Briefs(part.desk(), Optional.empty()).incident(part.desk().incidents().page(part.id())),
          () -> new Briefs(whole, Optional.empty()).incident(page));
      same(() -> taken(ledger, part.desk(), part.id()), () -> taken(ledger, whole, card.id()));
      same(() -> parts.incident(card.name()).id(), () -> whole.incidents().page(card.name()).card().id());
      assertThat(part.desk().unplaced()).isEqualTo(whole.unplaced());
    }
    for (ClaimCard.DocumentCard document : whole.documents().all()) {
      Part part = parts.document(document.id());
      same(() -> part.desk().documents().page(part.id()), () -> whole.documents().page(document.id()));
      whole.documents().page(document.id()).claims().forEach(claim -> claims.add(claim.id()));
    }
    for (String claim : claims) {
      Part part = parts.claim(claim);
      same(() -> part.desk().documents().claim(part.id()), () -> whole.documents().claim(claim));
      Part origins = parts.origins(claim);
      same(() -> new Stories(origins.desk()).origins(origins.id()), () -> new Stories(whole).origins(claim));
    }
    same(() -> parts.nothing().sources(), () -> whole.sources());
  }

  /// What is taken away of an incident, claim by claim.
  private static List<String> taken(Ledger ledger, Desk desk, String incident) {
    List<String> claims = new ArrayList<>();
    new Extraction(ledger, desk).incidents("", List.of(incident)).parts().forEach(
        part -> part.claims().forEach(claim -> claims.add(claim.toString())));
    return claims;
  }

  /// Both give the same cards, or refuse in the same words.
  private static void same(Supplier<Object> part, Supplier<Object> whole) {
    assertThat(told(part)).isEqualTo(told(whole));
  }

  private static String told(Supplier<Object> cards) {
    try {
      return new String(CardJson.bytes(cards.get()), StandardCharsets.UTF_8);
    } catch (TingbokException e) {
      return e.code() + ": " + e.getMessage();
    }
  }
}

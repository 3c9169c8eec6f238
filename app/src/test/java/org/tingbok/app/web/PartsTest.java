package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tingbok.analysis.Groundwork;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.CardJson;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.IncidentCard;
import org.tingbok.app.desk.IncidentPage;
import org.tingbok.app.desk.Part;
import org.tingbok.app.desk.Parts;
import org.tingbok.app.desk.Stories;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.testkit.ActGenerator;
import org.tingbok.testkit.Casebook;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.TingbokException;

/// A page over a part of a ledger tells what the page over the whole tells: every incident, document and claim, as of days
/// from the first to the last and under several views.
class PartsTest {
  private static final List<Optional<View>> VIEWS = List.of(Optional.empty(), Optional.of(View.parse("none")),
      Optional.of(View.parse("all")));
  private static final List<Optional<LocalDate>> DAYS = List.of(Optional.empty(), Optional.of(LocalDate.of(2024, 3, 1)),
      Optional.of(LocalDate.of(2019, 6, 30)), Optional.of(LocalDate.of(2021, 8, 15)));

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

  @Test
  void tellsTheSameOfInventedReportsWithAllThatWasDoneAboutThem() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    ActGenerator acting = new ActGenerator(generator);
    try (Ledger ledger = Ledger.inMemory(new ManualClock(Instant.parse("2026-01-01T00:00:00Z")))) {
      for (int delivery = 0; delivery < 5; delivery++) {
        List<Reading> readings = generator.readings(4);
        ledger.append(readings);
        acting.onRecord(readings);
        ledger.act(acting.acts(5));
      }
      Instant half = ledger.readings().get(10).recordedAt();
      for (Optional<View> view : VIEWS) {
        check(ledger, new Asked(AsOf.NOW, view));
      }
      check(ledger, new Asked(AsOf.said(LocalDate.of(2023, 6, 30)), Optional.empty()));
      check(ledger, new Asked(AsOf.said(LocalDate.of(2024, 2, 15)).recorded(half), Optional.empty()));
    }
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

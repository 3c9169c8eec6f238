package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.testkit.Casebook;

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

  static void check(Ledger ledger, Asked asked) {
    Desk whole = Desk.of(ledger, asked.asOf(), asked.view());
    Parts parts = Parts.of(ledger, Groundwork.of(ledger, asked.asOf().recorded(), Desk.LEVELS),
        new AsOf(Optional.empty(), asked.asOf().recorded()), Optional.empty()).as(asked.asOf(), asked.view());
    List<String> claims = new ArrayList<>();
    for (IncidentCard card : whole.incidents().with("")) {
      Part part = parts.incident(card.id());
      IncidentPage page = whole.incidents().page(card.id());
      same(part.desk().incidents().page(part.id()), page);
      same(new Stories(part.desk()).origins(part.id()), new Stories(whole).origins(card.id()));
      same(new Stories(part.desk()).timeline(List.of(part.id())), new Stories(whole).timeline(List.of(card.id())));
      assertThat(part.desk().unplaced()).isEqualTo(whole.unplaced());
    }
    for (ClaimCard.DocumentCard document : whole.documents().all()) {
      Part part = parts.document(document.id());
      same(part.desk().documents().page(part.id()), whole.documents().page(document.id()));
      whole.documents().page(document.id()).claims().forEach(claim -> claims.add(claim.id()));
    }
    for (String claim : claims) {
      Part part = parts.claim(claim);
      same(part.desk().documents().claim(part.id()), whole.documents().claim(claim));
      Part origins = parts.origins(claim);
      same(new Stories(origins.desk()).origins(origins.id()), new Stories(whole).origins(claim));
    }
    same(parts.nothing().sources(), whole.sources());
  }

  private static void same(Object part, Object whole) {
    assertThat(new String(CardJson.bytes(part), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(new String(CardJson.bytes(whole), java.nio.charset.StandardCharsets.UTF_8));
  }
}

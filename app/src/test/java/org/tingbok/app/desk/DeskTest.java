package org.tingbok.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tingbok.testkit.Casebook;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.NotFoundException;

class DeskTest {
  private static Desk withReprint() {
    try (Ledger ledger = Casebook.ledger()) {
      ledger.append(List.of(Casebook.reprint()));
      return Desk.of(ledger, AsOf.NOW);
    }
  }

  @Test
  void listsWhatCopiesRepeatOnceAndNamesThem() {
    Desk desk = withReprint();
    assertThat(desk.summary().copies()).isEqualTo(1);
    IncidentPage page = desk.incidents().page("fjordline");
    assertThat(page.newestFirst()).extracting(ClaimCard::summary).doesNotHaveDuplicates();
    assertThat(page.denials()).singleElement().extracting(ClaimCard::imprints)
        .isEqualTo("The Sound, 19 June 2021; copied by The Narrows");
    assertThat(page.card().held()).extracting(IncidentCard.AccusedCard::originWords)
        .containsExactlyInAnyOrder("origins: 1 (of 1 report)", "origins: 1 (of 2 reports)");
  }

  @Test
  void namesTheOriginalOfACopyAndTheCopiesOfAnOriginal() {
    Desk desk = withReprint();
    DocumentPage copy = desk.documents().page(Casebook.reprint().document().id().value());
    assertThat(copy.copyOf()).hasValueSatisfying(original -> {
      assertThat(original.imprint()).isEqualTo("The Sound, 19 June 2021");
      assertThat(desk.documents().page(original.id()).copies()).extracting(ClaimCard.DocumentCard::id)
          .containsExactly(copy.id());
    });
  }

  @Test
  void answersTheSameFromWhatItWorkedOutBefore() {
    try (Ledger ledger = Casebook.ledger()) {
      AsOf day = AsOf.said(java.time.LocalDate.of(2020, 1, 1));
      assertThat(Desk.of(ledger, AsOf.NOW).asOf(ledger, day).incidents().page("fjordline"))
          .isEqualTo(Desk.of(ledger, day).incidents().page("fjordline"));
    }
  }

  @Test
  void whatIsShownAgainIsNotWorkedOutAgain() {
    Desk desk = withReprint();
    IncidentCard card = desk.incidents().with("").getFirst();
    assertThat(desk.incidents().with("").getFirst()).isSameAs(card);
    assertThat(desk.incidents().page(card.id()).card()).isSameAs(card);
  }

  @Test
  void answersAboutAnEmptyLedger() {
    try (Ledger ledger = Ledger.inMemory(Casebook.CLOCK)) {
      Desk desk = Desk.of(ledger, AsOf.NOW);
      assertThat(desk.incidents().with("")).isEmpty();
      assertThat(desk.actors().all()).isEmpty();
      assertThat(desk.disputes()).isEmpty();
      assertThat(desk.documents().all()).isEmpty();
      assertThatThrownBy(() -> desk.incidents().page("")).isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> desk.actors().page("")).isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> desk.documents().claim("")).isInstanceOf(NotFoundException.class);
    }
  }
}

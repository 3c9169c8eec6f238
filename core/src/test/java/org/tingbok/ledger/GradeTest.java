package org.tingbok.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.SourceReliability;

class GradeTest {
  private final Ledger ledger = Ledger.inMemory(Clock.systemUTC());

  @Test
  void aFurtherGradeTakesThePlaceOfTheLastAndBothStayOnRecord() {
    grade("Fjord Agency", SourceReliability.B, "2031-03-01");
    grade("the fjord agency", SourceReliability.D, "2031-09-01");

    Grade grade = Grade.of(ledger.asOf(AsOf.NOW), "Fjord Agency").orElseThrow();
    assertThat(grade.reliability()).contains(SourceReliability.D);
    assertThat(grade.since()).isEqualTo(LocalDate.parse("2031-09-01"));
    assertThat(grade.history()).extracting(Act.Graded::reliability).containsExactly(Optional.of(SourceReliability.B),
        Optional.of(SourceReliability.D));
  }

  @Test
  void standsAsOfTheDayThatIsAskedFor() {
    grade("Fjord Agency", SourceReliability.B, "2031-03-01");
    grade("Fjord Agency", SourceReliability.D, "2031-09-01");

    assertThat(asOf("2031-02-28")).isEmpty();
    assertThat(asOf("2031-08-31").flatMap(Grade::reliability)).contains(SourceReliability.B);
    assertThat(asOf("2031-09-01").flatMap(Grade::reliability)).contains(SourceReliability.D);
  }

  @Test
  void canBeTakenBackOnceAndGivenAgain() {
    assertThatThrownBy(() -> ledger.act(List.of(undone("too early")))).isInstanceOf(BadInputException.class)
        .extracting("code").isEqualTo("GRADE_NONE");
    grade("Fjord Agency", SourceReliability.F, "2031-03-01");
    assertThat(ledger.act(List.of(undone("mixed up"))).added()).isEqualTo(1);
    assertThat(ledger.act(List.of(undone("mixed up"))).known()).isEqualTo(1);
    assertThat(Grade.of(ledger.asOf(AsOf.NOW), "Fjord Agency").orElseThrow().reliability()).isEmpty();
    grade("Fjord Agency", SourceReliability.A, "2031-05-01");
    assertThat(Grade.of(ledger.asOf(AsOf.NOW), "Fjord Agency").orElseThrow().history()).hasSize(3);
  }

  @Test
  void theSameAgainAddsNothing() {
    grade("Fjord Agency", SourceReliability.B, "2031-03-01");

    assertThat(ledger.act(List.of(new Act.Graded("Fjord Agency", Optional.of(SourceReliability.B), "its record",
        "the desk", LocalDate.parse("2031-04-01")))).added()).isZero();
  }

  @Test
  void needsASourceAReasonAndWhoDecides() {
    assertThatThrownBy(() -> new Act.Graded(" ", Optional.empty(), "why", "the desk", LocalDate.EPOCH))
        .extracting("code").isEqualTo("GRADE_INCOMPLETE");
    assertThatThrownBy(() -> new Act.Graded("Fjord Agency", Optional.empty(), "", "the desk", LocalDate.EPOCH))
        .extracting("code").isEqualTo("GRADE_INCOMPLETE");
  }

  private Optional<Grade> asOf(String day) {
    return Grade.of(ledger.asOf(AsOf.said(LocalDate.parse(day))), "Fjord Agency");
  }

  private void grade(String source, SourceReliability letter, String day) {
    assertThat(ledger.act(List.of(
        new Act.Graded(source, Optional.of(letter), "its record", "the desk", LocalDate.parse(day)))).added())
        .isEqualTo(1);
  }

  private static Act undone(String reason) {
    return new Act.Graded("Fjord Agency", Optional.empty(), reason, "the desk", LocalDate.parse("2031-04-01"));
  }
}

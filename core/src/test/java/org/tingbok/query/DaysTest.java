package org.tingbok.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

class DaysTest {
  private static final Days MARCH = Days.of(PartialDate.parse("2024-03"));

  private static boolean mayHold(Days days, String date) {
    return days.mayHold(PartialDate.parse(date));
  }

  @Test
  void mayHoldWhateverOverlaps() {
    assertThat(mayHold(MARCH, "2024-03-01")).isTrue();
    assertThat(mayHold(MARCH, "2024-03-31")).isTrue();
    assertThat(mayHold(MARCH, "2024")).isTrue();
    assertThat(mayHold(MARCH, "2024-02-29")).isFalse();
    assertThat(mayHold(MARCH, "2024-04-01")).isFalse();
    assertThat(mayHold(MARCH, "")).isFalse();
  }

  @Test
  void isOpenAtEitherEnd() {
    Days until = new Days(Optional.empty(), Optional.of(LocalDate.parse("2024-03-31")));
    Days since = new Days(Optional.of(LocalDate.parse("2024-03-01")), Optional.empty());
    assertThat(mayHold(until, "1990")).isTrue();
    assertThat(mayHold(until, "2024-04-01")).isFalse();
    assertThat(mayHold(since, "2030")).isTrue();
    assertThat(mayHold(since, "2024-02")).isFalse();
    assertThat(mayHold(new Days(Optional.empty(), Optional.empty()), "2030")).isTrue();
    assertThat(mayHold(new Days(Optional.empty(), Optional.empty()), "")).isFalse();
    assertThat(Days.of(PartialDate.NOT_STATED)).isEqualTo(new Days(Optional.empty(), Optional.empty()));
  }

  @Test
  void doesNotEndBeforeItBegins() {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> new Days(
        Optional.of(LocalDate.parse("2024-03-02")), Optional.of(LocalDate.parse("2024-03-01"))))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("DATE_ORDER"));
  }
}

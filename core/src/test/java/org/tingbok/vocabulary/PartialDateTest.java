package org.tingbok.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  @ParameterizedTest
  @CsvSource({"2021-06-19, 2021-06-19, 2021-06-19", "2021-06, 2021-06-01, 2021-06-30",
      "2024-02, 2024-02-01, 2024-02-29",
      "2021, 2021-01-01, 2021-12-31", "0987, 0987-01-01, 0987-12-31", "2021-06-14/2021-06-19, 2021-06-14, 2021-06-19",
      "2019-01-01/2020-12-31, 2019-01-01, 2020-12-31"})
  void readsAndWritesTheShortestForm(String iso, LocalDate first, LocalDate last) {
    PartialDate date = PartialDate.parse(iso);
    assertThat(date.first()).contains(first);
    assertThat(date.last()).contains(last);
    assertThat(date.stated()).isTrue();
    assertThat(date.iso()).isEqualTo(iso);
  }

  @Test
  void notStatedIsTheEmptyText() {
    assertThat(PartialDate.parse("")).isEqualTo(PartialDate.NOT_STATED);
    assertThat(PartialDate.NOT_STATED.iso()).isEmpty();
    assertThat(PartialDate.NOT_STATED.stated()).isFalse();
    assertThat(PartialDate.NOT_STATED.first()).isEmpty();
    assertThat(PartialDate.NOT_STATED.last()).isEmpty();
  }

  @Test
  void whatIsWrittenReadsBackEqual() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      LocalDate first = LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_652_000));
      LocalDate last = first.plusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(800));
      PartialDate date = last.getYear() > 9999 ? PartialDate.NOT_STATED : PartialDate.range(first, last);
      assertThat(PartialDate.parse(date.iso())).isEqualTo(date);
    }
  }

  @Test
  void aRangeOfAWholeMonthOrYearIsThatMonthOrYear() {
    assertThat(PartialDate.range(LocalDate.of(2021, 6, 1), LocalDate.of(2021, 6, 30)))
        .isEqualTo(PartialDate.month(YearMonth.of(2021, 6)));
    assertThat(PartialDate.range(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 12, 31)))
        .isEqualTo(PartialDate.year(2021));
  }

  @Test
  void aYearIsNotItsFirstOfJanuary() {
    assertThat(PartialDate.year(2021)).isNotEqualTo(PartialDate.day(LocalDate.of(2021, 1, 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-02-30", "2021-13", "2021-00", "21", "2021-6", "2021-06-19T10:00", "yesterday", " 2021",
      "2021-06-19/", "2021-06/2021-07", "2021-06-19/2021-06-31", "-2021", "12021", "२०२१"})
  void refusesWhatIsNoDate(String text) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> PartialDate.parse(text))
        .withMessageContaining(text).satisfies(e -> assertThat(e.code()).isEqualTo("DATE_UNREADABLE"));
  }

  @Test
  void refusesARangeThatEndsBeforeItBegins() {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> PartialDate.parse("2021-06-19/2021-06-18"))
        .satisfies(e -> assertThat(e.code()).isEqualTo("DATE_ORDER"));
  }

  @ParameterizedTest
  @CsvSource({"2021-06-19, 2021-06, true", "2021, 2021-12-31, true", "2021, 2022, false",
      "2021-06-14/2021-06-19, 2021-06-19/2021-06-24, true", "2021-06-14/2021-06-19, 2021-06-20, false",
      "'', 2021, false",
      "'', '', false"})
  void overlapsIfADayIsInBoth(String one, String other, boolean overlap) {
    assertThat(PartialDate.parse(one).overlaps(PartialDate.parse(other))).isEqualTo(overlap);
    assertThat(PartialDate.parse(other).overlaps(PartialDate.parse(one))).isEqualTo(overlap);
  }

  @Test
  void isWrittenAlikeInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(PartialDate.year(2021).iso()).isEqualTo("2021");
    } finally {
      Locale.setDefault(before);
    }
  }
}

package org.tingbok.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateExpressionsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Published June 19th, 2021 by us | June 19th, 2021 | 2021-06-19
      June 19 2021 | June 19 2021 | 2021-06-19
      Sept. 6, 2018 | Sept. 6, 2018 | 2018-09-06
      6 September 2018 | 6 September 2018 | 2018-09-06
      the 6th of September, 2018 | 6th of September, 2018 | 2018-09-06
      Tuesday, 26th March 2024, 6:30 am | 26th March 2024 | 2024-03-26
      2025-04-30 14:22 GMT | 2025-04-30 | 2025-04-30
      2020-12-08T13:05:00+01:00 | 2020-12-08 | 2020-12-08
      2024/03/05 | 2024/03/05 | 2024-03-05
      14.10.2020 kl. 18.05 | 14.10.2020 | 2020-10-14
      Thursday 29. 5. 2025, 8:15 | 29. 5. 2025 | 2025-05-29
      Donnerstag, 1. August 2024, 16.30 Uhr | 1. August 2024 | 2024-08-01
      Fredag 18. juni 2021 kl. 11.04 | 18. juni 2021 | 2021-06-18
      le 1er mai 2025 | 1er mai 2025 | 2025-05-01
      le 1 er mai 2025 | 1 er mai 2025 | 2025-05-01
      el 3 de mayo de 2024 | 3 de mayo de 2024 | 2024-05-03
      op 7 maart 2023 | 7 maart 2023 | 2023-03-07
      den 4 oktober 2019 | 4 oktober 2019 | 2019-10-04
      5 октября 2022 года | 5 октября 2022 | 2022-10-05
      24 лютого 2022 року | 24 лютого 2022 | 2022-02-24
      2021年6月19日 | 2021年6月19日 | 2021-06-19
      Singapore, January 2021. | January 2021 | 2021-01
      en janvier 2021 | janvier 2021 | 2021-01
      12–14 May 2021 | 12–14 May 2021 | 2021-05-12/2021-05-14
      Catalin WriterJune 19th, 2021Norway says | June 19th, 2021 | 2021-06-19
      03/25/2024 | 03/25/2024 | 2024-03-25
      25/03/2024 | 25/03/2024 | 2024-03-25
      03/04/2021 | 03/04/2021 | 2021-03-04
      """)
  void readsAbsoluteDatesInManyForms(String text, String quote, String iso) {
    List<DateExpression> dates = DateExpressions.in(text);
    assertThat(dates).hasSize(1);
    assertThat(text.substring(dates.getFirst().start(), dates.getFirst().end())).isEqualTo(quote);
    assertThat(dates.getFirst().value().iso()).isEqualTo(iso);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"version 10.0.0.1 of it", "it may 5 times", "CVE-2021-26855", "in 2018", "at 14.22", "page 12 of 31",
          "worth 1.2.3", "APT31 and 2 others", "$10 March", "May 14:22"})
  void leavesOtherNumbersAlone(String text) {
    assertThat(DateExpressions.in(text)).filteredOn(date -> date.value().stated()).isEmpty();
  }

  @Test
  void keepsADayWithoutItsYear() {
    List<DateExpression> dates = DateExpressions.in("On March 10, hackers got in; on 1 September they left.");
    assertThat(dates).extracting(DateExpression::yearless)
        .containsExactly(Optional.of(MonthDay.of(3, 10)), Optional.of(MonthDay.of(9, 1)));
    assertThat(dates.getFirst().in(2021).iso()).isEqualTo("2021-03-10");
  }

  @Test
  void takesTheDayFirstWhereAsked() {
    assertThat(DateExpressions.in("03/04/2021", false).getFirst().value().iso()).isEqualTo("2021-04-03");
  }

  @Test
  void findsSeveralDatesOfOneLine() {
    assertThat(DateExpressions.in("Published: 2022-12-16 · Archived: 2026-04-05 17:54:43 UTC"))
        .extracting(date -> date.value().iso()).containsExactly("2022-12-16", "2026-04-05");
  }
}

package org.tingbok.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.vocabulary.PartialDate;

class DateCardTest {
  @ParameterizedTest
  @CsvSource({"2021-06-19, 19 June 2021", "2021-06, June 2021", "2021, 2021", "2021-06-14/2021-06-19, 14–19 June 2021",
      "2018-06-01/2018-08-31, June–August 2018", "2019-11-01/2020-02-29, November 2019 – February 2020",
      "2018-01-01/2019-12-31, 2018–2019", "2021-06-28/2021-07-02, 28 June 2021 – 2 July 2021", "'', undated"})
  void saysADateNoMoreExactlyThanItIsKnown(String iso, String words) {
    assertThat(DateCard.of(PartialDate.parse(iso)).words()).isEqualTo(words);
  }
}

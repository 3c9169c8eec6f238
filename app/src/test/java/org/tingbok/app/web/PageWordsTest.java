package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageWordsTest {
  @Test
  void saysCodesInWords() {
    assertThat(PageWords.state("NO")).isEqualTo("Norway");
    assertThat(PageWords.state("KP")).isEqualTo("North Korea");
    assertThat(PageWords.date("2021-06-18")).isEqualTo("18 June 2021");
    assertThat(PageWords.date("2020-10-01/2020-10-31")).isEqualTo("October 2020");
    assertThat(PageWords.date("unknown day")).isEqualTo("unknown day");
    assertThat(PageWords.moment("2026-11-23T16:26:26.998Z")).isEqualTo("23 November 2026, 16:26 UTC");
    assertThat(PageWords.ask("accused-state: RU, CN")).isEqualTo("accused state: Russia, China");
    assertThat(PageWords.ask("state: NO")).isEqualTo("state: Norway");
    assertThat(PageWords.ask("accused: APT31")).isEqualTo("accused: APT31");
  }
}

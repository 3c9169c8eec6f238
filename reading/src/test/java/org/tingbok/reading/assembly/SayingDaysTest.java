package org.tingbok.reading.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.claim.Claim;
import org.tingbok.reading.Reports;

/// The reports are of 14 May 2022, a Saturday.
class SayingDaysTest {
  private static List<String> days(Class<? extends Claim> type, String... paragraphs) {
    return Reports.read(type, paragraphs).stream().map(claim -> claim.saying().saidOn().iso()).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Portugal on Tuesday blamed APT29 for the breach of its parliament. | 2022-05-10
      Portugal blamed APT29 for the 2019 breach of its parliament in an advisory on May 3. | 2022-05-03
      In a February 2020 report Mandiant attributed the breach of the Lisbon port to APT29. | 2020-02
      APT29 broke into the parliament in 2019, the Portuguese government said on Thursday. | 2022-05-12
      Mandiant said yesterday that APT29, which broke into the port in 2018, was behind the hack. | 2022-05-13
      """)
  void takesTheDayThatHangsOnTheSaying(String sentence, String day) {
    assertThat(days(Claim.Attribution.class, sentence)).isNotEmpty().allMatch(day::equals);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Mandiant attributed the breach of the parliament in 2019 to APT29.
      Mandiant attributed to APT29 the breach of a port (a client until 2019).
      Mandiant attributed the attack on the parliament in March 2021 to APT29.
      """)
  void takesNoDayOfTheDeed(String sentence) {
    assertThat(days(Claim.Attribution.class, sentence)).isNotEmpty().allMatch(""::equals);
  }

  @Test
  void keepsTheDayForWhatTheSameStatementGoesOnToSay() {
    assertThat(days(Claim.Attribution.class,
        "Mandiant said on Tuesday that APT29 was behind the breach of the parliament. It also attributed the hack of the "
            + "port of Lisbon to APT28."))
        .containsExactly("2022-05-10", "2022-05-10");
  }

  @Test
  void datesASanctionByItsOwnDayAndACondemnationByThatOfItsClause() {
    assertThat(days(Claim.Response.class,
        "The United States imposed sanctions on the GRU in March 2021 over the hack of the parliament."))
        .containsExactly("2021-03");
    assertThat(days(Claim.Response.class, "The European Union condemned the cyberattack on 5 May."))
        .containsExactly("2022-05-05");
  }

  @Test
  void takesThePresentTenseForTheDayOfWriting() {
    assertThat(days(Claim.Denial.class, "Russia denies that it was behind the hack of the parliament."))
        .containsExactly("2022-05-14");
    assertThat(days(Claim.Denial.class, "Russia regularly denies that it was behind the hack of the parliament."))
        .containsExactly("");
  }

  @Test
  void leadsTheSameDayAndLaterDaysBackToWhatWasToldOf() {
    assertThat(days(Claim.Attribution.class,
        "On 3 March 2020 Mandiant reported on a breach that began on 9 January 2020. Two days later Portugal blamed APT29 "
            + "for it."))
        .containsExactly("2020-03-05");
  }

  @Test
  void takesNoDayOnWhichTheSpeakerHadLongSaidSomethingElse() {
    assertThat(days(Claim.Attribution.class, "Mandiant has said that APT28 hacked the port of Lisbon.",
        "In December 2020, Mandiant said that APT29 had hacked the parliament of Norway."))
        .containsExactly("", "2020-12");
  }

  @Test
  void takesAMonthWithoutAYearForOneOfTheAccountThatItStandsIn() {
    assertThat(days(Claim.Attribution.class,
        "In April 2018 hackers broke into the parliament. In June Portugal blamed APT29 for the breach."))
        .containsExactly("2018-06");
    assertThat(days(Claim.Attribution.class,
        "In April 2018 hackers broke into the parliament.", "In March Portugal blamed APT29 for the breach."))
        .containsExactly("2022-03");
  }
}

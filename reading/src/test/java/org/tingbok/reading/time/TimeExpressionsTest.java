package org.tingbok.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.vocabulary.PartialDate;

/// 19 June 2021 was a Saturday, 21 June a Monday.
class TimeExpressionsTest {
  private static List<TimeMention> find(Optional<LocalDate> anchor, String text) {
    return new TimeExpressions(anchor, OptionalInt.empty()).find(text, 0, text.length());
  }

  private static List<String> values(String anchor, String text) {
    return find(Optional.of(LocalDate.parse(anchor)), text).stream().map(mention -> mention.value().iso()).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      I mars sa etaten det.                      | 2021-03
      Det ble sagt i fjor høst.                  | 2020-09-01/2020-11-30
      I mai i fjor ble den nevnt.                | 2020-05
      Forrige uke ble den nevnt.                 | 2021-06-07/2021-06-13
      En mars dernier, elle l'a dit.             | 2021-03
      L'automne dernier, elle l'a dit.           | 2020-09-01/2020-11-30
      Au printemps 2020, elle l'a dit.           | 2020-03-01/2020-05-31
      Elle l'a dit la semaine dernière.          | 2021-06-07/2021-06-13
      Im Frühjahr sagte sie es.                  | 2021-03-01/2021-05-31
      Im vergangenen Herbst sagte sie es.        | 2020-09-01/2020-11-30
      Das war im vergangenen Monat.              | 2021-05
      El pasado mes de marzo lo dijo.            | 2021-03
      Lo dijo el 3 ene 2021.                     | 2021-01-03
      """)
  void resolvesMonthsSeasonsAndPeriodsOfOtherLanguages(String text, String value) {
    assertThat(values("2021-06-19", text)).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"It will march on in vain.", "I vår rapport står det mer.", "They may say so in may.",
      "Les réseaux des 12 victimes."})
  void takesNoWordForAMonthOrSeasonThatIsNone(String text) {
    assertThat(values("2021-06-19", text)).isEmpty();
  }

  @Test
  void leadsSpanishShiftsBackToTheDayBefore() {
    assertThat(values("2021-06-19", "El 3 de mayo cayó la red; al día siguiente volvió y tres días después cayó otra."))
        .containsExactly("2021-05-03", "2021-05-04", "2021-05-07");
    assertThat(values("2021-06-19", "Hubo dos, en mayo de 2019 y en junio del mismo año."))
        .containsExactly("2019-05", "2019-06");
  }

  @Test
  void leadsWordsOfOtherLanguagesBackToTheDayToldOf() {
    assertThat(values("2021-06-19", "Am 3. Mai fiel das Netz aus; am nächsten Tag nannte die Behörde die Gruppe."))
        .containsExactly("2021-05-03", "2021-05-04");
    assertThat(values("2021-06-19", "Das sagte sie vor zwei Wochen, Ende April."))
        .containsExactly("2021-06-02/2021-06-08", "2021-04-16/2021-04-30");
    assertThat(values("2021-06-19", "L'agence l'a dit il y a trois jours."))
        .containsExactly("2021-06-16");
    assertThat(values("2021-06-19", "I mai 2019 falt nettet; samme måned ble gruppen utpekt."))
        .containsExactly("2019-05", "2019-05");
  }

  @Test
  void leadsBackToWhatIsToldOfAndNotToWhatIsOnlyMentioned() {
    String text = "It was named on 8 March 2020. That June it was charged, hours later it denied.";
    TimeExpressions times = new TimeExpressions(Optional.of(LocalDate.parse("2021-06-19")), OptionalInt.empty());
    times.find(text, 0, 29);
    times.tell(PartialDate.day(LocalDate.parse("2019-04-02")), 29);
    assertThat(times.find(text, 30, text.length()).stream().map(mention -> mention.value().iso()).toList())
        .containsExactly("2019-06", "2019-04-02");
  }

  @Test
  void takesNoSpanishWordForATime() {
    assertThat(values("2021-06-19", "Lo dirá mañana; hace falta una prueba para las noches y los años que vengan."))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      2021-06-19 | The service named a group on Friday. | 2021-06-18
      2021-06-19 | The service named a group on Saturday. | 2021-06-19
      2021-06-19 | The service named a group last Saturday. | 2021-06-12
      2021-06-19 | It said so today. | 2021-06-19
      2021-06-19 | It said so yesterday. | 2021-06-18
      2021-06-19 | It said so this week. | 2021-06-14/2021-06-19
      2021-06-21 | It said so this week. | 2021-06-18/2021-06-21
      2021-06-19 | It said so last week. | 2021-06-07/2021-06-13
      2021-06-19 | It said so on Tuesday of last week. | 2021-06-08
      2021-06-19 | It said so last month. | 2021-05
      2021-06-19 | It said so last year. | 2020
      2021-06-19 | The breach was found in December. | 2020-12
      2021-06-19 | The breach was found in June. | 2021-06
      2021-06-19 | The breach was found on 8 December. | 2020-12-08
      2021-06-19 | The breach was found on June 17th. | 2021-06-17
      2021-06-19 | It was said on June 21. | 2021-06-21
      2021-06-19 | It was said on July 2. | 2020-07-02
      2021-06-19 | Three days ago the port was shut. | 2021-06-16
      2021-06-19 | The port was shut two weeks ago. | 2021-06-02/2021-06-08
      2021-06-19 | The port was shut two years ago. | 2019
      2021-06-19 | The network was breached in 2018. | 2018
      2021-06-19 | They named nobody in a February 2019 report. | 2019-02
      2021-06-19 | The breach of early March 2019 went unseen. | 2019-03-01/2019-03-15
      2021-06-19 | The breach of late March 2019 went unseen. | 2019-03-16/2019-03-31
      2021-06-19 | They came in the spring of 2018. | 2018-03-01/2018-05-31
      2021-06-19 | The letter bears the day 8.12.2020. | 2020-12-08
      2021-06-19 | It came on Thursday, December 10, as was said. | 2020-12-10
      2021-06-19 | PST sa i går at saken er henlagt. | 2021-06-18
      2021-06-19 | Angrepet skjedde i fjor. | 2020
      2021-06-19 | Angrepet skjedde for 3 dager siden. | 2021-06-16
      2021-06-19 | Das sagte die Ministerin gestern. | 2021-06-18
      2021-06-19 | Der Angriff geschah im März 2019. | 2019-03
      2021-06-19 | L'attaque a eu lieu cette année. | 2021
      2021-06-19 | L'attaque date du 3 avril 2019. | 2019-04-03
      2021-06-19 | El ataque empezó el 8 de mayo. | 2021-05-08
      2021-06-19 | El ataque empezó el 8 de diciembre de 2019. | 2019-12-08
      2021-06-19 | El ataque empezó el 1º de marzo del 2020. | 2020-03-01
      2021-06-19 | Lo reconoció el martes. | 2021-06-15
      2021-06-19 | Lo ha dicho esta misma mañana. | 2021-06-19
      2021-06-19 | Lo dijo anoche. | 2021-06-18/2021-06-19
      2021-06-19 | Lo dijo la semana pasada. | 2021-06-07/2021-06-13
      2021-06-19 | Lo publicó el pasado abril. | 2021-04
      2021-06-19 | Entraron hace dos años. | 2019
      2021-06-19 | Entraron hace unas dos semanas. | 2021-06-02/2021-06-08
      2021-06-19 | Se supo a finales de marzo de 2019. | 2019-03-16/2019-03-31
      2021-06-19 | Se supo el otoño pasado. | 2020-09-01/2020-11-30
      2021-06-19 | Se supo en el verano de 2018. | 2018-06-01/2018-08-31
      """)
  void resolvesAgainstTheDayThatTheTextSpeaksFrom(String anchor, String sentence, String iso) {
    assertThat(values(anchor, sentence)).containsExactly(iso);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The breach of March 2018 was found three months later. | 2018-03 | 2018-06
      It fell on 4 May 2017, and the same day it was seen. | 2017-05-04 | 2017-05-04
      It fell on 4 May 2017, and a day later it was seen. | 2017-05-04 | 2017-05-05
      They came in May 2017 and left in December of that year. | 2017-05 | 2017-12
      They came in October 2017 and left the following January. | 2017-10 | 2018-01
      """)
  void leadsBackToTheTimeMentionedLast(String sentence, String first, String second) {
    assertThat(values("2021-06-19", sentence)).containsExactly(first, second);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      They came in March, April and May 2019.         ; 2019-03 2019-04 2019-05
      They came between August and October 2018.      ; 2018-08 2018-10
      They came on 7 and 29 June 2018.                ; 2018-06-07 2018-06-29
      They came on 26 and 31 October.                 ; 2020-10-26 2020-10-31
      The seasons 2019-2020 were busy.                ; 2019 2020
      """)
  void readsEachOfAList(String sentence, String values) {
    assertThat(values("2021-06-19", sentence)).containsExactly(values.split(" "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      2021-06-19 | It was uploaded on 08/25/2018. | 2018-08-25
      2021-06-19 | It was uploaded on 25/08/2018. | 2018-08-25
      2021-06-19 | It was uploaded on 03/04/2021. | 2021-03-04
      2021-03-10 | It was uploaded on 09/03/2021. | 2021-03-09
      2021-06-19 | It was uploaded on 12-07-2019. | 2019-07-12
      2021-06-19 | It was uploaded on 08-October-2018. | 2018-10-08
      2021-06-19 | It was seen on December 27th of 2019. | 2019-12-27
      2021-06-19 | It was seen on January 20,2021. | 2021-01-20
      2021-06-19 | A paper (Berg, 2017, 1 January) says so. | 2017-01-01
      2021-06-19 | First seen 2020-08-05T18:33:39 by the sensor. | 2020-08-05
      2021-06-19 | It has gone on since mid-2019. | 2019
      """)
  void readsNumbersInTheOrdersInUse(String anchor, String sentence, String iso) {
    assertThat(values(anchor, sentence)).containsExactly(iso);
  }

  @ParameterizedTest
  @ValueSource(strings = {"See example.org/blog/2020/post.html for more.", "It exploits CVE-2020-1472.",
      "The file Report_2021.pdf is gone.", "Its key has 2048-bit length.", "See pictures/2020-10-13%20b.png here."})
  void takesNoNumberInAnAddressOrAnIdentifierForAYear(String sentence) {
    assertThat(values("2021-06-19", sentence)).isEmpty();
  }

  @Test
  void leavesTheFullStopToTheSentence() {
    String text = "It fell on 5 August.";
    assertThat(find(Optional.of(LocalDate.of(2021, 6, 19)), text))
        .extracting(mention -> text.substring(mention.start(), mention.end())).containsExactly("5 August");
  }

  @Test
  void leadsBackOverSentences() {
    String text = "They came in March 2018. They left three months later.";
    TimeExpressions times = new TimeExpressions(Optional.empty(), OptionalInt.empty());
    times.find(text, 0, 24);
    assertThat(times.find(text, 25, text.length())).extracting(mention -> mention.value().iso())
        .containsExactly("2018-06");
  }

  @Test
  void speaksFromTheDayOfAnEntry() {
    TimeExpressions times = new TimeExpressions(Optional.of(LocalDate.of(2021, 6, 19)), OptionalInt.empty());
    times.speakFrom(LocalDate.of(2022, 2, 24));
    assertThat(times.find("It said so yesterday.", 0, 21)).extracting(mention -> mention.value().iso())
        .containsExactly("2022-02-23");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The group has been active since about 2014. | true
      The group has been active since March 2014. | true
      The group was active in 2014. | false
      """)
  void tellsTheBeginningOfAPeriodThatGoesOn(String sentence, boolean since) {
    assertThat(find(Optional.empty(), sentence)).extracting(TimeMention::since).containsExactly(since);
  }

  @ParameterizedTest
  @ValueSource(strings = {"It said so on Friday.", "It said so last week.", "It was found in December.",
      "It was found two years ago.", "It was found on 30 February 2019."})
  void leavesOpenWhatCannotBeKnown(String sentence) {
    assertThat(find(Optional.empty(), sentence)).extracting(mention -> mention.value().stated()).containsOnly(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The group may strike again.", "Officers march through the town.", "It sat in the sun.",
      "It took 2019 computers.", "The case is numbered 2018-4711.", "Nobody knows."})
  void leavesOtherWordsAlone(String sentence) {
    assertThat(find(Optional.of(LocalDate.of(2021, 6, 19)), sentence)).isEmpty();
  }

  @Test
  void tellsWhereEachExpressionStands() {
    String text = "Before: it fell on 4 May 2017, and a day later it was seen.";
    assertThat(new TimeExpressions(Optional.empty(), OptionalInt.empty()).find(text, 8, text.length()))
        .extracting(mention -> text.substring(mention.start(), mention.end())).containsExactly("4 May 2017",
            "a day later");
  }
}

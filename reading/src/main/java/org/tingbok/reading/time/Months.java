package org.tingbok.reading.time;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Names of the months in the languages of the reports, with their usual short forms.
final class Months {
  private static final List<String> NAMES = List.of(
      "january jan januar januari janvier janv enero ene gennaio gen janeiro leden ledna stycznia styczeń tammikuuta "
          + "января январь янв січня січень jaanuar",
      "february feb februar februari février fevrier févr fevr febrero febbraio fevereiro fev únor února lutego luty "
          + "helmikuuta февраля февраль фев лютого лютий veebruar",
      "march mar mars märz maerz mrz maart mrt marzo março marco březen března marca marzec maaliskuuta марта март "
          + "мар березня березень märts",
      "april apr avril avr abril abr aprile duben dubna kwietnia kwiecień huhtikuuta апреля апрель апр квітня "
          + "квітень aprill",
      "may mai maj mei mayo maggio maio květen května maja toukokuuta мая май травня травень",
      "june jun juni juin junio giugno junho červen června czerwca czerwiec kesäkuuta июня июнь червня червень juuni",
      "july jul juli juillet juil julio luglio julho červenec července lipca lipiec heinäkuuta июля июль липня "
          + "липень juuli",
      "august aug augusti août aout augustus agosto ago srpen srpna sierpnia sierpień elokuuta августа август авг "
          + "серпня серпень",
      "september sep sept septembre septiembre settembre setembro set září wrzesnia września wrzesień syyskuuta "
          + "сентября сентябрь сен вересня вересень",
      "october oct oktober okt octobre octubre ottobre ott outubro out říjen října października październik lokakuuta "
          + "октября октябрь окт жовтня жовтень oktoober",
      "november nov novembre noviembre novembro listopad listopadu listopada marraskuuta ноября ноябрь ноя листопада "
          + "листопад",
      "december dec dezember dez desember des décembre decembre déc diciembre dic dicembre dezembro prosinec prosince "
          + "grudnia grudzień joulukuuta декабря декабрь дек грудня грудень detsember");
  private static final Map<String, Integer> NUMBERS = numbers();
  private static final int LONGEST = NUMBERS.keySet().stream().mapToInt(String::length).max().orElseThrow();

  private Months() {
  }

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int month = 1; month <= NAMES.size(); month++) {
      for (String name : NAMES.get(month - 1).split(" ", -1)) {
        numbers.put(name, month);
      }
    }
    return Map.copyOf(numbers);
  }

  /// The number of a month by its name.
  ///
  /// @param word a word as written; English *May*, *March* and words that mean something else count only with a capital
  /// @return 1 to 12, or 0 if the word is no month
  static int number(String word) {
    if (word.length() < 3 || word.length() > LONGEST) {
      return 0;
    }
    boolean lower = Character.isLowerCase(word.charAt(0));
    if (lower && (word.equals("may") || word.equals("march") || word.equals("out") || word.equals("set"))) {
      return 0;
    }
    return NUMBERS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }
}

package org.tingbok.reading.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Names of months, weekdays, seasons and small numbers in the languages that are read.
final class Calendar {
  static final Map<String, Month> MONTHS = new HashMap<>();
  static final Map<String, DayOfWeek> WEEKDAYS = new HashMap<>();
  static final Map<String, Integer> NUMBERS = new HashMap<>();
  static final Map<String, Integer> SPANISH_NUMBERS = new HashMap<>();
  static final Map<String, Month> SEASONS = new HashMap<>();

  static {
    months("january|jan|januar|janvier|enero|ene", Month.JANUARY);
    months("february|feb|februar|février|fevrier|febrero", Month.FEBRUARY);
    months("march|mar|mars|märz|marzo", Month.MARCH);
    months("april|apr|avril|abril|abr", Month.APRIL);
    months("may|mai|mayo", Month.MAY);
    months("june|jun|juni|juin|junio", Month.JUNE);
    months("july|jul|juli|juillet|julio", Month.JULY);
    months("august|aug|août|aout|agosto", Month.AUGUST);
    months("september|sept|sep|septembre|septiembre", Month.SEPTEMBER);
    months("october|oct|oktober|okt|octobre|octubre", Month.OCTOBER);
    months("november|nov|novembre|noviembre", Month.NOVEMBER);
    months("december|dec|desember|dezember|dez|décembre|decembre|diciembre|dic", Month.DECEMBER);
    days("monday|mon|mandag|montag|lundi|lunes", DayOfWeek.MONDAY);
    days("tuesday|tue|tues|tirsdag|dienstag|mardi|martes", DayOfWeek.TUESDAY);
    days("wednesday|wed|onsdag|mittwoch|mercredi|miércoles", DayOfWeek.WEDNESDAY);
    days("thursday|thu|thurs|torsdag|donnerstag|jeudi|jueves", DayOfWeek.THURSDAY);
    days("friday|fri|fredag|freitag|vendredi|viernes", DayOfWeek.FRIDAY);
    days("saturday|sat|lørdag|samstag|samedi|sábado", DayOfWeek.SATURDAY);
    days("sunday|sun|søndag|sonntag|dimanche|domingo", DayOfWeek.SUNDAY);
    String[] numbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");
    for (int i = 0; i < numbers.length; i++) {
      NUMBERS.put(numbers[i], i + 1);
    }
    for (String others : List.of("eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "en to tre fire fem seks sju åtte ni ti elleve tolv",
        "un deux trois quatre cinq six sept huit neuf dix onze douze")) {
      String[] words = others.split(" ");
      for (int i = 0; i < words.length; i++) {
        NUMBERS.put(words[i], i + 1);
      }
    }
    for (String one : List.of("einem", "einer", "einen", "ett", "et", "une")) {
      NUMBERS.put(one, 1);
    }
    NUMBERS.put("wenigen", 2);
    NUMBERS.put("noen", 2);
    NUMBERS.put("quelques", 2);
    NUMBERS.put("a", 1);
    NUMBERS.put("an", 1);
    NUMBERS.put("a few", 2);
    NUMBERS.put("several", 3);
    String[] spanish = "un dos tres cuatro cinco seis siete ocho nueve diez once doce".split(" ");
    for (int i = 0; i < spanish.length; i++) {
      SPANISH_NUMBERS.put(spanish[i], i + 1);
    }
    SPANISH_NUMBERS.put("una", 1);
    SPANISH_NUMBERS.put("unos", 3);
    SPANISH_NUMBERS.put("varios", 3);
    SPANISH_NUMBERS.put("varias", 3);
    SPANISH_NUMBERS.put("quince", 15);
    SPANISH_NUMBERS.put("veinte", 20);
    for (String word : "spring våren vår frühjahr frühling printemps primavera".split(" ")) {
      SEASONS.put(word, Month.MARCH);
    }
    for (String word : "summer sommeren sommer été verano".split(" ")) {
      SEASONS.put(word, Month.JUNE);
    }
    for (String word : "autumn fall høsten høst herbst automne otoño".split(" ")) {
      SEASONS.put(word, Month.SEPTEMBER);
    }
    for (String word : "winter vinteren vinter hiver invierno".split(" ")) {
      SEASONS.put(word, Month.DECEMBER);
    }
  }

  private Calendar() {
  }

  private static void months(String words, Month month) {
    for (String word : words.split("\\|")) {
      MONTHS.put(word, month);
    }
  }

  private static void days(String words, DayOfWeek day) {
    for (String word : words.split("\\|")) {
      WEEKDAYS.put(word, day);
    }
  }

  static String alternatives(Map<String, ?> words) {
    return String.join("|", words.keySet().stream().sorted((a, b) -> b.length() - a.length()).toList());
  }

  static Optional<Integer> spanishNumber(String word) {
    Integer named = SPANISH_NUMBERS.get(word.toLowerCase(Locale.ROOT));
    return named != null ? Optional.of(named) : number(word);
  }

  static Optional<Integer> number(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    if (low.chars().allMatch(Character::isDigit)) {
      return low.length() < 4 ? Optional.of(Integer.valueOf(low)) : Optional.empty();
    }
    return Optional.ofNullable(NUMBERS.get(low));
  }
}

package org.tingbok.reading.time;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Tells at a glance which words of time a sentence holds, so that only forms that need them are looked for. Immutable.
final class Keywords {
  private static final int FIRST = 256; // letters that a stem may begin with

  private final String[][] stems = new String[FIRST][0];
  private final Set<String> months = new HashSet<>();
  private final Set<String> weekdays = new HashSet<>();

  /// What a sentence holds.
  ///
  /// @param low its words in lower case
  /// @param any whether a digit or one of the stems is in it
  /// @param month whether the name of a month is in it, as a word
  /// @param weekday whether the name of a weekday is in it, as a word
  /// @param digit whether a digit is in it
  record Held(String low, boolean any, boolean month, boolean weekday, boolean digit) {
  }

  /// Keywords of some languages together.
  ///
  /// @param stems what has to be in a sentence anywhere, within words too
  Keywords(Collection<String> stems) {
    add(stems);
    add(Calendar.MONTHS.keySet());
    add(Calendar.WEEKDAYS.keySet());
    add(Calendar.SEASONS.keySet());
    words(Calendar.MONTHS, months);
    words(Calendar.WEEKDAYS, weekdays);
  }

  private void add(Collection<String> more) {
    for (String stem : more) {
      String low = stem.toLowerCase(Locale.ROOT);
      String[] before = stems[low.charAt(0)];
      stems[low.charAt(0)] = Arrays.copyOf(before, before.length + 1);
      stems[low.charAt(0)][before.length] = low;
    }
  }

  private static void words(Map<String, ?> names, Set<String> words) {
    names.keySet().forEach(name -> words.add(name.toLowerCase(Locale.ROOT).split("\\P{L}", 2)[0]));
  }

  /// Looks at a sentence.
  ///
  /// @param sentence its words
  /// @return what it holds
  Held in(String sentence) {
    String low = sentence.toLowerCase(Locale.ROOT);
    boolean digit = false;
    boolean stem = false;
    boolean month = false;
    boolean weekday = false;
    int word = -1;
    for (int i = 0; i <= low.length(); i++) {
      char c = i < low.length() ? low.charAt(i) : ' ';
      boolean letter = Character.isLetter(c);
      digit |= Character.isDigit(c);
      stem = stem || begins(low, i, c);
      if (letter && word < 0) {
        word = i;
      } else if (!letter && word >= 0) {
        String whole = low.substring(word, i);
        month = month || months.contains(whole);
        weekday = weekday || weekdays.contains(whole);
        word = -1;
      }
    }
    return new Held(low, digit || stem, month, weekday, digit);
  }

  private boolean begins(String low, int at, char c) {
    if (c < FIRST) {
      for (String stem : stems[c]) {
        if (low.startsWith(stem, at)) {
          return true;
        }
      }
    }
    return false;
  }
}

package org.tingbok.app.desk;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// Dates in English words, as exact as they are known and no more.
final class DateWords {
  private static final Pattern BRACKETED = Pattern.compile("\\((first )?(\\d{4}(?:-\\d{2}){0,2})\\)");

  private DateWords() {
  }

  /// `19 June 2021`, `June 2021`, `2021`, `14–19 June 2021`, `June–August 2018`, `undated`.
  static String of(PartialDate date) {
    if (!date.stated()) {
      return "undated";
    }
    LocalDate first = date.first().orElseThrow();
    LocalDate last = date.last().orElseThrow();
    if (first.equals(last)) {
      return day(first);
    }
    boolean wholeMonths = first.getDayOfMonth() == 1 && last.equals(YearMonth.from(last).atEndOfMonth());
    boolean wholeYears = wholeMonths && first.getMonthValue() == 1 && last.getMonthValue() == 12;
    boolean sameYear = first.getYear() == last.getYear();
    if (wholeYears) {
      return sameYear ? year(first) : year(first) + "–" + year(last);
    }
    if (wholeMonths) {
      return YearMonth.from(first).equals(YearMonth.from(last)) ? month(first) + " " + year(first)
          : sameYear ? month(first) + "–" + month(last) + " " + year(last)
              : month(first) + " " + year(first) + " – " + month(last) + " " + year(last);
    }
    if (sameYear && first.getMonth() == last.getMonth()) {
      return first.getDayOfMonth() + "–" + day(last);
    }
    return day(first) + " – " + day(last);
  }

  /// The same with the preposition it takes in a sentence: `on 19 June 2021`, `in June 2021`; empty if not stated.
  static String phrase(PartialDate date) {
    if (!date.stated()) {
      return "";
    }
    return (date.first().equals(date.last()) ? "on " : "in ") + of(date);
  }

  /// A sentence of analysis with its dates in words: `(first 2021-06)` becomes `(first June 2021)`.
  static String readable(String sentence) {
    return BRACKETED.matcher(sentence).replaceAll(found -> {
      try {
        return Matcher.quoteReplacement("(" + Objects.requireNonNullElse(found.group(1), "")
            + of(PartialDate.parse(found.group(2))) + ")");
      } catch (BadInputException _) {
        return Matcher.quoteReplacement(found.group());
      }
    });
  }

  static String day(LocalDate day) {
    return day.getDayOfMonth() + " " + month(day) + " " + year(day);
  }

  static String month(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String year(LocalDate day) {
    return Integer.toString(day.getYear());
  }
}

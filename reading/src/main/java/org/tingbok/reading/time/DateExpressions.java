package org.tingbok.reading.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tingbok.vocabulary.PartialDate;

/// Finds absolute dates in text: `June 19th, 2021`, `14.10.2020`, `2025-04-30`, `1er mai 2025`, `3 de mayo de 2024`,
/// `29. 5. 2025`, `12–14 May 2021`, `January 2021`, `10 October`.
///
/// Every such date holds a digit, so the search goes from number to number and looks at the words around it. A date
/// may be glued to other words, as scrapes have it (`CimpanuJune 19th, 2021Norway`). Pure and safe for many threads.
public final class DateExpressions {
  private static final Set<String> ORDINALS =
      Set.of("st", "nd", "rd", "th", "er", "e", "º", "ª", "a", "го", "de", "ste");
  private static final Set<String> OF = Set.of("de", "of", "del", "di", "do", "den");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;

  private final String text;
  private final boolean monthFirst;
  private final List<DateExpression> found = new ArrayList<>();

  private DateExpressions(String text, boolean monthFirst) {
    this.text = text;
    this.monthFirst = monthFirst;
  }

  /// The dates of a text; of `03/04/2021` the first number is taken for the month, as in the United States.
  ///
  /// @param text any text
  /// @return in order of place, not overlapping; empty if there is none
  public static List<DateExpression> in(String text) {
    return in(text, true);
  }

  /// The dates of a text.
  ///
  /// @param text any text
  /// @param monthFirst whether `03/04/2021` is the fourth of March rather than the third of April
  /// @return in order of place, not overlapping; empty if there is none
  public static List<DateExpression> in(String text, boolean monthFirst) {
    DateExpressions search = new DateExpressions(text, monthFirst);
    int at = 0;
    while (at < text.length()) {
      at = isDigit(at, text) ? search.number(at) : at + 1;
    }
    return List.copyOf(search.found);
  }

  private static boolean isDigit(int at, String text) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /// Tries the number that begins here; answers where to go on.
  private int number(int start) {
    int end = digits(start);
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    boolean partOfSomething =
        (before == '.' && isDigit(start - 2, text)) || before == '$' || before == '€' || before == '#';
    if (!partOfSomething) {
      int length = end - start;
      int after = length == 4 ? fromYear(start, end) : length <= 2 ? fromDay(start, end) : -1;
      if (after > 0) {
        return after;
      }
    }
    return end;
  }

  private int digits(int at) {
    int end = at;
    while (isDigit(end, text)) {
      end++;
    }
    return end;
  }

  private int fromYear(int start, int end) {
    int year = value(start, end);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return -1;
    }
    if (end < text.length()) {
      char sign = text.charAt(end);
      if (sign == '-' || sign == '/' || sign == '.' || sign == '年') {
        int month = digits(end + 1);
        char next = month < text.length() ? text.charAt(month) : ' ';
        int day = digits(month + 1);
        if (month > end + 1 && month <= end + 3 && (next == sign || (sign == '年' && next == '月')) && day > month + 1
            && day <= month + 3) {
          int close = sign == '年' && day < text.length() && text.charAt(day) == '日' ? day + 1 : day;
          return keep(start, close, day(year, value(end + 1, month), value(month + 1, day)));
        }
      }
    }
    Word month = wordBefore(start);
    int number = Months.number(month.text());
    if (number > 0) {
      return keep(month.start(), end, PartialDate.month(YearMonth.of(year, number)));
    }
    return -1;
  }

  private int fromDay(int start, int end) {
    int day = value(start, end);
    if (day < 1 || day > 31) {
      return -1;
    }
    int numeric = numeric(start, end);
    if (numeric > 0) {
      return numeric;
    }
    int range = range(start, end);
    if (range > 0) {
      return range;
    }
    int dayEnd = ordinal(end);
    Word month = wordAfter(dayEnd, true);
    int number = Months.number(month.text());
    if (number > 0) {
      return close(start, month.end(), day, day, number, true);
    }
    Word earlier = wordBefore(start);
    number = Months.number(earlier.text());
    boolean clock =
        end < text.length() && (text.charAt(end) == ':' || text.charAt(end) == '.') && isDigit(end + 1, text);
    if (number > 0 && !clock) {
      int suffix = ordinal(end);
      return close(earlier.start(), suffix > end && text.charAt(suffix - 1) == '.' ? end : suffix, day, day, number,
          false);
    }
    return -1;
  }

  /// `12–14 May 2021`, `12.-14. Mai`, `May 12-14, 2021`.
  private int range(int start, int end) {
    int first = ordinal(end);
    int dash = spaces(first);
    if (dash >= text.length() || "-–—".indexOf(text.charAt(dash)) < 0) {
      return -1;
    }
    int second = spaces(dash + 1);
    int secondEnd = digits(second);
    if (secondEnd == second || secondEnd > second + 2) {
      return -1;
    }
    int from = value(start, end);
    int to = value(second, secondEnd);
    Word month = wordAfter(ordinal(secondEnd), true);
    int number = Months.number(month.text());
    if (number > 0) {
      return close(start, month.end(), from, to, number, true);
    }
    Word earlier = wordBefore(start);
    number = Months.number(earlier.text());
    return number > 0 && to > from ? close(earlier.start(), secondEnd, from, to, number, false) : -1;
  }

  /// `14.10.2020`, `29. 5. 2025`, `14/10/2020`, `14-10-2020`.
  private int numeric(int start, int end) {
    if (end >= text.length()) {
      return -1;
    }
    char sign = text.charAt(end);
    if (sign != '.' && sign != '/' && sign != '-') {
      return -1;
    }
    int second = sign == '.' ? spaces(end + 1) : end + 1;
    int secondEnd = digits(second);
    if (secondEnd == second || secondEnd > second + 2 || secondEnd >= text.length() || text.charAt(secondEnd) != sign) {
      return -1;
    }
    int third = sign == '.' ? spaces(secondEnd + 1) : secondEnd + 1;
    int thirdEnd = digits(third);
    boolean goesOn = thirdEnd < text.length() && text.charAt(thirdEnd) == sign && isDigit(thirdEnd + 1, text);
    if ((thirdEnd - third != 4 && (thirdEnd - third != 2 || third != secondEnd + 1 || sign == '-')) || goesOn) {
      return -1;
    }
    int year = thirdEnd - third == 4 ? value(third, thirdEnd) : 2000 + value(third, thirdEnd);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return -1;
    }
    int one = value(start, end);
    int two = value(second, secondEnd);
    boolean monthIsFirst = two > 12 || (sign == '/' && monthFirst && one <= 12);
    return keep(start, thirdEnd, monthIsFirst ? day(year, one, two) : day(year, two, one));
  }

  /// Reads a year that may follow, and keeps what has been found.
  private int close(int start, int end, int from, int to, int month, boolean dayFirst) {
    int yearAt = end;
    if (yearAt < text.length() && text.charAt(yearAt) == '.' && dayFirst) {
      yearAt++;
    }
    if (yearAt < text.length() && text.charAt(yearAt) == ',') {
      yearAt++;
    }
    yearAt = spaces(yearAt);
    Word of = wordAfter(yearAt, false);
    if (of.start() == yearAt && OF.contains(of.text().toLowerCase(Locale.ROOT))) {
      yearAt = spaces(of.end());
    }
    int yearEnd = digits(yearAt);
    if (yearEnd - yearAt == 4 && yearAt > end && plausible(value(yearAt, yearEnd))) {
      int year = value(yearAt, yearEnd);
      PartialDate first = day(year, month, from);
      PartialDate last = day(year, month, to);
      if (from < to && first.stated() && last.stated()) {
        return keep(start, yearEnd,
            PartialDate.range(first.first().orElseThrow(), last.last().orElseThrow()));
      }
      return keep(start, yearEnd, first);
    }
    if (from == to && from <= YearMonth.of(2000, month).lengthOfMonth()) {
      found.add(new DateExpression(start, end, PartialDate.NOT_STATED, Optional.of(MonthDay.of(month, from))));
      return end;
    }
    return -1;
  }

  private static boolean plausible(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private int keep(int start, int end, PartialDate value) {
    if (!value.stated()) {
      return -1;
    }
    found.add(new DateExpression(start, end, value, Optional.empty()));
    return end;
  }

  private static PartialDate day(int year, int month, int day) {
    try {
      return PartialDate.day(LocalDate.of(year, month, day));
    } catch (DateTimeException noSuchDay) {
      return PartialDate.NOT_STATED;
    }
  }

  private int value(int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }

  private int spaces(int at) {
    int to = at;
    while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\u00a0' || text.charAt(to) == '\t')) {
      to++;
    }
    return to;
  }

  /// Past `st`, `th`, `er`, `.` and the like that make a number an ordinal.
  private int ordinal(int end) {
    if (end >= text.length()) {
      return end;
    }
    if (text.charAt(end) == '.') {
      return end + 1;
    }
    int at = text.charAt(end) == ':' || text.charAt(end) == '-' ? end + 1 : end;
    if (text.startsWith(" er ", at)) {
      return at + 3;
    }
    int to = at;
    while ((to < text.length() && to < at + 3 && Character.isLowerCase(text.charAt(to)))
        || (to == at && to < text.length()
            && (text.charAt(to) == 'º' || text.charAt(to) == 'ª'))) {
      to++;
    }
    return to > at && ORDINALS.contains(text.substring(at, to)) ? to : end;
  }

  private record Word(String text, int start, int end) {
  }

  private Word wordAfter(int from, boolean pastOf) {
    int start = spaces(from);
    if (start < text.length() && text.charAt(start) == '-' && pastOf) {
      start++;
    }
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))
        && !(end > start && Character.isUpperCase(text.charAt(end)) && Character.isLowerCase(text.charAt(end - 1)))) {
      end++;
    }
    String word = text.substring(start, end);
    if (pastOf && OF.contains(word.toLowerCase(Locale.ROOT))) {
      return wordAfter(end, false);
    }
    return new Word(word, start, end);
  }

  private Word wordBefore(int to) {
    int end = to;
    while (end > 0
        && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\u00a0' || text.charAt(end - 1) == '-')) {
      end--;
    }
    if (end > 0 && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ',')) {
      end--;
    }
    Word word = lettersBefore(end);
    if (OF.contains(word.text().toLowerCase(Locale.ROOT)) && word.start() > 0 && text.charAt(word.start() - 1) == ' ') {
      return lettersBefore(word.start() - 1);
    }
    return word;
  }

  private Word lettersBefore(int end) {
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1)) && !(start < end
        && Character.isUpperCase(text.charAt(start)) && Character.isLowerCase(text.charAt(start - 1)))) {
      start--;
    }
    return new Word(text.substring(start, end), start, end);
  }
}

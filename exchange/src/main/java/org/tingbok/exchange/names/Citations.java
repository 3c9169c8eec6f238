package org.tingbok.exchange.names;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.claim.Citation;
import org.tingbok.vocabulary.PartialDate;

/// The cited documents of one STIX object: what `(Citation: NAME)` stands for.
final class Citations {
  private static final String OPENS = "(Citation: ";
  private static final int LONGEST = 400;
  /// `(2020, September 10)`, `(2020, September)`, `(2020)`, as in a reference list.
  private static final Pattern DAY = Pattern.compile("\\((\\d{4})(?:, (\\p{Lu}\\p{Ll}{2,8})(?: (\\d{1,2}))?)?\\)");

  private final Map<String, Citation> byName = new HashMap<>();

  void add(String name, String description, String address) {
    if (!address.isEmpty()) {
      String text = description.isEmpty() ? name : description;
      byName.putIfAbsent(name, new Citation(text.length() > LONGEST ? text.substring(0, LONGEST) : text,
          Optional.of(address), date(text)));
    }
  }

  /// The documents that a text cites, in order; those that the object does not describe by name only.
  List<Citation> in(String text) {
    List<Citation> cited = new ArrayList<>();
    for (int at = text.indexOf(OPENS); at >= 0; at = text.indexOf(OPENS, at + 1)) {
      int end = text.indexOf(')', at);
      if (end < 0) {
        break;
      }
      String name = text.substring(at + OPENS.length(), end).strip();
      cited.add(Optional.ofNullable(byName.get(name))
          .orElseGet(() -> new Citation(name, Optional.empty(), PartialDate.NOT_STATED)));
    }
    return cited;
  }

  static PartialDate date(String text) {
    Matcher day = DAY.matcher(text);
    if (!day.find()) {
      return PartialDate.NOT_STATED;
    }
    int year = Integer.parseInt(day.group(1));
    String name = day.group(2);
    if (name != null) {
      for (Month month : Month.values()) {
        if (month.name().equals(name.toUpperCase(Locale.ROOT))) {
          YearMonth of = YearMonth.of(year, month);
          String number = day.group(3);
          if (number == null) {
            return PartialDate.month(of);
          }
          int dayOfMonth = Integer.parseInt(number);
          return of.isValidDay(dayOfMonth) ? PartialDate.day(LocalDate.of(year, month, dayOfMonth))
              : PartialDate.month(of);
        }
      }
    }
    return PartialDate.year(year);
  }
}

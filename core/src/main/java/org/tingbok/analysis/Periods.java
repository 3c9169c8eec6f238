package org.tingbok.analysis;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.vocabulary.PartialDate;

/// Arithmetic on the periods in which things are said to have happened.
final class Periods {
  private Periods() {
  }

  /// Days from first to last, both counted; empty if not stated.
  static Optional<Long> days(PartialDate period) {
    return period.first().map(first -> ChronoUnit.DAYS.between(first, period.last().orElseThrow()) + 1);
  }

  /// Whether it is a calendar year: what a text says that does not tell more, not an extent of time.
  static boolean year(PartialDate period) {
    return period.iso().length() == 4;
  }

  /// What several accounts make of one period: the days that most of them agree on; where most agree on none, from the
  /// first to the last of those that are more precise than a year, else of all.
  static PartialDate merged(Collection<PartialDate> periods) {
    Map<String, List<PartialDate>> alike = new TreeMap<>();
    periods.stream().filter(PartialDate::stated)
        .forEach(period -> alike.computeIfAbsent(period.iso(), _ -> new ArrayList<>()).add(period));
    List<PartialDate> stated = alike.values().stream().map(List::getFirst).toList();
    int count = alike.values().stream().mapToInt(List::size).sum();
    List<PartialDate> agreeing = List.of();
    int most = 0;
    for (PartialDate start : stated) {
      PartialDate day = PartialDate.day(start.first().orElseThrow());
      List<PartialDate> at = stated.stream().filter(day::overlaps).toList();
      int votes = at.stream().mapToInt(period -> alike.getOrDefault(period.iso(), List.of()).size()).sum();
      agreeing = votes > most ? at : agreeing;
      most = Math.max(most, votes);
    }
    if (stated.isEmpty()) {
      return PartialDate.NOT_STATED;
    }
    if (most * 2 > count) {
      return PartialDate.range(
          agreeing.stream().map(p -> p.first().orElseThrow()).max(LocalDate::compareTo).orElseThrow(),
          agreeing.stream().map(p -> p.last().orElseThrow()).min(LocalDate::compareTo).orElseThrow());
    }
    List<PartialDate> precise = stated.stream().filter(period -> !year(period)).toList();
    List<PartialDate> spanned = precise.isEmpty() ? stated : precise;
    return PartialDate.range(
        spanned.stream().map(p -> p.first().orElseThrow()).min(LocalDate::compareTo).orElseThrow(),
        spanned.stream().map(p -> p.last().orElseThrow()).max(LocalDate::compareTo).orElseThrow());
  }

  /// For a name: `2018`, `March 2021`, `2021-2022`; empty if not stated. A few days are told by their month.
  static String words(PartialDate period) {
    if (!period.stated()) {
      return "";
    }
    LocalDate first = period.first().orElseThrow();
    LocalDate last = period.last().orElseThrow();
    if (YearMonth.from(first).equals(YearMonth.from(last))) {
      return first.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + first.getYear();
    }
    return first.getYear() == last.getYear() ? String.valueOf(first.getYear())
        : first.getYear() + "-" + last.getYear();
  }
}

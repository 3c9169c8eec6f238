package org.tingbok.app.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The days that a page may be asked as of: a slider over days since 1970, which needs no script, and the days on which
/// something was said.
///
/// @param first the first day on the slider, days since 1970
/// @param last the last
/// @param chosen the day asked for, or the last
/// @param days the days on which something was said, ISO 8601, at most twelve
public record DayChoice(long first, long last, long chosen, List<String> days) {
  private static final int MOST_DAYS = 12;

  /// Copies the list.
  public DayChoice {
    days = List.copyOf(days);
  }

  /// The choice for a page.
  ///
  /// @param days on which something was said, in order
  /// @param asOf the day asked for, ISO 8601
  /// @return empty where nothing is dated
  public static Optional<DayChoice> of(List<LocalDate> days, Optional<String> asOf) {
    if (days.isEmpty()) {
      return Optional.empty();
    }
    long first = days.getFirst().toEpochDay() - 1;
    long last = days.getLast().toEpochDay();
    long chosen = asOf.map(LocalDate::parse).map(LocalDate::toEpochDay).orElse(last);
    List<String> shown = days.subList(Math.max(0, days.size() - MOST_DAYS), days.size()).stream()
        .map(LocalDate::toString).toList();
    return Optional.of(new DayChoice(Math.min(first, chosen), Math.max(last, chosen), chosen, shown));
  }
}

package org.tingbok.app.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

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

  /// The choice for a page that there is only once something was said.
  ///
  /// @param days on which something was said, in order
  /// @param asOf the day asked for, ISO 8601
  /// @return empty where there is nothing to choose
  public static Optional<DayChoice> since(List<LocalDate> days, Optional<String> asOf) {
    return days.size() < 2 ? Optional.empty()
        : of(days, asOf)
            .map(choice -> new DayChoice(Math.min(days.getFirst().toEpochDay(), choice.chosen), choice.last,
                choice.chosen,
                choice.days));
  }

  /// The day chosen, in words.
  ///
  /// @return for example `30 June 2021`
  public String words() {
    return DAY.format(LocalDate.ofEpochDay(chosen));
  }

  /// The days on which something was said, as the slider counts.
  ///
  /// @return days since 1970
  public List<Long> ticks() {
    return days.stream().map(day -> LocalDate.parse(day).toEpochDay()).toList();
  }
}

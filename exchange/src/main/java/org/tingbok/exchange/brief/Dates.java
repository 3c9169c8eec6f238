package org.tingbok.exchange.brief;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tingbok.vocabulary.PartialDate;

/// Dates as people write them and as citations hold them, as coarse as they are known.
final class Dates {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private Dates() {
  }

  static String words(PartialDate date) {
    LocalDate first = date.first().orElseThrow();
    return switch (date.iso().length()) {
      case 4 -> Integer.toString(first.getYear());
      case 7 -> MONTH.format(first);
      case 10 -> DAY.format(first);
      default -> DAY.format(first) + " to " + DAY.format(date.last().orElseThrow());
    };
  }

  static Optional<List<List<Integer>>> parts(PartialDate date) {
    return date.first().map(first -> switch (date.iso().length()) {
      case 4 -> List.of(List.of(first.getYear()));
      case 7 -> List.of(List.of(first.getYear(), first.getMonthValue()));
      case 10 -> List.of(parts(first));
      default -> List.of(parts(first), parts(date.last().orElseThrow()));
    });
  }

  private static List<Integer> parts(LocalDate day) {
    return List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}

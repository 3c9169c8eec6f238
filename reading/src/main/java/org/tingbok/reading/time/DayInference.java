package org.tingbok.reading.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.document.Span;

/// Works out the year of a text that bears no date, from a weekday and a day of the month that it names together.
///
/// "Monday, July 19" fits about one year in seven; the first of them that is not before what the text speaks of is taken.
/// Without such a lower bound nothing is inferred. Stateless.
public final class DayInference {
  private static final Pattern DAY =
      Pattern.compile("\\b(" + Calendar.alternatives(Calendar.WEEKDAYS) + ")\\.?,?\\s+(?:the\\s+)?(?:("
          + Calendar.alternatives(Calendar.MONTHS) + ")\\.?\\s+(\\d{1,2})|(\\d{1,2})\\.?\\s+("
          + Calendar.alternatives(Calendar.MONTHS)
          + "))(?:st|nd|rd|th)?\\b(?!,?\\s+\\d{4})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final List<String> WEEKDAYS =
      Calendar.WEEKDAYS.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  private static final int YEARS = 7;

  /// A day that was worked out.
  ///
  /// @param day the day
  /// @param span the words that it was worked out from, in the view
  public record Inferred(LocalDate day, Span span) {
  }

  private DayInference() {
  }

  /// Looks for a weekday with a day of the month.
  ///
  /// @param view the view of the text
  /// @param notBefore tells a year that the text cannot be older than, empty if nothing does; asked once such a day is found
  /// @return empty if the text names no such day, or nothing bounds it
  public static Optional<Inferred> infer(String view, Supplier<OptionalInt> notBefore) {
    String low = view.toLowerCase(Locale.ROOT);
    if (WEEKDAYS.stream().noneMatch(low::contains)) {
      return Optional.empty();
    }
    Matcher matcher = DAY.matcher(view);
    OptionalInt earliest = OptionalInt.empty();
    while (matcher.find()) {
      earliest = earliest.isPresent() ? earliest : notBefore.get();
      if (earliest.isEmpty()) {
        return Optional.empty();
      }
      boolean monthFirst = matcher.group(2) != null;
      DayOfWeek weekday = Objects.requireNonNull(Calendar.WEEKDAYS.get(matcher.group(1).toLowerCase(Locale.ROOT)));
      Month month =
          Objects.requireNonNull(Calendar.MONTHS.get(matcher.group(monthFirst ? 2 : 5).toLowerCase(Locale.ROOT)));
      int day = Integer.parseInt(matcher.group(monthFirst ? 3 : 4));
      for (int year = earliest.getAsInt(); year < earliest.getAsInt() + YEARS; year++) {
        try {
          LocalDate candidate = LocalDate.of(year, month, day);
          if (candidate.getDayOfWeek() == weekday) {
            return Optional.of(new Inferred(candidate, new Span(matcher.start(), matcher.end())));
          }
        } catch (DateTimeException e) {
          break; // no such day in that month: not a date at all
        }
      }
    }
    return Optional.empty();
  }
}

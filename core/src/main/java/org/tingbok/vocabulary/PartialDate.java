package org.tingbok.vocabulary;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date as a text gives it: a day, a month, a year, a range of days, or not stated (after EDTF, ISO 8601-2).
///
/// A year is never stored as its first of January: what is known is the range of days together with its precision.
public sealed interface PartialDate extends Serializable {
  /// The text does not tell.
  PartialDate NOT_STATED = new NotStated();

  /// The first day that is meant.
  ///
  /// @return empty if not stated
  Optional<LocalDate> first();

  /// The last day that is meant; the same as [#first()] for a day.
  ///
  /// @return empty if not stated
  Optional<LocalDate> last();

  /// The date in the shortest form that loses nothing: `2021-06-19`, `2021-06`, `2021`, `2021-06-14/2021-06-19`.
  ///
  /// @return the empty text if not stated
  String iso();

  /// Whether the text tells.
  ///
  /// @return false for [#NOT_STATED]
  default boolean stated() {
    return first().isPresent();
  }

  /// Whether the two have a day in common.
  ///
  /// @param other another date
  /// @return false if either is not stated
  default boolean overlaps(PartialDate other) {
    return first().isPresent() && other.first().isPresent() && !first().get().isAfter(other.last().orElseThrow())
        && !other.first().get().isAfter(last().orElseThrow());
  }

  /// One day.
  ///
  /// @param day the day
  /// @return that day
  static PartialDate day(LocalDate day) {
    return new Stated(day, day);
  }

  /// One whole month.
  ///
  /// @param month the month
  /// @return its days, first to last
  static PartialDate month(YearMonth month) {
    return new Stated(month.atDay(1), month.atEndOfMonth());
  }

  /// One whole year.
  ///
  /// @param year the year of the common era
  /// @return its days, first to last
  static PartialDate year(int year) {
    return new Stated(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /// A range of days, both ends within.
  ///
  /// @param first first day
  /// @param last last day, not before the first
  /// @return the range
  static PartialDate range(LocalDate first, LocalDate last) {
    return new Stated(first, last);
  }

  /// Reads the forms that [#iso()] writes.
  ///
  /// @param iso the text; empty for not stated
  /// @return the date
  /// @throws BadInputException `DATE_UNREADABLE` if it is none of those forms
  static PartialDate parse(String iso) {
    if (iso.isEmpty()) {
      return NOT_STATED;
    }
    Matcher form = Stated.FORM.matcher(iso);
    try {
      if (form.matches()) {
        int year = Integer.parseInt(form.group(1));
        if (form.group(2) == null) {
          return year(year);
        }
        if (form.group(3) == null) {
          return month(YearMonth.of(year, Integer.parseInt(form.group(2))));
        }
        LocalDate day = LocalDate.parse(iso.substring(0, 10));
        return form.group(4) == null ? day(day) : range(day, LocalDate.parse(form.group(4)));
      }
    } catch (DateTimeException e) {
      throw new BadInputException("DATE_UNREADABLE", "'" + iso + "' names no real day", e);
    }
    throw new BadInputException("DATE_UNREADABLE", "'" + iso + "' is no date of the form YYYY[-MM[-DD[/YYYY-MM-DD]]]");
  }

  /// The text does not tell.
  record NotStated() implements PartialDate {
    @Override
    public Optional<LocalDate> first() {
      return Optional.empty();
    }

    @Override
    public Optional<LocalDate> last() {
      return Optional.empty();
    }

    @Override
    public String iso() {
      return "";
    }
  }

  /// A stated date; its precision follows from its ends.
  ///
  /// @param from first day
  /// @param to last day, not before `from`
  record Stated(LocalDate from, LocalDate to) implements PartialDate {
    private static final Pattern FORM =
        Pattern.compile("(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d)(?:/(\\d{4}-\\d\\d-\\d\\d))?)?)?");

    /// Checks the order of the ends.
    ///
    /// @throws BadInputException `DATE_ORDER` if the range ends before it begins
    public Stated {
      if (to.isBefore(from)) {
        throw new BadInputException("DATE_ORDER", "a range cannot end on " + to + " before it begins on " + from);
      }
    }

    @Override
    public Optional<LocalDate> first() {
      return Optional.of(from);
    }

    @Override
    public Optional<LocalDate> last() {
      return Optional.of(to);
    }

    @Override
    public String iso() {
      if (from.equals(to)) {
        return from.toString();
      }
      if (from.getDayOfYear() == 1 && to.equals(LocalDate.of(from.getYear(), 12, 31))) {
        return String.format(Locale.ROOT, "%04d", from.getYear());
      }
      if (from.getDayOfMonth() == 1 && to.equals(YearMonth.from(from).atEndOfMonth())) {
        return YearMonth.from(from).toString();
      }
      return from + "/" + to;
    }
  }
}

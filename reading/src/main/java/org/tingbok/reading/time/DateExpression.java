package org.tingbok.reading.time;

import java.time.MonthDay;
import java.util.Optional;
import org.tingbok.vocabulary.PartialDate;

/// A date written out in a text.
///
/// @param start first code unit of the text it was found in
/// @param end code unit after the last
/// @param value the day, month or range of days; not stated where the year is missing
/// @param yearless the day of the year, where the text gives a day and a month but no year; empty otherwise
public record DateExpression(int start, int end, PartialDate value, Optional<MonthDay> yearless) {
  /// Fills in a missing year.
  ///
  /// @param year the year of the common era to take
  /// @return the value, or the day of that year; not stated for 29 February of a year that has none
  public PartialDate in(int year) {
    return yearless.filter(day -> day.isValidYear(year)).map(day -> PartialDate.day(day.atYear(year))).orElse(value);
  }
}

package org.tingbok.reading.knowledge;

import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.vocabulary.PartialDate;

/// That somebody held an office for a time, and so spoke for a body.
///
/// @param person full name
/// @param office what it is called
/// @param body whom the office speaks for
/// @param since first day
/// @param until last day; not stated if the table knows none
public record OfficeHolder(String person, String office, Name body, PartialDate since, PartialDate until) {
  /// Whether the person held the office on a day.
  ///
  /// @param day the day
  /// @return true also on the first and the last day
  public boolean on(LocalDate day) {
    return since.first().map(first -> !day.isBefore(first)).orElse(true)
        && until.last().map(last -> !day.isAfter(last)).orElse(true);
  }
}

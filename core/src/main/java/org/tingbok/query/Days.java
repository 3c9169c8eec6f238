package org.tingbok.query;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// A stretch of days, open at either end.
///
/// @param from first day; empty for no beginning
/// @param to last day, within the stretch; empty for no end
public record Days(Optional<LocalDate> from, Optional<LocalDate> to) implements Serializable {
  /// Checks the order of the ends.
  ///
  /// @throws BadInputException `DATE_ORDER` if it ends before it begins
  public Days {
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      throw new BadInputException("DATE_ORDER",
          "a range cannot end on " + to.get() + " before it begins on " + from.get());
    }
  }

  /// The days that a date may mean.
  ///
  /// @param date a stated date
  /// @return from its first to its last day; open at both ends if it is not stated
  public static Days of(PartialDate date) {
    return new Days(date.first(), date.last());
  }

  /// Whether a date may mean one of the days.
  ///
  /// @param date a date
  /// @return false if it is not stated
  public boolean mayHold(PartialDate date) {
    return date.first().isPresent() && date.last().isPresent()
        && to.map(last -> !date.first().get().isAfter(last)).orElse(true)
        && from.map(first -> !date.last().get().isBefore(first)).orElse(true);
  }
}

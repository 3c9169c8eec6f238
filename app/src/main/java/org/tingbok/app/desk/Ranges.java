package org.tingbok.app.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.tingbok.query.Condition;
import org.tingbok.query.Days;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// Stretches of time as they are typed: `2024-03`, `2024-03-01..2024-05`, `..2024`, `2024-03-01..`.
public final class Ranges {
  private Ranges() {
  }

  /// The days from the first to the last.
  ///
  /// @param option what was asked for, to tell in errors
  /// @param typed the stretch
  /// @return open where an end is left out
  /// @throws BadInputException `RANGE_UNREADABLE` if it is none
  public static Days days(String option, String typed) {
    String[] ends = ends(typed);
    Optional<LocalDate> from = date(option, typed, ends[0]).first();
    Optional<LocalDate> to = date(option, typed, ends[1]).last();
    return new Days(from, to);
  }

  /// By the ledger's own time; a day is all of it, in UTC.
  static Condition recorded(String option, String typed) {
    String[] ends = ends(typed);
    return new Condition.Recorded(moment(option, typed, ends[0], true).map(from -> from.minusMillis(1)),
        moment(option, typed, ends[1], false));
  }

  /// A moment, or the last of a day, month or year.
  ///
  /// @param option what was asked for, to tell in errors
  /// @param typed the moment
  /// @return the moment
  /// @throws BadInputException `RANGE_UNREADABLE` if it is none
  public static Instant upTo(String option, String typed) {
    try {
      return moment(option, typed, typed.strip(), false).orElseThrow(() -> unreadable(option, typed));
    } catch (BadInputException e) {
      throw unreadable(option, typed, e);
    }
  }

  /// The moment from which something is asked for; a day, month or year begins with its first moment.
  ///
  /// @param option what was asked for, to tell in errors
  /// @param typed the moment
  /// @return the moment
  /// @throws BadInputException `RANGE_UNREADABLE` if it is none
  public static Instant from(String option, String typed) {
    try {
      return moment(option, typed, typed.strip(), true).orElseThrow(() -> unreadable(option, typed));
    } catch (BadInputException e) {
      throw unreadable(option, typed, e);
    }
  }

  /// A moment or a day that is none.
  private static BadInputException unreadable(String option, String typed, Exception cause) {
    return new BadInputException("RANGE_UNREADABLE", option + " '" + typed
        + "': give a day, month or year, or a moment in UTC as in 2024-05-02T12:00:00Z", cause);
  }

  private static String[] ends(String typed) {
    int dots = typed.indexOf("..");
    String from = dots < 0 ? typed : typed.substring(0, dots);
    return new String[] {from.strip(), dots < 0 ? from.strip() : typed.substring(dots + 2).strip()};
  }

  private static PartialDate date(String option, String typed, String end) {
    try {
      return PartialDate.parse(end);
    } catch (BadInputException e) {
      throw new BadInputException("RANGE_UNREADABLE", words(option, typed), e);
    }
  }

  private static Optional<Instant> moment(String option, String typed, String end, boolean first) {
    if (end.contains("T")) {
      try {
        return Optional.of(Instant.parse(end));
      } catch (DateTimeParseException e) {
        throw new BadInputException("RANGE_UNREADABLE", words(option, typed), e);
      }
    }
    PartialDate date = date(option, typed, end);
    return first ? date.first().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
        : date.last().map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
  }

  private static BadInputException unreadable(String option, String typed) {
    return new BadInputException("RANGE_UNREADABLE", words(option, typed));
  }

  private static String words(String option, String typed) {
    return option + " '" + typed
        + "': give a day, month or year, or two with '..' between, as in 2024-03..2024-05-31; of recorded time"
        + " also moments, as in 2024-05-02T12:00:00Z";
  }
}

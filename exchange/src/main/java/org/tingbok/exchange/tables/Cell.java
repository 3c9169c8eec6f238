package org.tingbok.exchange.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/// A value of a table, or that there is none.
public sealed interface Cell {
  /// What several values of one cell are parted by.
  String BETWEEN = "; ";

  /// Nothing is known.
  record Absent() implements Cell {
  }

  /// Words.
  ///
  /// @param text not empty
  record Text(String text) implements Cell {
  }

  /// A whole number.
  ///
  /// @param value any
  record Whole(long value) implements Cell {
  }

  /// Yes or no.
  ///
  /// @param value which
  record Flag(boolean value) implements Cell {
  }

  /// A day.
  ///
  /// @param value the day
  record Day(LocalDate value) implements Cell {
  }

  /// A moment.
  ///
  /// @param value the moment
  record Moment(Instant value) implements Cell {
  }

  /// Words, where there are any.
  ///
  /// @param text any text
  /// @return absent if it is empty
  static Cell of(String text) {
    return text.isEmpty() ? new Absent() : new Text(text);
  }

  /// Words, where they are known.
  ///
  /// @param text the words
  /// @return absent if there are none
  static Cell of(Optional<String> text) {
    return text.map(Cell::of).orElseGet(Absent::new);
  }

  /// Several in one.
  ///
  /// @param texts in their order
  /// @return absent if there are none
  static Cell of(Collection<String> texts) {
    return of(String.join(BETWEEN, texts));
  }

  /// A day, where it is known.
  ///
  /// @param day the day
  /// @return absent if it is not
  static Cell day(Optional<LocalDate> day) {
    return day.<Cell>map(Day::new).orElseGet(Absent::new);
  }

  /// The value as a table of text has it.
  ///
  /// @return empty if there is none
  default String words() {
    return switch (this) {
      case Absent _ -> "";
      case Text(String text) -> text;
      case Whole(long value) -> Long.toString(value);
      case Flag(boolean value) -> Boolean.toString(value);
      case Day(LocalDate value) -> value.toString();
      case Moment(Instant value) -> value.toString();
    };
  }
}

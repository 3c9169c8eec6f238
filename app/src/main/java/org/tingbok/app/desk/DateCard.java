package org.tingbok.app.desk;

import java.util.Optional;
import org.tingbok.vocabulary.PartialDate;

/// A date: its days and its words.
///
/// @param from first day, ISO 8601; empty if not stated
/// @param to last day, ISO 8601; empty if not stated
/// @param words the date in English, no more exact than it is known; `undated` if not stated
public record DateCard(Optional<String> from, Optional<String> to, String words) {
  /// A date.
  ///
  /// @param date the date
  /// @return with its words
  public static DateCard of(PartialDate date) {
    return new DateCard(date.first().map(Object::toString), date.last().map(Object::toString), DateWords.of(date));
  }

  /// The first day, for `datetime` attributes and for sorting.
  ///
  /// @return ISO 8601; empty text if not stated
  public String day() {
    return from.orElse("");
  }

  /// Whether the text tells.
  ///
  /// @return false if not stated
  public boolean stated() {
    return from.isPresent();
  }
}

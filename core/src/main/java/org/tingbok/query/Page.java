package org.tingbok.query;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of an answer.
///
/// @param <T> what was asked for
/// @param items in the order asked for
/// @param next asks for what follows, of the answer as it was when its first page was given; empty after the last
public record Page<T>(List<T> items, Optional<Cursor> next) implements Serializable {
  /// Copies the list.
  public Page {
    items = List.copyOf(items);
  }

  /// The same page of something else.
  ///
  /// @param <R> what
  /// @param as makes one of the other
  /// @return as many items
  public <R> Page<R> map(Function<T, R> as) {
    return new Page<>(items.stream().map(as).toList(), next);
  }
}

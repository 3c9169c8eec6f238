package org.tingbok.query;

import java.io.Serializable;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;

/// Which part of an answer is asked for.
///
/// @param size most items, 1 to 1,000
/// @param after what the page before gave as its next; empty for the first page
public record PageRequest(int size, Optional<Cursor> after) implements Serializable {
  /// Most items of one page.
  public static final int MOST = 1000;

  /// Checks the size.
  ///
  /// @throws BadInputException `PAGE_SIZE` if it is not 1 to 1,000
  public PageRequest {
    if (size < 1 || size > MOST) {
      throw new BadInputException("PAGE_SIZE", "a page has 1 to " + MOST + " items, not " + size);
    }
  }

  /// The first page.
  ///
  /// @param size most items
  /// @return the request
  public static PageRequest first(int size) {
    return new PageRequest(size, Optional.empty());
  }

  /// The page that follows.
  ///
  /// @param cursor what the page before gave
  /// @return as many items
  public PageRequest then(Cursor cursor) {
    return new PageRequest(size, Optional.of(cursor));
  }
}

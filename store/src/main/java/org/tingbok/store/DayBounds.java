package org.tingbok.store;

import java.util.Optional;

/// Days that claims can have been said by, negated, and the claim that an answer goes on from.
///
/// @param low the least
/// @param high the greatest; [Terms#UNKNOWN] where a day that is not known counts
/// @param after the last claim before; empty at the beginning
/// @param rising whether later ones come first, as the index has them
record DayBounds(long low, long high, Optional<ClaimKey> after, boolean rising) {
  private static final DayBounds NONE = new DayBounds(1, 0, Optional.empty(), true);

  /// The day of the claim before; one that there is not if there is none.
  long day() {
    return after.map(ClaimKey::newest).orElse(Long.MIN_VALUE);
  }

  /// The entry of the claim before.
  long first() {
    return after.map(ClaimKey::first).orElse(-1L);
  }

  /// The same as numbers under which words are found: the first that can come.
  long lowWords() {
    return rising && after.isPresent() ? Math.max(Terms.words(low, 0), Terms.words(day(), first()) + 1)
        : Terms.words(low, 0);
  }

  /// The last that can come.
  long highWords() {
    return high < low ? -1 : Terms.lastWords(high);
  }

  /// Up to a day, if that is less.
  DayBounds until(long newest) {
    return newest >= high ? this : new DayBounds(low, newest, after, rising);
  }

  /// From a day on, if that is more.
  DayBounds from(long newest) {
    return newest <= low ? this : new DayBounds(newest, high, after, rising);
  }

  /// Those that are known; of an answer that begins with the earliest.
  DayBounds known() {
    if (rising || after.isEmpty()) {
      return until(Terms.UNKNOWN - 1);
    }
    return day() == Terms.UNKNOWN ? NONE : until(day());
  }

  /// The one that is not known.
  DayBounds unknown() {
    return high < Terms.UNKNOWN ? NONE : new DayBounds(Terms.UNKNOWN, Terms.UNKNOWN, after, true);
  }
}

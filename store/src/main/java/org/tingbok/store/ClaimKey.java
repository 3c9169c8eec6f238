package org.tingbok.store;

import java.util.Comparator;
import org.tingbok.query.ClaimOrder;

/// A version of a claim as a question finds it, before anything of it is read.
///
/// @param newest the last day it can have been said, negated
/// @param first the entry that recorded it
/// @param later how many entries after that the version began
/// @param what its type and certainty, and whether it has several quotes
record ClaimKey(long newest, long first, long later, int what) {
  /// The order of an answer; [ClaimOrder#BEST] as [ClaimOrder#NEWEST].
  static Comparator<ClaimKey> order(ClaimOrder order) {
    return switch (order) {
      case NEWEST, BEST -> Comparator.comparingLong(ClaimKey::newest).thenComparingLong(ClaimKey::first);
      case OLDEST -> Comparator.comparingLong(
          (ClaimKey key) -> key.newest == Terms.UNKNOWN ? Terms.UNKNOWN : -key.newest)
          .thenComparingLong(ClaimKey::first);
      case RECORDED -> Comparator.comparingLong((ClaimKey key) -> -key.first);
    };
  }

  boolean severalQuotes() {
    return (what & 1) == 1;
  }
}

package org.tingbok.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.document.Document;
import org.tingbok.vocabulary.PartialDate;

/// When a claim was said, as far as it and its document tell. The one place that says so.
///
/// @param said its own date, else its document's as an upper bound, else not stated
/// @param bound which of the three
/// @param by the last day on which it can have been said: the last day of that date, or the document's day of publication
///     if that falls within it, since no document tells what is said only after it came out; empty if neither tells
public record SaidTime(PartialDate said, SaidBound bound, Optional<LocalDate> by) implements Serializable {
  /// The said time of a claim.
  ///
  /// @param claim the claim
  /// @param document the document that it was found in
  /// @return its said time
  public static SaidTime of(Claim claim, Document document) {
    PartialDate own = claim.saying().saidOn();
    PartialDate published = document.published();
    if (own.stated()) {
      return new SaidTime(own, SaidBound.STATED, bounded(own, published));
    }
    return published.stated() ? new SaidTime(published, SaidBound.DOCUMENT, published.last())
        : new SaidTime(PartialDate.NOT_STATED, SaidBound.UNKNOWN, Optional.empty());
  }

  private static Optional<LocalDate> bounded(PartialDate own, PartialDate published) {
    Optional<LocalDate> out = published.last();
    return out.filter(day -> !day.isBefore(own.first().orElseThrow()) && !day.isAfter(own.last().orElseThrow()))
        .or(own::last);
  }

  /// Whether it had been said by the end of a day.
  ///
  /// @param day the day
  /// @return false if it may or may not have been
  public boolean saidBy(LocalDate day) {
    return by.filter(last -> !last.isAfter(day)).isPresent();
  }

  /// Whether it may have been said by the end of a day.
  ///
  /// @param day the day
  /// @return true also if neither the claim nor its document tells
  public boolean mayBeSaidBy(LocalDate day) {
    return said.first().map(first -> !first.isAfter(day)).orElse(true);
  }
}

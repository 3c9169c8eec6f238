package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Ruling;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.RulingVerdict;

/// A claim as it is on record.
///
/// @param id what it is known by: the id of the claim as it was first read, whatever was corrected since
/// @param claim the claim as it stands: as an analyst corrected it, else as it was last read
/// @param said when it was said: its own date, else its document's as an upper bound, else not stated
/// @param bound which of the three
/// @param recordedAt when this ledger recorded it
/// @param changedAt when the last act about it was recorded; `recordedAt` if there is none
/// @param acts what was done about it or its document: rulings, better readings, retractions, in order of recording
public record RecordedClaim(String id, Claim claim, PartialDate said, SaidBound bound, Instant recordedAt,
    Instant changedAt, List<Act.Recorded> acts) implements Serializable {
  /// Copies the list.
  public RecordedClaim {
    acts = List.copyOf(acts);
  }

  /// A claim that nothing was done about.
  ///
  /// @param claim the claim
  /// @param said when it was said
  /// @param bound where that comes from
  /// @param recordedAt when this ledger recorded it
  public RecordedClaim(Claim claim, PartialDate said, SaidBound bound, Instant recordedAt) {
    this(claim.id(), claim, said, bound, recordedAt, recordedAt, List.of());
  }

  /// The ruling that holds.
  ///
  /// @return empty if no analyst ruled on it, or the last ruling was undone
  public Optional<Ruling> ruling() {
    Optional<Ruling> last = Optional.empty();
    for (Act.Recorded recorded : acts) {
      if (recorded.act() instanceof Act.Ruled ruled) {
        last = Optional.of(ruled.ruling()).filter(ruling -> ruling.verdict() != RulingVerdict.UNDONE);
      }
    }
    return last;
  }

  /// Whether its source stands by it, as far as is known.
  ///
  /// @return false once the claimant went back on it, or the publisher on its document
  public boolean standing() {
    return retraction().isEmpty();
  }

  /// How its source went back on it, or on its document.
  ///
  /// @return the last time; empty if it did not
  public Optional<Act.Retracted> retraction() {
    Optional<Act.Retracted> last = Optional.empty();
    for (Act.Recorded recorded : acts) {
      if (recorded.act() instanceof Act.Retracted retracted) {
        last = Optional.of(retracted);
      }
    }
    return last;
  }
}

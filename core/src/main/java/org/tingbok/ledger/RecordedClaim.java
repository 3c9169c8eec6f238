package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Ruling;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.Tlp;

/// A claim as it is on record.
///
/// @param id what it is known by: the id of the claim as it was first read, whatever was corrected since
/// @param claim the claim as it stands: as an analyst corrected it, else as it was last read
/// @param said when it was said: its own date, else its document's as an upper bound, else not stated
/// @param bound which of the three
/// @param recordedAt when this ledger recorded it
/// @param changedAt when the last act about it was recorded; `recordedAt` if there is none
/// @param acts what was done about it or its document: rulings, better readings, retractions, in order of recording
/// @param marking how far it may be passed on: its own marking or its document's, whichever is narrower, as they hold now;
///     empty if neither is marked
/// @param leavers of what [#held] gives: the retractions of those who are no longer among the claimants
public record RecordedClaim(String id, Claim claim, PartialDate said, SaidBound bound, Instant recordedAt,
    Instant changedAt, List<Act.Recorded> acts, Optional<Tlp> marking, List<Act.Retracted> leavers)
    implements Serializable {
  /// Copies the lists.
  public RecordedClaim {
    acts = List.copyOf(acts);
    leavers = List.copyOf(leavers);
  }

  /// A claim that nothing was done about.
  ///
  /// @param claim the claim
  /// @param said when it was said
  /// @param bound where that comes from
  /// @param recordedAt when this ledger recorded it
  public RecordedClaim(Claim claim, PartialDate said, SaidBound bound, Instant recordedAt) {
    this(claim.id(), claim, said, bound, recordedAt, recordedAt, List.of(), Optional.empty(), List.of());
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
  /// @return false once every claimant went back on it, or the publisher on its document
  public boolean standing() {
    return retraction().isEmpty();
  }

  /// How its source went back on it, or on its document.
  ///
  /// @return the last time; empty if it did not, or one of its claimants still stands by it
  public Optional<Act.Retracted> retraction() {
    List<Act.Retracted> counting = retractions();
    boolean whole = counting.stream().anyMatch(one -> !one.subject().equals(id) || !leaves(one))
        || claim.saying().claimants().stream().allMatch(party -> counting.stream().anyMatch(one -> by(party, one)));
    return counting.isEmpty() || !whole ? Optional.empty() : Optional.of(counting.getLast());
  }

  /// The claim as those hold it who still do. Where several say it together and some went back on it, these are no longer
  /// among the claimants; all else stays, and so does a claim that nobody holds any more.
  ///
  /// @return itself if nobody went back on it, or everybody did
  public RecordedClaim held() {
    List<Act.Retracted> counting = retractions();
    if (counting.isEmpty() || !standing()) {
      return this;
    }
    List<Party> stay = claim.saying().claimants().stream()
        .filter(party -> counting.stream().noneMatch(one -> by(party, one))).toList();
    return new RecordedClaim(id, claim.with(claim.saying().by(stay)), said, bound, recordedAt, changedAt, acts,
        marking, counting);
  }

  private List<Act.Retracted> retractions() {
    return acts.isEmpty() ? List.of()
        : Retractions.standing(acts.stream().map(Act.Recorded::act).toList()).stream()
            .filter(one -> !leavers.contains(one)).toList();
  }

  /// Whether it is one of several claimants who goes back on it.
  private boolean leaves(Act.Retracted retracted) {
    return claim.saying().claimants().stream().anyMatch(party -> by(party, retracted));
  }

  private static boolean by(Party party, Act.Retracted retracted) {
    String who = NameKey.of(retracted.by());
    return who.equals(NameKey.of(party.name())) || who.equals(NameKey.of(party.text()));
  }
}

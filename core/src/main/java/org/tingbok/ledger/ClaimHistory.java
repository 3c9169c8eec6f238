package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Ruling;
import org.tingbok.document.Document;
import org.tingbok.vocabulary.RulingVerdict;

/// A claim and what was done about it. The one place that says what acts make of a claim; every ledger calls it.
///
/// - A rejected claim is not there.
/// - A corrected one is there as the analyst gives it.
/// - A misread one is not there, unless an analyst has confirmed or corrected it.
/// - A better reading takes the place of an earlier one, unless an analyst has confirmed or corrected it; it also brings
///   back what was held to be misread.
/// - An undone ruling leaves the claim as if nobody had ruled: as it was last read, or not there if that was a mistake.
/// - A retracted claim is there, and tells that it was retracted; a retraction that was undone does not count ([Retractions]).
///
/// @param read the claim as it was first read
/// @param recordedAt when that was recorded
/// @param acts about it, and retractions and markings of its document, in order of recording
public record ClaimHistory(Claim read, Instant recordedAt, List<Act.Recorded> acts) implements Serializable {
  /// Copies the list.
  public ClaimHistory {
    acts = List.copyOf(acts);
  }

  /// The claim as it stood as of a moment, before it is asked when it was said.
  ///
  /// @param document the document that it was found in
  /// @param asOf the moment; the day tells which retractions were known
  /// @return empty if it was not recorded by then, or is misread or rejected
  public Optional<RecordedClaim> asOf(Document document, AsOf asOf) {
    if (after(recordedAt, asOf)) {
      return Optional.empty();
    }
    Claim reading = read;
    boolean misread = false;
    Optional<Ruling> ruling = Optional.empty();
    Optional<Claim> confirmed = Optional.empty();
    Instant changedAt = recordedAt;
    List<Act.Recorded> recordedBy = acts.stream().filter(one -> !after(one.recordedAt(), asOf)).toList();
    Set<Act.Recorded> told = Set.copyOf(Retractions.toldBy(recordedBy, asOf.said()));
    List<Act.Recorded> known = new ArrayList<>();
    for (Act.Recorded recorded : recordedBy) {
      switch (recorded.act()) {
        case Act.Ruled ruled -> {
          ruling = Optional.of(ruled.ruling()).filter(one -> one.verdict() != RulingVerdict.UNDONE);
          // What a second analyst confirms is what the first confirmed, whatever was read since.
          confirmed = ruled.ruling().verdict() == RulingVerdict.CONFIRMED
              ? Optional.of(confirmed.orElse(reading))
              : Optional.empty();
        }
        case Act.Misread _ -> misread = true;
        case Act.Revised revised -> {
          reading = revised.claim();
          misread = false;
        }
        case Act.Retracted _ -> {
          if (!told.contains(recorded)) {
            changedAt = later(changedAt, recorded.recordedAt());
            continue;
          }
        }
        case Act.Reopened _, Act.Erased _, Act.Grouped _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _, Act.Marked _ -> {
          continue;
        }
      }
      known.add(recorded);
      changedAt = later(changedAt, recorded.recordedAt());
    }
    if (ruling.isEmpty() ? misread : ruling.get().verdict() == RulingVerdict.REJECTED) {
      return Optional.empty();
    }
    Claim claim = ruling.flatMap(Ruling::correction).orElse(confirmed.orElse(reading));
    SaidTime said = SaidTime.of(claim, document);
    return Optional.of(new RecordedClaim(read.id(), claim, said.said(), said.bound(), recordedAt, changedAt, known,
        Markings.of(acts).of(read), List.of()));
  }

  private static boolean after(Instant moment, AsOf asOf) {
    return asOf.recorded().filter(moment::isAfter).isPresent();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}

package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import org.tingbok.claim.Claim;
import org.tingbok.vocabulary.PartialDate;

/// A claim as it is on record.
///
/// @param claim the claim
/// @param said when it was said: its own date, else its document's as an upper bound, else not stated
/// @param bound which of the three
/// @param recordedAt when this ledger recorded it
public record RecordedClaim(Claim claim, PartialDate said, SaidBound bound, Instant recordedAt)
    implements Serializable {
}

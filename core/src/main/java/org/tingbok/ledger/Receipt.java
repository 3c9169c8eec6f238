package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;

/// What an append did.
///
/// @param recordedAt the moment that everything new in it bears, later than every moment on record before; if nothing
///     was new, the last moment on record, or the clock's if nothing is
/// @param newDocuments documents that were not on record before
/// @param knownDocuments documents that were, left as they are
/// @param newClaims claims that were not on record before
/// @param knownClaims claims that were, left as they are
public record Receipt(Instant recordedAt, int newDocuments, int knownDocuments, int newClaims, int knownClaims)
    implements Serializable {
}

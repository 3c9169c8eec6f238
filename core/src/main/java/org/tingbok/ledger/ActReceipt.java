package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;

/// What came of acts.
///
/// @param recordedAt the moment that everything new bears; if nothing was new, the last moment on record
/// @param added acts that were recorded
/// @param known acts that say what stands already
public record ActReceipt(Instant recordedAt, int added, int known) implements Serializable {
}

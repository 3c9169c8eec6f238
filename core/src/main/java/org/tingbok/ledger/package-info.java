/// The ledger: what was read, when it was said, when it was recorded; append-only.
///
/// Enters: readings. Leaves: [org.tingbok.ledger.Snapshot], what was on record as of a day. Nothing is edited or
/// deleted. Trap: said time is the claim's valid time, recorded time the ledger's own; event time is data of the
/// claim. A date coarser than a day has been said *by* a day only if its last day has come.
@NullMarked
package org.tingbok.ledger;

import org.jspecify.annotations.NullMarked;

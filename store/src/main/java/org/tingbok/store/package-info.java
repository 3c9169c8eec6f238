/// The durable ledger: entries in a file, appended and never edited.
///
/// Enters: readings, through [org.tingbok.store.Ledgers]. Leaves: the same, equal, and snapshots as of a day. Traps: the
/// JSON of an entry is a file format, documented in `docs/ledger.md`, not a mirror of core's records; and everything
/// that a question has read stays in memory while the ledger is open.
@NullMarked
package org.tingbok.store;

import org.jspecify.annotations.NullMarked;

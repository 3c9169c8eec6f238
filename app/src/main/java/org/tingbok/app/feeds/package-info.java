/// Feeds in: what their entries are, which are new, and when to ask again.
///
/// Enters: bytes of RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed, and the subscriptions of the ledger. Leaves: orders to the
/// intake. Traps: feeds are rarely as their formats say, and may be hostile; nothing in them is resolved or run.
@NullMarked
package org.tingbok.app.feeds;

import org.jspecify.annotations.NullMarked;

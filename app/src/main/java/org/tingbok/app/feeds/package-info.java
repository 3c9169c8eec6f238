/// Feeds in: what their entries are, which are new, and when to ask again.
///
/// Enters: what pages list ([org.tingbok.app.syndication]), and the subscriptions of the ledger. Leaves: orders to the intake.
@NullMarked
package org.tingbok.app.feeds;

import org.jspecify.annotations.NullMarked;

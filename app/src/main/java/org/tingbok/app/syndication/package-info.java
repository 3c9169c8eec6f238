/// What a page that was fetched lists: feeds and sitemaps, read from their bytes.
///
/// Enters: bytes of RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed, sitemaps and pages that name a feed. Leaves: a [Listing]. Traps: they
/// are rarely as their formats say, and may be hostile; nothing in them is resolved or run.
@NullMarked
package org.tingbok.app.syndication;

import org.jspecify.annotations.NullMarked;

/// Claims as MISP events, see `docs/misp.md`.
///
/// What enters are claims with their documents; what leaves is text for other programs and for people.
@NullMarked
package org.tingbok.exchange.misp;

import org.jspecify.annotations.NullMarked;

/// Briefs to print, and citations, see `docs/export.md`.
///
/// What enters are claims with their documents; what leaves is text for other programs and for people.
@NullMarked
package org.tingbok.exchange.brief;

import org.jspecify.annotations.NullMarked;

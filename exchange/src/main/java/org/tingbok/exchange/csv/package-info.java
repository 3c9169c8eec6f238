/// Claims as a table, see `docs/csv.md`.
///
/// What enters are claims with their documents; what leaves is text for other programs and for people.
@NullMarked
package org.tingbok.exchange.csv;

import org.jspecify.annotations.NullMarked;

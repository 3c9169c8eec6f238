/// What it costs to put a growing pile of reports in order: stories and incidents, document by document.
///
/// Enters: a number of documents. Leaves: a table. Everything is invented.
@NullMarked
package org.tingbok.benchmarks.pile;

import org.jspecify.annotations.NullMarked;

/// The table of performance: what Tingbok takes, measured in one run and written into `docs/performance.md`.
///
/// Enters: how long it may take, a folder of reports or none, where CoreNLP lies or nowhere. Leaves: the table between its two
/// marks. Everything else on the machine counts in, so the load stands beside the figures.
@NullMarked
package org.tingbok.benchmarks.figures;

import org.jspecify.annotations.NullMarked;

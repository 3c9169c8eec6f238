/// Invented reports as files: what a newsroom, a vendor, a ministry and a sports desk would put out, in five languages.
///
/// A seed and a number enter; a name and bytes leave. Sentences are the project's own and stand in `sentences.tsv`. Nobody in
/// them is accused of anything that happened: victims are invented.
@NullMarked
package org.tingbok.benchmarks.dispatches;

import org.jspecify.annotations.NullMarked;

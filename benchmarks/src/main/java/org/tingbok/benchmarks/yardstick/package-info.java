/// Yardsticks: what the reader makes of public annotated sets, each with one command.
///
/// Enters: a folder with the sets, never part of this project. Leaves: counts, precision, recall and F1 on the terminal. Run
/// `./yardstick` for the list. Trap: a set annotated for another purpose measures what it annotates, not claims.
@NullMarked
package org.tingbok.benchmarks.yardstick;

import org.jspecify.annotations.NullMarked;

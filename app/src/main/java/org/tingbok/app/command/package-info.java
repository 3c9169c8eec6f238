/// The commands of the command line.
///
/// Enters: options and words that picocli has parsed, and the [org.tingbok.app.Surroundings]. Leaves: text or JSON on
/// standard output, one line an error on standard error, and an exit status: 0 done, 1 nothing found, 2 could not.
@NullMarked
package org.tingbok.app.command;

import org.jspecify.annotations.NullMarked;

/// From the words on the command line to bytes: files, folders, globs and standard input.
///
/// Enters: paths as typed. Leaves: [org.tingbok.app.input.Found], what is to be read and what is not, in a stable order,
/// and of [org.tingbok.app.input.Reports] what reading made of it. One bad input never stops the rest: it becomes a
/// [org.tingbok.app.input.Trouble]. Trap: links may form loops, and files may be larger than memory.
@NullMarked
package org.tingbok.app.input;

import org.jspecify.annotations.NullMarked;

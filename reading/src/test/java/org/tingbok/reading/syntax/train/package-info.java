/// The command that trains and measures the syntax models; see `docs/syntax.md`.
@NullMarked
package org.tingbok.reading.syntax.train;

import org.jspecify.annotations.NullMarked;

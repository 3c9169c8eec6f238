/// What a fuzzer throws at every parser and importer; without one, what it threw before.
@NullMarked
package org.tingbok.app.fuzz;

import org.jspecify.annotations.NullMarked;

/// Tests of the dates in running text.
@NullMarked
package org.tingbok.reading.time;

import org.jspecify.annotations.NullMarked;

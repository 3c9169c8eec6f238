/// Tests of the yardsticks themselves.
@NullMarked
package org.tingbok.benchmarks.yardstick;

import org.jspecify.annotations.NullMarked;

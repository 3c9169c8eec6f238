/// Dates in running text.
///
/// Enters: text. Leaves: the date expressions in it with their places and the days that they mean. Absolute dates only
/// need the text itself ([org.tingbok.reading.time.DateExpressions]); relative ones also need a day to count from. No
/// clock is asked anywhere.
@NullMarked
package org.tingbok.reading.time;

import org.jspecify.annotations.NullMarked;

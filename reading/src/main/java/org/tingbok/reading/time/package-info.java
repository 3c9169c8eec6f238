/// When: expressions of time in running text, resolved against the day that the text speaks from.
///
/// Enters: a stretch of the view and an anchor day. Leaves: [org.tingbok.reading.time.TimeMention]. Pure. Trap: a month
/// without a year is the last one before the anchor, since reports tell of what has happened.
@NullMarked
package org.tingbok.reading.time;

import org.jspecify.annotations.NullMarked;

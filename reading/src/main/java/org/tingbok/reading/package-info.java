/// From the bytes of a report to its claims.
///
/// Enters: bytes and where they were found. Leaves: [org.tingbok.claim.Reading]. [org.tingbok.reading.ReportReader] is
/// the way in; each step is a package of its own: `document`, `syntax`, `knowledge`, `mention`, `time`, `frame`.
@NullMarked
package org.tingbok.reading;

import org.jspecify.annotations.NullMarked;

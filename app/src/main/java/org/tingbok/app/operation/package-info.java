/// What whoever looks after a server sees of it: health, figures, the log, and how it stops.
///
/// Enters: what other rooms report of themselves. Leaves: answers for probes, figures in Prometheus' text format, lines of the log.
/// Trap: nothing of a report, no name that somebody asked for and no secret may pass through here; labels have few values.
@NullMarked
package org.tingbok.app.operation;

import org.jspecify.annotations.NullMarked;

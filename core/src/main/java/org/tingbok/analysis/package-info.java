/// What follows from the claims on record: copies of one story, incidents, disputes, origins, actors, names under a
/// view, time lines.
///
/// Enters: a [org.tingbok.ledger.Snapshot]. Leaves: values that are computed anew for every question and never stored as
/// claims. [org.tingbok.analysis.Analysis] is the way in. Every function here is pure and does not depend on the order
/// in which readings were recorded. Trap: nothing here decides who did it; a dispute shows the sides and takes none.
@NullMarked
package org.tingbok.analysis;

import org.jspecify.annotations.NullMarked;

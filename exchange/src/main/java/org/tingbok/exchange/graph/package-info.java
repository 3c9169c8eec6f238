/// Who accuses whom, who denies, who acts for whom and which names are held to be one, as a graph for Gephi and its like.
///
/// Enters: what is handed over of a ledger. Leaves: GraphML. Trap: an edge is one claim; that several say the same is several
/// edges, and that an edge is there is never our finding.
@NullMarked
package org.tingbok.exchange.graph;

import org.jspecify.annotations.NullMarked;

/// Reports handed in while a server runs: read in the background, one delivery after another, and recorded.
///
/// Enters: [org.tingbok.app.intake.Upload]s. Leaves: entries of the ledger, and [org.tingbok.app.intake.Delivery]s that tell
/// what became of each report. A report that cannot be read fails alone. Trap: everything handed in is hostile; it is weighed
/// before it is read, and lies in a folder of its own under names of ours.
@NullMarked
package org.tingbok.app.intake;

import org.jspecify.annotations.NullMarked;

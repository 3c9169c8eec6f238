/// Reports read in a process of their own, so that whatever one does to its reader is lost with that reader.
///
/// Enters: bytes that somebody else wrote. Leaves: what they say ([org.tingbok.app.input.InputReader.Contents]), or one error
/// that names the report. [org.tingbok.app.worker.Workers] is the way in and lives in the process that holds the ledger;
/// [org.tingbok.app.worker.Worker] is what it starts, which has neither ledger nor environment. Trap: a worker is not
/// believed either; what it answers is built anew by the constructors of our own records ([org.tingbok.app.worker.Wire]).
@NullMarked
package org.tingbok.app.worker;

import org.jspecify.annotations.NullMarked;

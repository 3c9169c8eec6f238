/// The REST interface under `/api/v1`: what the pages and the commands answer, as resources for programs.
///
/// Enters: a ledger with its desks, and whoever records in it. Leaves: one list of [org.tingbok.app.api.Operation]s, from which requests
/// are routed, checked and answered, and from which the OpenAPI document and the page about it are made, so that none can part
/// from the others. Trap: everything a request holds is hostile until its operation's schemas have taken it; handlers see nothing
/// else.
@NullMarked
package org.tingbok.app.api;

import org.jspecify.annotations.NullMarked;

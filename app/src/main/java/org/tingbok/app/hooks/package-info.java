/// News of watches sent on as they come: signed web hooks.
///
/// Enters: watches of the ledger, and where their news are to be sent. Leaves: requests that carry what is new, and what became
/// of each. Traps: the secret that signs is kept beside the ledger and never in it; a target may lie inside; the same news may
/// arrive twice, under the same id.
@NullMarked
package org.tingbok.app.hooks;

import org.jspecify.annotations.NullMarked;

/// What a claim is: one party saying one thing about who did what in cyberspace, at an exact place in one document.
///
/// Enters: parties, spans, vocabularies. Leaves: the sealed [org.tingbok.claim.Claim] and a document's
/// [org.tingbok.claim.Reading]. Claims are values and are never edited. Trap: an
/// [org.tingbok.claim.IncidentAccount] is how *one document* tells of an operation; which accounts are of one incident
/// is analysis.
@NullMarked
package org.tingbok.claim;

import org.jspecify.annotations.NullMarked;

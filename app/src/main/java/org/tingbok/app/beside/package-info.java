/// What a server needs to know beside its ledger: how far it got with feeds, and where news are sent with which secret.
///
/// Enters: the place of a ledger. Leaves: small files in a folder beside it that only its owner may read. Nothing in there is
/// part of the record: exports and copies of the ledger leave it out. Trap: two programs may write at once; a file is there
/// whole, as the later one wrote it.
@NullMarked
package org.tingbok.app.beside;

import org.jspecify.annotations.NullMarked;

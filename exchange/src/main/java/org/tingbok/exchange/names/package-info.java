/// Published lists of actors, read as what they say of names.
///
/// Enters: the bytes of a list (an ATT&CK bundle, a MISP galaxy cluster, Microsoft's mapping, a table), plain or gzipped.
/// Leaves: a [org.tingbok.ledger.NameList], whole, or one error and nothing. Traps: a list is streamed, only the entries
/// that name actors are held; and whatever it contains is somebody else's text, to be shown and never to be trusted.
@NullMarked
package org.tingbok.exchange.names;

import org.jspecify.annotations.NullMarked;

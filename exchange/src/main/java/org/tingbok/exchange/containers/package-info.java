/// Files that hold many reports: mailboxes and messages, web archives, ORKL's library, lines of JSON.
///
/// Enters: bytes, read as a stream from wherever an entry begins. Leaves: [org.tingbok.exchange.containers.Entry]s, each a report
/// as bytes with its [org.tingbok.exchange.containers.Place], or what is wrong with it; one broken entry does not end the rest.
/// Traps: a container may be larger than memory, what is packed in it unfolds, and nothing in it is as its head says.
@NullMarked
package org.tingbok.exchange.containers;

import org.jspecify.annotations.NullMarked;

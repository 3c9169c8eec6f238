/// From an address to bytes, politely and behind a fence.
///
/// Enters: `http` and `https` addresses that somebody typed or a feed names. Leaves: [org.tingbok.app.fetch.Answer]s. Only what
/// [org.tingbok.app.fetch.Fence] lets through is connected to, and the address that was looked at is the one that is connected
/// to. Traps: a host may lead elsewhere at the next look-up, a redirect anywhere, a body may never end or unpack to any size.
@NullMarked
package org.tingbok.app.fetch;

import org.jspecify.annotations.NullMarked;

/// Tables of those who code incidents by hand: EuRepoC, and the Cyber Operations Tracker of the Council on Foreign Relations. Read
/// as claims of the coder, or as the coder tells them of others; written with the claims behind every cell. See `docs/eurepoc.md`.
@NullMarked
package org.tingbok.exchange.coders;

import org.jspecify.annotations.NullMarked;

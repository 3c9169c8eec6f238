/// Claims as STIX 2.1, see `docs/stix.md`.
///
/// What enters is an [org.tingbok.exchange.Extract]; what leaves is a bundle, written object by object.
/// Trap: one id with one `modified` must have one content, whatever was asked for; see [org.tingbok.exchange.stix.Stamps].
@NullMarked
package org.tingbok.exchange.stix;

import org.jspecify.annotations.NullMarked;

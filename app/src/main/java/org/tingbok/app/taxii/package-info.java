/// A TAXII 2.1 server, see `docs/taxii.md`.
///
/// What enters are requests under `/taxii2/`; what leaves are collections of STIX objects: everything, one for each watch, and an inbox.
/// What was once served is kept with its moment ([org.tingbok.app.taxii.ObjectLog]), so that a walk is the same however the ledger grows.
@NullMarked
package org.tingbok.app.taxii;

import org.jspecify.annotations.NullMarked;

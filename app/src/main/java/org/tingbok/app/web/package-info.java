/// The web page: the desk's cards as HTML, and as JSON under the same addresses.
///
/// Enters: a ledger. Leaves: a server on 127.0.0.1 that shows it and, if its owner lets it, hands on what people hand in. Pages are rendered whole on the server,
/// need no script, and load nothing from elsewhere. Trap: everything a report says is hostile until escaped; templates
/// do that by context, and the content security policy forbids scripts besides.
@NullMarked
package org.tingbok.app.web;

import org.jspecify.annotations.NullMarked;

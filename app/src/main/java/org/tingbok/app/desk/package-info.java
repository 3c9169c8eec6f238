/// The reference desk: questions about a ledger and their answers, the same for the terminal, for JSON and for the pages.
///
/// Enters: a ledger and the day asked for. Leaves: cards, plain values that name everything in words and keep every id.
/// [org.tingbok.app.desk.Desk] is the way in; its rooms each know one thing: incidents, actors, names, documents. No rule
/// about claims is made here; they are those of [org.tingbok.analysis]. Trap: words of reports are passed on as they are;
/// whoever prints them escapes them.
@NullMarked
package org.tingbok.app.desk;

import org.jspecify.annotations.NullMarked;

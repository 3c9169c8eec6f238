/// Text for people: what a terminal can show, colours, aligned columns, a bar for long work.
///
/// Enters: plain strings. Leaves: lines. Nothing here knows what a claim is. Trap: what a report says may hold control
/// characters; [org.tingbok.app.terminal.Paint] lets none through.
@NullMarked
package org.tingbok.app.terminal;

import org.jspecify.annotations.NullMarked;

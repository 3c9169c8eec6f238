/// Frames: the predicates that make a claim, with their roles, as data beside this package; and what they are embedded in.
///
/// Enters: a parsed sentence with its names, times and discourse. Leaves: [org.tingbok.reading.frame.ClaimDraft]. Every
/// frame carries texts that it must and must not match, run as tests. Trap: a frame finds that something is said;
/// who says it, how surely, and whether it is denied, asked or supposed is for
/// [org.tingbok.reading.frame.ContextReader].
@NullMarked
package org.tingbok.reading.frame;

import org.jspecify.annotations.NullMarked;

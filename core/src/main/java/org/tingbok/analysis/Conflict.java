package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.vocabulary.NameLevel;
import org.tingbok.vocabulary.PartialDate;

/// A dispute with its story: at which level it is, since when it is one, and whether it still is.
///
/// @param dispute the claims side by side
/// @param level where accused differ, the highest level at which they do; empty for other kinds, and where no level is
///     known
/// @param opened when the last of its sides was first taken; not stated if nothing tells
/// @param resolved the day on which no more than one side was left, because claimants took back what they had said, or came
///     round; empty while it is open
/// @param sentence what it is about, from the claims
public record Conflict(Dispute dispute, Optional<NameLevel> level, PartialDate opened, Optional<LocalDate> resolved,
    String sentence) {
}

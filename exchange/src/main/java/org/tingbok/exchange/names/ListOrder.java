package org.tingbok.exchange.names;

import java.time.LocalDate;
import java.util.Optional;

/// What whoever imports a list says about it.
///
/// @param kind its form
/// @param source where it comes from, for messages: a path or an address
/// @param today the day of the import: the day of the edition where neither the list nor whoever imports it tells
/// @param day the day of the edition; empty for what the list itself tells, else today
/// @param claimant who says it; empty for what the form tells
/// @param list under which name its editions are kept; empty for what the form tells
public record ListOrder(ListKind kind, String source, LocalDate today, Optional<LocalDate> day,
    Optional<String> claimant, Optional<String> list) {
}

package org.tingbok.app.desk;

/// A desk of a part of a ledger, and what on it was asked for.
///
/// @param desk knows of what was asked for all that a desk of the whole ledger does, and of other things less
/// @param id whole id of the incident, document or claim that was asked for
public record Part(Desk desk, String id) {
}

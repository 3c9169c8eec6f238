package org.tingbok.app.access;

import java.time.Instant;

/// Something that happened about who may do what. No secret is in it and no text of a report.
///
/// @param seq its number, counted from 1
/// @param at when
/// @param kind what: a stable word such as `logged-in` or `role-changed`
/// @param account whom it is about; empty text if it is nobody who is known
/// @param by who did it: an account, or `command line`
/// @param address where from; empty text if not over the network
/// @param detail what else is to be told
public record SecurityEvent(long seq, Instant at, String kind, String account, String by, String address,
    String detail) {
}

package org.tingbok.app.operation;

/// What a server tells of itself.
///
/// @param health whether it can do its work
/// @param metrics its figures; stays the maker's to close
public record Operations(Health health, Metrics metrics) {
}

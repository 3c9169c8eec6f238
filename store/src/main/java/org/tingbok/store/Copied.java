package org.tingbok.store;

/// What came of copying a ledger.
///
/// @param entries how many entries the copy holds
/// @param head the hash of the last, 64 lower-case hexadecimal digits; zeros if there is none
public record Copied(long entries, String head) {
}

package org.tingbok.store;

/// What came of importing an exported ledger.
///
/// @param added entries that were recorded
/// @param known entries of the file that were on record already
/// @param head the hash of the last entry on record now, 64 lower-case hexadecimal digits
public record Imported(long added, long known, String head) {
}

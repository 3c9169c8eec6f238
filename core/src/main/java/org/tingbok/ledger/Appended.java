package org.tingbok.ledger;

/// What came of readings and acts that were recorded together.
///
/// @param readings what was new of the readings
/// @param acts what was new of the acts; it bears the later moment of the two
public record Appended(Receipt readings, ActReceipt acts) {
}

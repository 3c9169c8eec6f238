/// Everything on record as tables that other programs query: one for each kind of thing, with typed columns.
///
/// Enters: what is handed over of a ledger. Leaves: for each table a CSV file or a Parquet file with the same columns and rows in
/// the same order; `docs/tables.md` has them all. Trap: what is not known has no value; it is never an empty text, nought or a
/// first of January.
@NullMarked
package org.tingbok.exchange.tables;

import org.jspecify.annotations.NullMarked;

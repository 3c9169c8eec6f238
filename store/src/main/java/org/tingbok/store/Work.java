package org.tingbok.store;

import java.sql.SQLException;

/// Something that is written to a ledger's database, or read from it, in one transaction.
///
/// @param <T> what comes of it
@FunctionalInterface
interface Work<T> {
  T to(Session session) throws SQLException;
}

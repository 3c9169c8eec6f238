package org.tingbok.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Rows on their way into one table, handed over many at a time.
final class Rows {
  private static final int MOST = 2000;

  private final PreparedStatement insert;
  private int waiting;

  Rows(Session session, String insert) throws SQLException {
    this.insert = session.statement(insert);
  }

  void add(@Nullable Object... values) throws SQLException {
    Session.bind(insert, values);
    insert.addBatch();
    if (++waiting >= MOST) {
      flush();
    }
  }

  void flush() throws SQLException {
    if (waiting > 0) {
      waiting = 0;
      insert.executeBatch();
    }
  }
}

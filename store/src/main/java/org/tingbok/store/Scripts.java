package org.tingbok.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import org.tingbok.vocabulary.FaultException;

/// The numbered scripts that make the tables: one for both engines, and beside it one for each of what only that one
/// understands.
final class Scripts {
  /// The number of the last one.
  static final int LATEST = 3;

  private static final String LAST = "V3__entries";

  private Scripts() {
  }

  /// Makes the tables in a database that has none of them.
  ///
  /// @param engine `sqlite` or `postgresql`
  static void apply(Statement statement, String engine) throws SQLException {
    String common = read(LAST + ".sql");
    // What stands in such a comment only SQLite understands.
    statement.executeUpdate(engine.equals("sqlite") ? common.replaceAll("/\\*sqlite:(.*?)\\*/", "$1") : common);
    statement.executeUpdate(read(LAST + "." + engine + ".sql"));
    statement.executeUpdate("INSERT INTO about (name, value) VALUES ('schema', '" + LATEST + "')");
    statement.executeUpdate("INSERT INTO about (name, value) VALUES ('words', '" + Stems.VERSION + "')");
  }

  private static String read(String name) {
    try (InputStream script = Scripts.class.getResourceAsStream("migration/" + name)) {
      if (script == null) {
        throw new FaultException("LEDGER_FAULT", "the script " + name + " is missing from this build");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

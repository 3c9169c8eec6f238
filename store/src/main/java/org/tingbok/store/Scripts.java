package org.tingbok.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import org.tingbok.vocabulary.FaultException;

/// The numbered scripts that make the tables: one for both engines, and beside it one for each of what only that one
/// understands; what came later after them.
final class Scripts {
  /// The number of the last one.
  static final int LATEST = 5;

  private static final String ENTRIES = "V3__entries";
  /// In PostgreSQL nothing changed with it.
  private static final String WORDS = "V4__claim_words.sqlite.sql";
  private static final String MARKING = "V5__marking.sql";

  private Scripts() {
  }

  /// Makes the tables in a database that has none of them.
  ///
  /// @param engine `sqlite` or `postgresql`
  static void apply(Statement statement, String engine) throws SQLException {
    String common = read(ENTRIES + ".sql");
    // What stands in such a comment only SQLite understands.
    statement.executeUpdate(engine.equals("sqlite") ? common.replaceAll("/\\*sqlite:(.*?)\\*/", "$1") : common);
    statement.executeUpdate(read(ENTRIES + "." + engine + ".sql"));
    statement.executeUpdate("INSERT INTO about (name, value) VALUES ('schema', '3')");
    fromThree(statement, engine);
    statement.executeUpdate("INSERT INTO about (name, value) VALUES ('words', '" + Stems.VERSION + "')");
  }

  /// Makes of the tables of schema 3 those of the latest. In SQLite what is made from entries has to be made anew then.
  static void fromThree(Statement statement, String engine) throws SQLException {
    if (engine.equals("sqlite")) {
      statement.executeUpdate(read(WORDS));
    }
    fromFour(statement);
  }

  /// Makes of the tables of schema 4 those of the latest. No entry of its time has a row in what is new.
  static void fromFour(Statement statement) throws SQLException {
    statement.executeUpdate(read(MARKING));
    statement.executeUpdate("UPDATE about SET value = '" + LATEST + "' WHERE name = 'schema'");
  }

  /// What the function that guards entries in PostgreSQL does.
  static String guard() {
    return read(ENTRIES + ".postgresql.sql").split("\\$\\$", -1)[1];
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

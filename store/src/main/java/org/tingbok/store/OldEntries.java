package org.tingbok.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.NameEntry;
import org.tingbok.vocabulary.TingbokException;

/// Moves what a ledger of schema 1 or 2 holds into the tables of schema 3, in order of recording and with every moment as
/// it was.
final class OldEntries {
  private OldEntries() {
  }

  /// Gives the old tables other names, so that the new ones can be made.
  static void setAside(Statement statement, int version) throws SQLException {
    statement.executeUpdate("""
        DROP VIEW claim; DROP VIEW document; DROP TRIGGER entry_follows; DROP TRIGGER entry_stands;
        DROP TRIGGER entry_stays; DROP INDEX entry_document; DROP INDEX entry_recorded; DROP INDEX entry_said;
        ALTER TABLE entry RENAME TO old_entry;""");
    if (version == 2) {
      statement.executeUpdate("""
          DROP VIEW listing; DROP TRIGGER name_entry_follows; DROP TRIGGER name_entry_stands;
          DROP TRIGGER name_entry_stays; ALTER TABLE name_entry RENAME TO old_name_entry;""");
    }
  }

  /// Moves the entries in and drops the old tables.
  static void moveIn(Session session, Dialect dialect, int version) throws SQLException {
    Rebuild rebuild = new Rebuild(session, dialect);
    Recorder recorder = rebuild.recorder();
    String names = version == 2 ? """
        UNION ALL SELECT 1, sequence, kind, subject, list, recorded_at, content FROM old_name_entry
        """ : "";
    session.each("SELECT 0 AS names, sequence, kind, subject, document, recorded_at, content FROM old_entry " + names
        + " ORDER BY recorded_at, names, sequence", row -> {
          boolean name = row.getInt(1) == 1;
          String kind = Columns.text(row, 3);
          String subject = Columns.text(row, 4);
          Optional<String> group = Optional.ofNullable(row.getString(5));
          Instant recordedAt = Instant.ofEpochMilli(row.getLong(6));
          byte[] content = Columns.bytes(row, 7);
          try {
            if (name) {
              NameEntry entry = NameEntryJson.read(kind, group, subject, content);
              rebuild.entry(recorder.add(NameEntryJson.kind(entry), Subjects.of(NameEntryJson.subject(entry)),
                  Optional.empty(), recordedAt, NameEntryJson.write(entry)), "", Optional.empty(), recordedAt, content);
            } else {
              rebuild.entry(recorder.add(kind, subject, group, recordedAt,
                  new String(content, java.nio.charset.StandardCharsets.UTF_8)), kind, group.map(DocumentId::new),
                  recordedAt, content);
            }
          } catch (TingbokException | DateTimeException e) {
            throw dialect.damaged((name ? "name entry " : "entry ") + row.getLong(2) + " cannot be read: "
                + e.getMessage(), Optional.of(e));
          }
          return true;
        });
    rebuild.finish();
    session.close();
    try (Statement statement = session.connection().createStatement()) {
      statement.executeUpdate("DROP TABLE old_entry");
      if (version == 2) {
        statement.executeUpdate("DROP TABLE old_name_entry");
      }
    }
  }
}

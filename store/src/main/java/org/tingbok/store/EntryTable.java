package org.tingbok.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.TingbokException;

/// The table `entry` as it is, read within one transaction of its caller's.
final class EntryTable implements EntriesOnRecord {
  private static final String COLUMNS = "sequence, kind, subject, document, recorded_at, hash, content";
  private static final int ROWS_AT_ONCE = 50;

  private final Session session;
  private final Dialect dialect;
  private final Lookup lookup;

  EntryTable(Session session, Dialect dialect) {
    this.session = session;
    this.dialect = dialect;
    lookup = new Lookup(session, dialect);
  }

  /// Something that is done with an entry.
  @FunctionalInterface
  interface Each {
    /// Does it.
    void with(Entry entry) throws SQLException;
  }

  /// All entries, in order, a few at a time.
  void each(Each each) throws SQLException {
    // A statement of its own: whoever is given an entry may ask for others.
    try (PreparedStatement query = session.connection().prepareStatement(
        "SELECT " + COLUMNS + " FROM entry ORDER BY sequence")) {
      query.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          each.with(entry(row));
        }
      }
    }
  }

  /// The hash of an entry.
  ///
  /// @return empty if there is none
  Optional<String> hash(long sequence) throws SQLException {
    return session.first("SELECT hash FROM entry WHERE sequence = ?",
        row -> hash(row, 1), sequence);
  }

  /// The content of an entry.
  ///
  /// @return empty if there is none
  Optional<String> content(long sequence) throws SQLException {
    return session.first("SELECT content FROM entry WHERE sequence = ?", row -> text(row, 1), sequence);
  }

  @Override
  public Optional<Document> document(DocumentId id) {
    try {
      Optional<Long> number = lookup.document(id.value());
      return number.isEmpty() ? Optional.empty()
          : content(number.get()).map(content -> EntryReader.document(EntryContent.bytes(content)));
    } catch (TingbokException e) {
      return Optional.empty();
    } catch (SQLException e) {
      throw dialect.failed(e);
    }
  }

  @Override
  public boolean holds(String subject, long before) {
    try {
      return (subject.startsWith("document--") ? lookup.document(subject) : lookup.claim(subject))
          .filter(sequence -> sequence < before).isPresent();
    } catch (SQLException e) {
      throw dialect.failed(e);
    }
  }

  @Override
  public List<Entry> ofDocument(String document, long before) {
    try {
      Optional<Long> number = lookup.document(document);
      return number.isEmpty() ? List.of()
          : session.list("SELECT " + COLUMNS
              + " FROM entry WHERE sequence < ? AND (sequence = ? OR sequence IN (SELECT sequence FROM document_entry"
              + " WHERE document = ?)) ORDER BY sequence", EntryTable::entry, before, number.get(), number.get());
    } catch (SQLException e) {
      throw dialect.failed(e);
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(row.getLong(1), text(row, 2), text(row, 3), Optional.ofNullable(row.getString(4)),
        row.getLong(5), hash(row, 6), text(row, 7));
  }

  private static String hash(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getBytes(column)).map(HexFormat.of()::formatHex).orElse("");
  }

  /// What a column that is never empty holds, or nothing if the file is damaged: an entry is looked at whatever is left of
  /// it, where others are only read whole ([Columns]).
  private static String text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }
}

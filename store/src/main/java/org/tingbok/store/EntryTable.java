package org.tingbok.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.TingbokException;

/// The table `entry`, read within one transaction of its caller's, whatever engine keeps it.
///
/// Not for use by several threads.
final class EntryTable implements EntriesOnRecord {
  private static final String COLUMNS = "sequence, kind, subject, document, recorded_at, hash, content";
  private static final int ROWS_AT_ONCE = 200;

  private final Connection connection;
  private final Errors errors;

  /// Says what an engine's error means.
  @FunctionalInterface
  interface Errors {
    /// The error for people.
    TingbokException of(SQLException e);
  }

  EntryTable(Connection connection, Errors errors) {
    this.connection = connection;
    this.errors = errors;
  }

  /// Something that is done with an entry.
  @FunctionalInterface
  interface Each {
    /// Does it.
    void with(Entry entry) throws SQLException;
  }

  /// All entries from some sequence on, in order, a few at a time.
  void from(long sequence, Each each) {
    try (PreparedStatement query = connection.prepareStatement(
        "SELECT " + COLUMNS + " FROM entry WHERE sequence >= ? ORDER BY sequence")) {
      query.setFetchSize(ROWS_AT_ONCE);
      query.setLong(1, sequence);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          each.with(entry(row));
        }
      }
    } catch (SQLException e) {
      throw errors.of(e);
    }
  }

  /// The last entry.
  ///
  /// @return empty if there is none
  Optional<Entry> last() {
    return first("SELECT " + COLUMNS + " FROM entry ORDER BY sequence DESC LIMIT 1", List.of());
  }

  /// The entry of a sequence.
  ///
  /// @return empty if there is none
  Optional<Entry> at(long sequence) {
    return first("SELECT " + COLUMNS + " FROM entry WHERE sequence = ?", List.of(sequence));
  }

  @Override
  public Optional<Document> document(DocumentId id) {
    return first("SELECT " + COLUMNS + " FROM entry WHERE kind = 'document' AND subject = ?", List.of(id.value()))
        .flatMap(entry -> {
          try {
            return Optional.of(EntryReader.document(EntryContent.bytes(entry.content())));
          } catch (BadInputException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public boolean holds(String subject, long before) {
    return first("SELECT " + COLUMNS + " FROM entry WHERE kind IN ('document', 'claim', 'unread') AND subject = ?"
        + " AND sequence < ?", List.of(subject, before)).isPresent();
  }

  @Override
  public List<Entry> ofDocument(String document, long before) {
    return all("SELECT " + COLUMNS + " FROM entry WHERE document = ? AND sequence < ? ORDER BY sequence",
        List.of(document, before));
  }

  private Optional<Entry> first(String sql, List<Object> values) {
    return all(sql, values).stream().findFirst();
  }

  private List<Entry> all(String sql, List<Object> values) {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        query.setObject(i + 1, values.get(i));
      }
      List<Entry> entries = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(entry(row));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw errors.of(e);
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    byte[] hash = row.getBytes(6);
    return new Entry(row.getLong(1), row.getString(2), row.getString(3), Optional.ofNullable(row.getString(4)),
        row.getLong(5), hash == null ? "" : HexFormat.of().formatHex(hash),
        Optional.ofNullable(row.getString(7)).orElse(""));
  }
}

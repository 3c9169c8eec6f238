package org.tingbok.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.TingbokException;

/// The entries as far as they were read, kept in memory: entries never change, so that a further question reads only
/// what was appended since.
///
/// Not for use by several threads at once.
final class EntryLog {
  private static final String SINCE = """
      SELECT sequence, kind, document, recorded_at, content FROM entry WHERE sequence > ? ORDER BY sequence""";

  private final Map<DocumentId, Document> documents = new HashMap<>();
  private List<Snapshot.Recorded> entries = List.of();
  private long last;

  /// Reads on to the end of what is on record. One statement sees whole appends only.
  ///
  /// @return everything recorded, in order of recording
  List<Snapshot.Recorded> upToDate(Connection connection, LedgerFile file) throws SQLException {
    List<Snapshot.Recorded> fresh = new ArrayList<>();
    long sequence = last;
    Group group = null;
    try (PreparedStatement query = connection.prepareStatement(SINCE)) {
      query.setLong(1, last);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          sequence = row.getLong(1);
          DocumentId id = new DocumentId(row.getString(3));
          Instant recordedAt = Instant.ofEpochMilli(row.getLong(4));
          if (group == null || !group.id.equals(id) || !group.recordedAt.equals(recordedAt)) {
            if (group != null) {
              fresh.add(group.recorded());
            }
            group = new Group(id, recordedAt);
          }
          group.add(row.getString(2), row.getBytes(5));
        }
      }
      if (group == null) {
        return entries;
      }
      fresh.add(group.recorded());
    } catch (TingbokException | DateTimeException e) {
      throw file.damaged("entry " + sequence + " cannot be read: " + e.getMessage(), Optional.of(e));
    }
    List<Snapshot.Recorded> all = new ArrayList<>(entries);
    all.addAll(fresh);
    entries = List.copyOf(all);
    last = sequence;
    return entries;
  }

  /// What one append recorded of one document.
  private final class Group {
    private final DocumentId id;
    private final Instant recordedAt;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    Group(DocumentId id, Instant recordedAt) {
      this.id = id;
      this.recordedAt = recordedAt;
    }

    void add(String kind, byte[] json) {
      switch (kind) {
        case "document" -> documents.put(id, EntryReader.document(json));
        case "claim" -> claims.add(EntryReader.claim(json));
        case "unread" -> unread.add(EntryReader.unread(json));
        default -> throw JsonObject.unreadable("a '" + kind + "'");
      }
    }

    Snapshot.Recorded recorded() {
      @Nullable
      Document document = documents.get(id);
      if (document == null) {
        throw JsonObject.unreadable("something of a document that is not on record, " + id);
      }
      return new Snapshot.Recorded(new Reading(document, claims, unread), recordedAt);
    }
  }
}

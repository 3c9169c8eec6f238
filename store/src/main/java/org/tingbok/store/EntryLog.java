package org.tingbok.store;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Erasure;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.TingbokException;

/// The entries as far as they were read, kept in memory: entries never change but by an erasure, which is one itself, so
/// that a further question reads only what was appended since.
///
/// Not for use by several threads at once.
final class EntryLog {
  /// Entries about names and acts, in the words that their indexes are made with.
  static final String OTHER = "kind NOT IN ('document', 'claim', 'unread')";

  private static final String READ = """
      SELECT sequence, kind, document, recorded_at, content FROM entry
      WHERE sequence > ? AND kind IN ('document', 'claim', 'unread') ORDER BY sequence""";
  private static final String OF_DOCUMENT = """
      SELECT sequence, kind, document, recorded_at, content FROM entry
      WHERE (sequence = ? OR sequence IN (SELECT sequence FROM document_entry WHERE document = ?))
        AND kind IN ('document', 'claim', 'unread') ORDER BY sequence""";
  private static final String ABOUT =
      "SELECT sequence, kind, subject, recorded_at, content FROM entry WHERE sequence > ? AND " + OTHER
          + " ORDER BY sequence";

  private final Map<DocumentId, Document> documents = new HashMap<>();
  private List<Snapshot.Recorded> readings = List.of();
  private List<NameEntry.Recorded> names = List.of();
  private List<Act.Recorded> acts = List.of();
  private long lastRead;
  private long lastAbout;

  /// A document with everything that was recorded of it.
  static Optional<Snapshot.Recorded> document(Session session, Dialect dialect, long number) throws SQLException {
    EntryLog log = new EntryLog();
    log.read(session, dialect, OF_DOCUMENT, number, number);
    return Snapshot.Recorded.byDocument(log.readings).stream().findFirst();
  }

  /// Everything that was read, in order of recording.
  List<Snapshot.Recorded> readings(Session session, Dialect dialect) throws SQLException {
    about(session, dialect);
    read(session, dialect, READ, lastRead);
    return readings;
  }

  /// Gives everything that was read, one document with what one append recorded of it after the other; what was recorded of
  /// documents later comes last, as their texts have to be looked up.
  static void each(Session session, Dialect dialect, Consumer<Snapshot.Recorded> taken) throws SQLException {
    EntryLog log = new EntryLog();
    List<Group> late = new ArrayList<>();
    log.groups(session, dialect, READ, group -> {
      if (group.seen.containsKey(group.id)) {
        taken.accept(group.recorded());
      } else {
        late.add(group);
      }
      group.seen.clear();
    }, 0L);
    Lookup lookup = new Lookup(session, dialect);
    for (Group group : late) {
      Optional<Long> number = lookup.document(group.id.value());
      if (number.isPresent()) {
        group.seen.put(group.id, lookup.content(number.get(), EntryReader::document));
      }
      taken.accept(group.recorded());
    }
  }

  /// What was recorded of some documents, in order of recording.
  static List<Snapshot.Recorded> readings(Session session, Dialect dialect, Collection<DocumentId> documents)
      throws SQLException {
    Lookup lookup = new Lookup(session, dialect);
    NavigableMap<Long, Snapshot.Recorded> bySequence = new TreeMap<>();
    for (DocumentId id : Set.copyOf(documents)) {
      Optional<Long> number = lookup.document(id.value());
      if (number.isPresent()) {
        new EntryLog().groups(session, dialect, OF_DOCUMENT,
            group -> bySequence.put(group.first, group.recorded()), number.get(), number.get());
      }
    }
    return List.copyOf(bySequence.values());
  }

  private void read(Session session, Dialect dialect, String sql, Object... values) throws SQLException {
    List<Snapshot.Recorded> fresh = new ArrayList<>();
    Map<DocumentId, Document> seen = new HashMap<>();
    long last = groups(session, dialect, sql, group -> {
      Snapshot.Recorded recorded = group.recorded();
      fresh.add(recorded);
      seen.put(group.id, recorded.reading().document());
    }, values);
    if (fresh.isEmpty()) {
      return;
    }
    List<Snapshot.Recorded> all = new ArrayList<>(readings);
    all.addAll(fresh);
    readings = List.copyOf(all);
    documents.putAll(seen);
    lastRead = last;
  }

  /// Reads entries, and gives them in groups, each when it is whole.
  ///
  /// @return the sequence of the last entry; that of the last one read before if there is none
  private long groups(Session session, Dialect dialect, String sql, Consumer<Group> taken, Object... values)
      throws SQLException {
    Map<DocumentId, Document> seen = new HashMap<>();
    long[] sequence = {lastRead};
    Group[] group = new Group[1];
    try {
      session.each(sql, row -> {
        sequence[0] = row.getLong(1);
        DocumentId id = new DocumentId(Columns.text(row, 3));
        Instant recordedAt = Instant.ofEpochMilli(row.getLong(4));
        Group now = group[0];
        if (now == null || !now.id.equals(id) || !now.recordedAt.equals(recordedAt)) {
          if (now != null) {
            taken.accept(now);
          }
          now = new Group(id, recordedAt, seen, sequence[0]);
          group[0] = now;
        }
        now.add(Columns.text(row, 2), Columns.bytes(row, 5));
        return true;
      }, values);
      if (group[0] != null) {
        taken.accept(group[0]);
      }
    } catch (TingbokException | DateTimeException e) {
      throw dialect.damaged("entry " + sequence[0] + " cannot be read: " + e.getMessage(), Optional.of(e));
    }
    return sequence[0];
  }

  List<NameEntry.Recorded> names(Session session, Dialect dialect) throws SQLException {
    about(session, dialect);
    return names;
  }

  List<Act.Recorded> acts(Session session, Dialect dialect) throws SQLException {
    about(session, dialect);
    return acts;
  }

  private void about(Session session, Dialect dialect) throws SQLException {
    List<NameEntry.Recorded> freshNames = new ArrayList<>();
    List<Act.Recorded> freshActs = new ArrayList<>();
    long[] sequence = {lastAbout};
    try {
      session.each(ABOUT, row -> {
        sequence[0] = row.getLong(1);
        String kind = Columns.text(row, 2);
        Instant recordedAt = Instant.ofEpochMilli(row.getLong(4));
        if (kind.startsWith(NameEntryJson.PREFIX)) {
          freshNames.add(
              new NameEntry.Recorded(NameEntryJson.read(kind, Columns.text(row, 3), Columns.bytes(row, 5)),
                  recordedAt));
        } else {
          freshActs.add(new Act.Recorded(ActJson.read(kind, Columns.bytes(row, 5)), recordedAt));
        }
        return true;
      }, lastAbout);
    } catch (TingbokException | DateTimeException e) {
      throw dialect.damaged("entry " + sequence[0] + " cannot be read: " + e.getMessage(), Optional.of(e));
    }
    if (sequence[0] == lastAbout) {
      return;
    }
    names = joined(names, freshNames);
    acts = joined(acts, freshActs);
    lastAbout = sequence[0];
    for (Act.Recorded recorded : freshActs) {
      if (recorded.act() instanceof Act.Erased gone) {
        erase(gone.document());
      }
    }
  }

  private static <T> List<T> joined(List<T> before, List<T> fresh) {
    if (fresh.isEmpty()) {
      return before;
    }
    List<T> all = new ArrayList<>(before);
    all.addAll(fresh);
    return List.copyOf(all);
  }

  /// What was read before the erasure still has the words; what is read after it has not.
  private void erase(DocumentId document) {
    documents.computeIfPresent(document, (_, was) -> Erasure.of(was));
    readings = readings.stream().map(entry -> entry.reading().document().id().equals(document)
        ? new Snapshot.Recorded(Erasure.of(entry.reading()), entry.recordedAt())
        : entry).toList();
    acts = acts.stream().map(one -> new Act.Recorded(Erasure.of(one.act(), document), one.recordedAt())).toList();
  }

  /// What one append recorded of one document.
  private final class Group {
    private final DocumentId id;
    private final Instant recordedAt;
    private final Map<DocumentId, Document> seen;
    private final long first;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    Group(DocumentId id, Instant recordedAt, Map<DocumentId, Document> seen, long first) {
      this.first = first;
      this.id = id;
      this.recordedAt = recordedAt;
      this.seen = seen;
    }

    void add(String kind, byte[] json) {
      switch (kind) {
        case "document" -> seen.put(id, EntryReader.document(json));
        case "claim" -> claims.add(EntryReader.claim(json));
        case "unread" -> unread.add(EntryReader.unread(json));
        default -> throw JsonObject.unreadable("a '" + kind + "'");
      }
    }

    Snapshot.Recorded recorded() {
      @Nullable
      Document document = seen.getOrDefault(id, documents.get(id));
      if (document == null) {
        throw JsonObject.unreadable("something of a document that is not on record, " + id);
      }
      return new Snapshot.Recorded(new Reading(document, claims, unread), recordedAt);
    }
  }
}

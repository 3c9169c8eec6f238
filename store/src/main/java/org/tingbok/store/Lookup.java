package org.tingbok.store;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.TingbokException;

/// Reads single things that are on record, within one transaction.
final class Lookup {
  private final Session session;
  private final Dialect dialect;
  private final Map<Long, Document> bare = new HashMap<>();
  private Optional<Boolean> anyActs = Optional.empty();

  Lookup(Session session, Dialect dialect) {
    this.session = session;
    this.dialect = dialect;
  }

  /// A claim's entry.
  ///
  /// @param first its sequence
  record FoundClaim(long first, Claim read, Instant recordedAt) {
  }

  /// Makes a value of the JSON of an entry.
  @FunctionalInterface
  interface Reader<T> {
    T read(byte[] json);
  }

  /// The last entry, 0 if there is none.
  long last() throws SQLException {
    return session.number("SELECT max(sequence) FROM entry");
  }

  /// The last entry recorded by a moment, 0 if there is none.
  long upTo(Instant moment) throws SQLException {
    return session.number("SELECT sequence FROM moment WHERE recorded_at <= ? ORDER BY recorded_at DESC LIMIT 1",
        millis(moment));
  }

  /// The moment that an answer is as of: the one asked for, but none that is still to come, so that what is recorded
  /// between two pages does not move the second.
  Optional<Instant> pinned(Optional<Instant> asked) throws SQLException {
    Optional<Instant> last = lastMoment();
    return last.isEmpty() ? Optional.empty() : asked.filter(moment -> !moment.isAfter(last.get())).or(() -> last);
  }

  /// The moment of the last entry.
  Optional<Instant> lastMoment() throws SQLException {
    return session.first("SELECT recorded_at FROM moment ORDER BY recorded_at DESC LIMIT 1",
        row -> Instant.ofEpochMilli(row.getLong(1)));
  }

  /// A moment in milliseconds, rounded down; those that milliseconds do not reach are moved to the ends.
  static long millis(Instant moment) {
    try {
      return moment.toEpochMilli();
    } catch (ArithmeticException e) {
      return moment.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /// The sequence of a document.
  Optional<Long> document(String id) throws SQLException {
    return session.first(
        """
        SELECT d.number FROM document_row d JOIN entry e ON e.sequence = d.number WHERE d.id_key = ? AND e.subject = ?""",
        row -> row.getLong(1), Terms.id(id), Subjects.of(id));
  }

  /// The sequence of a claim as it was first read, or of an unread sentence.
  Optional<Long> claim(String id) throws SQLException {
    for (long epoch = dialect.epoch(last()); epoch >= 0; epoch--) {
      Optional<Long> found = session.first("""
          SELECT k.first FROM claim_key k JOIN entry e ON e.sequence = k.first
          WHERE k.epoch = ? AND k.id_key = ? AND e.subject = ?""",
          row -> row.getLong(1), epoch, Terms.id(id), Subjects.of(id));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// Whether the text of a document was dropped.
  boolean erased(String document) throws SQLException {
    return session.any("SELECT 1 FROM entry WHERE " + EntryLog.OTHER + " AND subject = ? AND kind = 'erased'",
        Subjects.of(document));
  }

  /// What an entry holds.
  <T> T content(long sequence, Reader<T> reader) throws SQLException {
    byte[] json = session.first("SELECT content FROM entry WHERE sequence = ?", row -> Columns.bytes(row, 1), sequence)
        .orElseThrow(() -> dialect.damaged("entry " + sequence + " is missing", Optional.empty()));
    return read(sequence, json, reader);
  }

  private <T> T read(long sequence, byte[] json, Reader<T> reader) {
    try {
      return reader.read(json);
    } catch (TingbokException | DateTimeException e) {
      throw dialect.damaged("entry " + sequence + " cannot be read: " + e.getMessage(), Optional.of(e));
    }
  }

  FoundClaim claim(long first) throws SQLException {
    return session.first("SELECT content, recorded_at FROM entry WHERE sequence = ?",
        row -> new FoundClaim(first, read(first, Columns.bytes(row, 1), EntryReader::claim),
            Instant.ofEpochMilli(row.getLong(2))),
        first).orElseThrow(() -> dialect.damaged("entry " + first + " is missing", Optional.empty()));
  }

  Instant recordedAt(long sequence) throws SQLException {
    return Instant.ofEpochMilli(session.number("SELECT recorded_at FROM entry WHERE sequence = ?", sequence));
  }

  /// A document of which only what claims depend on is filled in: id, publication, language.
  Document bare(long number) throws SQLException {
    Optional<Document> known = Optional.ofNullable(bare.get(number));
    if (known.isPresent()) {
      return known.get();
    }
    Document document = session.first("""
        SELECT e.subject, d.published_from, d.published_to, d.language
        FROM document_row d JOIN entry e ON e.sequence = d.number WHERE d.number = ?""", row -> {
      long from = row.getLong(2);
      PartialDate published = row.wasNull() ? PartialDate.NOT_STATED
          : PartialDate.range(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(row.getLong(3)));
      return new Document(new DocumentId(Columns.text(row, 1)), "", "", "", "", Optional.empty(), Optional.empty(),
          published, Columns.text(row, 4), List.of(), false, List.of());
    }, number).orElseThrow(() -> dialect.damaged("document " + number + " is missing", Optional.empty()));
    bare.put(number, document);
    return document;
  }

  /// The document that a claim is of.
  long documentOf(long first) throws SQLException {
    return session.number("SELECT document FROM claim_version WHERE first = ? AND later = 0", first);
  }

  /// What was done about a claim, document or watch, in order of recording.
  List<Act.Recorded> acts(String subject) throws SQLException {
    if (noActs()) {
      return List.of();
    }
    return about(subject).stream().map(Numbered::act).toList();
  }

  /// Whether nothing was done about anything, nor said about names.
  private boolean noActs() throws SQLException {
    if (anyActs.isEmpty()) {
      anyActs = Optional.of(session.any("SELECT 1 FROM entry WHERE " + EntryLog.OTHER));
    }
    return !anyActs.get();
  }

  private record Numbered(long sequence, Act.Recorded act) {
  }

  private List<Numbered> about(String subject) throws SQLException {
    List<Numbered> acts = session.list(
        "SELECT sequence, kind, recorded_at, content FROM entry WHERE " + EntryLog.OTHER
            + " AND subject = ? AND kind NOT LIKE 'name-%' ORDER BY sequence",
        row -> {
          String kind = Columns.text(row, 2);
          return new Numbered(row.getLong(1), new Act.Recorded(
              read(row.getLong(1), Columns.bytes(row, 4), json -> ActJson.read(kind, json)),
              Instant.ofEpochMilli(row.getLong(3))));
        }, Subjects.of(subject));
    return acts.stream().filter(one -> one.act.act().subject().equals(subject)).toList();
  }

  /// What was done about a claim, and retractions and markings of its document, in order of recording.
  List<Act.Recorded> acts(String claim, DocumentId document) throws SQLException {
    if (noActs()) {
      return List.of();
    }
    List<Numbered> both = new ArrayList<>(about(claim));
    about(document.value()).stream()
        .filter(one -> one.act.act() instanceof Act.Retracted || one.act.act() instanceof Act.Marked)
        .forEach(both::add);
    return both.stream().sorted(Comparator.comparingLong(Numbered::sequence)).map(Numbered::act).toList();
  }

  /// A claim with all that was done about it.
  ClaimHistory history(long first) throws SQLException {
    FoundClaim found = claim(first);
    return new ClaimHistory(found.read(), found.recordedAt(), acts(found.read().id(), found.read().document()));
  }

  /// The accounts of these ids, under the entries that first had them.
  List<Long> accounts(Set<String> ids) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    for (String id : ids) {
      numbers.addAll(session.list("SELECT number FROM account WHERE id_key = ?", row -> row.getLong(1), Terms.id(id)));
    }
    return numbers;
  }

  /// A version of a claim.
  Claim standing(ClaimKey key) throws SQLException {
    if (key.later() == 0) {
      return claim(key.first()).read();
    }
    AsOf then = AsOf.NOW.recorded(recordedAt(key.first() + key.later()));
    return asOf(key.first(), then).orElseThrow(
        () -> dialect.damaged("claim " + key.first() + " is not as the index has it", Optional.empty())).claim();
  }

  /// A claim as it stood.
  Optional<RecordedClaim> asOf(long first, AsOf asOf) throws SQLException {
    return history(first).asOf(bare(documentOf(first)), asOf);
  }
}

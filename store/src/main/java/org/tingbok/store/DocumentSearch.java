package org.tingbok.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tingbok.document.Document;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.DocumentFilter;
import org.tingbok.ledger.DocumentHit;
import org.tingbok.mention.NameKey;
import org.tingbok.query.Cursor;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.Tlp;

/// Answers one question about documents from the tables made for it, in agreement with [DocumentFilter].
final class DocumentSearch {
  private final Session session;
  private final Dialect dialect;
  private final Lookup lookup;
  private final DocumentFilter filter;
  private final AsOf asOf;
  private final Optional<Tlp> ceiling;

  DocumentSearch(Session session, Dialect dialect, DocumentQuery query, AsOf asOf, WordForms forms,
      Optional<Tlp> ceiling) {
    this.session = session;
    this.dialect = dialect;
    this.asOf = asOf;
    this.ceiling = ceiling;
    lookup = new Lookup(session, dialect);
    filter = new DocumentFilter(query, forms);
  }

  Page<DocumentHit> page(PageRequest page) throws SQLException {
    Optional<Instant> moment = lookup.pinned(page.after().map(Cursor::recorded).or(asOf::recorded));
    if (moment.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    long last = lookup.upTo(moment.get());
    Optional<Place> place = page.after().map(cursor -> Place.parse(cursor.after()));
    List<Found> found = filter.query().words().isPresent() ? ranked(last, place, page.size() + 1)
        : latest(last, place.map(Place::number), page.size() + 1);
    boolean more = found.size() > page.size();
    List<Found> given = more ? found.subList(0, page.size()) : found;
    long count = place.map(Place::given).orElse(0L) + given.size();
    return new Page<>(given.stream().map(one -> one.found.hit()).toList(),
        more ? Optional.of(new Cursor(moment.get(), new Place(count, given.getLast().number).text()))
            : Optional.empty());
  }

  private record Found(long number, DocumentFilter.Found found) {
  }

  /// The best of the latest, then the others, the latest first.
  private List<Found> ranked(long last, Optional<Place> place, int most) throws SQLException {
    long given = place.map(Place::given).orElse(0L);
    if (given > DocumentFilter.RANKED) {
      return latest(last, place.map(Place::number), most);
    }
    List<Found> candidates = latest(last, Optional.empty(), DocumentFilter.RANKED);
    List<Found> found = new ArrayList<>(candidates);
    found.sort(Comparator.comparingDouble((Found one) -> -one.found.score()));
    List<Found> rest = new ArrayList<>(found.subList(Math.toIntExact(Math.min(given, found.size())), found.size()));
    if (rest.size() < most && candidates.size() == DocumentFilter.RANKED) {
      rest.addAll(latest(last, Optional.of(candidates.getLast().number), most - rest.size()));
    }
    return rest.size() > most ? rest.subList(0, most) : rest;
  }

  private List<Found> latest(long last, Optional<Long> before, int most) throws SQLException {
    List<Found> found = new ArrayList<>();
    long from = Math.min(last + 1, before.orElse(Long.MAX_VALUE));
    while (true) {
      int ask = most - found.size();
      List<Long> numbers = numbers(last, from, ask);
      for (long number : numbers) {
        Document document = lookup.content(number, EntryReader::document);
        Optional<DocumentFilter.Found> hit = filter.find(document, lookup.recordedAt(number), number);
        hit.ifPresent(one -> found.add(new Found(number, one)));
      }
      if (found.size() >= most || numbers.size() < ask) {
        return found;
      }
      from = numbers.getLast();
    }
  }

  /// Documents for which all holds but what only their texts tell.
  private List<Long> numbers(long last, long before, int most) throws SQLException {
    DocumentQuery query = filter.query();
    boolean latest = last == lookup.last();
    StringBuilder sql = new StringBuilder();
    List<Object> values = new ArrayList<>(List.of(before));
    query.words().ifPresent(words -> values.addFirst(dialect.wanted(words, filter.forms())));
    if (!query.languages().isEmpty()) {
      sql.append(" AND d.language IN (").append(String.join(", ", Collections.nCopies(query.languages().size(), "?")))
          .append(')');
      values.addAll(query.languages());
    }
    if (!query.publishers().isEmpty()) {
      sql.append(" AND d.publisher IN (")
          .append(Filter.numbers(query.publishers().stream().map(NameKey::of).map(Terms::publisher).toList()))
          .append(')');
    }
    Optional<LocalDate> from = query.published().from();
    Optional<LocalDate> to = query.published().to();
    to.ifPresent(day -> sql.append(" AND d.published_from <= ").append(day.toEpochDay()));
    from.ifPresent(day -> sql.append(" AND d.published_to >= ").append(day.toEpochDay()));
    asOf.said().ifPresent(day -> sql.append(" AND (d.published_to <= ").append(day.toEpochDay())
        .append(" OR EXISTS (SELECT 1 FROM document_entry m JOIN claim_version p ON p.first = m.sequence ")
        .append("WHERE m.document = d.number").append(Filter.standing(asOf, last, latest))
        .append(ceiling.map(highest -> Filter.seen("p", highest)).orElse("")).append("))"));
    ceiling.ifPresent(highest -> sql.append(" AND NOT EXISTS (SELECT 1 FROM marking g WHERE g.document = d.number")
        .append(" AND g.claim = 0 AND g.level > ").append(highest.level()).append(')'));
    values.add(most);
    if (query.words().isEmpty()) {
      return session.list("SELECT d.number FROM document_row d WHERE d.number < ?" + sql
          + " ORDER BY d.number DESC LIMIT ?", row -> row.getLong(1), values.toArray());
    }
    return session.list("SELECT f.rowid FROM document_words f " + dialect.thenJoin()
        + " document_row d ON d.number = f.rowid WHERE " + dialect.matches("document_words", "f") + " AND f.rowid < ?"
        + sql + " ORDER BY f.rowid DESC LIMIT ?", row -> row.getLong(1), values.toArray());
  }

  /// Where a page ended: how many documents were given, and the last one.
  private record Place(long given, long number) {
    String text() {
      return given + ":" + number;
    }

    static Place parse(String text) {
      String[] parts = text.split(":", -1);
      try {
        if (parts.length == 2 && Long.parseLong(parts[0]) >= 0) {
          return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }
      } catch (NumberFormatException e) {
        throw SqlLedger.noPlace(text);
      }
      throw SqlLedger.noPlace(text);
    }
  }
}

package org.tingbok.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Evidence;
import org.tingbok.document.Document;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimFilter;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Cursor;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.Tlp;

/// Answers one question about claims from the tables made for it. What conditions, orders and as-of mean is said by
/// [ClaimFilter] and [org.tingbok.ledger.ClaimHistory]; this agrees with them.
final class ClaimSearch {
  private final ClaimFilter filter;
  private final Lookup lookup;
  private final AsOf asOf;
  private final Session session;
  private final Dialect dialect;
  private final Optional<Tlp> ceiling;

  ClaimSearch(Session session, Dialect dialect, ClaimQuery query, AsOf asOf, WordForms forms,
      Optional<Tlp> ceiling) {
    this.session = session;
    this.dialect = dialect;
    this.asOf = asOf;
    this.ceiling = ceiling;
    filter = new ClaimFilter(query, forms);
    lookup = new Lookup(session, dialect);
  }

  /// Where claims come from, in the order asked for.
  interface Source {
    /// Claims for which all conditions hold but those on words.
    ///
    /// @param after the last one before; empty for the first ones
    /// @param most how many
    /// @return fewer than that only at the end
    List<ClaimKey> next(Optional<ClaimKey> after, int most) throws SQLException;

    /// Whether conditions on words still have to be looked into.
    boolean unsure(ClaimKey key);

    /// How many there are, unsure ones included.
    long count() throws SQLException;

    /// Whether [#unsure] holds for none.
    boolean sure();
  }

  static ClaimKey key(ResultSet row) throws SQLException {
    return new ClaimKey(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4));
  }

  Page<RecordedClaim> page(PageRequest page) throws SQLException {
    Optional<Instant> moment = lookup.pinned(page.after().map(Cursor::recorded).or(asOf::recorded));
    Optional<Place> place = page.after().map(cursor -> Place.parse(cursor.after()));
    if (!filter.ranked() && place.filter(one -> one.key().isEmpty()).isPresent()) {
      throw SqlLedger.noPlace(page.after().orElseThrow().after());
    }
    if (moment.isEmpty() || filter.hopeless()) {
      return new Page<>(List.of(), Optional.empty());
    }
    AsOf pinned = new AsOf(asOf.said(), moment);
    Source source = source(pinned);
    List<ClaimKey> keys = filter.ranked() ? ranked(source, place, page.size() + 1)
        : sure(source, place.flatMap(Place::key), page.size() + 1);
    boolean more = keys.size() > page.size();
    List<RecordedClaim> claims = new ArrayList<>();
    for (ClaimKey key : more ? keys.subList(0, page.size()) : keys) {
      claims.add(lookup.asOf(key.first(), pinned).orElseThrow(
          () -> dialect.damaged("claim " + key.first() + " is not as the index has it", Optional.empty())));
    }
    return new Page<>(claims, more ? Optional.of(new Cursor(moment.get(), after(place, keys, page.size()).text()))
        : Optional.empty());
  }

  private Place after(Optional<Place> before, List<ClaimKey> keys, int size) {
    long given = before.map(Place::given).orElse(0L) + size;
    return new Place(given, filter.ranked() && given <= ClaimFilter.RANKED ? Optional.empty()
        : Optional.of(keys.get(size - 1)));
  }

  long count() throws SQLException {
    Optional<Instant> moment = lookup.pinned(asOf.recorded());
    if (moment.isEmpty() || filter.hopeless()) {
      return 0;
    }
    Source source = source(new AsOf(asOf.said(), moment));
    if (source.sure()) {
      return source.count();
    }
    long count = 0;
    Optional<ClaimKey> last = Optional.empty();
    while (true) {
      List<ClaimKey> some = source.next(last, 5000);
      for (ClaimKey key : some) {
        count += holds(source, key) ? 1 : 0;
      }
      if (some.size() < 5000) {
        return count;
      }
      last = Optional.of(some.getLast());
    }
  }

  private Source source(AsOf pinned) throws SQLException {
    return new Sources(session, dialect, lookup, filter, pinned, ceiling).choose();
  }

  /// The next claims for which all conditions hold.
  private List<ClaimKey> sure(Source source, Optional<ClaimKey> after, int most) throws SQLException {
    List<ClaimKey> found = new ArrayList<>();
    Optional<ClaimKey> last = after;
    int ask = most;
    while (true) {
      List<ClaimKey> some = source.next(last, ask);
      for (ClaimKey key : some) {
        if (holds(source, key)) {
          found.add(key);
          if (found.size() == most) {
            return found;
          }
        }
      }
      if (some.size() < ask) {
        return found;
      }
      last = Optional.of(some.getLast());
      ask = Math.min(2000, ask * 2);
    }
  }

  private boolean holds(Source source, ClaimKey key) throws SQLException {
    if (!source.unsure(key)) {
      return true;
    }
    Words words = words(key);
    return filter.quotes(words.evidence(), words.language())
        && (!filter.asksForIncident() || lookup.standing(key).account()
            .filter(account -> filter.incident(account, words.language())).isPresent());
  }

  /// The best first among those said last; the others as they come.
  private List<ClaimKey> ranked(Source source, Optional<Place> place, int most) throws SQLException {
    if (place.flatMap(Place::key).isPresent()) {
      return sure(source, place.get().key(), most);
    }
    List<ClaimKey> candidates = sure(source, Optional.empty(), ClaimFilter.RANKED);
    List<Scored> scored = new ArrayList<>();
    for (ClaimKey key : candidates) {
      Words words = words(key);
      scored.add(new Scored(key, filter.score(words.evidence(), words.language())));
    }
    scored.sort(Comparator.comparingDouble((Scored one) -> -one.score()));
    int from = Math.toIntExact(Math.min(place.map(Place::given).orElse(0L), scored.size()));
    List<ClaimKey> keys = new ArrayList<>(scored.stream().skip(from).limit(most).map(Scored::key).toList());
    if (keys.size() < most && candidates.size() == ClaimFilter.RANKED) {
      keys.addAll(sure(source, Optional.of(candidates.getLast()), most - keys.size()));
    }
    return keys;
  }

  private record Scored(ClaimKey key, double score) {
  }

  /// The quotes of a claim and the language they are in.
  private record Words(List<Evidence> evidence, String language) {
  }

  private Words words(ClaimKey key) throws SQLException {
    if (key.later() == 0) {
      return session.first("""
          SELECT e.content, d.language FROM entry e JOIN claim_version v ON v.first = e.sequence AND v.later = 0
          JOIN document_row d ON d.number = v.document WHERE e.sequence = ?""",
          row -> new Words(EntryReader.quotes(Columns.bytes(row, 1)), Columns.text(row, 2)), key.first()).orElseThrow();
    }
    Document document = lookup.bare(lookup.documentOf(key.first()));
    return new Words(lookup.standing(key).evidence(), document.language());
  }

  /// Where a page ended.
  ///
  /// @param given how many claims were given on this page and before
  /// @param key the last one, where going on from it is possible
  private record Place(long given, Optional<ClaimKey> key) {
    String text() {
      return given + key.map(last -> ":" + last.newest() + ":" + last.first()).orElse("");
    }

    static Place parse(String text) {
      String[] parts = text.split(":", -1);
      try {
        long given = Long.parseLong(parts[0]);
        if (given >= 0 && parts.length == 1) {
          return new Place(given, Optional.empty());
        }
        if (given >= 0 && parts.length == 3) {
          return new Place(given,
              Optional.of(new ClaimKey(Long.parseLong(parts[1]), Long.parseLong(parts[2]), 0, 0)));
        }
      } catch (NumberFormatException e) {
        throw SqlLedger.noPlace(text);
      }
      throw SqlLedger.noPlace(text);
    }
  }
}

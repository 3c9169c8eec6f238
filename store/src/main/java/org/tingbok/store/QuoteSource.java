package org.tingbok.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tingbok.ledger.AsOf;
import org.tingbok.query.ClaimOrder;

/// Claims whose quotes have words. The index gives them in order of days, the latest first.
final class QuoteSource implements ClaimSearch.Source {
  private final Session session;
  private final Dialect dialect;
  private final String standing;
  private final Filter filter;
  private final String words;
  private final ClaimOrder order;
  private final Sources.Doubt doubt;
  private final long last;
  private final long low;
  private final boolean revised;
  private @Nullable ListSource all;

  QuoteSource(Session session, Dialect dialect, String standing, Filter filter, String words, ClaimOrder order,
      long last, AsOf asOf, Sources.Doubt doubt) throws SQLException {
    this.session = session;
    this.dialect = dialect;
    this.standing = standing;
    this.filter = filter;
    this.words = words;
    this.order = order;
    this.doubt = doubt;
    this.last = last;
    low = asOf.said().map(day -> Terms.words(Terms.newest(Optional.of(day)), 0) - 1).orElse(-1L);
    revised = session.any("SELECT 1 FROM claim_version WHERE words IS NOT NULL");
  }

  @Override
  public List<ClaimKey> next(Optional<ClaimKey> after, int most) throws SQLException {
    if (order == ClaimOrder.NEWEST || order == ClaimOrder.BEST) {
      return newest(after, most);
    }
    ListSource found = all;
    if (found == null) {
      TreeSet<ClaimKey> keys = new TreeSet<>(ClaimKey.order(order));
      keys.addAll(newest(Optional.empty(), Integer.MAX_VALUE));
      found = new ListSource(List.copyOf(keys), order, doubt);
      all = found;
    }
    return found.next(after, most);
  }

  private List<ClaimKey> newest(Optional<ClaimKey> after, int most) throws SQLException {
    long from = Math.max(low, after.map(key -> Terms.words(key.newest(), key.first())).orElse(-1L));
    List<ClaimKey> keys = session.list("SELECT p.newest, p.first, p.later, p.what" + from("p.words IS NULL AND p.first")
        + " AND f.rowid > ? ORDER BY f.rowid LIMIT ?", ClaimSearch::key, words, from, most);
    if (!revised) {
      return keys;
    }
    // Better readings and corrections stand under their own entries; those of a day among the others of the day.
    long start = Math.max(low, after.map(key -> Terms.words(key.newest(), 0) - 1).orElse(-1L));
    long end = keys.size() < most ? Long.MAX_VALUE
        : Terms.words(keys.getLast().newest(), 0) + Terms.words(1, 0)
            - Terms.words(0, 0);
    List<ClaimKey> both = new ArrayList<>(keys);
    both.addAll(
        session.list("SELECT p.newest, p.first, p.later, p.what" + from("p.words") + " AND f.rowid > ? AND f.rowid < ?",
            ClaimSearch::key, words, start, end));
    TreeSet<ClaimKey> sorted = new TreeSet<>(ClaimKey.order(ClaimOrder.NEWEST));
    for (ClaimKey key : both) {
      if (after.filter(one -> sorted.comparator().compare(key, one) <= 0).isEmpty()) {
        sorted.add(key);
      }
    }
    return sorted.stream().limit(most).toList();
  }

  private String from(String sequence) {
    return " FROM quote_words f " + dialect.thenJoin() + " claim_version p ON " + sequence + " = "
        + Terms.sequence("f.rowid") + filter.join() + " WHERE " + dialect.matches("quote_words", "f") + " AND "
        + Terms.sequence("f.rowid") + " <= " + last + standing + filter.sql();
  }

  @Override
  public boolean unsure(ClaimKey key) {
    return doubt.of(key);
  }

  @Override
  public boolean sure() {
    return doubt == Sources.Doubt.NONE;
  }

  @Override
  public long count() throws SQLException {
    long count =
        session.number("SELECT count(*)" + from("p.words IS NULL AND p.first") + " AND f.rowid > ?", words, low);
    return revised ? count + session.number("SELECT count(*)" + from("p.words") + " AND f.rowid > ?", words, low)
        : count;
  }
}

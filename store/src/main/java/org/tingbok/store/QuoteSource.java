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
  private final TermRows.Asked asked;
  private final String words;
  private final ClaimOrder order;
  private final Sources.Doubt doubt;
  private final long last;
  private final long low;
  private final long high;
  private final boolean revised;
  private @Nullable ListSource all;

  QuoteSource(Session session, Dialect dialect, TermRows.Asked asked, String words, ClaimOrder order, long last,
      AsOf asOf, Sources.Doubt doubt) throws SQLException {
    this.session = session;
    this.dialect = dialect;
    this.asked = asked;
    this.words = words;
    this.order = order;
    this.doubt = doubt;
    this.last = last;
    low = asOf.said().map(day -> Terms.newest(Optional.of(day))).orElse(Long.MIN_VALUE);
    high = asOf.said().isPresent() ? Terms.UNKNOWN - 1 : Terms.UNKNOWN;
    revised = session.any("SELECT 1 FROM claim_version WHERE words IS NOT NULL");
  }

  @Override
  public List<ClaimKey> next(Optional<ClaimKey> after, int most) throws SQLException {
    return switch (order) {
      case NEWEST, BEST -> withRevised(
          ask("p.words IS NULL AND p.first").rising(new DayBounds(low, high, after, true).lowWords(), Long.MAX_VALUE,
              most),
          after, most);
      case OLDEST -> withRevised(
          Backwards.oldest(ask("p.words IS NULL AND p.first"), new DayBounds(low, high, after, false), most), after,
          most);
      case RECORDED -> {
        ListSource found = all;
        if (found == null) {
          TreeSet<ClaimKey> keys = new TreeSet<>(ClaimKey.order(order));
          for (String sequence : List.of("p.words IS NULL AND p.first", "p.words")) {
            keys.addAll(ask(sequence).rising(Terms.words(low, 0), Long.MAX_VALUE, Integer.MAX_VALUE));
          }
          found = new ListSource(List.copyOf(keys), order, doubt);
          all = found;
        }
        yield found.next(after, most);
      }
    };
  }

  /// Better readings and corrections stand under their own entries, within the day among the others of the day.
  private List<ClaimKey> withRevised(List<ClaimKey> keys, Optional<ClaimKey> after, int most) throws SQLException {
    if (!revised) {
      return keys;
    }
    TreeSet<ClaimKey> sorted = new TreeSet<>(ClaimKey.order(order));
    sorted.addAll(keys);
    List<ClaimKey> changed = new ArrayList<>();
    Optional<ClaimKey> end = keys.size() < most ? Optional.empty() : Optional.of(keys.getLast());
    Backwards.Ask ask = ask("p.words");
    boolean rising = order != ClaimOrder.OLDEST;
    DayBounds days = new DayBounds(low, high, after, rising);
    Optional<Long> to = end.map(ClaimKey::newest);
    if (rising) {
      changed.addAll(ask.rising(Terms.words(after.map(ClaimKey::newest).filter(day -> day > low).orElse(low), 0),
          Terms.lastWords(to.orElse(high)), Integer.MAX_VALUE));
    } else {
      DayBounds known = days.known().from(to.filter(day -> day != Terms.UNKNOWN).orElse(low));
      changed.addAll(ask.rising(Terms.words(known.low(), 0), known.highWords(), Integer.MAX_VALUE));
      if (to.filter(day -> day != Terms.UNKNOWN).isEmpty()) {
        changed.addAll(ask.rising(Terms.words(Terms.UNKNOWN, 0), days.unknown().highWords(), Integer.MAX_VALUE));
      }
    }
    for (ClaimKey key : changed) {
      if (after.filter(one -> sorted.comparator().compare(key, one) <= 0).isEmpty()) {
        sorted.add(key);
      }
    }
    return sorted.stream().limit(most).toList();
  }

  private Backwards.Ask ask(String sequence) {
    String sql = "SELECT p.newest, p.first, p.later, p.what" + from(sequence)
        + " AND f.rowid >= ? AND f.rowid <= ? ORDER BY f.rowid";
    return new Backwards.Ask() {
      @Override
      public List<ClaimKey> rising(long from, long to, int most) throws SQLException {
        return session.list(sql + " LIMIT ?", ClaimSearch::key, words, from, to, most);
      }

      @Override
      public List<ClaimKey> falling(long from, long to, int most) throws SQLException {
        return session.list(sql + " DESC LIMIT ?", ClaimSearch::key, words, from, to, most);
      }
    };
  }

  private String from(String sequence) {
    return " FROM quote_words f " + dialect.thenJoin() + " claim_version p ON " + sequence + " = "
        + Terms.sequence("f.rowid") + " WHERE " + dialect.matches("quote_words", "f") + " AND "
        + Terms.sequence("f.rowid") + " <= " + last + asked.onVersions();
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
    long from = Terms.words(low, 0);
    long count = session.number("SELECT count(*)" + from("p.words IS NULL AND p.first") + " AND f.rowid >= ?", words,
        from);
    return revised ? count + session.number("SELECT count(*)" + from("p.words") + " AND f.rowid >= ?", words, from)
        : count;
  }
}

package org.tingbok.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.tingbok.query.ClaimOrder;

/// Claims by what they are found by. A claim as it was first read stands in `claim_words` where the engine has that, one that
/// was changed in `claim_term`; elsewhere all stand in `claim_term`.
final class TermRows {
  private static final String COLUMNS = "SELECT p.newest, p.first, p.later, p.what";
  private static final String IN_WORDS = " FROM claim_words f CROSS JOIN claim_version p ON p.first = "
      + Terms.sequence("f.rowid") + " AND p.later = 0";

  private final Session session;
  private final Dialect dialect;
  private final Asked rows;
  private final Asked words;
  private final List<Set<Long>> also;
  private final boolean changed;

  /// What is asked of versions beside their terms.
  ///
  /// @param standing which versions count
  /// @param filter what else has to hold of them
  record Asked(String standing, Filter filter) {
    String onTerms() {
      return standing + filter.onTerms();
    }

    String onVersions() {
      return standing + filter.onVersions();
    }
  }

  /// A question.
  ///
  /// @param rows asked of rows of `claim_term`
  /// @param words asked of those of `claim_words`
  /// @param also further terms that those of `claim_words` must have, one of each set
  TermRows(Session session, Dialect dialect, Asked rows, Asked words, List<Set<Long>> also) throws SQLException {
    this.session = session;
    this.dialect = dialect;
    this.rows = rows;
    this.words = words;
    this.also = List.copyOf(also);
    changed = !dialect.termsAreWords() || session.any("SELECT 1 FROM claim_term LIMIT 1");
  }

  /// Terms within an epoch.
  record Stretch(long epoch, List<Long> terms) {
  }

  /// How many rows have one of the terms, as far as it matters.
  static int size(Session session, Dialect dialect, Stretch stretch, int most) throws SQLException {
    long size = 0;
    if (dialect.termsAreWords()) {
      size =
          session.number("SELECT count(*) FROM (SELECT 1 FROM claim_words f WHERE f.claim_words MATCH ? LIMIT ?) few",
              any(stretch.epoch, stretch.terms), most);
    }
    for (long term : stretch.terms) {
      if (size < most) {
        size += session.number(
            "SELECT count(*) FROM (SELECT 1 FROM claim_term WHERE epoch = ? AND term = ? LIMIT ?) few", stretch.epoch,
            term, most - size);
      }
    }
    return Math.toIntExact(Math.min(size, most));
  }

  /// What has one of the terms, as `claim_words` is asked.
  static String any(long epoch, Collection<Long> terms) {
    return terms.stream().map(term -> Terms.word(epoch, term)).collect(Collectors.joining(" OR ", "(", ")"));
  }

  private String match(Stretch stretch) {
    StringBuilder match = new StringBuilder(any(stretch.epoch, stretch.terms));
    also.forEach(terms -> match.append(" AND ").append(any(stretch.epoch, terms)));
    return match.toString();
  }

  /// Adds the next ones in the order of an answer by days, and leaves the first ones.
  void inOrder(NavigableSet<ClaimKey> best, int most, Stretch stretch, DayBounds days, ClaimOrder order)
      throws SQLException {
    if (dialect.termsAreWords()) {
      String match = match(stretch);
      best.addAll(order == ClaimOrder.OLDEST ? Backwards.oldest(asked(match), days, most)
          : asked(match).rising(days.lowWords(), days.highWords(), most));
    }
    if (changed) {
      for (long term : stretch.terms) {
        rows(best, most, stretch.epoch, term, days, order);
      }
    }
    trim(best, most);
  }

  private static void trim(NavigableSet<ClaimKey> best, int most) {
    while (best.size() > most) {
      best.pollLast();
    }
  }

  private Backwards.Ask asked(String match) {
    String sql =
        COLUMNS + IN_WORDS + " WHERE f.claim_words MATCH ? AND f.rowid >= ? AND f.rowid <= ?"
            + words.onVersions() + " ORDER BY f.rowid";
    return new Backwards.Ask() {
      @Override
      public List<ClaimKey> rising(long low, long high, int most) throws SQLException {
        return session.list(sql + " LIMIT ?", ClaimSearch::key, match, low, high, most);
      }

      @Override
      public List<ClaimKey> falling(long low, long high, int most) throws SQLException {
        return session.list(sql + " DESC LIMIT ?", ClaimSearch::key, match, low, high, most);
      }
    };
  }

  private void rows(NavigableSet<ClaimKey> best, int most, long epoch, long term, DayBounds days, ClaimOrder order)
      throws SQLException {
    String from = COLUMNS + " FROM claim_term p" + rows.filter.join()
        + " WHERE p.epoch = ? AND p.term = ? AND p.newest >= ? AND p.newest <= ?" + rows.onTerms()
        + " AND (p.newest <> ? OR p.first > ?) ORDER BY p.newest";
    if (order == ClaimOrder.OLDEST) {
      DayBounds known = days.known();
      best.addAll(session.list(from + " DESC, p.first LIMIT ?", ClaimSearch::key, epoch, term, known.low(),
          known.high(), days.day(), days.first(), most));
      DayBounds unknown = days.unknown();
      best.addAll(session.list(from + ", p.first LIMIT ?", ClaimSearch::key, epoch, term, unknown.low(),
          unknown.high(), days.day(), days.first(), most));
    } else {
      best.addAll(session.list(from + ", p.first LIMIT ?", ClaimSearch::key, epoch, term, days.low(), days.high(),
          days.day(), days.first(), most));
    }
  }

  /// The latest recorded first.
  ///
  /// @param before entry that those given are before
  /// @param least the first entry that matters
  void recorded(NavigableSet<ClaimKey> best, int most, Stretch stretch, DayBounds days, long before, long least)
      throws SQLException {
    if (dialect.termsAreWords()) {
      best.addAll(session.list(COLUMNS + IN_WORDS
          + " WHERE f.claim_words MATCH ? AND f.rowid >= ? AND f.rowid <= ? AND " + Terms.sequence("f.rowid")
          + " < ? AND " + Terms.sequence("f.rowid") + " >= ?" + words.onVersions() + " ORDER BY p.first DESC LIMIT ?",
          ClaimSearch::key, match(stretch), days.lowWords(), days.highWords(), before, least, most));
    }
    if (changed) {
      for (long term : stretch.terms) {
        best.addAll(session.list(COLUMNS + " FROM claim_term p" + rows.filter.join()
            + " WHERE p.epoch = ? AND p.term = ? AND p.newest >= ? AND p.newest <= ?" + rows.onTerms()
            + " AND p.first < ? AND p.first >= ? ORDER BY p.first DESC LIMIT ?", ClaimSearch::key, stretch.epoch, term,
            days.low(), days.high(), before, least, most));
      }
    }
    trim(best, most);
  }

  /// Those of one day; in order.
  List<ClaimKey> ofDay(Stretch stretch, long newest) throws SQLException {
    List<ClaimKey> keys = new ArrayList<>();
    if (dialect.termsAreWords()) {
      keys.addAll(asked(match(stretch)).rising(Terms.words(newest, 0), Terms.lastWords(newest), Integer.MAX_VALUE));
    }
    if (changed) {
      for (long term : stretch.terms) {
        keys.addAll(session.list(COLUMNS + " FROM claim_term p" + rows.filter.join()
            + " WHERE p.epoch = ? AND p.term = ? AND p.newest = ?" + rows.onTerms(), ClaimSearch::key, stretch.epoch,
            term,
            newest));
      }
    }
    return keys;
  }

  /// How many.
  long count(Stretch stretch, DayBounds days) throws SQLException {
    long count = 0;
    if (dialect.termsAreWords()) {
      count = session.number("SELECT count(*)" + IN_WORDS
          + " WHERE f.claim_words MATCH ? AND f.rowid >= ? AND f.rowid <= ?" + words.onVersions(), match(stretch),
          days.lowWords(), days.highWords());
    }
    if (changed) {
      count += session.number("SELECT count(" + (stretch.terms.size() > 1 ? "DISTINCT p.first" : "*")
          + ") FROM claim_term p" + rows.filter.join() + " WHERE p.epoch = ? AND p.term IN ("
          + Filter.numbers(stretch.terms) + ") AND p.newest >= ? AND p.newest <= ?" + rows.onTerms(), stretch.epoch,
          days.low(), days.high());
    }
    return count;
  }

  /// Every claim: no term tells fewer.
  static long countAll(Session session, Asked asked, DayBounds days) throws SQLException {
    return session.number(
        "SELECT count(*) FROM claim_version p WHERE p.newest >= ? AND p.newest <= ?" + asked.onVersions(), days.low(),
        days.high());
  }
}

package org.tingbok.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.query.ClaimOrder;

/// Claims from stretches of claim_term, each in order of days, merged. What cannot come before what was found already is
/// not fetched.
///
/// @param low least day, negated
/// @param high greatest
/// @param ranges where to look, those first where the first ones are likely
/// @param last the last entry that counts
record RangeSource(Session session, Dialect dialect, String standing, long low, long high, Filter filter,
    ClaimOrder order, List<Sources.Range> ranges, long last, Sources.Doubt doubt) implements ClaimSearch.Source {
  private static final String COLUMNS = "SELECT p.newest, p.first, p.later, p.what FROM claim_term p";

  @Override
  public List<ClaimKey> next(Optional<ClaimKey> after, int most) throws SQLException {
    TreeSet<ClaimKey> best = new TreeSet<>(ClaimKey.order(order));
    switch (order) {
      case NEWEST, BEST -> merge(best, most, after, low, high, true);
      case OLDEST -> {
        if (after.isEmpty() || after.get().newest() != Terms.UNKNOWN) {
          merge(best, most, after, low, Math.min(high, Terms.UNKNOWN - 1), false);
        }
        if (best.size() < most && high == Terms.UNKNOWN) {
          Optional<ClaimKey> unknown = after.filter(key -> key.newest() == Terms.UNKNOWN);
          merge(best, most, unknown, Terms.UNKNOWN, Terms.UNKNOWN, true);
        }
      }
      case RECORDED -> recorded(best, most, after);
    }
    return List.copyOf(best);
  }

  private void merge(TreeSet<ClaimKey> best, int most, Optional<ClaimKey> after, long from, long to, boolean rising)
      throws SQLException {
    String sql = COLUMNS + filter.join() + " WHERE p.epoch = ? AND p.term = ? AND p.newest >= ? AND p.newest <= ?"
        + standing + filter.sql() + " AND (p.newest <> ? OR p.first > ?) ORDER BY p.newest" + (rising ? "" : " DESC")
        + ", p.first LIMIT ?";
    long start = after.map(ClaimKey::newest).orElse(rising ? from : to);
    long startFirst = after.map(ClaimKey::first).orElse(-1L);
    for (Sources.Range range : ranges) {
      long end = best.size() == most ? best.last().newest() : rising ? to : from;
      best.addAll(session.list(sql, ClaimSearch::key, range.epoch(), range.term(), rising ? start : end,
          rising ? end : start, start, startFirst, most));
      while (best.size() > most) {
        best.pollLast();
      }
    }
  }

  private void recorded(TreeSet<ClaimKey> best, int most, Optional<ClaimKey> after) throws SQLException {
    String sql = COLUMNS + filter.join() + " WHERE p.epoch = ? AND p.term = ? AND p.newest >= " + low
        + " AND p.newest <= " + high + standing + filter.sql()
        + " AND p.first < ? AND p.first >= ? ORDER BY p.first DESC LIMIT ?";
    long before = after.map(ClaimKey::first).orElse(Long.MAX_VALUE);
    for (Sources.Range range : ranges) {
      long least = best.size() == most ? best.last().first() : 0;
      if (dialect.epoch(least) > range.epoch()) {
        continue;
      }
      best.addAll(session.list(sql, ClaimSearch::key, range.epoch(), range.term(), before, least, most));
      while (best.size() > most) {
        best.pollLast();
      }
    }
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
    long count = 0;
    Set<Long> epochs = new TreeSet<>(ranges.stream().map(Sources.Range::epoch).toList());
    for (long epoch : epochs) {
      List<Long> terms = ranges.stream().filter(range -> range.epoch() == epoch).map(Sources.Range::term).toList();
      count += session.number("SELECT count(" + (terms.size() > 1 ? "DISTINCT p.first" : "*") + ") FROM claim_term p"
          + filter.join() + " WHERE p.epoch = ? AND p.term IN (" + Filter.numbers(terms)
          + ") AND p.newest >= " + low + " AND p.newest <= " + high + standing + filter.sql(), epoch);
    }
    return count;
  }
}

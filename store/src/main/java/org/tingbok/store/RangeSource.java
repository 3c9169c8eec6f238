package org.tingbok.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tingbok.query.ClaimOrder;

/// Claims that have one of some terms, epoch by epoch, merged. What cannot come before what was found already is not
/// fetched.
///
/// @param low least day, negated
/// @param high greatest
/// @param stretches where to look, those first where the first ones are likely
record RangeSource(Session session, Dialect dialect, TermRows rows, Optional<TermRows.Asked> all, long low, long high,
    ClaimOrder order, List<TermRows.Stretch> stretches, Sources.Doubt doubt) implements ClaimSearch.Source {
  @Override
  public List<ClaimKey> next(Optional<ClaimKey> after, int most) throws SQLException {
    TreeSet<ClaimKey> best = new TreeSet<>(ClaimKey.order(order));
    boolean rising = order != ClaimOrder.OLDEST;
    DayBounds days =
        new DayBounds(rising ? after.map(ClaimKey::newest).filter(day -> order != ClaimOrder.RECORDED && day > low)
            .orElse(low) : low, high, after, rising);
    for (TermRows.Stretch stretch : stretches) {
      boolean full = best.size() == most;
      switch (order) {
        case NEWEST, BEST ->
          rows.inOrder(best, most, stretch, full ? days.until(best.last().newest()) : days, order);
        case OLDEST -> rows.inOrder(best, most, stretch,
            full && best.last().newest() != Terms.UNKNOWN ? days.from(best.last().newest()).until(Terms.UNKNOWN - 1)
                : days,
            order);
        case RECORDED -> {
          long least = full ? best.last().first() : 0;
          if (dialect.epoch(least) <= stretch.epoch()) {
            rows.recorded(best, most, stretch, new DayBounds(low, high, Optional.empty(), true),
                after.map(ClaimKey::first).orElse(Long.MAX_VALUE), least);
          }
        }
      }
    }
    return List.copyOf(best);
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
    DayBounds days = new DayBounds(low, high, Optional.empty(), true);
    if (all.isPresent()) {
      return TermRows.countAll(session, all.get(), days);
    }
    long count = 0;
    for (TermRows.Stretch stretch : stretches) {
      count += rows.count(stretch, days);
    }
    return count;
  }
}

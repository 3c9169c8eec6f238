package org.tingbok.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tingbok.ledger.AsOf;
import org.tingbok.query.ClaimOrder;

/// Claims of accounts that have words, what was said last first or the other way round. An account is indexed once for each
/// day that its claims are of, so that the index gives accounts in the order of the claims.
record IncidentSource(Session session, Dialect dialect, TermRows rows, String words, long last, AsOf asOf,
    ClaimOrder order, Sources.Doubt doubt) implements ClaimSearch.Source {
  @Override
  public List<ClaimKey> next(Optional<ClaimKey> after, int most) throws SQLException {
    TreeSet<ClaimKey> best = new TreeSet<>(ClaimKey.order(order));
    DayBounds days = new DayBounds(asOf.said().map(day -> Terms.newest(Optional.of(day))).orElse(Long.MIN_VALUE),
        asOf.said().isPresent() ? Terms.UNKNOWN - 1 : Terms.UNKNOWN, after, order != ClaimOrder.OLDEST);
    if (days.rising()) {
      days(best, most, days.from(after.map(ClaimKey::newest).orElse(Long.MIN_VALUE)), after);
    } else {
      days(best, most, days.known(), after);
      if (best.size() < most) {
        days(best, most, days.unknown(), after);
      }
    }
    return best.stream().limit(most).toList();
  }

  /// Claims day by day until there are enough.
  private void days(TreeSet<ClaimKey> best, int most, DayBounds days, Optional<ClaimKey> after) throws SQLException {
    long[] day = {Long.MIN_VALUE};
    accounts(Terms.words(days.low(), 0), days.highWords(), days.rising(), words -> {
      long newest = Terms.newest(words);
      if (newest != day[0] && best.size() >= most) {
        return false;
      }
      day[0] = newest;
      for (ClaimKey key : rows.ofDay(account(words), newest)) {
        if (after.filter(one -> best.comparator().compare(key, one) <= 0).isEmpty()) {
          best.add(key);
        }
      }
      return true;
    });
  }

  private TermRows.Stretch account(long words) {
    long number = Terms.sequence(words);
    return new TermRows.Stretch(dialect.epoch(number), List.of(number));
  }

  /// Looks at the number of an account with a day.
  @FunctionalInterface
  private interface Look {
    boolean more(long words) throws SQLException;
  }

  private void accounts(long low, long high, boolean rising, Look look) throws SQLException {
    session.each("SELECT f.rowid FROM account_words f WHERE " + dialect.matches("account_words", "f")
        + " AND f.rowid >= ? AND f.rowid <= ? ORDER BY f.rowid" + (rising ? "" : " DESC"), row -> {
          long words = row.getLong(1);
          return Terms.sequence(words) > last || look.more(words);
        }, words, low, high);
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
    long[] count = new long[1];
    List<Long> accounts = new ArrayList<>();
    long low = asOf.said().map(day -> Terms.words(Terms.newest(Optional.of(day)), 0)).orElse(0L);
    accounts(low, Long.MAX_VALUE, true, accounts::add);
    for (long words : accounts) {
      long newest = Terms.newest(words);
      count[0] += rows.count(account(words), new DayBounds(newest, newest, Optional.empty(), true));
    }
    return count[0];
  }
}

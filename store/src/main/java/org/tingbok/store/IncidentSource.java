package org.tingbok.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tingbok.ledger.AsOf;
import org.tingbok.query.ClaimOrder;

/// Claims of accounts that have words, what was said last first. An account is indexed once for each day that its claims
/// are of, so that the index gives accounts in the order of the claims.
record IncidentSource(Session session, Dialect dialect, String standing, Filter filter, String words, long last,
    AsOf asOf, Sources.Doubt doubt) implements ClaimSearch.Source {
  @Override
  public List<ClaimKey> next(Optional<ClaimKey> after, int most) throws SQLException {
    TreeSet<ClaimKey> best = new TreeSet<>(ClaimKey.order(ClaimOrder.NEWEST));
    String sql = "SELECT p.newest, p.first, p.later, p.what" + from();
    long[] day = {Long.MIN_VALUE};
    accounts(after, words -> {
      long newest = Terms.newest(words);
      if (newest != day[0] && best.size() >= most) {
        return false;
      }
      day[0] = newest;
      for (ClaimKey key : session.list(sql, ClaimSearch::key, dialect.epoch(Terms.sequence(words)),
          Terms.sequence(words), newest)) {
        if (after.filter(one -> best.comparator().compare(key, one) <= 0).isEmpty()) {
          best.add(key);
        }
      }
      return true;
    });
    return best.stream().limit(most).toList();
  }

  private String from() {
    return " FROM claim_term p" + filter.join() + " WHERE p.epoch = ? AND p.term = ? AND p.newest = ?" + standing
        + filter.sql();
  }

  /// Looks at the number of an account with a day.
  @FunctionalInterface
  private interface Look {
    boolean more(long words) throws SQLException;
  }

  private void accounts(Optional<ClaimKey> after, Look look) throws SQLException {
    long low = Math.max(after.map(key -> Terms.words(key.newest(), 0)).orElse(0L),
        asOf.said().map(day -> Terms.words(Terms.newest(Optional.of(day)), 0)).orElse(0L));
    session.each("SELECT f.rowid FROM account_words f WHERE " + dialect.matches("account_words", "f")
        + " AND f.rowid >= ? ORDER BY f.rowid", row -> {
          long words = row.getLong(1);
          return Terms.sequence(words) > last || look.more(words);
        }, words, low);
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
    accounts(Optional.empty(), accounts::add);
    for (long words : accounts) {
      count[0] += session.number("SELECT count(*)" + from(), dialect.epoch(Terms.sequence(words)),
          Terms.sequence(words), Terms.newest(words));
    }
    return count[0];
  }
}

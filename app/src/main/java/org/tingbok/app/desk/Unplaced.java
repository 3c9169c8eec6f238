package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Days;

/// Counts claims that a day leaves out because nothing tells whether they had been said by then.
public final class Unplaced {
  private Unplaced() {
  }

  /// Counts them.
  ///
  /// @param ledger the ledger
  /// @param query what is asked
  /// @param asOf as of when
  /// @param placed how many claims answer as of then
  /// @return 0 or more; empty if no day is asked for
  public static Optional<Long> count(Ledger ledger, ClaimQuery query, AsOf asOf, long placed) {
    return asOf.said().map(day -> {
      AsOf ever = new AsOf(Optional.empty(), asOf.recorded());
      long all = ledger.count(query, ever);
      long dated = ledger.count(with(query, new Days(Optional.empty(), Optional.empty())), ever);
      long perhaps = ledger.count(with(query, new Days(Optional.empty(), Optional.of(day))), ever);
      // Undated ones, and dated ones that may have been said by the day and are not counted as of it.
      return all - dated + perhaps - placed;
    });
  }

  private static ClaimQuery with(ClaimQuery query, Days said) {
    List<Condition> all = new ArrayList<>(query.all());
    all.add(new Condition.Said(said));
    return new ClaimQuery(all, query.order());
  }
}

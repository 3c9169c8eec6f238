package org.tingbok.query;

import java.io.Serializable;
import java.util.List;

/// A question about claims.
///
/// @param all conditions that have to hold, each of them; none asks for every claim
/// @param order in which order
public record ClaimQuery(List<Condition> all, ClaimOrder order) implements Serializable {
  /// Every claim, as recorded.
  public static final ClaimQuery EVERYTHING = new ClaimQuery(List.of(), ClaimOrder.RECORDED);

  /// Copies the list.
  public ClaimQuery {
    all = List.copyOf(all);
  }

  /// Claims for which all of these hold, what was said last first.
  ///
  /// @param all the conditions
  /// @return the question
  public static ClaimQuery of(Condition... all) {
    return new ClaimQuery(List.of(all), ClaimOrder.NEWEST);
  }

  /// The same in another order.
  ///
  /// @param other the order
  /// @return the question
  public ClaimQuery in(ClaimOrder other) {
    return new ClaimQuery(all, other);
  }
}

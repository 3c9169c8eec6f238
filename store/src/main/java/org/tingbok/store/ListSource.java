package org.tingbok.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tingbok.query.ClaimOrder;

/// Claims that were all found already.
///
/// @param keys in order
record ListSource(List<ClaimKey> keys, ClaimOrder order, Sources.Doubt doubt) implements ClaimSearch.Source {
  @Override
  public List<ClaimKey> next(Optional<ClaimKey> after, int most) {
    Comparator<ClaimKey> comparator = ClaimKey.order(order);
    return keys.stream().filter(key -> after.filter(one -> comparator.compare(key, one) <= 0).isEmpty()).limit(most)
        .toList();
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
  public long count() {
    return keys.size();
  }
}

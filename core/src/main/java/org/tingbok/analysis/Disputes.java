package org.tingbok.analysis;

import java.util.List;
import org.tingbok.ledger.Snapshot;

/// Finds claims that cannot all hold.
public final class Disputes {
  private Disputes() {
  }

  /// The disputes of a snapshot.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @return by incident, kind and id
  public static List<Dispute> in(Snapshot snapshot, List<Incident> incidents) {
    return List.of();
  }
}

package org.tingbok.app.intake;

import java.time.Duration;

/// Is told what becomes of deliveries, by the thread that reads them: for counting only, so that it has to be quick and must not
/// throw.
public interface IntakeObserver {
  /// Looks away.
  IntakeObserver NONE = new IntakeObserver() {
    @Override
    public void ended(Delivery delivery) {
      // nobody counts
    }

    @Override
    public void appended(Duration took, int claims) {
      // nobody counts
    }
  };

  /// A delivery has come to its end.
  ///
  /// @param delivery done, cancelled or failed
  void ended(Delivery delivery);

  /// Something was recorded.
  ///
  /// @param took how long the ledger took, waiting for others that append included
  /// @param claims how many claims were new
  void appended(Duration took, int claims);
}

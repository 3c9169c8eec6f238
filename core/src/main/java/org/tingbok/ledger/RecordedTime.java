package org.tingbok.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The ledger's own time.
final class RecordedTime {
  private RecordedTime() {
  }

  /// The moment of what is recorded next: the clock's, in whole milliseconds, but always later than the last one.
  static Instant next(Clock clock, Optional<Instant> last, boolean anythingNew) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (last.isEmpty()) {
      return now;
    }
    if (!anythingNew) {
      return last.get();
    }
    return now.isAfter(last.get()) ? now : last.get().plusMillis(1);
  }
}

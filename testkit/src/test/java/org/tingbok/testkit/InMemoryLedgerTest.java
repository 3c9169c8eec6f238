package org.tingbok.testkit;

import java.time.Clock;
import org.tingbok.ledger.Ledger;

class InMemoryLedgerTest extends LedgerContract {
  @Override
  protected Ledger open(Clock recordingClock) {
    return Ledger.inMemory(recordingClock);
  }
}

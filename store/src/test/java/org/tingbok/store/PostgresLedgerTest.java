package org.tingbok.store;

import java.time.Clock;
import org.tingbok.ledger.Ledger;
import org.tingbok.query.WordForms;
import org.tingbok.testkit.DurableLedgerContract;

class PostgresLedgerTest extends DurableLedgerContract {
  private final String address = PostgresServer.anew();

  @Override
  protected Ledger open(Clock recordingClock) {
    return Ledgers.open(address, recordingClock);
  }

  @Override
  protected WordForms forms() {
    return Stems.FORMS;
  }
}

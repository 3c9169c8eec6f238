package org.tingbok.store;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.Ledger;
import org.tingbok.query.WordForms;
import org.tingbok.testkit.DurableLedgerContract;

class SqliteLedgerTest extends DurableLedgerContract {
  @TempDir
  Path folder;

  @Override
  protected Ledger open(Clock recordingClock) {
    return Ledgers.open(folder.resolve("leaks?&%20 #é.ledger"), recordingClock);
  }

  @Override
  protected WordForms forms() {
    return Stems.FORMS;
  }
}

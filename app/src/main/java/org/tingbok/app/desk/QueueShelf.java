package org.tingbok.app.desk;

import java.util.Optional;
import org.tingbok.ledger.Ledger;
import org.tingbok.query.WordForms;

/// The queues that were worked out last: a desk is kept as long as the ledger does not change, and so are they. Safe for use by several
/// threads.
public final class QueueShelf {
  private final Ledger ledger;
  private final WordForms forms;
  private Optional<Kept> kept = Optional.empty();

  /// An empty one.
  ///
  /// @param ledger the ledger; has to stay open
  /// @param forms how words are found in it
  public QueueShelf(Ledger ledger, WordForms forms) {
    this.ledger = ledger;
    this.forms = forms;
  }

  private record Kept(Desk desk, ReviewQueues queues) {
  }

  /// What waits in the ledger.
  ///
  /// @param desk all that is on record in it now
  /// @return worked out anew where that is another desk than the last time
  public synchronized ReviewQueues of(Desk desk) {
    Kept now = kept.filter(one -> one.desk() == desk)
        .orElseGet(() -> new Kept(desk, ReviewQueues.of(ledger, forms, desk)));
    kept = Optional.of(now);
    return now.queues();
  }
}

package org.tingbok.ledger;

import java.util.List;
import org.tingbok.claim.Decision;
import org.tingbok.claim.NameDecision;
import org.tingbok.claim.Reading;
import org.tingbok.vocabulary.UnavailableException;

/// A ledger that is only looked at: a part of another, or another as somebody sees it. Appending fails with
/// `LEDGER_UNWRITABLE`; closing it does nothing, for it is the other that is closed.
public abstract class ReadOnlyLedger implements Ledger {
  /// For those that say what is seen.
  protected ReadOnlyLedger() {}

  private static UnavailableException readOnly() {
    return new UnavailableException("LEDGER_UNWRITABLE",
        "this is a part of a ledger, for reading only; add to the whole of it");
  }

  @Override
  public final Receipt append(List<Reading> readings) {
    throw readOnly();
  }

  @Override
  public final NameReceipt append(NameList edition, boolean acceptLosses) {
    throw readOnly();
  }

  @Override
  public final boolean append(Decision decision) {
    throw readOnly();
  }

  @Override
  public final int decide(List<NameDecision> decisions) {
    throw readOnly();
  }

  @Override
  public final ActReceipt act(List<Act> acts) {
    throw readOnly();
  }

  @Override
  public final Appended append(List<Reading> readings, List<Act> acts) {
    throw readOnly();
  }

  @Override
  public final void close() {
    // it is the other that is closed
  }
}

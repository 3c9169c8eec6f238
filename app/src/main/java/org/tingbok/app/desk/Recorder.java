package org.tingbok.app.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.tingbok.analysis.View;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Ruling;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.ContentionException;

/// Records what analysts hand in while others look on. Safe for use by several threads: one at a time.
public final class Recorder {
  private final Supplier<Ledger> ledgers;
  private final Clock clock;

  /// A way of recording.
  ///
  /// @param ledgers opens the ledger to append to it; what it gives is closed each time
  /// @param clock tells the day
  public Recorder(Supplier<Ledger> ledgers, Clock clock) {
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /// Records a decision about two names.
  ///
  /// @param judgement as it was handed in
  /// @throws org.tingbok.vocabulary.TingbokException whatever speaks against it; nothing is recorded then
  public synchronized void decide(Judgement judgement) {
    Decision decision = judgement.on(today());
    try (Ledger ledger = ledgers.get()) {
      Judgement.check(decision, ledger.asOf(AsOf.NOW), false);
      ledger.append(decision);
    }
  }

  /// Records what is found of a claim, if nobody did anything about the claim since whoever found it looked.
  ///
  /// @param claim its id or the beginning of it
  /// @param seen how much had been done about it when they looked
  /// @param finding what is found
  /// @return the id of the claim
  /// @throws ContentionException `RULED_MEANWHILE` if a colleague was faster
  /// @throws org.tingbok.vocabulary.TingbokException whatever else speaks against it; nothing is recorded then
  public synchronized String rule(String claim, int seen, Finding finding) {
    try (Ledger ledger = ledgers.get()) {
      ClaimHistory history = new Lookup(ledger, AsOf.NOW, View.ANY).claim(claim);
      if (history.acts().size() != seen) {
        String last = history.acts().isEmpty() ? ""
            : ActWords.of(history.acts().getLast().act()).map(words -> ": " + words)
                .orElse("");
        throw new ContentionException("RULED_MEANWHILE", "something was done about claim " + history.read().id()
            + " since you looked" + last + "; look again, nothing was recorded");
      }
      Document document = ledger.document(history.read().document()).orElseThrow().reading().document();
      Ruling ruling = finding.on(history, document, today());
      ledger.act(List.of(new Act.Ruled(ruling)));
      return ruling.claim();
    }
  }

  /// Records something else, while nobody else records.
  ///
  /// @param work given the ledger, which is closed afterwards, and the day
  /// @param <T> what comes of it
  /// @return what came of it
  /// @throws org.tingbok.vocabulary.TingbokException whatever speaks against it
  public synchronized <T> T with(BiFunction<Ledger, LocalDate, T> work) {
    try (Ledger ledger = ledgers.get()) {
      return work.apply(ledger, today());
    }
  }

  /// The day on which something is recorded.
  ///
  /// @return in UTC
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}

package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Ruling;
import org.tingbok.document.Document;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.RulingVerdict;

/// What an analyst finds of a claim, on the command line or on a page, not yet checked.
///
/// @param verdict confirmed, corrected, rejected, or that the last ruling is undone
/// @param changes what the text says instead; looked at only where the verdict is `corrected`
/// @param reason why
/// @param by who rules
public record Finding(RulingVerdict verdict, SlotChanges changes, String reason, String by) {
  /// The ruling that it is.
  ///
  /// @param history the claim with what was done about it
  /// @param document where it stands
  /// @param day the day of the ruling
  /// @return ready to be recorded
  /// @throws BadInputException `RULING_INCOMPLETE`, `CORRECTION_SLOT`, `CORRECTION_PLACE` or `CORRECTION_NONE`
  public Ruling on(ClaimHistory history, Document document, LocalDate day) {
    Optional<RecordedClaim> standing = history.asOf(document, AsOf.NOW);
    Optional<Claim> correction = verdict == RulingVerdict.CORRECTED
        ? Optional.of(changes.applied(standing.map(RecordedClaim::claim).orElse(history.read()), document))
        : Optional.empty();
    RulingVerdict as = verdict;
    String why = reason;
    // Who confirms what a colleague corrected confirms the correction, not what the reader made of it.
    Optional<Ruling> colleague = standing.flatMap(RecordedClaim::ruling)
        .filter(ruling -> ruling.verdict() == RulingVerdict.CORRECTED && verdict == RulingVerdict.CONFIRMED);
    if (colleague.isPresent()) {
      as = RulingVerdict.CORRECTED;
      correction = colleague.get().correction();
      why = reason.isBlank() ? "confirms the correction of " + colleague.get().by() : reason;
    }
    return new Ruling(history.read().id(), as, correction, why.strip(), by.strip(), day, Optional.empty());
  }
}

package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.mention.NameKey;
import org.tingbok.claim.Decision;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.Verdict;

/// What an analyst hands in about two names, on the command line or on a page, not yet checked.
///
/// @param verdict `same`, `distinct`, `unsure`, `undone`
/// @param first one name
/// @param second the other
/// @param reason why
/// @param by who decides
public record Judgement(String verdict, String first, String second, String reason, String by) {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_REASON = 2000;

  /// The decision that it is.
  ///
  /// @param day the day of the decision
  /// @return ready to be recorded
  /// @throws BadInputException `VERDICT_UNKNOWN`, `DECISION_INCOMPLETE`, `DECISION_OF_ONE` or `DECISION_TOO_LONG`
  public Decision on(LocalDate day) {
    Optional<Verdict> of = Coded.find(Verdict.class, verdict.equals("undo") ? "undone" : verdict);
    if (of.isEmpty()) {
      throw new BadInputException("VERDICT_UNKNOWN",
          "'" + verdict + "' is no verdict; one of: same, distinct, unsure, undone");
    }
    if (reason.length() > LONGEST_REASON
        || Stream.of(first, second, by).anyMatch(name -> name.length() > LONGEST_NAME)) {
      throw new BadInputException("DECISION_TOO_LONG", "names have at most " + LONGEST_NAME + " characters, a reason "
          + LONGEST_REASON);
    }
    Decision decision = new Decision(first.strip(), second.strip(), of.get(), reason.strip(), by.strip(), day);
    if (NameKey.of(first).equals(NameKey.of(second))) {
      throw new BadInputException("DECISION_OF_ONE",
          "'" + first + "' and '" + second + "' are one name, spelt differently at most");
    }
    return decision;
  }

  /// Refuses a decision that would do nothing: about a name that nobody uses, most likely misspelt, or one that takes back
  /// what was never decided.
  ///
  /// @param decision the decision
  /// @param snapshot what is on record
  /// @param anyway whether names that nobody uses are taken
  /// @throws NotFoundException `NAME_UNUSED` with the nearest names on record, or `DECISION_UNKNOWN`
  public static void check(Decision decision, Snapshot snapshot, boolean anyway) {
    if (decision.verdict() == Verdict.UNDONE) {
      if (DecisionCard.of(snapshot.names().decisions()).stream().noneMatch(card -> card.standing()
          && card.concerns(decision.first()) && card.concerns(decision.second()))) {
        throw new NotFoundException("DECISION_UNKNOWN", "no decision about '" + decision.first() + "' and '"
            + decision.second() + "' holds; 'names decisions' lists them");
      }
    } else if (!anyway) {
      UsedNames used = UsedNames.in(snapshot);
      for (String name : List.of(decision.first(), decision.second())) {
        if (!used.has(name) && KnownNames.of(name, false, Optional.empty()).nothing()) {
          throw new NotFoundException("NAME_UNUSED", "nobody uses the name '" + name + "'" + used.suggestion(name)
              + "; to decide about it all the same, --anyway");
        }
      }
    }
  }
}

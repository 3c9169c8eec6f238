package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.mention.NameKey;
import org.tingbok.claim.Decision;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
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
}

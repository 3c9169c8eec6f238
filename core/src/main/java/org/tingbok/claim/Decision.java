package org.tingbok.claim;

import java.io.Serializable;
import java.time.LocalDate;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Verdict;

/// What an analyst decides about two names, and why. A decision is never edited: a later one about the same names takes
/// its place, and `undone` takes it back.
///
/// @param first one name
/// @param second the other
/// @param verdict same, distinct, unsure, or that an earlier decision is undone
/// @param reason why, in the analyst's words
/// @param by who decides
/// @param day when
public record Decision(String first, String second, Verdict verdict, String reason, String by, LocalDate day)
    implements Serializable {
  /// Refuses what says nothing.
  ///
  /// @throws BadInputException `DECISION_INCOMPLETE` if a name, the reason or the analyst is blank
  public Decision {
    if (first.isBlank() || second.isBlank() || reason.isBlank() || by.isBlank()) {
      throw new BadInputException("DECISION_INCOMPLETE",
          "a decision needs two names, a reason (--reason) and who decides (--by)");
    }
  }

  /// Whether another decision is about the same two names and says the same for the same reason.
  ///
  /// @param other a decision
  /// @return true if it adds nothing to this one but a day
  public boolean repeats(Decision other) {
    boolean names = (first.equals(other.first) && second.equals(other.second))
        || (first.equals(other.second) && second.equals(other.first));
    return names && verdict == other.verdict && reason.equals(other.reason) && by.equals(other.by);
  }

  /// Whether another decision is about the same two names, spelt alike.
  ///
  /// @param other a decision
  /// @return true if it takes the place of this one or the other way round
  public boolean concerns(Decision other) {
    return (first.equals(other.first) && second.equals(other.second))
        || (first.equals(other.second) && second.equals(other.first));
  }
}

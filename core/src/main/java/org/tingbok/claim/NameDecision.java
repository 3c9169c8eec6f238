package org.tingbok.claim;

import java.io.Serializable;
import java.time.LocalDate;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NameMeaning;

/// What somebody has decided about a name that reading took, or failed to take, for a threat actor's.
///
/// A decision is remembered with its reason and undone by a further one, never by deletion: a rejected name stays rejected
/// however often the texts are read again.
///
/// @param name the name; case, spaces and signs do not matter
/// @param means what it means
/// @param near words that have to stand in the same sentence for the decision to hold, in any case; empty if it holds
///     everywhere
/// @param by who decided
/// @param on when
/// @param reason why
public record NameDecision(String name, NameMeaning means, String near, String by, LocalDate on, String reason)
    implements Serializable {
  /// Refuses what says nothing.
  ///
  /// @throws BadInputException `DECISION_INCOMPLETE` if the name, the reason or who decides is missing
  public NameDecision {
    if (name.chars().noneMatch(Character::isLetterOrDigit) || reason.isBlank() || by.isBlank()) {
      throw new BadInputException("DECISION_INCOMPLETE",
          "a decision about a name needs the name, a reason (--reason) and who decides (--by)");
    }
  }

  /// Whether another decision is about the same name in the same surroundings.
  ///
  /// @param other a decision
  /// @return true if it takes the place of this one or the other way round
  public boolean concerns(NameDecision other) {
    return name.equalsIgnoreCase(other.name) && near.equalsIgnoreCase(other.near);
  }

  /// Whether another decision says the same of the same for the same reason.
  ///
  /// @param other a decision
  /// @return true if it adds nothing to this one but a day
  public boolean repeats(NameDecision other) {
    return concerns(other) && means == other.means && by.equals(other.by) && reason.equals(other.reason);
  }
}

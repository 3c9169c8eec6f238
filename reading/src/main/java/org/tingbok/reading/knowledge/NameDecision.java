package org.tingbok.reading.knowledge;

import java.time.LocalDate;
import java.util.Locale;

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
public record NameDecision(String name, Means means, String near, String by, LocalDate on, String reason) {
  /// What a name is decided to mean.
  public enum Means {
    /// A threat actor.
    ACTOR,
    /// Anything but a threat actor.
    OTHER,
    /// Whatever reading makes of it: takes an earlier decision on the name and its surroundings back.
    OPEN;

    /// The word in files.
    ///
    /// @return lower case
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}

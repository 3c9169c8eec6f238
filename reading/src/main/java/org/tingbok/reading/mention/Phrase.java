package org.tingbok.reading.mention;

import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Speaker;
import org.tingbok.mention.Party;

/// Whom a noun phrase means.
///
/// @param parties whom; several where the phrase is coordinated; empty where it names nobody
/// @param speaker the person, where the phrase names one who speaks for the party
/// @param anaphoric whether it leads back to an earlier mention
public record Phrase(List<Party> parties, Optional<Speaker> speaker, boolean anaphoric) {
  /// Names nobody.
  public static final Phrase NOBODY = new Phrase(List.of(), Optional.empty(), false);

  /// Copies the list.
  public Phrase {
    parties = List.copyOf(parties);
  }

  /// Whether it names somebody.
  ///
  /// @return false for [#NOBODY]
  public boolean somebody() {
    return !parties.isEmpty();
  }
}

package org.tingbok.analysis;

import java.util.List;
import java.util.Optional;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;

/// Claims that cannot all hold, side by side. Which holds is not decided.
///
/// @param id `dispute--` and a UUID made from kind, incident and what the sides hold
/// @param kind how they conflict
/// @param incident id of the incident they are about; empty for disputes about names
/// @param sides two or more, the one whose first claim was said first leading
/// @param context claims that bear on the dispute without taking part, such as "the overlaps claim between them"
public record Dispute(String id, DisputeKind kind, Optional<String> incident, List<Side> sides,
    List<RecordedClaim> context) {
  /// Copies the lists.
  public Dispute {
    sides = List.copyOf(sides);
    context = List.copyOf(context);
  }

  /// What one side holds, and who says so.
  ///
  /// @param position in a few English words, such as "APT10 is accused" or "denied by China"
  /// @param parties whom the position is about: the accused, the names, the victim; those who deny
  /// @param claims one or more; of copies of one story only the representative's where it has the claim; by day said
  public record Side(String position, List<Party> parties, List<RecordedClaim> claims) {
    /// Copies the lists.
    public Side {
      parties = List.copyOf(parties);
      claims = List.copyOf(claims);
    }
  }
}

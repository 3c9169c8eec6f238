package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tingbok.ledger.Act;
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

  /// Whether sources went back on so much that no two sides are left: then it was a dispute, and is none any more.
  ///
  /// @return false for what a claimant took back by a claim of its own, which is what such a dispute is about
  public boolean lapsed() {
    return sides.stream().filter(side -> side.claims().stream().anyMatch(RecordedClaim::standing)).count() < 2;
  }

  /// Whether any two sides stood on one day: of a dispute that has lapsed, one may have been gone before the other was taken.
  boolean everOpen() {
    return sides.stream().anyMatch(one -> sides.stream().anyMatch(
        other -> !one.equals(other) && !one.taken().isAfter(other.left()) && !other.taken().isAfter(one.left())));
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

    private LocalDate taken() {
      return claims.stream().flatMap(one -> one.said().first().stream()).min(LocalDate::compareTo)
          .orElse(LocalDate.MIN);
    }

    private LocalDate left() {
      return claims.stream().map(one -> one.retraction().map(Act.Retracted::day).orElse(LocalDate.MAX))
          .max(LocalDate::compareTo).orElse(LocalDate.MAX);
    }
  }
}

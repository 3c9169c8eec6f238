package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/// Claims that cannot all hold, side by side.
///
/// @param id `dispute--…`
/// @param kind how they conflict: `rival-accused`, `denied`, `not-confirmed`, `changed-mind`, `withdrawn` or `alias`
/// @param explanation the same in one sentence
/// @param incident the operation that they are about; empty for disputes about names
/// @param sides two or more
/// @param context claims that bear on it without taking part, such as an overlap between the accused
public record DisputeCard(String id, String kind, String explanation, Optional<ClaimCard.IncidentName> incident,
    List<SideCard> sides, List<ClaimCard> context) {
  /// What one side holds.
  ///
  /// @param position in a few words
  /// @param claims who says so, the earliest first
  public record SideCard(String position, List<ClaimCard> claims) {
    /// Who takes this side.
    ///
    /// @return names joined by commas, each once
    @JsonIgnore
    public String claimantNames() {
      return String.join(", ", claims.stream().flatMap(claim -> claim.claimants().stream()).map(PartyCard::name)
          .distinct().toList());
    }
  }
}

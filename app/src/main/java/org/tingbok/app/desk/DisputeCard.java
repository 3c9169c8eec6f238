package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/// Claims that cannot all hold, side by side.
///
/// @param id `dispute--…`
/// @param kind how they conflict: `rival-accused`, `denied`, `not-confirmed`, `withheld`, `changed-mind`, `withdrawn`,
///     `date`, `victim` or `alias`
/// @param level where accused differ, the highest level at which they do, such as `state` or `named-group`
/// @param opened when the last of its sides was first taken
/// @param resolved the day on which no more than one side was left; empty while it is open
/// @param explanation what it is about, in a sentence made from the claims
/// @param incident the operation that they are about; empty for disputes about names
/// @param sides two or more
/// @param context claims that bear on it without taking part, such as an overlap between the accused
public record DisputeCard(String id, String kind, Optional<String> level, DateCard opened,
    Optional<DateCard> resolved, String explanation, Optional<ClaimCard.IncidentName> incident,
    List<SideCard> sides, List<ClaimCard> context) {
  /// Since when it is one, and whether it still is.
  ///
  /// @return for example `opened on 19 June 2021, resolved on 2 May 2023`; empty if nothing tells
  @JsonIgnore
  public String days() {
    String since = opened.stated() ? "opened " + opened.words() : "";
    return resolved.map(day -> (since.isEmpty() ? "" : since + ", ") + "resolved " + day.words()).orElse(since);
  }

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

package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/// What a ledger has to tell at first sight, as of the day asked for.
///
/// @param news what was recorded since somebody last looked
/// @param accusations who accused whom last, the latest first
/// @param disputes disputes that opened or closed last by what had been said, the latest first
/// @param matrix who accuses whom, the most first
/// @param summary what is on record, in numbers
public record FrontPage(News news, List<ClaimCard> accusations, List<DisputeEvent> disputes, AccusationMatrix matrix,
    Desk.Summary summary) {
  /// Copies the lists.
  public FrontPage {
    accusations = List.copyOf(accusations);
    disputes = List.copyOf(disputes);
  }

  /// What was recorded since a moment.
  ///
  /// @param since the moment, ISO 8601; empty where nothing is on record
  /// @param last when anything was last recorded, ISO 8601; empty where nothing is on record
  /// @param reports documents of which the first claims were recorded
  /// @param claims how many claims were recorded
  /// @param incidents incidents that were not on record before
  /// @param changed claims that were ruled on, retracted or read better
  /// @param first the claims that matter most, accusations and denials before others; not all of them
  /// @param disputes disputes that were not on record before, or that were closed by what was recorded
  public record News(Optional<String> since, Optional<String> last, int reports, int claims,
      List<ClaimCard.IncidentName> incidents, int changed, List<ClaimCard> first, List<DisputeEvent> disputes) {
    /// Copies the lists.
    public News {
      incidents = List.copyOf(incidents);
      first = List.copyOf(first);
      disputes = List.copyOf(disputes);
    }

    /// Whether nothing was recorded or done.
    ///
    /// @return true where there is nothing to tell
    @JsonIgnore
    public boolean none() {
      return claims == 0 && changed == 0;
    }
  }

  /// A dispute that began or ended.
  ///
  /// @param id `dispute--…`
  /// @param kind how the claims conflict
  /// @param closed whether it ended rather than began
  /// @param when the day by what was said; possibly not stated
  /// @param explanation what it is about
  /// @param incident the operation that it is about; empty for disputes about names
  public record DisputeEvent(String id, String kind, boolean closed, DateCard when, String explanation,
      Optional<ClaimCard.IncidentName> incident) {
  }
}

package org.tingbok.app.desk;

import java.util.List;
import java.util.Optional;

/// What happened and what was said, of an incident, an actor or between two states.
///
/// @param of what it is of, in words
/// @param incidents the incidents that it tells of
/// @param moments in order of time, undated ones last
/// @param first how long from the deed to its first attribution
/// @param agreements who agrees with whom
/// @param revisions who changed its mind or took something back
public record TimelinePage(String of, List<ClaimCard.IncidentName> incidents, List<MomentCard> moments,
    List<FirstCard> first, List<AgreementCard> agreements, List<RevisionCard> revisions) {
  /// Something that happened or was said.
  ///
  /// @param when the day or days
  /// @param bound whether that is only the latest it may have been said
  /// @param kind `happened`, `retracted` or the type of the claim
  /// @param incident the incident that it is about; empty for names and affiliations
  /// @param text it in one line
  /// @param claims ids of the claims that say so, copies included
  public record MomentCard(DateCard when, boolean bound, String kind, Optional<ClaimCard.IncidentName> incident,
      String text, List<String> claims) {
  }

  /// The first attribution of an incident.
  ///
  /// @param incident the incident
  /// @param said when somebody was first named
  /// @param bound whether that is only the latest it may have been
  /// @param by who named somebody
  /// @param accused whom
  /// @param fewest days from the deed at least
  /// @param most days from the deed at most
  public record FirstCard(ClaimCard.IncidentName incident, DateCard said, boolean bound, List<PartyCard> by,
      List<PartyCard> accused, Optional<Long> fewest, Optional<Long> most) {
  }

  /// How two claimants stand to each other over the incidents that both attribute.
  ///
  /// @param one a claimant
  /// @param other another
  /// @param same incidents of which both accuse the same
  /// @param levels incidents of which they accuse levels of one answer
  /// @param differ incidents of which they accuse parties that exclude each other
  public record AgreementCard(String one, String other, int same, int levels, int differ) {
  }

  /// A claimant that changed its mind or took something back.
  ///
  /// @param dispute id of the dispute
  /// @param kind `changed-mind` or `withdrawn`
  /// @param day when
  /// @param sentence what it did
  public record RevisionCard(String dispute, String kind, DateCard day, String sentence) {
  }
}

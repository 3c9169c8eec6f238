package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything on record about one incident as of the day asked for.
///
/// @param card what it is and how it stands
/// @param headline that in one or a few sentences, built from the claims
/// @param withdrawn accusations that their claimants have taken back
/// @param nonAttributions claims that it is not attributed, or a name not confirmed
/// @param denials who rejects the accusation
/// @param responses who did what in answer
/// @param saidBefore what was read as being about it and was said well before it happened, so that it is about something
///     else; mostly nothing
/// @param disputes claims about it that cannot all hold
/// @param lanes the same on a time line
/// @param newestFirst every claim about it, and those that bear on its disputes, the newest first
/// @param origins for each of these by its id, on how many origins what it says rests: `origins: 1 (of 11 reports)`
/// @param reports the documents that tell of it, the first published leading
/// @param makeup why these reports are one incident, and what it is part of
public record IncidentPage(@JsonUnwrapped IncidentCard card, @JsonIgnore List<Phrase> headline,
    List<IncidentCard.AccusedCard> withdrawn, List<ClaimCard> nonAttributions, List<ClaimCard> denials,
    List<ClaimCard> responses, List<ClaimCard> saidBefore, List<DisputeCard> disputes, List<Lane> lanes,
    List<ClaimCard> newestFirst,
    Map<String, String> origins, List<ClaimCard.DocumentCard> reports, @JsonUnwrapped Makeup makeup) {
  /// Copies the map.
  public IncidentPage {
    origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
  }

  /// The disputes that say more than that somebody denies it.
  ///
  /// @return those worth setting side by side
  @JsonIgnore
  public List<DisputeCard> conflicts() {
    return disputes.stream().filter(dispute -> !dispute.kind().equals("denied")).toList();
  }

  /// What is held and what is denied, where the accused rejects the accusation.
  ///
  /// @return each position once, accusations first; empty where nothing is denied
  @JsonIgnore
  public List<String> rejected() {
    return disputes.stream().filter(dispute -> dispute.kind().equals("denied"))
        .flatMap(dispute -> dispute.sides().stream()).map(DisputeCard.SideCard::position).distinct()
        .sorted(java.util.Comparator.comparing(position -> position.startsWith("denied"))).toList();
  }

  /// The headline without its roles.
  ///
  /// @return a few sentences
  @JsonProperty
  public String summary() {
    return Phrase.words(headline);
  }

  /// A row of the time line.
  ///
  /// @param label what the row holds, such as `APT31` or `denied`
  /// @param kind `happened`, `accused`, `names`, `open`, `denied` or `answered`
  /// @param marks what happened or was said, the earliest first; undated marks last
  public record Lane(String label, String kind, List<Mark> marks) {
  }

  /// Something on the time line.
  ///
  /// @param when its day or days
  /// @param label who said it, or what happened
  /// @param claims ids of the claims it stands for, copies included; empty for what happened
  /// @param bound whether `when` is only the latest day on which it may have been said
  /// @param hedged whether nobody who says so sounds sure
  public record Mark(DateCard when, String label, List<String> claims, boolean bound, boolean hedged) {
  }
}

package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/// An incident in a list: what it is, and how it stands as of the day asked for.
///
/// @param id `incident--…`, the same whatever day is asked for
/// @param name the operation in a few words
/// @param victims who was hit, as far as told by then
/// @param countries ISO 3166-1 alpha-2 of the states hit, as far as told by then
/// @param period when it happened
/// @param documents ids of the documents that tell of it
/// @param disputed whether claims about it conflict
/// @param unattributed whether no accusation stands
/// @param held who is held responsible, the accused with the most origins first
/// @param claims how many claims are about it
/// @param lastSaid when something was last said about it
public record IncidentCard(String id, String name, List<PartyCard> victims, List<String> countries, DateCard period,
    List<String> documents, boolean disputed, boolean unattributed, List<AccusedCard> held, int claims,
    DateCard lastSaid) {
  /// Somebody who is held responsible.
  ///
  /// @param party who
  /// @param alsoAs other names under which it is accused, if the view on names takes them for the same actor's
  /// @param holdings by whom, since when, how surely; the earliest first
  /// @param origins on how many independent origins it rests
  /// @param reports in how many documents, copies included
  /// @param originWords the two in words: `origins: 1 (of 11 reports)`
  public record AccusedCard(PartyCard party, List<String> alsoAs, List<HoldingCard> holdings, int origins,
      int reports, String originWords) {
    /// The party with the other names that it is accused under.
    ///
    /// @return for example `APT31 (also as Violet Typhoon)`
    @JsonIgnore
    public String nameWords() {
      return party.name() + (alsoAs.isEmpty() ? "" : " (also as " + String.join(", ", alsoAs) + ")");
    }
  }

  /// One claimant's accusation.
  ///
  /// @param claimant who holds the accused responsible
  /// @param since when it first said so
  /// @param certainty how sure it sounded last
  /// @param claims the claims
  /// @param outlets where they stand, each outlet once
  /// @param ownVoice whether nobody but publications say it, in their own voice
  public record HoldingCard(PartyCard claimant, DateCard since, ClaimCard.CertaintyCard certainty, List<String> claims,
      List<String> outlets, boolean ownVoice) {
  }

  /// Who was hit, in words.
  ///
  /// @return names joined by commas; the states where no name is told; empty where neither is
  @JsonIgnore
  public String victimNames() {
    return victims.isEmpty() ? String.join(", ", countries)
        : String.join(", ", victims.stream().map(PartyCard::name).toList());
  }

  /// Who is held responsible, in words.
  ///
  /// @return names joined by commas; `nobody named` where no accusation stands
  @JsonIgnore
  public String heldNames() {
    return held.isEmpty() ? "nobody named"
        : String.join(", ", held.stream().map(accused -> accused.party().name()).toList());
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}

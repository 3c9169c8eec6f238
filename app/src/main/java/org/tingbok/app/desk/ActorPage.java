package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is on record about one actor as of the day asked for, under all the names that the view gives it.
///
/// @param id `intrusion-set--…` or `identity--…`
/// @param party the actor
/// @param view the view on names, for example `any`
/// @param known the other names that the view gives it
/// @param ladder whom it is said to be part of, level by level; empty in lists of actors
/// @param names its other names and who relates them to it
/// @param affiliations whom it is said to act for, belong to or be linked to, and who is said to stand so to it
/// @param roles the incidents that it is named in
public record ActorPage(String id, PartyCard party, String view, List<String> known, Optional<LadderCard> ladder,
    List<NameCard> names, List<ClaimCard> affiliations, List<RoleCard> roles) {
  /// Whether a time line has anything to tell of it.
  ///
  /// @return false if nobody accuses it, names it otherwise or says whom it acts for
  @JsonIgnore
  public boolean told() {
    return !names.isEmpty() || !affiliations.isEmpty() || roles.stream().anyMatch(role -> !role.accused().isEmpty());
  }

  /// In how many incidents it is accused.
  ///
  /// @return 0 or more
  public long accusedIn() {
    return roles.stream().filter(role -> !role.accused().isEmpty()).count();
  }

  /// The same actors, whoever is accused in most incidents first; of as many, by name.
  ///
  /// @param actors in any order
  /// @return in that order
  public static List<ActorPage> mostAccusedFirst(List<ActorPage> actors) {
    return actors.stream().sorted(Comparator.comparingLong(ActorPage::accusedIn).reversed()
        .thenComparing(actor -> actor.party().name(), String.CASE_INSENSITIVE_ORDER)).toList();
  }

  /// Another name.
  ///
  /// @param name the other name
  /// @param relation `same`, `overlap`, `former`, `part-of` or `distinct`
  /// @param first whether this actor is the first name of the pair
  /// @param claims who says so
  public record NameCard(String name, String relation, boolean first, List<ClaimCard> claims) {
  }

  /// The part that it plays in an incident.
  ///
  /// @param incident the incident
  /// @param accused claims that accuse it
  /// @param cleared claims that take it off, or do not confirm it
  /// @param denials its own denials
  public record RoleCard(ClaimCard.IncidentName incident, List<ClaimCard> accused, List<ClaimCard> cleared,
      List<ClaimCard> denials) {
    /// The same incident under another name.
    RoleCard and(RoleCard other) {
      return new RoleCard(incident, joined(accused, other.accused), joined(cleared, other.cleared),
          joined(denials, other.denials));
    }

    private static List<ClaimCard> joined(List<ClaimCard> some, List<ClaimCard> more) {
      return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
  }
}

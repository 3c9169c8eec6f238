package org.tingbok.analysis;

import java.util.List;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.AliasRelation;

/// What is on record about one party: its names, whom it acts for, what it is accused of. A profile joins nothing: other
/// names are listed with who equates them.
///
/// @param id id of the party, `intrusion-set--…` or `identity--…`
/// @param party the party as on record
/// @param names other names, by relation and name
/// @param affiliations affiliation claims in which it is actor or sponsor, by day said
/// @param roles the incidents it is named in, by incident
public record ActorProfile(String id, Party party, List<OtherName> names, List<RecordedClaim> affiliations,
    List<Role> roles) {
  /// Copies the lists.
  public ActorProfile {
    names = List.copyOf(names);
    affiliations = List.copyOf(affiliations);
    roles = List.copyOf(roles);
  }

  /// Another name and who relates it to this actor.
  ///
  /// @param name the other name
  /// @param relation how the names are said to relate
  /// @param first whether this actor is the first name of the pair: for `former` the present name, for `part-of` the
  ///     contained group; true where the relation has no direction
  /// @param claims the alias claims that say so, by day said
  public record OtherName(String name, AliasRelation relation, boolean first, List<RecordedClaim> claims) {
    /// Copies the list.
    public OtherName {
      claims = List.copyOf(claims);
    }
  }

  /// The part that the actor plays in an incident.
  ///
  /// @param incident id of the incident; claims about none in particular are not listed
  /// @param accused claims that accuse it, by day said
  /// @param cleared claims that take it off, or do not confirm it, by day said
  /// @param denials its own denials, by day said
  public record Role(String incident, List<RecordedClaim> accused, List<RecordedClaim> cleared,
      List<RecordedClaim> denials) {
    /// Copies the lists.
    public Role {
      accused = List.copyOf(accused);
      cleared = List.copyOf(cleared);
      denials = List.copyOf(denials);
    }
  }
}

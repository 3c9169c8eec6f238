package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.AliasRelation;

/// The parties that are accused, named otherwise, or said to act for somebody. Immutable and safe to share.
public final class Actors {
  private final List<ActorProfile> profiles;
  private final Map<String, ActorProfile> byKey = new HashMap<>();
  private final Names names;

  private Actors(List<ActorProfile> profiles, Names names) {
    this.profiles = List.copyOf(profiles);
    this.names = names;
    profiles.forEach(profile -> byKey.putIfAbsent(NameKey.of(profile.party().name()), profile));
  }

  /// The actors of a snapshot.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @return the actors
  public static Actors of(Snapshot snapshot, List<Incident> incidents) {
    return of(snapshot, incidents, Names.under(snapshot, View.ANY));
  }

  /// The same, found by names as some view has it.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @param names which names are one
  /// @return the actors
  public static Actors of(Snapshot snapshot, List<Incident> incidents, Names names) {
    return of(new Statements(snapshot, incidents, List.of()), names);
  }

  static Actors of(Statements statements, Names names) {
    Map<String, Draft> drafts = new TreeMap<>();
    for (RecordedClaim recorded : statements.standing()) {
      String incident = statements.incidentOf(recorded.claim()).map(Incident::id).orElse("");
      switch (recorded.claim()) {
        case Claim.Attribution claim -> claim.accused().forEach(
            accused -> draft(drafts, accused).role(incident).accused().add(recorded));
        case Claim.NonAttribution claim -> claim.accused().forEach(
            accused -> draft(drafts, accused).role(incident).cleared().add(recorded));
        case Claim.Alias claim -> {
          draft(drafts, claim.first()).name(claim.second(), claim.relation(), true, recorded);
          draft(drafts, claim.second()).name(claim.first(), claim.relation(), false, recorded);
        }
        case Claim.Affiliation claim -> {
          draft(drafts, claim.actor()).affiliations.add(recorded);
          draft(drafts, claim.sponsor()).affiliations.add(recorded);
        }
        case Claim.Denial _, Claim.Response _, Claim.Impact _, Claim.Method _ -> {
        }
      }
    }
    for (RecordedClaim recorded : statements.standing()) {
      if (recorded.claim() instanceof Claim.Denial denial) {
        String incident = statements.incidentOf(denial).map(Incident::id).orElse("");
        for (Party denier : denial.saying().claimants()) {
          Draft draft = drafts.get(denier.id());
          if (draft != null) {
            draft.role(incident).denials().add(recorded);
          }
        }
      }
    }
    List<ActorProfile> profiles = new ArrayList<>(drafts.values().stream().map(Draft::profile).toList());
    profiles.sort(Comparator.comparing((ActorProfile profile) -> profile.party().name())
        .thenComparing(ActorProfile::id));
    return new Actors(profiles, names);
  }

  private static Draft draft(Map<String, Draft> drafts, Party party) {
    Draft draft = drafts.computeIfAbsent(party.id(), _ -> new Draft(party));
    if (draft.party.country().isEmpty() && party.country().isPresent()) {
      draft.party = party;
    }
    return draft;
  }

  /// Everyone.
  ///
  /// @return by name, then id
  public List<ActorProfile> all() {
    return profiles;
  }

  /// The actor of an id.
  ///
  /// @param id `intrusion-set--…` or `identity--…`
  /// @return empty if there is none
  public Optional<ActorProfile> byId(String id) {
    return profiles.stream().filter(profile -> profile.id().equals(id)).findFirst();
  }

  /// The actor of that very name.
  ///
  /// @param name a name; case, blanks and hyphens do not matter
  /// @return empty if nobody on record is filed under it
  public Optional<ActorProfile> named(String name) {
    return Optional.ofNullable(byKey.get(NameKey.of(name)));
  }

  /// The actor of a name; if there is none of that very name, one that a `same` or `former` claim gives that name.
  ///
  /// @param name a name; case, blanks and hyphens do not matter
  /// @return empty if nobody on record bears it
  public Optional<ActorProfile> find(String name) {
    ActorProfile exact = byKey.get(NameKey.of(name));
    if (exact != null) {
      return Optional.of(exact);
    }
    for (String other : names.of(name)) {
      ActorProfile profile = byKey.get(NameKey.of(other));
      if (profile != null) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }

  /// A profile in the making.
  private static final class Draft {
    private Party party;
    private final Map<String, ActorProfile.OtherName> otherNames = new TreeMap<>();
    private final Map<String, List<RecordedClaim>> nameClaims = new HashMap<>();
    private final List<RecordedClaim> affiliations = new ArrayList<>();
    private final Map<String, RoleDraft> roles = new TreeMap<>();

    Draft(Party party) {
      this.party = party;
    }

    RoleDraft role(String incident) {
      return roles.computeIfAbsent(incident,
          _ -> new RoleDraft(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    void name(Party other, AliasRelation relation, boolean first, RecordedClaim claim) {
      boolean directed = relation == AliasRelation.FORMER || relation == AliasRelation.PART_OF;
      String key = relation.code() + " " + NameKey.of(other.name()) + (directed && !first);
      otherNames.putIfAbsent(key, new ActorProfile.OtherName(other.name(), relation, !directed || first, List.of()));
      nameClaims.computeIfAbsent(key, _ -> new ArrayList<>()).add(claim);
    }

    ActorProfile profile() {
      List<ActorProfile.OtherName> names = new ArrayList<>();
      otherNames.forEach((key, name) -> names.add(new ActorProfile.OtherName(name.name(), name.relation(), name.first(),
          nameClaims.getOrDefault(key, List.of()))));
      List<ActorProfile.Role> played = new ArrayList<>();
      roles.forEach((incident, role) -> {
        if (!incident.isEmpty()) {
          played.add(new ActorProfile.Role(incident, role.accused(), role.cleared(), role.denials()));
        }
      });
      return new ActorProfile(party.id(), party, names, affiliations, played);
    }
  }

  private record RoleDraft(List<RecordedClaim> accused, List<RecordedClaim> cleared, List<RecordedClaim> denials) {
  }
}

package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.ledger.Snapshot;

/// The parties that are accused, named otherwise, or said to act for somebody. Immutable and safe to share.
public final class Actors {
  private final List<ActorProfile> profiles;
  private final Map<String, ActorProfile> byKey;

  private Actors(List<ActorProfile> profiles) {
    this.profiles = List.copyOf(profiles);
    this.byKey = new HashMap<>();
    profiles.forEach(profile -> byKey.putIfAbsent(NameKey.of(profile.party().name()), profile));
  }

  /// The actors of a snapshot.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @return the actors
  public static Actors of(Snapshot snapshot, List<Incident> incidents) {
    List<ActorProfile> profiles = new ArrayList<>();
    profiles.sort(Comparator.comparing((ActorProfile profile) -> profile.party().name()));
    return new Actors(profiles);
  }

  /// Everyone.
  ///
  /// @return by name, then id
  public List<ActorProfile> all() {
    return profiles;
  }

  /// The actor of a name; if there is none of that very name, one that a `same` or `former` claim gives that name.
  ///
  /// @param name a name; case, blanks and hyphens do not matter
  /// @return empty if nobody on record bears it
  public Optional<ActorProfile> find(String name) {
    return Optional.ofNullable(byKey.get(NameKey.of(name)));
  }
}

package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.CertaintyLevel;

/// Which of those accused of one incident exclude each other.
///
/// What is only thought possible excludes nothing. A party that is only described counts by the state that the words
/// ascribe to it, unless that is the victim's own. Where states exclude each other, the sides are the states, each with
/// all that are accused of it; within a state, groups stand against groups and bodies against bodies of one level.
final class Rivals {
  /// One accused of an incident, under whatever of its names, and the claims that accuse it.
  record Position(Party accused, List<RecordedClaim> claims) {
    String words() {
      return accused.name() + (plural(accused) ? " are accused" : " is accused");
    }

    boolean firm() {
      return claims.stream().anyMatch(claim -> claim.claim().saying().certainty().level() != CertaintyLevel.LOW);
    }
  }

  /// Positions of which each excludes some other.
  ///
  /// @param key what the dispute is known by, besides the incident
  /// @param sides in no order
  record Rivalry(List<String> key, List<List<Position>> sides) {
  }

  private final Standing standing;
  private final List<Position> positions;
  private final List<List<Position>> pairs = new ArrayList<>();
  private final IdentityHashMap<Position, Set<List<Party>>> named = new IdentityHashMap<>();

  Rivals(Standing standing, List<Position> positions, List<IncidentAccount> accounts) {
    this.standing = standing;
    Set<String> victims = new HashSet<>();
    Set<String> countries = new HashSet<>();
    for (IncidentAccount account : accounts) {
      account.victims().forEach(victim -> victims.add(NameKey.of(victim.name())));
      countries.addAll(account.countries());
      account.victims().forEach(victim -> victim.country().ifPresent(countries::add));
    }
    boolean told = accounts.stream().anyMatch(account -> !account.victims().isEmpty() || !account.names().isEmpty());
    this.positions = !told ? List.of()
        : positions.stream().filter(Position::firm).filter(one -> !victims.contains(NameKey.of(one.accused().name())))
            .filter(one -> one.accused().kind() != PartyKind.DESCRIBED
                || one.accused().country().filter(country -> !countries.contains(country)).isPresent())
            .toList();
    for (int i = 0; i < this.positions.size(); i++) {
      for (int j = i + 1; j < this.positions.size(); j++) {
        if (exclude(this.positions.get(i), this.positions.get(j))) {
          pairs.add(List.of(this.positions.get(i), this.positions.get(j)));
        }
      }
    }
  }

  private static boolean plural(Party accused) {
    return accused.kind() == PartyKind.DESCRIBED;
  }

  /// Pairs that exclude each other.
  List<List<Position>> pairs() {
    return pairs;
  }

  private boolean exclude(Position a, Position b) {
    return !standing.together(a.accused(), b.accused()) && !namedTogether(a, b)
        && named(a).stream().anyMatch(one -> named(b).stream().anyMatch(other -> exclude(one, other)));
  }

  /// Whom the claims against a party accuse, each set of them once: thousands may say the same.
  private Set<List<Party>> named(Position position) {
    return named.computeIfAbsent(position, _ -> {
      Set<List<Party>> sets = new LinkedHashSet<>();
      position.claims().forEach(claim -> {
        if (claim.claim() instanceof Claim.Attribution attribution) {
          sets.add(attribution.accused());
        }
      });
      return sets;
    });
  }

  /// Whether nobody whom the one claim accuses can be meant together with anybody whom the other accuses.
  private boolean exclude(List<Party> a, List<Party> b) {
    return a.stream().allMatch(party -> b.stream().noneMatch(with -> standing.together(party, with)));
  }

  /// The rivalries: positions that all exclude each other make one; of others the states make one, and what is left
  /// within each state makes one for each group that excludes each other, or pair.
  List<Rivalry> rivalries() {
    List<Rivalry> found = new ArrayList<>();
    for (List<Position> component : components(positions)) {
      if (complete(component)) {
        found.add(each(component));
        continue;
      }
      Map<String, List<Position>> states = new TreeMap<>();
      component.forEach(one -> state(one).ifPresent(s -> states.computeIfAbsent(s, _ -> new ArrayList<>()).add(one)));
      List<List<Position>> camps = new ArrayList<>(states.values());
      if (camps.size() > 1) {
        found.add(new Rivalry(states.keySet().stream().map(state -> "state " + state).toList(), camps));
      }
      Set<Set<Position>> told = new HashSet<>();
      for (List<Position> camp : camps) {
        for (List<Position> within : components(camp)) {
          (complete(within) ? List.of(within) : pairs(within)).forEach(rivals -> {
            found.add(each(rivals));
            told.add(Set.copyOf(rivals));
          });
        }
      }
      pairs(component).stream().filter(pair -> state(pair.getFirst()).isEmpty() || state(pair.getLast()).isEmpty())
          .filter(pair -> told.add(Set.copyOf(pair))).forEach(pair -> found.add(each(pair)));
    }
    return found;
  }

  private Rivalry each(List<Position> rivals) {
    return new Rivalry(rivals.stream().map(one -> standing.key(one.accused())).sorted().toList(),
        rivals.stream().map(List::of).toList());
  }

  private Optional<String> state(Position position) {
    Set<String> states = standing.countries(position.accused());
    return states.size() == 1 ? Optional.of(states.iterator().next()) : Optional.empty();
  }

  private boolean complete(List<Position> some) {
    return pairs(some).size() == some.size() * (some.size() - 1) / 2;
  }

  private List<List<Position>> pairs(List<Position> some) {
    return pairs.stream().filter(some::containsAll).toList();
  }

  /// Positions that exclude each other, by way of others if need be; those that exclude nobody are left out.
  private List<List<Position>> components(List<Position> some) {
    Components joined = new Components(some.size());
    pairs(some).forEach(pair -> joined.join(some.indexOf(pair.getFirst()), some.indexOf(pair.getLast())));
    return joined.groups().stream().filter(group -> group.size() > 1)
        .map(group -> group.stream().map(some::get).toList()).toList();
  }

  /// What a side holds, in words.
  static String words(List<Position> side) {
    if (side.size() == 1) {
      return side.getFirst().words();
    }
    List<String> names =
        side.stream().map(position -> position.accused().name()).distinct().sorted().toList();
    return names.size() == 1 ? side.getFirst().words()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast() + " are accused";
  }

  /// Whether one claim accuses both, or one claimant does in one document without giving two days.
  private static boolean namedTogether(Position a, Position b) {
    Set<RecordedClaim> ofA = Collections.newSetFromMap(new IdentityHashMap<>());
    ofA.addAll(a.claims());
    Set<List<Object>> places = new HashSet<>();
    a.claims().forEach(claim -> places.add(place(claim)));
    return b.claims().stream().anyMatch(ofB -> ofA.contains(ofB) || places.contains(place(ofB)));
  }

  private static List<Object> place(RecordedClaim claim) {
    return List.of(claim.claim().document(), claim.said(), claimants(claim.claim()));
  }

  static Set<String> claimants(Claim claim) {
    return claim.saying().claimants().stream().map(party -> NameKey.of(party.name()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

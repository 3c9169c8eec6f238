package org.tingbok.analysis;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.NameLevel;

/// How parties stand to each other by the claims of a snapshot: which names are one, who acts for whom, of which state.
///
/// Used only to tell what conflicts from what does not. Which names are one is the view's word, if none is asked for
/// that of [View#ANY].
/// Safe to share.
final class Standing {
  private static final Pattern BROAD = Pattern.compile("\\b(government|military|armed forces|army|intelligence|"
      + "(security|intelligence|secret|special) services|authorities|kremlin|regime|state)$");

  private final Names names;
  private final PartyLevels levels;
  private final Map<String, String> keys = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> above = new HashMap<>();
  private final Map<String, Set<String>> allAbove = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> countries = new HashMap<>();

  Standing(Snapshot snapshot, Names names) {
    this(snapshot, names, _ -> Optional.empty());
  }

  /// @param known what is known of the level of names
  Standing(Snapshot snapshot, Names names, Function<String, Optional<NameLevel>> known) {
    this(Parties.of(snapshot.claims()), names, known);
  }

  /// @param parties what is told of parties by all that is on record
  Standing(Parties parties, Names names, Function<String, Optional<NameLevel>> known) {
    this.names = names;
    this.levels = new PartyLevels(known);
    for (Parties.Fact fact : parties.facts()) {
      switch (fact) {
        case Parties.OfState of -> country(of.party());
        case Parties.Under under -> under(under.party(), under.above());
        case Parties.Speaks _, Parties.SpokenFor _ -> {
        }
      }
    }
  }

  private void country(Party party) {
    party.country().ifPresent(country -> countries.computeIfAbsent(key(party), _ -> new TreeSet<>()).add(country));
  }

  private void under(Party actor, Party sponsor) {
    above.computeIfAbsent(key(actor), _ -> new TreeSet<>()).add(key(sponsor));
    sponsor.country().ifPresent(
        country -> countries.computeIfAbsent(key(actor), _ -> new TreeSet<>()).add(country));
  }

  /// One key for all names of a party; a state goes by its code.
  String key(Party party) {
    return party.kind() == PartyKind.STATE && party.country().isPresent() ? "state " + party.country().get()
        : keys.computeIfAbsent(party.name(), names::key);
  }

  /// The states that a party is said to be of; what is only described, by its own words alone.
  Set<String> countries(Party party) {
    Set<String> known = new HashSet<>(
        party.kind() == PartyKind.DESCRIBED ? Set.of() : countries.getOrDefault(key(party), Set.of()));
    party.country().ifPresent(known::add);
    return known;
  }

  /// Whether two parties can both be responsible, as names of one actor or as levels of one: a cluster of activity, the
  /// group it may turn out to be, the unit and the service that run it, its state.
  boolean together(Party a, Party b) {
    if (key(a).equals(key(b)) || reaches(a, b) || reaches(b, a)) {
      return true;
    }
    Set<String> ofA = countries(a);
    Set<String> ofB = countries(b);
    if (!ofA.isEmpty() && !ofB.isEmpty() && ofA.stream().noneMatch(ofB::contains)) {
      return false;
    }
    return switch (a.kind()) {
      case STATE -> b.kind() != PartyKind.STATE;
      case DESCRIBED, PERSON -> true;
      case THREAT_ACTOR -> b.kind() != PartyKind.THREAT_ACTOR || !levels.of(a).equals(levels.of(b));
      case BODY -> b.kind() != PartyKind.BODY || wholeState(a) || wholeState(b) || !levels.of(a).equals(levels.of(b));
      case ORGANISATION -> b.kind() != PartyKind.ORGANISATION;
    };
  }

  /// Whether a body is named so broadly that any service of the same state may be meant: its government, its military.
  private static boolean wholeState(Party body) {
    return BROAD.matcher(body.name().toLowerCase(Locale.ROOT)).find();
  }

  private boolean reaches(Party from, Party to) {
    return allAbove.computeIfAbsent(key(from), this::allAbove).contains(key(to));
  }

  private Set<String> allAbove(String actor) {
    Set<String> seen = new HashSet<>();
    ArrayDeque<String> open = new ArrayDeque<>(Set.of(actor));
    while (!open.isEmpty()) {
      for (String next : above.getOrDefault(open.remove(), Set.of())) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return seen;
  }

  /// Whether a denier speaks for an accused: it is the accused, or stands above it, or is of the same state.
  boolean speaksFor(Party denier, Party accused) {
    if (key(denier).equals(key(accused)) || reaches(accused, denier)) {
      return true;
    }
    boolean official = denier.kind() == PartyKind.STATE || denier.kind() == PartyKind.BODY;
    Optional<String> state = denier.country();
    return official && accused.kind() != PartyKind.ORGANISATION && state.isPresent()
        && countries(accused).contains(state.get());
  }

  /// The level at which two parties differ: the state where they are of different ones, else that of the lower.
  Optional<NameLevel> level(Party a, Party b) {
    Set<String> ofA = countries(a);
    Set<String> ofB = countries(b);
    if (!ofA.isEmpty() && !ofB.isEmpty() && ofA.stream().noneMatch(ofB::contains)) {
      return Optional.of(NameLevel.STATE);
    }
    Optional<NameLevel> levelA = levels.of(a);
    Optional<NameLevel> levelB = levels.of(b);
    return levelA.isPresent() && levelB.isPresent()
        ? Optional.of(levelA.get().compareTo(levelB.get()) <= 0 ? levelA.get() : levelB.get())
        : levelA.or(() -> levelB);
  }

  /// Who denies together: the state and bodies of one state, else the party alone.
  String side(Party denier) {
    boolean official = denier.kind() == PartyKind.STATE || denier.kind() == PartyKind.BODY;
    return official && denier.country().isPresent() ? "state " + denier.country().get() : key(denier);
  }

  /// Whether two parties are one.
  boolean one(Party a, Party b) {
    return key(a).equals(key(b));
  }
}

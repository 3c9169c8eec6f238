package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.claim.Claim;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.NameLevel;

/// Climbs from an actor to everybody above it. For one question; not safe for several threads.
///
/// A party is a place: its names by the view, at one level; all names of a state are one place. From a place, a claim leads to
/// another if that does not stand lower. Where a level is not known, what was reached on the way there counts, so that no
/// chain of claims goes down through a party of which little is known. Which places are reached does not depend on the order
/// of the claims, and a circle of them ends.
final class Climb {
  private static final NameLevel LOWEST = NameLevel.ACTIVITY_CLUSTER;
  private static final Comparator<Optional<NameLevel>> LOWEST_FIRST =
      Comparator.comparing((Optional<NameLevel> level) -> level.isEmpty()).thenComparing(level -> level.orElse(LOWEST));

  private final Statements statements;
  private final Standing standing;
  private final Names names;
  private final PartyLevels levels;
  private final Party actor;
  private final Set<String> own = new HashSet<>();
  /// Claims by what they lead from, to, and how.
  private final Map<Hop, List<RecordedClaim>> hops = new LinkedHashMap<>();
  private final Map<String, List<Hop>> from = new HashMap<>();
  private final Map<String, Optional<NameLevel>> levelOf = new HashMap<>();
  private final Map<String, List<Party>> parties = new TreeMap<>();
  /// Of names that claims use for groups, the lowest level that such a party has.
  private final Map<String, NameLevel> spoken = new HashMap<>();
  private final Set<String> foot = new TreeSet<>();
  private final Map<String, NameLevel> floor = new TreeMap<>();
  private final List<RecordedClaim> withdrawn = new ArrayList<>();

  private record Hop(String from, String to, Coded relation) {
  }

  Climb(Statements statements, Standing standing, Names names, PartyLevels levels, Party actor) {
    this.statements = statements;
    this.standing = standing;
    this.names = names;
    this.levels = levels;
    this.actor = actor;
    own.add(NameKey.of(actor.name()));
    names.actor(actor.name()).names().forEach(name -> own.add(NameKey.of(name)));
  }

  Ladder ladder() {
    foot.add(place(actor));
    statements.all().forEach(this::hop);
    climb();
    List<Ladder.Rung> rungs = rungs();
    Set<String> above = new HashSet<>(floor.keySet());
    return new Ladder(feet(), rungs, denials(rungs), withdrawn.stream()
        .filter(claim -> claim.claim() instanceof Claim.Affiliation said && above.contains(place(said.actor())))
        .toList());
  }

  private String place(Party party) {
    Optional<NameLevel> level = levels.of(party);
    boolean state = level.equals(Optional.of(NameLevel.STATE));
    String key = state && party.country().isPresent() ? "state " + party.country().get()
        : level.map(NameLevel::code).orElse("unknown") + " " + names.key(party.name());
    levelOf.put(key, level);
    return key;
  }

  /// Whether a party is the actor itself, under one of its names, at its own level or at one of groups if it is a group.
  private boolean itself(Party party) {
    return foot.contains(place(party)) || (own.contains(NameKey.of(party.name())) && atFoot(levels.of(party)));
  }

  private boolean atFoot(Optional<NameLevel> level) {
    boolean group = levels.of(actor).map(NameLevel::ofGroups).orElse(true);
    return group && level.map(NameLevel::ofGroups).orElse(true);
  }

  private void hop(RecordedClaim recorded) {
    switch (recorded.claim()) {
      case Claim.Affiliation claim -> {
        boolean beside = claim.relation() == AffiliationRelation.LINKED_TO
            && levels.of(claim.actor()).equals(levels.of(claim.sponsor()));
        if (!beside && takenBack(recorded, claim.sponsor())) {
          withdrawn.add(recorded);
        } else if (!beside) {
          hop(claim.actor(), claim.sponsor(), claim.relation(), recorded);
        }
      }
      case Claim.Alias claim -> alias(recorded, claim);
      case Claim.Attribution _, Claim.NonAttribution _, Claim.Denial _, Claim.Response _, Claim.Impact _, Claim.Method _ -> {
      }
    }
  }

  /// A group inside another is a step, and so are names of two levels that are said to be one, unless the view keeps them
  /// apart.
  private void alias(RecordedClaim recorded, Claim.Alias claim) {
    Party first = claim.first();
    Party second = claim.second();
    boolean known = levels.of(first).isPresent() && levels.of(second).isPresent();
    int order = LOWEST_FIRST.compare(levels.of(first), levels.of(second));
    switch (claim.relation()) {
      case PART_OF -> hop(first, second, AffiliationRelation.PART_OF, recorded);
      case SAME, FORMER -> {
        if (known && order != 0 && !names.apart(first.name(), second.name())) {
          hop(order < 0 ? first : second, order < 0 ? second : first, AliasRelation.SAME, recorded);
        }
      }
      case OVERLAP, DISTINCT -> {
      }
    }
  }

  private void hop(Party below, Party above, Coded relation, RecordedClaim claim) {
    for (Party party : List.of(below, above)) {
      if (itself(party)) {
        foot.add(place(party));
      }
      parties.computeIfAbsent(place(party), _ -> new ArrayList<>()).add(party);
      levels.of(party).filter(NameLevel::ofGroups).ifPresent(level -> spoken.merge(NameKey.of(party.name()), level,
          (a, b) -> a.compareTo(b) <= 0 ? a : b));
    }
    Hop hop = new Hop(place(below), place(above), relation);
    if (!hop.from().equals(hop.to())) {
      if (!hops.containsKey(hop)) {
        from.computeIfAbsent(hop.from(), _ -> new ArrayList<>()).add(hop);
      }
      List<RecordedClaim> claims = hops.computeIfAbsent(hop, _ -> new ArrayList<>());
      if (!claims.contains(claim)) {
        claims.add(claim);
      }
    }
  }

  /// Whether its source went back on it, or everybody who makes a claim takes back, then or later, that the sponsor is behind it, of no operation in particular.
  private boolean takenBack(RecordedClaim said, Party sponsor) {
    LocalDate day = said.said().first().orElse(LocalDate.MIN);
    return !said.standing() || said.claim().saying().claimants().stream().allMatch(who -> statements.standing().stream()
        .anyMatch(other -> other.claim() instanceof Claim.NonAttribution non && non.withdraws()
            && non.incident().isEmpty() && named(non.saying().claimants(), who) && named(non.accused(), sponsor)
            && !other.said().last().orElse(LocalDate.MAX).isBefore(day)));
  }

  private boolean named(List<Party> some, Party party) {
    return some.stream().anyMatch(one -> place(one).equals(place(party)));
  }

  /// Works out which places are reached, and for each how high one stands there at least.
  private void climb() {
    ArrayDeque<String> open = new ArrayDeque<>(foot);
    foot.forEach(place -> floor.put(place, height(place, LOWEST)));
    while (!open.isEmpty()) {
      String place = open.remove();
      NameLevel height = floor.getOrDefault(place, LOWEST);
      for (Hop hop : from.getOrDefault(place, List.of())) {
        NameLevel next = height(hop.to(), height);
        boolean lower = !floor.containsKey(hop.to()) || next.compareTo(floor.getOrDefault(hop.to(), next)) < 0;
        if (next.compareTo(height) >= 0 && !foot.contains(hop.to()) && lower) {
          floor.put(hop.to(), next);
          open.add(hop.to());
        }
      }
    }
  }

  private NameLevel height(String place, NameLevel otherwise) {
    return levelOf.getOrDefault(place, Optional.empty()).orElse(otherwise);
  }

  /// Whether a claim leads from a place that is reached to one above it.
  private boolean leads(Hop hop) {
    NameLevel height = floor.get(hop.from());
    return height != null && !foot.contains(hop.to()) && height(hop.to(), height).compareTo(height) >= 0;
  }

  private List<Ladder.Foot> feet() {
    Map<Optional<NameLevel>, SortedSet<String>> byLevel = new TreeMap<>(LOWEST_FIRST);
    byLevel.put(levels.of(actor), new TreeSet<>(Set.of(actor.name())));
    for (String name : names.actor(actor.name()).names()) {
      Optional<NameLevel> level = Optional.ofNullable(spoken.get(NameKey.of(name))).or(() -> levels.ofName(name));
      if (!NameKey.of(name).equals(NameKey.of(actor.name())) && atFoot(level)) {
        byLevel.computeIfAbsent(level, _ -> new TreeSet<>()).add(names.claims().spelling(name));
      }
    }
    return byLevel.entrySet().stream().map(entry -> new Ladder.Foot(entry.getKey(), entry.getValue())).toList();
  }

  private List<Ladder.Rung> rungs() {
    Map<String, List<Ladder.Step>> steps = new TreeMap<>();
    hops.forEach((hop, claims) -> {
      if (leads(hop)) {
        steps.computeIfAbsent(hop.to(), _ -> new ArrayList<>()).add(step(hop, claims));
      }
    });
    Map<String, Party> who = new TreeMap<>();
    steps.keySet().forEach(place -> who.put(place, usual(parties.getOrDefault(place, List.of()))));
    List<Ladder.Rung> rungs = new ArrayList<>();
    Set<String> incidents = accusedIn();
    steps.forEach((place, up) -> {
      up.sort(Comparator.comparing((Ladder.Step step) -> step.claims().getFirst(), Statements.BY_DAY)
          .thenComparing(Ladder.Step::from).thenComparing(step -> step.relation().code()));
      Party party = usual(parties.getOrDefault(place, List.of()));
      SortedSet<String> spelt = new TreeSet<>();
      parties.getOrDefault(place, List.of()).forEach(one -> spelt.add(one.name()));
      rungs.add(new Ladder.Rung(party, levelOf.getOrDefault(place, Optional.empty()), spelt, up,
          dissent(place, party, up, incidents), rivals(place, steps, who)));
    });
    rungs
        .sort(Comparator.comparing(Ladder.Rung::level, LOWEST_FIRST)
            .thenComparing(rung -> rung.steps().getFirst().claims().getFirst(), Statements.BY_DAY)
            .thenComparing(rung -> rung.party().name()));
    return rungs;
  }

  private Ladder.Step step(Hop hop, List<RecordedClaim> claims) {
    Optional<NameLevel> below = levelOf.getOrDefault(hop.from(), Optional.empty());
    Optional<NameLevel> above = levelOf.getOrDefault(hop.to(), Optional.empty());
    List<NameLevel> skipped = new ArrayList<>();
    if (below.isPresent() && above.isPresent()) {
      for (NameLevel level : NameLevel.values()) {
        if (!level.ofGroups() && level.compareTo(below.get()) > 0 && level.compareTo(above.get()) < 0) {
          skipped.add(level);
        }
      }
    }
    return new Ladder.Step(usual(parties.getOrDefault(hop.from(), List.of())).name(), below, hop.relation(), skipped,
        claims);
  }

  /// Of the parties that claims name at one place, the one to call it by: the state itself before its government, else the
  /// name most used.
  private Party usual(List<Party> named) {
    Map<String, Integer> uses = new HashMap<>();
    named.forEach(party -> uses.merge(party.name(), 1, Integer::sum));
    return named.stream()
        .min(Comparator.comparing((Party party) -> !NameKey.of(party.name()).equals(NameKey.of(actor.name())))
            .thenComparing(party -> party.kind() != PartyKind.STATE)
            .thenComparingInt(party -> -uses.getOrDefault(party.name(), 0)).thenComparing(Party::name)
            .thenComparing(party -> party.country().isEmpty()).thenComparing(party -> party.country().orElse(""))
            .thenComparing(Party::kind).thenComparing(Party::text))
        .orElse(actor);
  }

  /// The incidents that somebody accuses the actor of.
  private Set<String> accusedIn() {
    Set<String> incidents = new HashSet<>();
    for (RecordedClaim recorded : statements.standing()) {
      if (recorded.claim() instanceof Claim.Attribution said && said.accused().stream().anyMatch(this::itself)) {
        statements.incidentOf(said).ifPresent(incident -> incidents.add(incident.id()));
      }
    }
    return incidents;
  }

  private List<RecordedClaim> dissent(String place, Party party, List<Ladder.Step> steps, Set<String> incidents) {
    Set<DocumentId> stories = new HashSet<>();
    steps.forEach(step -> step.claims().forEach(claim -> stories.add(statements.story(claim.claim()))));
    return statements.standing().stream().filter(recorded -> {
      boolean beside = stories.contains(statements.story(recorded.claim()));
      boolean answers = statements.incidentOf(recorded.claim()).filter(one -> incidents.contains(one.id())).isPresent();
      return switch (recorded.claim()) {
        case Claim.Denial denial -> denial.saying().claimants().stream()
            .anyMatch(who -> beside && (itself(who) || standing.speaksFor(who, party)));
        case Claim.NonAttribution non -> (beside || answers) && non.accused().stream()
            .anyMatch(one -> place(one).equals(place));
        case Claim.Alias alias -> alias.relation() == AliasRelation.DISTINCT
            && ((itself(alias.first()) && place(alias.second()).equals(place))
                || (itself(alias.second()) && place(alias.first()).equals(place)));
        case Claim.Attribution _, Claim.Affiliation _, Claim.Response _, Claim.Impact _, Claim.Method _ -> false;
      };
    }).toList();
  }

  /// Denials of what the actor is accused of, by those who speak for somebody above it.
  private List<RecordedClaim> denials(List<Ladder.Rung> rungs) {
    Set<String> incidents = accusedIn();
    return statements.standing().stream().filter(recorded -> recorded.claim() instanceof Claim.Denial denial
        && statements.incidentOf(denial).filter(one -> incidents.contains(one.id())).isPresent()
        && rungs.stream().noneMatch(rung -> rung.dissent().contains(recorded))
        && denial.saying().claimants().stream()
            .anyMatch(who -> rungs.stream().anyMatch(rung -> standing.speaksFor(who, rung.party()))))
        .toList();
  }

  /// Who stands at the same level by the word of others alone, and is no other name for the same nor above or below it.
  private List<String> rivals(String place, Map<String, List<Ladder.Step>> steps, Map<String, Party> who) {
    Optional<NameLevel> level = levelOf.getOrDefault(place, Optional.empty());
    Party party = who.getOrDefault(place, actor);
    List<String> rivals = new ArrayList<>();
    steps.forEach((other, up) -> {
      Party second = who.getOrDefault(other, actor);
      if (!other.equals(place) && level.isPresent() && level.equals(levelOf.get(other))
          && !standing.together(party, second)
          && claimants(steps.getOrDefault(place, List.of())).stream().noneMatch(claimants(up)::contains)) {
        rivals.add(second.name());
      }
    });
    return rivals.stream().distinct().sorted().toList();
  }

  private static Set<String> claimants(List<Ladder.Step> steps) {
    Set<String> claimants = new HashSet<>();
    steps.forEach(step -> step.claims().forEach(claim -> claim.claim().saying().claimants()
        .forEach(party -> claimants.add(NameKey.of(party.name())))));
    return claimants;
  }
}

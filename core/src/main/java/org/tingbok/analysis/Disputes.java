package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tingbok.claim.Claim;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.ContentId;

/// Finds claims that cannot all hold.
///
/// A group, the service that runs it and its state are levels of one answer and do not conflict; neither do names that
/// are one as the view has it, by default [View#ANY]. Copies of one story count once. Two accused that a claimant names together do not
/// conflict.
public final class Disputes {
  private final Statements statements;
  private final Standing standing;
  private final Map<String, List<RecordedClaim>> impliedDenials = new HashMap<>();
  private final List<RecordedClaim> relating = new ArrayList<>();
  private final List<Dispute> found = new ArrayList<>();

  private Disputes(Snapshot snapshot, Statements statements, Names names) {
    this.statements = statements;
    this.standing = new Standing(snapshot, names);
    Map<DocumentId, List<Claim.Attribution>> accusing = new HashMap<>();
    List<RecordedClaim> ofNothingInParticular = new ArrayList<>();
    for (RecordedClaim recorded : statements.all()) {
      Claim claim = recorded.claim();
      if (claim instanceof Claim.Attribution attribution) {
        accusing.computeIfAbsent(claim.document(), _ -> new ArrayList<>()).add(attribution);
      } else if (claim instanceof Claim.Denial denial && denial.incident().isEmpty()) {
        ofNothingInParticular.add(recorded);
      } else if (claim instanceof Claim.Alias alias
          && (alias.relation() == AliasRelation.OVERLAP || alias.relation() == AliasRelation.DISTINCT)) {
        relating.add(recorded);
      }
    }
    for (RecordedClaim denial : ofNothingInParticular) {
      onlyIncident(denial.claim(), accusing.getOrDefault(denial.claim().document(), List.of())).ifPresent(
          incident -> impliedDenials.computeIfAbsent(incident, _ -> new ArrayList<>()).add(denial));
    }
  }

  /// The incident that a denial of nothing in particular is about: the only one that accusations of the denier in the same
  /// document are about.
  private Optional<String> onlyIncident(Claim denial, List<Claim.Attribution> accusations) {
    Set<String> incidents = new TreeSet<>();
    for (Claim.Attribution attribution : accusations) {
      if (attribution.accused().stream().anyMatch(
          accused -> denial.saying().claimants().stream().anyMatch(d -> standing.speaksFor(d, accused)))) {
        incidents.add(statements.incidentOf(attribution).map(Incident::id).orElse(""));
      }
    }
    return Optional.of(incidents).filter(one -> one.size() == 1).map(one -> one.iterator().next())
        .filter(incident -> !incident.isEmpty());
  }

  /// The disputes of a snapshot.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @return by incident, kind and id; those about names last
  public static List<Dispute> in(Snapshot snapshot, List<Incident> incidents) {
    List<Family> families = SameStory.group(snapshot.documents().values());
    return in(snapshot, incidents, families, Names.under(NameClaims.in(snapshot, families), View.ANY));
  }

  /// The same, where names are one as some view has it.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @param families the families of its documents
  /// @param names which names are one
  /// @return by incident, kind and id; those about names last
  public static List<Dispute> in(Snapshot snapshot, List<Incident> incidents, List<Family> families, Names names) {
    return in(snapshot, new Statements(snapshot, incidents, families), names);
  }

  static List<Dispute> in(Snapshot snapshot, Statements statements, Names names) {
    Disputes disputes = new Disputes(snapshot, statements, names);
    statements.byIncident().forEach(disputes::about);
    disputes.aliases();
    disputes.found.sort(Comparator.comparing((Dispute dispute) -> dispute.incident().orElse("~"))
        .thenComparing(Dispute::kind).thenComparing(Dispute::id));
    return List.copyOf(disputes.found);
  }

  /// One accused of an incident, under whatever of its names, and the claims that accuse it.
  private record Position(Party accused, List<RecordedClaim> claims) {
    String words() {
      return accused.name() + (accused.kind() == PartyKind.DESCRIBED ? " are accused" : " is accused");
    }
  }

  private void about(String incident, List<RecordedClaim> claims) {
    List<Position> positions = positions(claims);
    rivals(incident, positions);
    denials(incident, positions, claims);
    positions.forEach(position -> retractions(incident, position, claims));
  }

  private List<Position> positions(List<RecordedClaim> claims) {
    Map<String, Position> positions = new TreeMap<>();
    for (RecordedClaim recorded : statements.copiesOnce(claims)) {
      if (recorded.claim() instanceof Claim.Attribution attribution) {
        for (Party accused : attribution.accused()) {
          List<RecordedClaim> against =
              positions.computeIfAbsent(standing.key(accused), _ -> new Position(accused, new ArrayList<>())).claims();
          if (!against.contains(recorded)) {
            against.add(recorded);
          }
        }
      }
    }
    return List.copyOf(positions.values());
  }

  /// Positions of which each excludes every other make one dispute of many sides; of others each pair makes one.
  private void rivals(String incident, List<Position> positions) {
    List<List<Position>> pairs = new ArrayList<>();
    Components conflicting = new Components(positions.size());
    for (int i = 0; i < positions.size(); i++) {
      for (int j = i + 1; j < positions.size(); j++) {
        Position a = positions.get(i);
        Position b = positions.get(j);
        if (!standing.together(a.accused(), b.accused()) && !namedTogether(a, b)) {
          pairs.add(List.of(a, b));
          conflicting.join(i, j);
          changedMind(incident, a, b);
        }
      }
    }
    for (List<Integer> group : conflicting.groups()) {
      List<Position> rivals = group.stream().map(positions::get).toList();
      List<List<Position>> within = pairs.stream().filter(rivals::containsAll).toList();
      if (within.size() == rivals.size() * (rivals.size() - 1) / 2) {
        rival(incident, rivals);
      } else {
        within.forEach(pair -> rival(incident, pair));
      }
    }
  }

  private void rival(String incident, List<Position> positions) {
    Set<String> all = new TreeSet<>();
    positions.forEach(position -> all.addAll(claimants(position)));
    if (positions.size() > 1 && all.size() > 1) {
      add(DisputeKind.RIVAL_ACCUSED, incident,
          positions.stream().map(position -> new Dispute.Side(position.words(), position.claims())).toList(),
          between(positions));
    }
  }

  private void changedMind(String incident, Position a, Position b) {
    for (String claimant : claimants(a)) {
      List<RecordedClaim> ofA = by(claimant, a.claims());
      List<RecordedClaim> ofB = by(claimant, b.claims());
      if (!ofB.isEmpty()) {
        add(DisputeKind.CHANGED_MIND, incident,
            List.of(new Dispute.Side(a.words(), ofA), new Dispute.Side(b.words(), ofB)), between(List.of(a, b)));
      }
    }
  }

  /// The claims that relate any two of the accused.
  private List<RecordedClaim> between(List<Position> positions) {
    return statements.copiesOnce(relating.stream().filter(claim -> positions.stream().anyMatch(a -> positions.stream()
        .anyMatch(b -> !a.equals(b) && relates(claim.claim(), a.accused(), b.accused())))).toList());
  }

  /// Whether one claim accuses both, or one claimant does in one document without giving two days.
  private static boolean namedTogether(Position a, Position b) {
    for (RecordedClaim ofA : a.claims()) {
      for (RecordedClaim ofB : b.claims()) {
        boolean oneDocument = ofA.claim().document().equals(ofB.claim().document());
        boolean oneDay = ofA.said().equals(ofB.said());
        if (ofA.equals(ofB) || (oneDocument && oneDay && claimants(ofA.claim()).equals(claimants(ofB.claim())))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean relates(Claim claim, Party a, Party b) {
    return claim instanceof Claim.Alias alias
        && ((standing.one(alias.first(), a) && standing.one(alias.second(), b))
            || (standing.one(alias.first(), b) && standing.one(alias.second(), a)));
  }

  /// One dispute for each denier, bodies of one state together, with all whom it speaks for.
  private void denials(String incident, List<Position> positions, List<RecordedClaim> onIncident) {
    List<RecordedClaim> all = new ArrayList<>(onIncident);
    all.addAll(impliedDenials.getOrDefault(incident, List.of()));
    all.sort(Statements.BY_DAY);
    Map<String, List<Party>> deniers = new TreeMap<>();
    Map<String, List<RecordedClaim>> denials = new TreeMap<>();
    for (RecordedClaim recorded : statements.copiesOnce(all)) {
      if (recorded.claim() instanceof Claim.Denial denial) {
        for (Party denier : denial.saying().claimants()) {
          String side = standing.side(denier);
          deniers.computeIfAbsent(side, _ -> new ArrayList<>()).add(denier);
          List<RecordedClaim> ofSide = denials.computeIfAbsent(side, _ -> new ArrayList<>());
          if (!ofSide.contains(recorded)) {
            ofSide.add(recorded);
          }
        }
      }
    }
    denials.forEach((side, claims) -> {
      List<Party> speaking = deniers.getOrDefault(side, List.of());
      List<Position> denied = positions.stream().filter(position -> speaking.stream()
          .anyMatch(denier -> standing.speaksFor(denier, position.accused()))).toList();
      if (!denied.isEmpty()) {
        String accused = denied.size() == 1 ? denied.getFirst().words()
            : names(denied.stream().map(Position::accused).toList()) + " are accused";
        List<RecordedClaim> accusing =
            denied.stream().flatMap(position -> position.claims().stream()).distinct().sorted(Statements.BY_DAY)
                .toList();
        add(DisputeKind.DENIED, incident,
            List.of(new Dispute.Side(accused, accusing),
                new Dispute.Side("denied by " + names(speaking), claims)),
            List.of());
      }
    });
  }

  private static String names(List<Party> parties) {
    List<String> names = parties.stream().map(Party::name).distinct().sorted().toList();
    return names.size() == 1 ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// Those who do not confirm the accused, or take the accusation back.
  private void retractions(String incident, Position position, List<RecordedClaim> onIncident) {
    Predicate<Claim.NonAttribution> sameName =
        non -> non.accused().stream().anyMatch(accused -> standing.one(accused, position.accused()));
    List<RecordedClaim> notConfirming = new ArrayList<>();
    for (RecordedClaim recorded : statements.copiesOnce(onIncident)) {
      if (recorded.claim() instanceof Claim.NonAttribution non
          && (sameName.test(non) || (non.withdraws() && non.accused().isEmpty()))) {
        List<RecordedClaim> own = position.claims().stream()
            .filter(claim -> claimants(claim.claim()).stream().anyMatch(claimants(non)::contains)).toList();
        if (own.isEmpty()) {
          if (!non.accused().isEmpty()) {
            notConfirming.add(recorded);
          }
        } else {
          add(non.withdraws() ? DisputeKind.WITHDRAWN : DisputeKind.CHANGED_MIND, incident,
              List.of(new Dispute.Side(position.words(), own), new Dispute.Side(position.accused().name()
                  + (non.withdraws() ? " is no longer accused" : " is not confirmed"), List.of(recorded))),
              List.of());
        }
      }
    }
    if (!notConfirming.isEmpty()) {
      add(DisputeKind.NOT_CONFIRMED, incident, List.of(new Dispute.Side(position.words(), position.claims()),
          new Dispute.Side(position.accused().name() + " is not confirmed", notConfirming)), List.of());
    }
  }

  private void aliases() {
    Map<String, List<RecordedClaim>> pairs = new TreeMap<>();
    for (RecordedClaim recorded : statements.copiesOnce(statements.all())) {
      if (recorded.claim() instanceof Claim.Alias alias) {
        String a = NameKey.of(alias.first().name());
        String b = NameKey.of(alias.second().name());
        pairs.computeIfAbsent(a.compareTo(b) < 0 ? a + " " + b : b + " " + a, _ -> new ArrayList<>()).add(recorded);
      }
    }
    for (List<RecordedClaim> pair : pairs.values()) {
      List<RecordedClaim> same = with(pair, AliasRelation.SAME, AliasRelation.FORMER);
      List<RecordedClaim> distinct = with(pair, AliasRelation.DISTINCT);
      if (!same.isEmpty() && !distinct.isEmpty() && pair.getFirst().claim() instanceof Claim.Alias alias) {
        Set<String> both = new TreeSet<>(List.of(alias.first().name(), alias.second().name()));
        String words = String.join(" and ", both);
        found.add(dispute(DisputeKind.ALIAS, Optional.empty(),
            List.of(new Dispute.Side(words + " are the same", same),
                new Dispute.Side(words + " are distinct", distinct)),
            with(pair, AliasRelation.OVERLAP, AliasRelation.PART_OF)));
      }
    }
  }

  private static List<RecordedClaim> with(List<RecordedClaim> claims, AliasRelation... relations) {
    return claims.stream().filter(claim -> claim.claim() instanceof Claim.Alias alias
        && List.of(relations).contains(alias.relation())).toList();
  }

  private void add(DisputeKind kind, String incident, List<Dispute.Side> sides, List<RecordedClaim> context) {
    found.add(dispute(kind, Optional.of(incident), sides, context));
  }

  private static Dispute dispute(DisputeKind kind, Optional<String> incident, List<Dispute.Side> sides,
      List<RecordedClaim> context) {
    List<Dispute.Side> inOrder = sides.stream().sorted(
        Comparator.comparing((Dispute.Side side) -> side.claims().getFirst(), Statements.BY_DAY)
            .thenComparing(Dispute.Side::position))
        .toList();
    List<String> parts = new ArrayList<>(List.of(kind.code(), incident.orElse("")));
    sides.forEach(side -> parts.add(side.position()));
    if (kind == DisputeKind.CHANGED_MIND || kind == DisputeKind.WITHDRAWN) {
      parts.addAll(claimants(sides.getFirst().claims().getFirst().claim()));
      parts.add(sides.getLast().claims().getFirst().claim().id());
    }
    return new Dispute(ContentId.of("dispute", parts.toArray(String[]::new)), kind, incident, inOrder, context);
  }

  private static Set<String> claimants(Claim claim) {
    Set<String> claimants = new TreeSet<>();
    claim.saying().claimants().forEach(party -> claimants.add(NameKey.of(party.name())));
    return claimants;
  }

  private static Set<String> claimants(Position position) {
    Set<String> claimants = new TreeSet<>();
    position.claims().forEach(claim -> claimants.addAll(claimants(claim.claim())));
    return claimants;
  }

  private static List<RecordedClaim> by(String claimant, List<RecordedClaim> claims) {
    return claims.stream().filter(claim -> claimants(claim.claim()).contains(claimant)).toList();
  }
}

package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tingbok.claim.Claim;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidBound;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.NameLevel;

/// Finds claims that cannot all hold.
///
/// A group, the service that runs it and its state are levels of one answer and do not conflict; neither do names that
/// are one as the view has it, by default [View#ANY]. What its source went back on is no longer held against anybody: what was
/// a dispute only because of it has lapsed.
/// Copies of one story count once. Two accused that a claimant names together do not
/// conflict.
public final class Disputes {
  private final Statements statements;
  private final Standing standing;
  private final List<RecordedClaim> counted;
  private final Map<String, List<RecordedClaim>> impliedDenials = new HashMap<>();
  private final List<RecordedClaim> relating = new ArrayList<>();
  /// Places in `relating` by the key of either name.
  private final Map<String, List<Integer>> relatingByName = new HashMap<>();
  private final List<Dispute> found = new ArrayList<>();

  /// @param counted the claims that are held against each other
  private Disputes(Statements statements, Standing standing, List<RecordedClaim> counted) {
    this.statements = statements;
    this.standing = standing;
    Map<DocumentId, List<Claim.Attribution>> accusing = new HashMap<>();
    List<RecordedClaim> ofNothingInParticular = new ArrayList<>();
    this.counted = counted;
    for (RecordedClaim recorded : counted) {
      Claim claim = recorded.claim();
      if (claim instanceof Claim.Attribution attribution) {
        accusing.computeIfAbsent(claim.document(), _ -> new ArrayList<>()).add(attribution);
      } else if (claim instanceof Claim.Denial denial && denial.incident().isEmpty()) {
        ofNothingInParticular.add(recorded);
      } else if (claim instanceof Claim.Alias alias && !standing.one(alias.first(), alias.second())) {
        for (Party name : List.of(alias.first(), alias.second())) {
          relatingByName.computeIfAbsent(standing.key(name), _ -> new ArrayList<>()).add(relating.size());
        }
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
    return in(new Statements(snapshot, incidents, families), new Standing(snapshot, names));
  }

  /// The same, where the level of names is known: a cluster of activity does not exclude a group, as it may turn out to be
  /// that group's.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @param families the families of its documents
  /// @param names which names are one
  /// @param known the level of a name; empty if it is not known
  /// @return by incident, kind and id; those about names last
  public static List<Dispute> in(Snapshot snapshot, List<Incident> incidents, List<Family> families, Names names,
      Function<String, Optional<NameLevel>> known) {
    return in(new Statements(snapshot, incidents, families), new Standing(snapshot, names, known));
  }

  static List<Dispute> in(Statements statements, Standing standing) {
    Disputes now = new Disputes(statements, standing, statements.standing());
    statements.byIncident().forEach((incident, claims) -> now.about(incident,
        claims.stream().filter(RecordedClaim::standing).toList()));
    now.aliases();
    List<Dispute> found = new ArrayList<>(now.found);
    if (statements.standing().size() < statements.all().size()) {
      Disputes ever = new Disputes(statements, standing, statements.all());
      statements.byIncident().forEach((incident, claims) -> {
        if (!claims.stream().allMatch(RecordedClaim::standing)) {
          ever.about(incident, claims);
        }
      });
      ever.aliases();
      Set<String> known = found.stream().map(Dispute::id).collect(Collectors.toSet());
      ever.found.stream().filter(dispute -> between(dispute.kind()) && dispute.lapsed() && dispute.everOpen())
          .filter(dispute -> !known.contains(dispute.id()))
          .forEach(found::add);
    }
    found.sort(Comparator.comparing((Dispute dispute) -> dispute.incident().orElse("~"))
        .thenComparing(Dispute::kind).thenComparing(Dispute::id));
    return List.copyOf(found);
  }

  /// Whether it is between several, and not of one party with itself.
  private static boolean between(DisputeKind kind) {
    return switch (kind) {
      case RIVAL_ACCUSED, DENIED, NOT_CONFIRMED, WITHHELD, DATE, VICTIM, ALIAS -> true;
      case CHANGED_MIND, WITHDRAWN -> false;
    };
  }

  private void about(String incident, List<RecordedClaim> onIncident) {
    List<RecordedClaim> claims = notBefore(onIncident);
    List<Rivals.Position> positions = positions(claims);
    Rivals rivals = new Rivals(standing, positions,
        claims.stream().flatMap(claim -> claim.claim().account().stream()).distinct().toList());
    rivals.rivalries().forEach(rivalry -> rival(incident, rivalry));
    rivals.pairs().forEach(pair -> changedMind(incident, pair.getFirst(), pair.getLast()));
    denials(incident, positions, claims);
    positions.forEach(position -> retractions(incident, position, claims));
    withheld(incident, positions, claims);
    AccountDisputes accounts = new AccountDisputes(statements);
    List<Dispute.Side> dates = accounts.dates(claims);
    if (!dates.isEmpty()) {
      add(DisputeKind.DATE, incident, dates, List.of());
    }
    accounts.victims(claims).forEach(sides -> add(DisputeKind.VICTIM, incident, sides, List.of()));
  }

  /// Without what was said before anybody has it happen: that is about something else, whatever it was read as.
  private static List<RecordedClaim> notBefore(List<RecordedClaim> claims) {
    Optional<LocalDate> first = claims.stream().flatMap(one -> one.claim().account().stream())
        .flatMap(account -> account.period().first().stream()).min(LocalDate::compareTo);
    return claims.stream().filter(one -> one.bound() != SaidBound.STATED || first.isEmpty()
        || one.said().last().filter(day -> day.isBefore(first.get())).isEmpty()).toList();
  }

  private List<Rivals.Position> positions(List<RecordedClaim> claims) {
    Map<String, Rivals.Position> positions = new TreeMap<>();
    for (RecordedClaim recorded : statements.copiesOnce(claims)) {
      if (recorded.claim() instanceof Claim.Attribution attribution) {
        for (Party accused : attribution.accused()) {
          List<RecordedClaim> against =
              positions.computeIfAbsent(standing.key(accused), _ -> new Rivals.Position(accused, new ArrayList<>()))
                  .claims();
          if (against.isEmpty() || !against.getLast().equals(recorded)) { // one claim may name one party twice
            against.add(recorded);
          }
        }
      }
    }
    return List.copyOf(positions.values());
  }

  private void rival(String incident, Rivals.Rivalry rivalry) {
    Set<String> all = new TreeSet<>();
    rivalry.sides().forEach(side -> side.forEach(position -> all.addAll(claimants(position))));
    if (all.size() > 1) {
      List<Rivals.Position> positions = rivalry.sides().stream().flatMap(List::stream).toList();
      List<Dispute.Side> sides = rivalry.sides().stream().map(side -> new Dispute.Side(Rivals.words(side),
          side.stream().map(Rivals.Position::accused).toList(),
          side.stream().flatMap(position -> position.claims().stream()).distinct().sorted(Statements.BY_DAY).toList()))
          .toList();
      found.add(dispute(DisputeKind.RIVAL_ACCUSED, Optional.of(incident), rivalry.key(), sides, between(positions)));
    }
  }

  /// A claimant changes its mind where all that it says of the one, more surely than possible, comes before all that it
  /// says of the other.
  private void changedMind(String incident, Rivals.Position a, Rivals.Position b) {
    Map<String, List<RecordedClaim>> byClaimant = byClaimant(b.claims());
    byClaimant(a.claims()).forEach((claimant, all) -> {
      List<RecordedClaim> ofA = firm(all);
      List<RecordedClaim> ofB = firm(byClaimant.getOrDefault(claimant, List.of()));
      if (before(ofA, ofB) || before(ofB, ofA)) {
        add(DisputeKind.CHANGED_MIND, incident, List.of(new Dispute.Side(a.words(), List.of(a.accused()), ofA),
            new Dispute.Side(b.words(), List.of(b.accused()), ofB)), between(List.of(a, b)));
      }
    });
  }

  private static Map<String, List<RecordedClaim>> byClaimant(List<RecordedClaim> claims) {
    Map<String, List<RecordedClaim>> byClaimant = new TreeMap<>();
    claims.forEach(claim -> claimants(claim.claim())
        .forEach(claimant -> byClaimant.computeIfAbsent(claimant, _ -> new ArrayList<>()).add(claim)));
    return byClaimant;
  }

  private static List<RecordedClaim> firm(List<RecordedClaim> claims) {
    return claims.stream().filter(one -> one.claim().saying().certainty().level() != CertaintyLevel.LOW).toList();
  }

  /// Whether all of the one had been said before the other was first said.
  private static boolean before(List<RecordedClaim> a, List<RecordedClaim> b) {
    Optional<LocalDate> last = a.stream().flatMap(one -> one.said().last().stream()).max(LocalDate::compareTo);
    Optional<LocalDate> first = b.stream().flatMap(one -> one.said().first().stream()).min(LocalDate::compareTo);
    return last.isPresent() && first.isPresent() && last.get().isBefore(first.get());
  }

  /// The claims that relate any two of the accused, in order; found by name, since there may be very many.
  private List<RecordedClaim> between(List<Rivals.Position> positions) {
    Set<String> accused = new HashSet<>();
    positions.forEach(position -> accused.add(standing.key(position.accused())));
    Set<Integer> places = new TreeSet<>();
    for (String key : accused) {
      for (int place : relatingByName.getOrDefault(key, List.of())) {
        if (relating.get(place).claim() instanceof Claim.Alias alias && accused.contains(standing.key(alias.first()))
            && accused.contains(standing.key(alias.second()))) {
          places.add(place);
        }
      }
    }
    return places.isEmpty() ? List.of() : statements.copiesOnce(places.stream().map(relating::get).toList());
  }

  /// One dispute for each denier, bodies of one state together, with all whom it speaks for.
  private void denials(String incident, List<Rivals.Position> positions, List<RecordedClaim> onIncident) {
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
          if (ofSide.isEmpty() || !ofSide.getLast().equals(recorded)) {
            ofSide.add(recorded);
          }
        }
      }
    }
    denials.forEach((side, claims) -> {
      List<Party> speaking = deniers.getOrDefault(side, List.of());
      List<Rivals.Position> denied = positions.stream().filter(position -> speaking.stream()
          .anyMatch(denier -> standing.speaksFor(denier, position.accused()))).toList();
      if (!denied.isEmpty()) {
        String accused = denied.size() == 1 ? denied.getFirst().words()
            : names(denied.stream().map(Rivals.Position::accused).toList()) + " are accused";
        List<RecordedClaim> accusing =
            denied.stream().flatMap(position -> position.claims().stream()).distinct().sorted(Statements.BY_DAY)
                .filter(claim -> !speaking.containsAll(claim.claim().saying().claimants())).toList();
        if (accusing.isEmpty()) {
          return; // who claims a deed and denies is answered by nobody else
        }
        add(DisputeKind.DENIED, incident,
            List.of(new Dispute.Side(accused, denied.stream().map(Rivals.Position::accused).toList(), accusing),
                new Dispute.Side("denied by " + names(speaking), speaking.stream().distinct().toList(), claims)),
            List.of());
      }
    });
  }

  private static String names(List<Party> parties) {
    List<String> names = parties.stream().map(Party::name).distinct().sorted().toList();
    return names.size() == 1 ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /// Those who do not confirm the accused, or take the accusation back. What was said before anybody accused the party is
  /// no answer to it; what is taken back without a name is what the claimant said before.
  private void retractions(String incident, Rivals.Position position, List<RecordedClaim> onIncident) {
    Predicate<Claim.NonAttribution> sameName =
        non -> non.accused().stream().anyMatch(accused -> standing.one(accused, position.accused()));
    List<RecordedClaim> notConfirming = new ArrayList<>();
    Map<String, List<RecordedClaim>> byClaimant = byClaimant(position.claims());
    for (RecordedClaim recorded : statements.copiesOnce(onIncident)) {
      if (!(recorded.claim() instanceof Claim.NonAttribution non)
          || !(sameName.test(non) || (non.withdraws() && non.accused().isEmpty()))) {
        continue;
      }
      Set<RecordedClaim> theirs = Collections.newSetFromMap(new IdentityHashMap<>());
      claimants(non).forEach(claimant -> theirs.addAll(byClaimant.getOrDefault(claimant, List.of())));
      List<RecordedClaim> own = theirs.isEmpty() ? List.of()
          : position.claims().stream().filter(theirs::contains).toList();
      List<RecordedClaim> others = theirs.isEmpty() ? position.claims()
          : position.claims().stream().filter(claim -> !theirs.contains(claim)).toList();
      boolean confirmedLater = !own.isEmpty() && !non.withdraws() && !others.isEmpty()
          && before(List.of(recorded), own);
      if (own.isEmpty() || confirmedLater) {
        if (!non.accused().isEmpty() && position.firm() && !before(List.of(recorded), others)) {
          notConfirming.add(recorded);
        }
        continue;
      }
      List<RecordedClaim> earlier = own.stream().filter(one -> before(List.of(one), List.of(recorded))).toList();
      if (non.withdraws() && !non.accused().isEmpty()) {
        List<RecordedClaim> until = own.stream().filter(one -> !before(List.of(recorded), List.of(one))).toList();
        if (!until.isEmpty()) {
          takenBack(DisputeKind.WITHDRAWN, incident, position, until, recorded, " is no longer accused");
        }
      } else if (!earlier.isEmpty() && !before(List.of(recorded), own.subList(own.size() - 1, own.size()))) {
        takenBack(non.withdraws() ? DisputeKind.WITHDRAWN : DisputeKind.CHANGED_MIND, incident, position, earlier,
            recorded, non.withdraws() ? " is no longer accused" : " is not confirmed");
      }
    }
    if (!notConfirming.isEmpty()) {
      add(DisputeKind.NOT_CONFIRMED, incident,
          List.of(new Dispute.Side(position.words(), List.of(position.accused()), position.claims()),
              new Dispute.Side(position.accused().name() + " is not confirmed", List.of(position.accused()),
                  notConfirming)),
          List.of());
    }
  }

  private void takenBack(DisputeKind kind, String incident, Rivals.Position position, List<RecordedClaim> own,
      RecordedClaim recorded, String how) {
    add(kind, incident, List.of(new Dispute.Side(position.words(), List.of(position.accused()), own),
        new Dispute.Side(position.accused().name() + how, List.of(position.accused()), List.of(recorded))), List.of());
  }

  /// Those who name nobody after others have named somebody, and are neither accused themselves nor an outlet's own
  /// voice. One who has accused before is among those who changed their mind.
  private void withheld(String incident, List<Rivals.Position> positions, List<RecordedClaim> onIncident) {
    List<Rivals.Position> firm = positions.stream().filter(Rivals.Position::firm).toList();
    List<RecordedClaim> accusing = firm(firm.stream().flatMap(position -> position.claims().stream()).distinct()
        .sorted(Statements.BY_DAY).toList());
    List<RecordedClaim> naming = new ArrayList<>();
    List<RecordedClaim> withholding = new ArrayList<>();
    for (RecordedClaim recorded : statements.copiesOnce(onIncident)) {
      if (recorded.claim() instanceof Claim.NonAttribution non && non.accused().isEmpty() && !non.withdraws()
          && !non.saying().ownVoice() && non.saying().claimants().stream().noneMatch(
              party -> party.kind() == PartyKind.DESCRIBED || accusedBefore(party, recorded, accusing)
                  || firm.stream().anyMatch(position -> standing.speaksFor(party, position.accused())))) {
        List<RecordedClaim> known = accusing.stream().filter(one -> before(List.of(one), List.of(recorded))).toList();
        if (!known.isEmpty()) {
          withholding.add(recorded);
          known.stream().filter(one -> !naming.contains(one)).forEach(naming::add);
        }
      }
    }
    if (!withholding.isEmpty()) {
      List<Rivals.Position> named =
          firm.stream().filter(one -> one.claims().stream().anyMatch(naming::contains)).toList();
      add(DisputeKind.WITHHELD, incident,
          List.of(new Dispute.Side(Rivals.words(named), named.stream().map(Rivals.Position::accused).toList(), naming),
              new Dispute.Side("nobody is named", List.of(), withholding)),
          List.of());
    }
  }

  /// Whether a party, or another body of its state, accuses somebody, and not only after what is asked about.
  private boolean accusedBefore(Party party, RecordedClaim recorded, List<RecordedClaim> accusing) {
    return accusing.stream().filter(one -> !before(List.of(recorded), List.of(one)))
        .anyMatch(one -> one.claim().saying().claimants().stream()
            .anyMatch(accuser -> standing.side(accuser).equals(standing.side(party))));
  }

  private void aliases() {
    Map<String, List<RecordedClaim>> pairs = new TreeMap<>();
    for (RecordedClaim recorded : statements.copiesOnce(counted)) {
      if (recorded.claim() instanceof Claim.Alias alias) {
        String a = NameKey.of(alias.first().name());
        String b = NameKey.of(alias.second().name());
        pairs.computeIfAbsent(a.compareTo(b) < 0 ? a + " " + b : b + " " + a, _ -> new ArrayList<>()).add(recorded);
      }
    }
    for (List<RecordedClaim> pair : pairs.values()) {
      List<RecordedClaim> same = firm(with(pair, AliasRelation.SAME, AliasRelation.FORMER));
      List<RecordedClaim> distinct = firm(with(pair, AliasRelation.DISTINCT));
      if (!same.isEmpty() && !distinct.isEmpty() && pair.getFirst().claim() instanceof Claim.Alias alias) {
        Set<String> both = new TreeSet<>(List.of(alias.first().name(), alias.second().name()));
        String words = String.join(" and ", both);
        found.add(dispute(DisputeKind.ALIAS, Optional.empty(),
            both,
            List.of(new Dispute.Side(words + " are the same", List.of(alias.first(), alias.second()), same),
                new Dispute.Side(words + " are distinct", List.of(alias.first(), alias.second()), distinct)),
            with(pair, AliasRelation.OVERLAP, AliasRelation.PART_OF)));
      }
    }
  }

  private static List<RecordedClaim> with(List<RecordedClaim> claims, AliasRelation... relations) {
    return claims.stream().filter(claim -> claim.claim() instanceof Claim.Alias alias
        && List.of(relations).contains(alias.relation())).toList();
  }

  private void add(DisputeKind kind, String incident, List<Dispute.Side> sides, List<RecordedClaim> context) {
    List<String> key = new ArrayList<>(sides.stream().map(Dispute.Side::position).toList());
    switch (kind) {
      case CHANGED_MIND, WITHDRAWN -> {
        key.addAll(claimants(sides.getFirst().claims().getFirst().claim()));
        key.add(sides.getLast().claims().getFirst().id());
      }
      case WITHHELD, DATE -> key.clear();
      case RIVAL_ACCUSED, DENIED, NOT_CONFIRMED, VICTIM, ALIAS -> {
      }
    }
    found.add(dispute(kind, Optional.of(incident), key, sides, context));
  }

  private static Dispute dispute(DisputeKind kind, Optional<String> incident, Collection<String> key,
      List<Dispute.Side> sides, List<RecordedClaim> context) {
    List<Dispute.Side> inOrder = sides.stream().sorted(
        Comparator.comparing((Dispute.Side side) -> side.claims().getFirst(), Statements.BY_DAY)
            .thenComparing(Dispute.Side::position))
        .toList();
    List<String> parts = new ArrayList<>(List.of(kind.code(), incident.orElse("")));
    parts.addAll(key);
    return new Dispute(ContentId.of("dispute", parts.toArray(String[]::new)), kind, incident, inOrder, context);
  }

  private static Set<String> claimants(Claim claim) {
    return Rivals.claimants(claim);
  }

  private static Set<String> claimants(Rivals.Position position) {
    Set<String> claimants = new TreeSet<>();
    position.claims().forEach(claim -> claimants.addAll(claimants(claim.claim())));
    return claimants;
  }
}

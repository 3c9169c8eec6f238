package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;

/// How an incident stands as of the day of a snapshot: who is held responsible, by whom, since when, how surely.
///
/// @param incident id of the incident
/// @param held one for each accused and claimant whose accusation stands, by day, accused, claimant
/// @param withdrawn accusations that their claimant has taken back, or whose reports all were retracted, likewise
/// @param nonAttributions claims that it is not attributed, or that a name is not confirmed, by day said; those that their
///     source stands by, as of denials and responses
/// @param denials by day said
/// @param responses by day of the act
public record IncidentStatus(String incident, List<Holding> held, List<Holding> withdrawn,
    List<RecordedClaim> nonAttributions, List<RecordedClaim> denials, List<RecordedClaim> responses) {
  /// Copies the lists.
  public IncidentStatus {
    held = List.copyOf(held);
    withdrawn = List.copyOf(withdrawn);
    nonAttributions = List.copyOf(nonAttributions);
    denials = List.copyOf(denials);
    responses = List.copyOf(responses);
  }

  /// One claimant holds one party responsible.
  ///
  /// @param accused who is held responsible
  /// @param claimant who holds it
  /// @param since when the claimant first said so; not stated if nothing tells
  /// @param certainty how sure the claimant sounded when it last said so
  /// @param claims the claims, by day said, copies included
  public record Holding(Party accused, Party claimant, PartialDate since, Certainty certainty,
      List<RecordedClaim> claims) {
    /// Copies the list.
    public Holding {
      claims = List.copyOf(claims);
    }
  }

  /// Whether anybody is held responsible.
  ///
  /// @return true while no accusation stands
  public boolean unattributed() {
    return held.isEmpty();
  }

  /// How an incident stands.
  ///
  /// @param snapshot what is on record as of some day
  /// @param incident an incident of it
  /// @return its status
  public static IncidentStatus of(Snapshot snapshot, Incident incident) {
    return of(new Statements(snapshot, List.of(incident), List.of()), incident);
  }

  /// How incidents stand, worked out together: one by one, the whole snapshot would be gone through for each.
  ///
  /// @param snapshot what is on record as of some day
  /// @param incidents incidents of it
  /// @return the status of each by its id
  public static Map<String, IncidentStatus> of(Snapshot snapshot, List<Incident> incidents) {
    return of(new Statements(snapshot, incidents, List.of()), incidents);
  }

  static Map<String, IncidentStatus> of(Statements statements, List<Incident> incidents) {
    Map<String, IncidentStatus> statuses = new HashMap<>();
    incidents.forEach(incident -> statuses.put(incident.id(), of(statements, incident)));
    return Map.copyOf(statuses);
  }

  static IncidentStatus of(Statements statements, Incident incident) {
    List<RecordedClaim> claims = statements.on(incident);
    Map<String, List<RecordedClaim>> accusations = new TreeMap<>();
    Map<String, Party> accused = new TreeMap<>();
    Map<String, Party> claimants = new TreeMap<>();
    for (RecordedClaim recorded : claims) {
      if (recorded.claim() instanceof Claim.Attribution attribution) {
        for (Party who : attribution.saying().claimants()) {
          for (Party whom : attribution.accused()) {
            String key = NameKey.of(whom.name()) + " " + NameKey.of(who.name());
            accused.putIfAbsent(key, whom);
            claimants.putIfAbsent(key, who);
            List<RecordedClaim> list = accusations.computeIfAbsent(key, _ -> new ArrayList<>());
            if (list.isEmpty() || !list.getLast().equals(recorded)) { // one claim may name one party twice
              list.add(recorded);
            }
          }
        }
      }
    }
    List<Holding> held = new ArrayList<>();
    List<Holding> withdrawn = new ArrayList<>();
    accusations.forEach((key, list) -> {
      List<RecordedClaim> standing = list.stream().filter(RecordedClaim::standing).toList();
      Holding holding = holding(Objects.requireNonNull(accused.get(key)), Objects.requireNonNull(claimants.get(key)),
          standing.isEmpty() ? list : standing, statements);
      (standing.isEmpty() || takenBack(holding, claims) ? withdrawn : held).add(holding);
    });
    Comparator<Holding> order = Comparator
        .comparing((Holding holding) -> holding.since().first().orElse(LocalDate.MAX))
        .thenComparing(holding -> holding.accused().name()).thenComparing(holding -> holding.claimant().name());
    held.sort(order);
    withdrawn.sort(order);
    return new IncidentStatus(incident.id(), held, withdrawn, of(claims, ClaimType.NON_ATTRIBUTION),
        of(claims, ClaimType.DENIAL), of(claims, ClaimType.RESPONSE));
  }

  private static Holding holding(Party accused, Party claimant, List<RecordedClaim> claims, Statements statements) {
    RecordedClaim last = claims.getLast();
    for (RecordedClaim claim : claims) {
      last = claim.said().stated() ? claim : last;
    }
    return new Holding(accused, claimant, statements.retold(claims.getFirst()).said(),
        last.claim().saying().certainty(), claims);
  }

  /// Whether the claimant has taken the accusation back and has not made it again on a later day.
  private static boolean takenBack(Holding holding, List<RecordedClaim> claims) {
    LocalDate lastAccused = holding.claims().stream().map(claim -> claim.said().first().orElse(LocalDate.MIN))
        .max(LocalDate::compareTo).orElse(LocalDate.MIN);
    return claims.stream().filter(RecordedClaim::standing)
        .anyMatch(recorded -> recorded.claim() instanceof Claim.NonAttribution non && non.withdraws()
            && named(non.saying().claimants(), holding.claimant())
            && (non.accused().isEmpty() || named(non.accused(), holding.accused()))
            && !recorded.said().last().orElse(LocalDate.MAX).isBefore(lastAccused));
  }

  private static boolean named(List<Party> parties, Party party) {
    return parties.stream().anyMatch(other -> NameKey.of(other.name()).equals(NameKey.of(party.name())));
  }

  private static List<RecordedClaim> of(List<RecordedClaim> claims, ClaimType type) {
    return claims.stream().filter(claim -> claim.standing() && claim.claim().type() == type).toList();
  }
}

package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Speaker;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.PartialDate;

/// On how many independent origins it rests that somebody is held responsible for an incident: `origins` of `reports`.
///
/// @param incident id of the incident
/// @param accused who is held responsible
/// @param origins the statements it rests on, the earliest first, undated ones last
/// @param reports how many documents report one of them, copies included
public record Corroboration(String incident, Party accused, List<Origin> origins, int reports) {
  /// Copies the list.
  public Corroboration {
    origins = List.copyOf(origins);
  }

  /// One statement: what the same claimants said once, however often it was reported, copied and reprinted.
  ///
  /// @param claimants names of those who say it together, by name
  /// @param said when they said it; not stated if no report tells
  /// @param claims the claims that report it, by day said
  public record Origin(List<String> claimants, PartialDate said, List<RecordedClaim> claims) {
    /// Copies the lists.
    public Origin {
      claimants = List.copyOf(claimants);
      claims = List.copyOf(claims);
    }
  }

  /// How many different claimants, or sets of them that speak together, stand behind the origins.
  ///
  /// @return 1 or more, not more than there are origins
  public int voices() {
    return (int) origins.stream().map(Origin::claimants).distinct().count();
  }

  /// The corroboration of every accusation of a snapshot.
  ///
  /// Reports are of one origin if the same claimants speak, in copies of one story, or at times that may be one: both
  /// bear dates that overlap, or one bears none; and if both name a speaker, the same one.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @param families the families of its documents
  /// @return by incident, then accused; one for each pair that an attribution names which its source stands by
  public static List<Corroboration> of(Snapshot snapshot, List<Incident> incidents, List<Family> families) {
    return of(new Statements(snapshot, incidents, families));
  }

  static List<Corroboration> of(Statements statements) {
    List<Corroboration> result = new ArrayList<>();
    statements.byIncident().forEach((incident, claims) -> {
      Map<String, List<RecordedClaim>> against = new TreeMap<>();
      Map<String, Party> parties = new TreeMap<>();
      for (RecordedClaim recorded : claims) {
        if (recorded.standing() && recorded.claim() instanceof Claim.Attribution attribution) {
          Set<String> named = new HashSet<>();
          for (Party accused : attribution.accused()) {
            String key = NameKey.of(accused.name());
            parties.putIfAbsent(key, accused);
            if (named.add(key)) {
              against.computeIfAbsent(key, _ -> new ArrayList<>()).add(recorded);
            }
          }
        }
      }
      against.forEach((accused, accusing) -> result.add(new Corroboration(incident,
          Objects.requireNonNull(parties.get(accused)), origins(accusing, statements), documents(accusing))));
    });
    return List.copyOf(result);
  }

  private static int documents(List<RecordedClaim> claims) {
    Set<DocumentId> documents = new TreeSet<>();
    claims.forEach(claim -> documents.add(claim.claim().document()));
    return documents.size();
  }

  private static List<Origin> origins(List<RecordedClaim> claims, Statements statements) {
    Components components = new Components(claims.size());
    for (int i = 0; i < claims.size(); i++) {
      for (int j = i + 1; j < claims.size(); j++) {
        if (oneOrigin(claims.get(i).claim(), claims.get(j).claim(), statements)) {
          components.join(i, j);
        }
      }
    }
    List<Origin> origins = new ArrayList<>();
    for (List<Integer> group : components.groups()) {
      List<RecordedClaim> reports = group.stream().map(claims::get).sorted(Statements.BY_DAY).toList();
      PartialDate said = Periods.merged(reports.stream().map(claim -> claim.claim().saying().saidOn()).toList());
      origins.add(new Origin(reports.getFirst().claim().saying().claimants().stream().map(Party::name).distinct()
          .sorted().toList(), said, reports));
    }
    origins.sort(Comparator.comparing((Origin origin) -> origin.claims().getFirst(), Statements.BY_DAY));
    return origins;
  }

  private static boolean oneOrigin(Claim a, Claim b, Statements statements) {
    if (!claimants(a).equals(claimants(b))) {
      return false;
    }
    if (statements.story(a).equals(statements.story(b))) {
      return true;
    }
    PartialDate saidA = a.saying().saidOn();
    PartialDate saidB = b.saying().saidOn();
    boolean oneDay = !saidA.stated() || !saidB.stated() || saidA.overlaps(saidB);
    Optional<String> speakerA = a.saying().speaker().map(Speaker::name).map(NameKey::of);
    Optional<String> speakerB = b.saying().speaker().map(Speaker::name).map(NameKey::of);
    return oneDay && (speakerA.isEmpty() || speakerB.isEmpty() || speakerA.equals(speakerB));
  }

  private static Set<String> claimants(Claim claim) {
    Set<String> claimants = new TreeSet<>();
    claim.saying().claimants().forEach(party -> claimants.add(NameKey.of(party.name())));
    return claimants;
  }
}

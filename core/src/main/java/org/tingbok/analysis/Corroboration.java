package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.PartialDate;

/// On how many independent origins it rests that somebody is held responsible for an incident.
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

  /// The corroboration of every accusation of a snapshot.
  ///
  /// @param snapshot what is on record
  /// @param incidents the incidents of the same snapshot
  /// @param families the families of its documents
  /// @return by incident, then accused; one for each pair that an attribution names
  public static List<Corroboration> of(Snapshot snapshot, List<Incident> incidents, List<Family> families) {
    Map<String, String> incidentOf = new TreeMap<>();
    incidents.forEach(incident -> incident.accounts().forEach(
        (IncidentAccount account) -> incidentOf.put(account.id(), incident.id())));
    Map<String, Map<String, List<RecordedClaim>>> pairs = new TreeMap<>();
    Map<String, Party> parties = new TreeMap<>();
    for (RecordedClaim recorded : snapshot.claims()) {
      if (recorded.claim() instanceof Claim.Attribution attribution && attribution.incident().isPresent()) {
        String incident = incidentOf.getOrDefault(attribution.incident().get().id(), "");
        for (Party accused : attribution.accused()) {
          parties.putIfAbsent(accused.id(), accused);
          pairs.computeIfAbsent(incident, _ -> new TreeMap<>())
              .computeIfAbsent(accused.id(), _ -> new ArrayList<>()).add(recorded);
        }
      }
    }
    List<Corroboration> result = new ArrayList<>();
    pairs.forEach((incident, byAccused) -> byAccused.forEach((accused, claims) -> result.add(
        new Corroboration(incident, Objects.requireNonNull(parties.get(accused)),
            claims.stream().map(claim -> new Origin(
                claim.claim().saying().claimants().stream().map(Party::name).sorted().toList(), claim.said(),
                List.of(claim))).toList(),
            (int) claims.stream().map(c -> c.claim().document()).distinct().count()))));
    return result;
  }
}

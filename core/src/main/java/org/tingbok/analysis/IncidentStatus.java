package org.tingbok.analysis;

import java.util.List;
import org.tingbok.claim.Certainty;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.PartialDate;

/// How an incident stands as of the day of a snapshot: who is held responsible, by whom, since when, how surely.
///
/// @param incident id of the incident
/// @param held one for each accused and claimant whose accusation stands, by day, accused, claimant
/// @param withdrawn accusations that their claimant has taken back, likewise
/// @param nonAttributions claims that it is not attributed, or that a name is not confirmed, by day said
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
    return new IncidentStatus(incident.id(), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}

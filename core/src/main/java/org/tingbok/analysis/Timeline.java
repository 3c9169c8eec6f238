package org.tingbok.analysis;

import java.util.List;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.PartialDate;

/// What happened and what was said of it, in order of time.
///
/// @param incident id of the incident
/// @param entries by first day; what happened before what was said on one day; undated entries last
public record Timeline(String incident, List<Entry> entries) {
  /// Copies the list.
  public Timeline {
    entries = List.copyOf(entries);
  }

  /// One entry.
  public sealed interface Entry {
    /// When.
    ///
    /// @return not stated if nothing tells
    PartialDate when();
  }

  /// The incident happened, by these accounts.
  ///
  /// @param when the period they give
  /// @param accounts one or more that give it
  public record Happened(PartialDate when, List<IncidentAccount> accounts) implements Entry {
    /// Copies the list.
    public Happened {
      accounts = List.copyOf(accounts);
    }
  }

  /// Something was said: an attribution, a denial, a response, …
  ///
  /// @param when the day it was said, or the day of the act
  /// @param claims the claim, and the same one in copies of the story
  public record Said(PartialDate when, List<RecordedClaim> claims) implements Entry {
    /// Copies the list.
    public Said {
      claims = List.copyOf(claims);
    }
  }

  /// The time line of an incident.
  ///
  /// @param snapshot what is on record
  /// @param incident an incident of it
  /// @param families the families of its documents
  /// @return the time line
  public static Timeline of(Snapshot snapshot, Incident incident, List<Family> families) {
    return new Timeline(incident.id(), List.of());
  }
}

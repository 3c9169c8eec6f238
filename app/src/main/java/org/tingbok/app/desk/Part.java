package org.tingbok.app.desk;

import java.util.Set;
import java.util.stream.Collectors;
import org.tingbok.claim.IncidentAccount;

/// A desk of a part of a ledger, and what on it was asked for.
///
/// @param desk knows of what was asked for all that a desk of the whole ledger does, and of other things less
/// @param id whole id of the incident, document or claim that was asked for
public record Part(Desk desk, String id) {
  /// The accounts of the incident that was asked for.
  ///
  /// @return their ids
  /// @throws org.tingbok.vocabulary.NotFoundException `INCIDENT_UNKNOWN` if it is not known
  public Set<String> accounts() {
    return desk.incidents().accounts(id).stream().map(IncidentAccount::id).collect(Collectors.toUnmodifiableSet());
  }
}

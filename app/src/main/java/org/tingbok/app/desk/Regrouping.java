package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.GroupingVerdict;
import org.tingbok.vocabulary.NotFoundException;

/// What has to be recorded so that incidents are joined, split, or as they were.
///
/// @param reason why
/// @param by who finds so
/// @param day when
public record Regrouping(String reason, String by, LocalDate day) {
  /// Joins incidents.
  ///
  /// @param desk all that is on record
  /// @param keys two incidents or more: ids, beginnings of ids, or words that fit one only
  /// @return one act
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  /// @throws BadInputException `INCIDENT_AMBIGUOUS` if words fit several, `GROUPING_ONE` if all are one incident
  public List<Act> join(Desk desk, List<String> keys) {
    List<Incident> incidents = keys.stream().map(desk.incidents()::one).distinct().toList();
    if (incidents.size() < 2) {
      throw new BadInputException("GROUPING_ONE", String.join(" and ", keys)
          + (keys.size() > 1 ? " are one incident already" : " is one incident; name another to join it with"));
    }
    return List.of(act(incidents.stream().map(incident -> AccountRef.of(incident.founding())).toList(),
        GroupingVerdict.JOINED));
  }

  /// Splits an incident: what some reports tell is another one.
  ///
  /// @param desk all that is on record
  /// @param key the incident
  /// @param parts ids of its reports or claims, or beginnings of them; the accounts that they give are one side, all others
  ///     the other
  /// @return an act for each pair that is not to be one
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits, `ACCOUNT_UNKNOWN` if a part is not of the incident
  /// @throws BadInputException `INCIDENT_AMBIGUOUS` if words fit several, `GROUPING_WHOLE` if nothing would be left
  public List<Act> split(Desk desk, String key, List<String> parts) {
    Incident incident = desk.incidents().one(key);
    Set<AccountRef> out = new TreeSet<>();
    for (String part : parts) {
      Set<AccountRef> found = accounts(desk, incident, part.strip().toLowerCase(Locale.ROOT));
      if (found.isEmpty()) {
        throw new NotFoundException("ACCOUNT_UNKNOWN", "'" + part + "' begins the id of no report and no claim about '"
            + incident.name() + "'; 'incident' with --format json lists both");
      }
      out.addAll(found);
    }
    List<AccountRef> rest =
        incident.accounts().stream().map(AccountRef::of).filter(account -> !out.contains(account)).toList();
    if (rest.isEmpty()) {
      throw new BadInputException("GROUPING_WHOLE", "that is all that is told of '" + incident.name()
          + "'; nothing would be left to split it from");
    }
    List<Act> acts = new ArrayList<>();
    out.forEach(one -> rest.forEach(other -> acts.add(act(List.of(one, other), GroupingVerdict.APART))));
    return acts;
  }

  /// Takes back what analysts found of an incident, so that it is grouped as if nobody had.
  ///
  /// @param desk all that is on record
  /// @param key the incident, or the id of what was found or the beginning of it
  /// @return an act for each finding
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  /// @throws BadInputException `INCIDENT_AMBIGUOUS` if words fit several, `GROUPING_NONE` if nobody has found anything
  public List<Act> undo(Desk desk, String key) {
    String id = key.strip().toLowerCase(Locale.ROOT);
    List<Act.Grouped> found = id.startsWith("grouping--")
        ? desk.incidents().groupings().stream().filter(grouped -> grouped.subject().startsWith(id)).toList()
        : desk.incidents().groupings(desk.incidents().one(key));
    if (found.isEmpty()) {
      throw new BadInputException("GROUPING_NONE",
          "nobody has joined or split '" + key + "'; there is nothing to undo");
    }
    return found.stream().map(grouped -> act(grouped.accounts(), GroupingVerdict.UNDONE)).toList();
  }

  private Act act(List<AccountRef> accounts, GroupingVerdict verdict) {
    return new Act.Grouped(accounts, verdict, reason, by, day);
  }

  private static Set<AccountRef> accounts(Desk desk, Incident incident, String part) {
    Set<String> own = incident.accounts().stream().map(IncidentAccount::id).collect(Collectors.toSet());
    Set<AccountRef> found = new TreeSet<>();
    incident.accounts().stream().filter(account -> begins(account.document().value(), "document--", part))
        .map(AccountRef::of).forEach(found::add);
    for (RecordedClaim recorded : desk.incidents().claims(incident)) {
      if (begins(recorded.id(), "claim--", part)) {
        recorded.claim().account().filter(account -> own.contains(account.id())).map(AccountRef::of)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean begins(String id, String type, String part) {
    return part.length() > 3 && id.startsWith(part.startsWith(type) ? part : type + part);
  }
}

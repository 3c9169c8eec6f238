package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// Brings the accounts that documents give of operations together into incidents.
public final class Incidents {
  private Incidents() {
  }

  /// The incidents that the claims of a snapshot are about.
  ///
  /// @param snapshot what is on record
  /// @return by id; every account that a claim names is in exactly one
  public static List<Incident> of(Snapshot snapshot) {
    List<Incident> incidents = group(accounts(snapshot));
    Set<String> disputed = new HashSet<>();
    Disputes.in(snapshot, incidents).forEach(dispute -> dispute.incident().ifPresent(disputed::add));
    return incidents.stream().map(incident -> incident.disputed(disputed.contains(incident.id()))).toList();
  }

  /// Groups accounts, without looking at any claim; no incident is marked as disputed.
  ///
  /// @param accounts in any order; an account given twice counts once
  /// @return by id; every account is in exactly one
  public static List<Incident> group(Collection<IncidentAccount> accounts) {
    Map<String, IncidentAccount> byId = new TreeMap<>();
    accounts.forEach(account -> byId.put(account.id(), account));
    List<IncidentAccount> sorted = List.copyOf(byId.values());
    Components components = new Components(sorted.size());
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      for (Party victim : sorted.get(i).victims()) {
        Integer other = first.putIfAbsent(NameKey.of(victim.name()) + "|" + sorted.get(i).period().iso(), i);
        if (other != null) {
          components.join(other, i);
        }
      }
    }
    List<Incident> incidents = new ArrayList<>();
    for (List<Integer> group : components.groups()) {
      incidents.add(incident(group.stream().map(sorted::get).toList()));
    }
    incidents.sort(Comparator.comparing(Incident::id));
    return List.copyOf(incidents);
  }

  /// The accounts that the claims of a snapshot name, each once.
  static List<IncidentAccount> accounts(Snapshot snapshot) {
    Map<String, IncidentAccount> byId = new TreeMap<>();
    snapshot.claims().forEach(recorded -> recorded.claim().account().ifPresent(
        account -> byId.put(account.id(), account)));
    return List.copyOf(byId.values());
  }

  private static Incident incident(List<IncidentAccount> accounts) {
    Map<String, Party> victims = new TreeMap<>();
    Set<String> countries = new TreeSet<>();
    Set<DocumentId> documents = new TreeSet<>();
    for (IncidentAccount account : accounts) {
      account.victims().forEach(victim -> victims.putIfAbsent(victim.name(), victim));
      countries.addAll(account.countries());
      documents.add(account.document());
    }
    PartialDate period = accounts.getFirst().period();
    String id = ContentId.of("incident", accounts.stream().map(IncidentAccount::id).toArray(String[]::new));
    return new Incident(id, accounts.getFirst().label(), List.copyOf(victims.values()), countries, period, accounts,
        List.copyOf(documents), false);
  }
}

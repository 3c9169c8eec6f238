package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.PartialDate;

/// Brings the accounts that documents give of operations together into incidents.
///
/// Accounts are one incident if they share a name of the operation or a victim, and their times go together; two
/// breaches of one victim stay two, and so do a campaign and an incident within it. Accounts of one document were told
/// apart by its reader and are never brought together, unless they name the same victim and the same time. That two
/// documents report the same statement, made on the same day, of one account each, speaks for one incident too.
public final class Incidents {
  /// How what is said begins where only the state of the claimant counts.
  static final String OF_A_STATE = " state ";

  private Incidents() {
  }

  /// The incidents that the claims of a snapshot are about.
  ///
  /// @param snapshot what is on record
  /// @return by id; every account that a claim names is in exactly one
  public static List<Incident> of(Snapshot snapshot) {
    List<Family> families = SameStory.group(snapshot.documents().values());
    List<Incident> incidents = undisputed(snapshot, families);
    return marked(incidents, Disputes.in(snapshot, incidents, families,
        Names.under(NameClaims.in(snapshot, families), View.ANY)));
  }

  /// The incidents, none of them marked yet.
  static List<Incident> undisputed(Snapshot snapshot, List<Family> families) {
    Statements statements = new Statements(snapshot, List.of(), families);
    Map<String, Set<String>> said = said(statements.all());
    Map<String, LocalDate> accused = accused(statements.all());
    Map<String, Set<String>> blamed = blamed(statements.all());
    List<IncidentAccount> accounts = accounts(snapshot);
    List<Incident> incidents = grouped(accounts, groupings(snapshot), account -> {
      Document document = snapshot.documents().get(account.document());
      return new AccountNode.Surroundings(document == null ? PartialDate.NOT_STATED : document.published(),
          statements.story(account.document()), said.getOrDefault(account.id(), Set.of()),
          Optional.ofNullable(accused.get(account.id())), blamed.getOrDefault(account.id(), Set.of()));
    });
    return Campaigns.within(incidents, Campaigns.said(snapshot.claims().stream().map(RecordedClaim::claim).toList()),
        ToldParts.in(incidents, snapshot.documents().values()));
  }

  /// For each account the first day on which somebody was accused of it, where the text tells when.
  static Map<String, LocalDate> accused(List<RecordedClaim> claims) {
    Map<String, LocalDate> accused = new HashMap<>();
    for (RecordedClaim recorded : claims) {
      if (recorded.claim() instanceof Claim.Attribution claim) {
        claim.incident().ifPresent(account -> claim.saying().saidOn().last()
            .ifPresent(day -> accused.merge(account.id(), day, (a, b) -> a.isBefore(b) ? a : b)));
      }
    }
    return accused;
  }

  /// For each account the countries of those who are accused of it.
  static Map<String, Set<String>> blamed(List<RecordedClaim> claims) {
    Map<String, Set<String>> blamed = new HashMap<>();
    for (RecordedClaim recorded : claims) {
      if (recorded.claim() instanceof Claim.Attribution claim) {
        claim.incident().ifPresent(account -> claim.accused().forEach(party -> party.country()
            .ifPresent(country -> blamed.computeIfAbsent(account.id(), _ -> new TreeSet<>()).add(country))));
      }
    }
    return blamed;
  }

  /// What analysts found of the accounts.
  static Groupings groupings(Snapshot snapshot) {
    return Groupings.of(snapshot.acts().stream().map(Act.Recorded::act).toList(), accounts(snapshot));
  }

  /// For each account what is said of it, with who and when, where the same is said of no other account of its document.
  static Map<String, Set<String>> said(List<RecordedClaim> claims) {
    Map<String, Set<String>> accountsOf = new HashMap<>();
    for (RecordedClaim recorded : claims) {
      Claim claim = recorded.claim();
      boolean aboutWho = switch (claim.type()) {
        case ATTRIBUTION, NON_ATTRIBUTION, DENIAL, RESPONSE -> true;
        case ALIAS, AFFILIATION, IMPACT, METHOD -> false;
      };
      PartialDate when = claim.saying().saidOn();
      if (aboutWho && Periods.days(when).filter(days -> days <= 7).isPresent()) {
        claim.account().ifPresent(account -> {
          accountsOf.computeIfAbsent(claim.document() + " " + Statements.content(claim, "") + " " + when.iso(),
              _ -> new TreeSet<>()).add(account.id());
          Statements.stateContent(claim).ifPresent(content -> accountsOf
              .computeIfAbsent(claim.document() + OF_A_STATE + content + " " + when.iso(), _ -> new TreeSet<>())
              .add(account.id()));
        });
      }
    }
    Map<String, Set<String>> said = new HashMap<>();
    accountsOf.forEach((what, accounts) -> {
      if (accounts.size() == 1) {
        said.computeIfAbsent(accounts.iterator().next(), _ -> new TreeSet<>()).add(what.substring(what.indexOf(' ')));
      }
    });
    return said;
  }

  /// The incidents, those marked that disputes are about.
  static List<Incident> marked(List<Incident> incidents, List<Dispute> disputes) {
    Set<String> disputed = new HashSet<>();
    disputes.stream().filter(dispute -> !dispute.lapsed())
        .forEach(dispute -> dispute.incident().ifPresent(disputed::add));
    return incidents.stream().map(incident -> incident.disputed(disputed.contains(incident.id()))).toList();
  }

  /// What incidents were known to be on a day: which accounts are of one is told by everything on record, but nothing that
  /// an account tells is known before a claim of the day is about it.
  ///
  /// @param incidents the incidents of everything on record
  /// @param then what had been said
  /// @return by id; the ids stay; incidents that nothing had been said of are left out; none is marked as disputed
  public static List<Incident> asOf(List<Incident> incidents, Snapshot then) {
    Set<String> told = new HashSet<>();
    accounts(then).forEach(account -> told.add(account.id()));
    return incidents.stream().flatMap(incident -> told(incident,
        incident.accounts().stream().filter(account -> told.contains(account.id())).toList()).stream()).toList();
  }

  /// What an incident was known to be while only some of its accounts were; of what it is part of and contains, only what was
  /// told of itself is to be shown.
  ///
  /// @param told those accounts, by id
  static Optional<Incident> told(Incident incident, List<IncidentAccount> told) {
    if (told.isEmpty()) {
      return Optional.empty();
    }
    if (told.size() == incident.accounts().size()) {
      return Optional.of(incident.disputed(false));
    }
    SortedMap<String, IncidentAccount> accounts = new TreeMap<>();
    told.forEach(account -> accounts.put(account.id(), account));
    return Optional.of(incident(AccountGroup.of(accounts, incident.reasons().stream()
        .filter(reason -> accounts.containsKey(reason.account()) && accounts.containsKey(reason.joined()))
        .toList()), Map.of()).knownBy(incident.id()).within(incident.whole(), incident.parts()));
  }

  /// Groups accounts, without looking at any claim; no incident is marked as disputed.
  ///
  /// @param accounts in any order; of accounts of one id, what they tell is taken together
  /// @param published when documents were published: nothing they tell of happened later; a document may be absent
  /// @return by id; every account is in exactly one
  public static List<Incident> group(Collection<IncidentAccount> accounts, Map<DocumentId, PartialDate> published) {
    return grouped(accounts, Groupings.NONE, account -> AccountNode.Surroundings.of(account,
        published.getOrDefault(account.document(), PartialDate.NOT_STATED)));
  }

  static List<Incident> grouped(Collection<IncidentAccount> accounts, Groupings groupings,
      Function<IncidentAccount, AccountNode.Surroundings> around) {
    Map<String, IncidentAccount> byId = new TreeMap<>();
    accounts.forEach(account -> byId.merge(account.id(), account, Incidents::together));
    IncidentIndex index = new IncidentIndex(groupings);
    byId.values().forEach(account -> index.add(account, around.apply(account)));
    return index.incidents();
  }

  private static List<IncidentAccount> accounts(Snapshot snapshot) {
    List<IncidentAccount> accounts = new ArrayList<>();
    snapshot.claims().forEach(recorded -> recorded.claim().account().ifPresent(accounts::add));
    return accounts;
  }

  /// Two readings of one account.
  static IncidentAccount together(IncidentAccount a, IncidentAccount b) {
    if (a.equals(b)) {
      return a;
    }
    Map<String, Party> victims = new TreeMap<>();
    a.victims().forEach(victim -> victims.put(victim.name(), victim));
    b.victims().forEach(victim -> victims.merge(victim.name(), victim, Incidents::fuller));
    Set<String> names = new TreeSet<>(a.names());
    names.addAll(b.names());
    Set<String> countries = new TreeSet<>(a.countries());
    countries.addAll(b.countries());
    return new IncidentAccount(a.document(), a.key(), a.label().compareTo(b.label()) < 0 ? a.label() : b.label(),
        List.copyOf(victims.values()), Periods.merged(List.of(a.period(), b.period())), names, countries);
  }

  private static Party fuller(Party a, Party b) {
    if (a.country().isPresent() != b.country().isPresent()) {
      return a.country().isPresent() ? a : b;
    }
    return a.toString().compareTo(b.toString()) <= 0 ? a : b;
  }

  /// The incident that a group of accounts tells of.
  ///
  /// @param group the accounts
  /// @param published when their documents were published; a document may be absent
  static Incident incident(AccountGroup group, Map<DocumentId, PartialDate> published) {
    List<IncidentAccount> accounts = List.copyOf(group.accounts().values());
    Map<String, Party> victims = new TreeMap<>();
    Set<String> countries = new TreeSet<>();
    Set<DocumentId> documents = new TreeSet<>();
    for (IncidentAccount account : accounts) {
      account.victims().forEach(victim -> victims.merge(victim.name(), victim, Incidents::fuller));
      countries.addAll(account.countries());
      documents.add(account.document());
    }
    PartialDate period = Periods.merged(accounts.stream().map(IncidentAccount::period).toList());
    String first = group.accounts().entrySet().stream().min(Comparator.comparing(entry -> published
        .getOrDefault(entry.getValue().document(), PartialDate.NOT_STATED).first().orElse(LocalDate.MAX)))
        .map(Map.Entry::getKey).orElseThrow();
    return new Incident(Incident.id(first), IncidentNames.of(accounts, period), List.copyOf(victims.values()),
        countries,
        period, accounts, List.copyOf(documents), group.reasons(), Optional.empty(), List.of(), false);
  }
}

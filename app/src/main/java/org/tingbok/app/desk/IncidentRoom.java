package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tingbok.analysis.Conflict;
import org.tingbok.analysis.Dispute;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.IncidentBook;
import org.tingbok.analysis.IncidentStatus;
import org.tingbok.analysis.Reckoning;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NotFoundException;

/// Knows the incidents of which something had been said by the day: finds them by id or words and tells of them.
/// Immutable.
public final class IncidentRoom {
  private final Desk desk;
  private final List<Incident> all;
  private final Map<String, Incident> byId = new LinkedHashMap<>();
  private final Map<String, List<RecordedClaim>> byIncident = new HashMap<>();
  private final Map<String, List<RecordedClaim>> saidBefore = new HashMap<>();
  private final Reckoning reckoning;
  private Optional<Map<String, List<Conflict>>> conflicts = Optional.empty();
  /// Made once each: they are asked for on every page, and nothing of what they tell changes.
  private final Map<String, IncidentCard> cards = new ConcurrentHashMap<>();

  IncidentRoom(Desk desk, List<Incident> incidents, Map<String, List<RecordedClaim>> claims,
      Map<String, List<RecordedClaim>> before, Reckoning reckoning) {
    this.desk = desk;
    this.all = incidents;
    this.reckoning = reckoning;
    byIncident.putAll(claims);
    saidBefore.putAll(before);
    incidents.forEach(incident -> incident.ids().forEach(id -> byId.put(id, incident)));
  }

  /// An incident by its whole id, or one that it had when fewer reports were on record.
  Optional<Incident> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The incidents.
  ///
  /// @param words what their names, victims, countries, accused or claimants must hold, each word of it; blank for all
  /// @return the one last spoken of first
  public List<IncidentCard> with(String words) {
    List<String> wanted = wanted(words);
    return all.stream().filter(incident -> matches(incident, wanted)).map(this::card)
        .sorted(Comparator.comparing((IncidentCard card) -> card.lastSaid().to().orElse("")).reversed()
            .thenComparing(IncidentCard::name).thenComparing(IncidentCard::id))
        .toList();
  }

  /// One incident.
  ///
  /// @param key its id, a prefix of it that no other has, the id of an account of it, or words of its name or victims
  /// @return what is on record about it
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if a prefix fits several
  public IncidentPage page(String key) {
    return IncidentPages.of(desk, find(key).getFirst());
  }

  /// How documents tell of an incident.
  ///
  /// @param key as for [#page]
  /// @return its accounts
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  public List<IncidentAccount> accounts(String key) {
    return find(key).getFirst().accounts();
  }

  /// Which further incidents fit words that [#page] was asked with.
  ///
  /// @param key the same words
  /// @return possibly none
  public List<IncidentCard> alsoFitting(String key) {
    List<Incident> fitting = find(key);
    return fitting.subList(1, fitting.size()).stream().map(this::card).toList();
  }

  Incident first(String key) {
    return find(key).getFirst();
  }

  Optional<Incident> found(String key) {
    try {
      return Optional.of(first(key));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /// The one incident that a decision is about.
  ///
  /// @throws NotFoundException `INCIDENT_UNKNOWN` if nothing fits
  /// @throws BadInputException `INCIDENT_AMBIGUOUS` if words fit several
  Incident one(String key) {
    List<Incident> fitting = find(key);
    if (fitting.size() > 1) {
      throw new BadInputException("INCIDENT_AMBIGUOUS", fitting.size() + " incidents fit '" + key + "', "
          + fitting.getFirst().id() + " and " + fitting.get(1).id() + " among them; give the beginning of an id");
    }
    return fitting.getFirst();
  }

  /// The incident that an account tells of.
  ///
  /// @param account which account of which document
  /// @return empty if nothing had been said of it
  public Optional<Incident> of(AccountRef account) {
    return account(account).flatMap(one -> all.stream()
        .filter(incident -> incident.accounts().contains(one)).findFirst());
  }

  /// An account by which it is.
  Optional<IncidentAccount> account(AccountRef account) {
    String id = account.id();
    return all.stream().flatMap(incident -> incident.accounts().stream()).filter(one -> one.id().equals(id))
        .findFirst();
  }

  /// What analysts found of the accounts of an incident, as far as it stands.
  List<Act.Grouped> groupings(Incident incident) {
    return desk.groupings(incident);
  }

  /// What analysts found of any accounts, as far as it stands.
  List<Act.Grouped> groupings() {
    return all.stream().flatMap(incident -> groupings(incident).stream()).distinct().toList();
  }

  /// Words are looked for in what incidents are called by everything on record, so that a key means the same on every day.
  private List<Incident> find(String key) {
    Optional<Incident> told = desk.cards().incidentOf(key.strip().toLowerCase(Locale.ROOT))
        .filter(incident -> byId.containsKey(incident.id()));
    if (told.isPresent()) {
      return List.of(told.get());
    }
    Optional<Incident> one = IdBeginning.find(byId, key, "incident--");
    if (one.isPresent()) {
      return List.of(one.get());
    }
    List<String> wanted = wanted(key);
    List<Incident> fitting = wanted.isEmpty() ? List.of()
        : all.stream()
            .filter(incident -> wanted.stream().allMatch(IncidentBook.key(desk.ever(incident))::contains))
            .sorted(Comparator.comparing((Incident incident) -> desk.ever(incident).victims().stream()
                .noneMatch(victim -> NameKey.of(victim.name()).equals(NameKey.of(key))))
                .thenComparingInt(incident -> -claims(incident).size()).thenComparing(Incident::id))
            .toList();
    if (fitting.isEmpty()) {
      throw new NotFoundException("INCIDENT_UNKNOWN", "no incident fits '" + key + "'" + desk.asked()
          + "; the command 'incidents' lists them");
    }
    return fitting;
  }

  IncidentCard card(Incident incident) {
    return cards.computeIfAbsent(incident.id(), _ -> IncidentPages.card(desk, incident));
  }

  IncidentStatus status(Incident incident) {
    return java.util.Objects.requireNonNull(reckoning.statuses().get(incident.id()));
  }

  /// The days on which anything was said of an incident, whatever day is asked for.
  ///
  /// @param id its id
  /// @return in order; possibly none
  public List<LocalDate> daysOf(String id) {
    return withId(id).map(desk::saidOf).orElse(List.of()).stream().flatMap(recorded -> recorded.said().last().stream())
        .distinct().sorted().toList();
  }

  List<RecordedClaim> claims(Incident incident) {
    return byIncident.getOrDefault(incident.id(), List.of());
  }

  /// Claims read as being about an incident that were said well before it happened.
  List<RecordedClaim> saidBefore(Incident incident) {
    return saidBefore.getOrDefault(incident.id(), List.of());
  }

  /// Every incident.
  List<Incident> all() {
    return all;
  }

  List<Conflict> conflicts(Incident incident) {
    return List.copyOf(byIncident().getOrDefault(incident.id(), List.of()));
  }

  private synchronized Map<String, List<Conflict>> byIncident() {
    Map<String, List<Conflict>> found = conflicts.orElseGet(() -> {
      Map<String, List<Conflict>> by = new HashMap<>();
      reckoning.conflicts().forEach(conflict -> conflict.dispute().incident()
          .ifPresent(id -> by.computeIfAbsent(id, _ -> new ArrayList<>()).add(conflict)));
      return by;
    });
    conflicts = Optional.of(found);
    return found;
  }

  List<Dispute> disputes(Incident incident) {
    return conflicts(incident).stream().map(Conflict::dispute).toList();
  }

  /// The victims that had been told of by the day asked for.
  List<Party> victims(Incident incident) {
    Map<String, Party> victims = new java.util.TreeMap<>();
    claims(incident).forEach(recorded -> recorded.claim().account().ifPresent(account -> account.victims()
        .forEach(victim -> victims.putIfAbsent(NameKey.of(victim.name()), victim))));
    return List.copyOf(victims.values());
  }

  private static List<String> wanted(String words) {
    List<String> wanted = new ArrayList<>();
    for (String word : words.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        wanted.add(NameKey.of(word));
      }
    }
    return wanted;
  }

  /// The name and the victims as one key to search in.
  private String named(Incident incident) {
    StringBuilder named = new StringBuilder(NameKey.of(incident.name()));
    victims(incident).forEach(victim -> named.append(' ').append(NameKey.of(victim.name())));
    incident.accounts().forEach(account -> account.names().forEach(name -> named.append(' ').append(NameKey.of(name))));
    return named.toString();
  }

  private boolean matches(Incident incident, List<String> wanted) {
    if (wanted.isEmpty()) {
      return true;
    }
    StringBuilder text = new StringBuilder(named(incident));
    incident.countries().forEach(country -> text.append(' ').append(country.toLowerCase(Locale.ROOT)));
    claims(incident).forEach(recorded -> Phrase.words(Gist.of(recorded.claim())).lines()
        .forEach(line -> text.append(' ').append(NameKey.of(line))));
    return wanted.stream().allMatch(text.toString()::contains);
  }
}

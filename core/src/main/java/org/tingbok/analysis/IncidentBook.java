package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;

/// The incidents on record, and since when something had been said of them. Immutable and safe to share.
public final class IncidentBook {
  private final List<Incident> all;
  private final NavigableMap<String, Incident> byId = new TreeMap<>();
  private final Map<String, Incident> byAccount = new HashMap<>();
  /// Of each account of each incident when its claims were said, rising ([#saying]).
  private final Map<String, long[][]> days = new HashMap<>();
  private String[] keys = {};

  IncidentBook(List<Incident> incidents, Function<IncidentAccount, long[]> days) {
    this.all = List.copyOf(incidents);
    for (Incident incident : all) {
      incident.ids().forEach(id -> byId.putIfAbsent(id, incident));
      incident.accounts().forEach(account -> byAccount.put(account.id(), incident));
      this.days.put(incident.id(), incident.accounts().stream().map(days).toArray(long[][]::new));
    }
  }

  /// All of them.
  ///
  /// @return by id, as they are by everything on record
  public List<Incident> all() {
    return all;
  }

  /// Ids with the incidents that they mean: their own, and those that they had when fewer reports were on record.
  ///
  /// @return in order of the ids
  public NavigableMap<String, Incident> byId() {
    return java.util.Collections.unmodifiableNavigableMap(byId);
  }

  /// The incident of an id.
  ///
  /// @param id its own, or one that it had when fewer reports were on record
  /// @return empty if there is none
  public Optional<Incident> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The incidents in whose name, victims and names of operation words stand.
  ///
  /// @param wanted keys of words
  /// @return by id, as they are by everything on record
  public List<Incident> named(List<String> wanted) {
    String[] known = keys();
    return IntStream.range(0, known.length).filter(i -> wanted.stream().allMatch(known[i]::contains))
        .mapToObj(all::get).toList();
  }

  private synchronized String[] keys() {
    if (keys.length != all.size()) {
      keys = all.stream().map(IncidentBook::key).toArray(String[]::new);
    }
    return keys;
  }

  /// The name, the victims and the names of operation as one key to search in.
  ///
  /// @param incident any incident
  /// @return keys of names, set apart by blanks
  public static String key(Incident incident) {
    StringBuilder key = new StringBuilder(NameKey.of(incident.name()));
    incident.victims().forEach(victim -> key.append(' ').append(NameKey.of(victim.name())));
    incident.accounts().forEach(account -> account.names().forEach(name -> key.append(' ').append(NameKey.of(name))));
    return key.toString();
  }

  /// The incident that an account tells of.
  ///
  /// @param account id of an account
  /// @return empty if it is not known
  public Optional<Incident> of(String account) {
    return Optional.ofNullable(byAccount.get(account));
  }

  /// What an incident was known to be on a day ([Incidents#asOf]).
  ///
  /// @param incident an incident of this book
  /// @param day the day; empty for any
  /// @return empty if nothing had been said of it
  public Optional<Incident> asOf(Incident incident, Optional<LocalDate> day) {
    if (day.isEmpty()) {
      return Optional.of(incident);
    }
    long last = after(day);
    List<IncidentAccount> told = new ArrayList<>();
    long[][] said = said(incident);
    for (int i = 0; i < said.length; i++) {
      if (said[i].length > 0 && said[i][0] < last) {
        told.add(incident.accounts().get(i));
      }
    }
    return Incidents.told(incident, told);
  }

  /// How many claims about an incident had been said by a day, those left out that were said before it happened.
  ///
  /// @param incident what an incident of this book was known to be on the day ([#asOf])
  /// @param day the day; empty for any
  /// @return 0 or more; of 0, nothing is told of it
  public int claims(Incident incident, Optional<LocalDate> day) {
    long last = after(day);
    return (int) Arrays.stream(said(incident)).flatMapToLong(Arrays::stream)
        .filter(saying -> saying < last && !incident.saidBefore((int) saying)).count();
  }

  private long[][] said(Incident incident) {
    return days.getOrDefault(incident.id(), new long[0][]);
  }

  /// What is above everything said by a day.
  private static long after(Optional<LocalDate> day) {
    return day.map(one -> one.toEpochDay() + 1 << Integer.SIZE).orElse(Long.MAX_VALUE);
  }

  /// When a claim was said, in one number: above, the day by which it had been said, by which such numbers rise; below, the
  /// last day of its own date, as far as it tells whether the claim is about an incident at all ([Incident#saidBefore]).
  static long saying(int by, RecordedClaim claim) {
    return (long) by << Integer.SIZE | Incident.lastDay(claim) & 0xffff_ffffL;
  }
}

package org.tingbok.app.desk;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.vocabulary.SlotRole;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Days;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.PageRequest;

/// The names that lists and documents on record use, for telling a misspelt one. What counts as near is said here and
/// nowhere else.
public final class UsedNames {
  private static final int NEAREST = 3;
  /// Names of so few letters are near to too many others; short ones allow one difference.
  private static final int SHORT = 4;

  private final Map<String, String> spellings = new TreeMap<>();

  private UsedNames() {
  }

  /// The names of a snapshot.
  ///
  /// @param snapshot what is on record
  /// @return every name that a list has, every party of a claim, and who publishes
  public static UsedNames in(Snapshot snapshot) {
    UsedNames names = new UsedNames();
    for (NamesOnRecord.Listed listed : snapshot.names().listed()) {
      names.add(listed.listing().actor());
      names.add(listed.listing().name());
    }
    for (RecordedClaim recorded : snapshot.claims()) {
      recorded.claim().slots().forEach(slot -> names.add(slot.party().name()));
    }
    snapshot.documents().values().forEach(document -> document.publisher().ifPresent(names::add));
    snapshot.names().listed().stream().map(listed -> listed.listing().claimant()).distinct().forEach(names::add);
    return names;
  }

  /// What to tell of names that somebody asks for or records something about, if they are on record nowhere. The ledger's
  /// indexes are asked first: all of it is gone through only for the nearest names to one that they do not have.
  ///
  /// @param ledger the ledger
  /// @param asked names
  /// @return one line for each that is not on record and that the tables that ship do not have, with the nearest names
  public static List<String> warnings(Ledger ledger, List<String> asked) {
    List<String> unknown = asked.stream().filter(name -> !known(name) && !indexed(ledger, name)).toList();
    if (unknown.isEmpty()) {
      return List.of();
    }
    UsedNames used = in(ledger.asOf(AsOf.NOW));
    return unknown.stream().flatMap(name -> used.warning(name).stream()).toList();
  }

  private static boolean known(String name) {
    KnownName known = KnownNames.of(name, false, Optional.empty());
    return !known.nothing() && !known.inferred();
  }

  private static boolean indexed(Ledger ledger, String name) {
    Set<String> names = new HashSet<>(Namesakes.of(name));
    ClaimQuery party = ClaimQuery.of(new Condition.WithParty(EnumSet.allOf(SlotRole.class), names));
    return !ledger.claims(party, AsOf.NOW, PageRequest.first(1)).items().isEmpty()
        || !ledger.documents(
            new DocumentQuery(Optional.empty(), new Days(Optional.empty(), Optional.empty()), Set.of(), names),
            AsOf.NOW,
            PageRequest.first(1)).items().isEmpty();
  }

  private void add(String name) {
    spellings.putIfAbsent(NameKey.of(name), name);
  }

  boolean has(String name) {
    return Namesakes.of(name).stream().map(NameKey::of).anyMatch(spellings::containsKey);
  }

  /// What to tell of a name that somebody records something about, if it is on record nowhere.
  ///
  /// @param name the name
  /// @return one line with the nearest names; empty if the name is used, or the tables that ship have it
  public Optional<String> warning(String name) {
    return has(name) || known(name) ? Optional.empty()
        : Optional.of("nobody on record is called '" + name + "'" + suggestion(name));
  }

  /// The nearest names in words.
  ///
  /// @param name a name that nobody uses
  /// @return begins with a semicolon; empty if none is near
  String suggestion(String name) {
    List<String> near = near(name);
    return near.isEmpty() ? "" : "; the nearest on record: " + String.join(", ", near);
  }

  /// Names that differ in a letter or two, the nearest first; of those as near, one that looks the same ("APT3l").
  List<String> near(String name) {
    String key = NameKey.of(name);
    int most = key.length() < SHORT ? 0 : key.length() < 5 ? 1 : 2;
    Map<String, Integer> distances = new TreeMap<>();
    spellings.forEach((other, spelling) -> {
      int distance = Math.abs(other.length() - key.length()) > most ? most + 1 : distance(key, other);
      if (distance <= most) {
        distances.put(spelling, distance);
      }
    });
    String looks = looks(key);
    return distances.entrySet().stream()
        .sorted(Comparator.comparingInt((Map.Entry<String, Integer> one) -> one.getValue())
            .thenComparingInt(one -> distance(looks, looks(NameKey.of(one.getKey())))))
        .limit(NEAREST)
        .map(Map.Entry::getKey).toList();
  }

  /// Signs that are mistaken for each other as one.
  private static String looks(String key) {
    return key.replace('l', '1').replace('i', '1').replace('o', '0').replace("rn", "m");
  }

  /// How many letters are to be put in, left out or changed.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}

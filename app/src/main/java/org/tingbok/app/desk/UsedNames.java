package org.tingbok.app.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;

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
    KnownName known = KnownNames.of(name, false, Optional.empty());
    return has(name) || !known.nothing() && !known.inferred() ? Optional.empty()
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

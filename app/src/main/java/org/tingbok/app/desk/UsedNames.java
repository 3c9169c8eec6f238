package org.tingbok.app.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;

/// The names that lists and documents on record use, for telling a misspelt one.
final class UsedNames {
  private static final int NEAREST = 3;

  private final Map<String, String> spellings = new TreeMap<>();

  private UsedNames() {
  }

  static UsedNames in(Snapshot snapshot) {
    UsedNames names = new UsedNames();
    for (NamesOnRecord.Listed listed : snapshot.names().listed()) {
      names.add(listed.listing().actor());
      names.add(listed.listing().name());
    }
    for (RecordedClaim recorded : snapshot.claims()) {
      recorded.claim().slots().forEach(slot -> names.add(slot.party().name()));
    }
    return names;
  }

  private void add(String name) {
    spellings.putIfAbsent(NameKey.of(name), name);
  }

  boolean has(String name) {
    return spellings.containsKey(NameKey.of(name));
  }

  /// Names that differ in a letter or two, the nearest first.
  List<String> near(String name) {
    String key = NameKey.of(name);
    int most = key.length() < 5 ? 1 : 2;
    Map<String, Integer> distances = new TreeMap<>();
    spellings.forEach((other, spelling) -> {
      int distance = Math.abs(other.length() - key.length()) > most ? most + 1 : distance(key, other);
      if (distance <= most) {
        distances.put(spelling, distance);
      }
    });
    return distances.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getValue)).limit(NEAREST)
        .map(Map.Entry::getKey).toList();
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

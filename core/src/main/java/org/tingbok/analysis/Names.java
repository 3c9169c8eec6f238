package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.AliasRelation;

/// Which names denote one actor, under a view. Immutable and safe to share.
public final class Names {
  private final Map<String, SortedSet<String>> byKey;

  private Names(Map<String, SortedSet<String>> byKey) {
    this.byKey = byKey;
  }

  /// The names of a snapshot, joined as a view allows.
  ///
  /// @param snapshot what is on record
  /// @param view whose word is taken
  /// @return the joined names
  public static Names under(Snapshot snapshot, View view) {
    Map<String, Set<String>> claimants = new TreeMap<>();
    Map<String, Claim.Alias> pairs = new TreeMap<>();
    for (RecordedClaim recorded : snapshot.claims()) {
      if (recorded.claim() instanceof Claim.Alias alias
          && (alias.relation() == AliasRelation.SAME || alias.relation() == AliasRelation.FORMER)) {
        String a = NameKey.of(alias.first().name());
        String b = NameKey.of(alias.second().name());
        String pair = a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
        pairs.putIfAbsent(pair, alias);
        alias.saying().claimants().stream().map(Party::name).map(NameKey::of)
            .forEach(claimants.computeIfAbsent(pair, _ -> new HashSet<>())::add);
      }
    }
    Map<String, Integer> index = new HashMap<>();
    List<SortedSet<String>> spellings = new ArrayList<>();
    List<int[]> joins = new ArrayList<>();
    pairs.forEach((pair, alias) -> {
      int a = place(alias.first().name(), index, spellings);
      int b = place(alias.second().name(), index, spellings);
      if (joins(view, claimants.getOrDefault(pair, Set.of()))) {
        joins.add(new int[] {a, b});
      }
    });
    Components components = new Components(spellings.size());
    joins.forEach(join -> components.join(join[0], join[1]));
    Map<String, SortedSet<String>> byKey = new HashMap<>();
    for (List<Integer> group : components.groups()) {
      SortedSet<String> names = new TreeSet<>();
      group.forEach(i -> names.addAll(spellings.get(i)));
      names.forEach(name -> byKey.put(NameKey.of(name), names));
    }
    return new Names(byKey);
  }

  private static int place(String name, Map<String, Integer> index, List<SortedSet<String>> spellings) {
    int at = index.computeIfAbsent(NameKey.of(name), _ -> {
      spellings.add(new TreeSet<>());
      return spellings.size() - 1;
    });
    spellings.get(at).add(name);
    return at;
  }

  private static boolean joins(View view, Set<String> claimants) {
    return switch (view) {
      case View.Everyone _ -> true;
      case View.Nobody _ -> false;
      case View.Only only -> only.claimants().stream().map(NameKey::of).anyMatch(claimants::contains);
      case View.Independent independent -> claimants.size() >= independent.claimants();
    };
  }

  /// All names of the actor that a name denotes.
  ///
  /// @param name a name; case, blanks and hyphens do not matter
  /// @return the names as on record, in order; the name itself if nothing joins it
  public SortedSet<String> of(String name) {
    SortedSet<String> names = byKey.get(NameKey.of(name));
    return java.util.Collections.unmodifiableSortedSet(names == null ? new TreeSet<>(Set.of(name)) : names);
  }

  /// One key for all names of the actor that a name denotes.
  String key(String name) {
    return NameKey.of(of(name).first());
  }

  /// Whether two names denote one actor.
  ///
  /// @param a a name
  /// @param b another
  /// @return true if they are one key or joined
  public boolean one(String a, String b) {
    return key(a).equals(key(b));
  }
}

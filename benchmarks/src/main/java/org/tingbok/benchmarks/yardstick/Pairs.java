package org.tingbok.benchmarks.yardstick;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Groups made and groups wanted, compared: pair by pair, and by B-cubed, which weighs each thing alike however large its
/// group. Not for several threads.
final class Pairs {
  private final Map<String, String> wanted = new TreeMap<>();
  private final Map<String, String> made = new HashMap<>();

  /// A thing with the group that it belongs to.
  void want(String thing, String group) {
    wanted.put(thing, group);
  }

  /// A thing with the group that it was put in.
  void make(String thing, String group) {
    made.put(thing, group);
  }

  /// Pairs that are rightly together.
  Tally together(String what) {
    Tally tally = new Tally(what);
    List<String> things = List.copyOf(wanted.keySet());
    for (int i = 0; i < things.size(); i++) {
      for (int j = i + 1; j < things.size(); j++) {
        boolean right = wanted.getOrDefault(things.get(i), "").equals(wanted.get(things.get(j)));
        boolean found = made.getOrDefault(things.get(i), "").equals(made.get(things.get(j)));
        tally.add(right && found ? 1 : 0, found ? 1 : 0, right ? 1 : 0);
      }
    }
    return tally;
  }

  /// B-cubed.
  Tally bCubed(String what) {
    Map<List<String>, Integer> both = new HashMap<>();
    Map<String, Integer> ofWanted = new HashMap<>();
    Map<String, Integer> ofMade = new HashMap<>();
    wanted.forEach((thing, group) -> {
      both.merge(List.of(group, made.getOrDefault(thing, "")), 1, Integer::sum);
      ofWanted.merge(group, 1, Integer::sum);
      ofMade.merge(made.getOrDefault(thing, ""), 1, Integer::sum);
    });
    double precision = 0;
    double recall = 0;
    for (Map.Entry<List<String>, Integer> entry : both.entrySet()) {
      double square = (double) entry.getValue() * entry.getValue();
      recall += square / ofWanted.getOrDefault(entry.getKey().getFirst(), 1);
      precision += square / ofMade.getOrDefault(entry.getKey().getLast(), 1);
    }
    return Tally.mean(what, precision / wanted.size(), recall / wanted.size());
  }
}

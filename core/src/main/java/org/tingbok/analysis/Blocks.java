package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Things that some join pairwise and some keep apart, and what may be chained without taking a side ([Names] says why).
///
/// Two blocks become one if they are joined, are not apart, and whatever else is joined to either is not apart from the
/// other. That is done for all such blocks at once, and again until nothing changes; a chain of them that would bring
/// together what is apart is not closed. So the outcome does not depend on any order, and no block ever holds two things
/// that are apart. Not safe for several threads.
final class Blocks {
  /// Whether two things are kept apart.
  @FunctionalInterface
  interface Apart {
    boolean test(int a, int b);
  }

  private final Apart apart;
  private final long[] joins;
  private final int[] blockOf;
  private final Map<Integer, int[]> members = new TreeMap<>();
  private final Map<Long, Boolean> known = new HashMap<>();
  private Map<Integer, SortedSet<Integer>> neighbours = new TreeMap<>();

  /// Chains what may be chained.
  ///
  /// @param size how many things
  /// @param joins pairs that are joined and not apart, each once, the lower in the upper half
  /// @param apart which are kept apart; symmetrical
  Blocks(int size, long[] joins, Apart apart) {
    this.apart = apart;
    this.joins = joins.clone();
    this.blockOf = new int[size];
    for (int i = 0; i < size; i++) {
      blockOf[i] = i;
      members.put(i, new int[] {i});
    }
    do {
      look();
    } while (chained());
  }

  private void look() {
    known.clear();
    neighbours = new TreeMap<>();
    for (long join : joins) {
      int a = blockOf[(int) (join >> 32)];
      int b = blockOf[(int) join];
      if (a != b) {
        neighbours.computeIfAbsent(a, _ -> new TreeSet<>()).add(b);
        neighbours.computeIfAbsent(b, _ -> new TreeSet<>()).add(a);
      }
    }
  }

  private boolean chained() {
    Map<Integer, Integer> places = new HashMap<>();
    List<Integer> blocks = List.copyOf(neighbours.keySet());
    for (int i = 0; i < blocks.size(); i++) {
      places.put(blocks.get(i), i);
    }
    Components chains = new Components(blocks.size());
    neighbours.forEach((block, others) -> others.tailSet(block).forEach(other -> {
      if (safe(block, other)) {
        chains.join(places.getOrDefault(block, 0), places.getOrDefault(other, 0));
      }
    }));
    boolean any = false;
    for (List<Integer> chain : chains.groups()) {
      if (chain.size() > 1 && free(chain.stream().map(blocks::get).toList())) {
        merge(chain.stream().map(blocks::get).toList());
        any = true;
      }
    }
    return any;
  }

  private boolean safe(int a, int b) {
    return !apart(a, b) && others(a).stream().allMatch(other -> other == b || !apart(other, b))
        && others(b).stream().allMatch(other -> other == a || !apart(other, a));
  }

  private boolean free(List<Integer> chain) {
    for (int i = 0; i < chain.size(); i++) {
      for (int j = i + 1; j < chain.size(); j++) {
        if (apart(chain.get(i), chain.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private void merge(List<Integer> chain) {
    int[] all = chain.stream().flatMapToInt(block -> Arrays.stream(members(block))).sorted().toArray();
    chain.forEach(members::remove);
    members.put(all[0], all);
    for (int one : all) {
      blockOf[one] = all[0];
    }
  }

  private SortedSet<Integer> others(int block) {
    return neighbours.getOrDefault(block, new TreeSet<>());
  }

  private int[] members(int block) {
    return members.getOrDefault(block, new int[] {block});
  }

  private boolean apart(int a, int b) {
    return known.computeIfAbsent(NameClaims.pair(a, b), _ -> {
      for (int one : members(a)) {
        for (int other : members(b)) {
          if (apart.test(one, other)) {
            return true;
          }
        }
      }
      return false;
    });
  }

  /// The block of a thing, known by its lowest member.
  int of(int thing) {
    return blockOf[thing];
  }

  /// The things in a block.
  List<Integer> in(int block) {
    return Arrays.stream(members(block)).boxed().toList();
  }

  /// The blocks that are joined to a block and not apart from it: those that nothing among them contradicts, and those that
  /// are apart from another of them, so that only one of them can be meant.
  Beside beside(int block) {
    List<Integer> near = others(block).stream().filter(other -> !apart(block, other)).toList();
    List<Integer> with = new ArrayList<>();
    List<Integer> either = new ArrayList<>();
    for (int one : near) {
      boolean contested = near.stream().anyMatch(other -> other != one && apart(one, other));
      (contested ? either : with).add(one);
    }
    return new Beside(with, either);
  }

  /// What stands beside a block.
  ///
  /// @param with blocks that go with it
  /// @param either blocks of which not all can go with it
  record Beside(List<Integer> with, List<Integer> either) {
  }
}

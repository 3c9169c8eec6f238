package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/// Where accounts meet that are worth comparing: under a victim, a name, telling words, a story, a statement.
///
/// Accounts of stated times meet in their years and those beside them. Of accounts without a time, every one meets the first
/// [#MOST] accounts under a key, and the first so many of them meet every one: an account without a time that has more to
/// choose from is told apart by those as well as by all. Which are the first is decided by their content, not by when
/// they came in. Not safe for several threads.
final class Meetings {
  static final int MOST = 12;
  private static final int[] NONE = {};

  /// Nodes under one key: with a time and without, rising, and of each the first by rank. Most hold one or two, so they are
  /// as small as can be.
  private static final class Pool {
    private int[] dated = NONE;
    private int[] undated = NONE;
    private int[] firstDated = NONE;
    private int[] firstUndated = NONE;
  }

  private final IntFunction<AccountNode> nodes;
  private final IntFunction<String> ranks;
  private final Map<String, Pool> pools = new HashMap<>();
  private final List<Set<Pool>> poolsOf = new ArrayList<>();
  private final Map<String, int[]> closely = new HashMap<>();

  /// Meetings of nodes that are kept elsewhere.
  ///
  /// @param nodes a node by its number
  /// @param ranks what decides which nodes come first; different for each
  Meetings(IntFunction<AccountNode> nodes, IntFunction<String> ranks) {
    this.nodes = nodes;
    this.ranks = ranks;
  }

  /// What follows from a node's coming in, or its telling more than it did.
  ///
  /// @param met those that it meets under keys that are new to it
  /// @param parted pairs that may not meet any more
  record Arrival(Set<Integer> met, List<int[]> parted) {
  }

  /// Adds a node, or what it tells more than it did.
  ///
  /// @param at its number; those of new nodes follow each other
  /// @param points what it is to meet others under, as far as that may be new
  Arrival add(int at, Set<String> points) {
    AccountNode node = nodes.apply(at);
    if (at == poolsOf.size()) {
      poolsOf.add(new HashSet<>());
    }
    Arrival arrival = new Arrival(new TreeSet<>(), new ArrayList<>());
    for (String key : points) {
      Pool pool = pools.computeIfAbsent(key, _ -> new Pool());
      if (!poolsOf.get(at).add(pool)) {
        continue;
      }
      if (node.period().stated()) {
        node.years(0).forEach(year -> join(key + " " + year, at));
        node.years(1).forEach(year -> all(closely.getOrDefault(key + " " + year, NONE), arrival));
      }
      meet(pool, at, arrival);
    }
    boolean fresh = false;
    for (String key : node.sharply(0)) {
      fresh |= join(key, at);
    }
    if (fresh) {
      node.sharply(1).forEach(key -> all(closely.getOrDefault(key, NONE), arrival));
    }
    arrival.met().remove(at);
    return arrival;
  }

  private boolean join(String key, int at) {
    int[] there = closely.getOrDefault(key, NONE);
    int[] more = RisingNumbers.with(there, at);
    closely.put(key, more);
    return more.length > there.length;
  }

  private void meet(Pool pool, int at, Arrival arrival) {
    boolean dated = nodes.apply(at).period().stated();
    int[] before = dated ? pool.dated : pool.undated;
    int[] now = RisingNumbers.with(before, at);
    int[] first = ranked(dated ? pool.firstDated : pool.firstUndated, at);
    int last = first.length > MOST ? first[MOST] : -1;
    if (last >= 0) {
      first = Arrays.copyOf(first, MOST);
    }
    if (dated) {
      pool.dated = now;
      pool.firstDated = first;
    } else {
      pool.undated = now;
      pool.firstUndated = first;
    }
    if (last == at) {
      all(pool.firstUndated, arrival);
    } else {
      all(pool.undated, arrival);
    }
    if (!dated) {
      if (last == at) {
        all(pool.firstDated, arrival);
      } else {
        all(pool.dated, arrival);
      }
    }
    if (last >= 0 && last != at) {
      for (int other : pool.undated) {
        arrival.parted().add(new int[] {last, other});
      }
      for (int other : dated ? NONE : pool.dated) {
        arrival.parted().add(new int[] {last, other});
      }
    }
  }

  /// Whether two nodes meet anywhere.
  boolean meet(int a, int b) {
    AccountNode one = nodes.apply(a);
    AccountNode other = nodes.apply(b);
    Set<Pool> shared = new HashSet<>(poolsOf.get(a));
    shared.retainAll(poolsOf.get(b));
    boolean dated = one.period().stated() && other.period().stated();
    if (dated && (!shared.isEmpty() && !Collections.disjoint(one.years(0), other.years(1))
        || !Collections.disjoint(one.sharply(0), other.sharply(1)))) {
      return true;
    }
    return !dated && shared.stream().anyMatch(pool -> first(pool, a) || first(pool, b));
  }

  private boolean first(Pool pool, int node) {
    for (int one : nodes.apply(node).period().stated() ? pool.firstDated : pool.firstUndated) {
      if (one == node) {
        return true;
      }
    }
    return false;
  }

  /// The same nodes by rank, with one more.
  private int[] ranked(int[] first, int node) {
    String rank = ranks.apply(node);
    int place = first.length;
    while (place > 0 && ranks.apply(first[place - 1]).compareTo(rank) > 0) {
      place--;
    }
    int[] more = Arrays.copyOf(first, first.length + 1);
    System.arraycopy(first, place, more, place + 1, first.length - place);
    more[place] = node;
    return more;
  }

  private static void all(int[] nodes, Arrival arrival) {
    for (int node : nodes) {
      arrival.met().add(node);
    }
  }
}

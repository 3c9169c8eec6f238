package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.tingbok.claim.IncidentAccount;

/// Scored agglomerative clustering of accounts: the likeliest pair of clusters is joined first, by the mean likeness of
/// their nodes, and never two clusters of which any two nodes exclude each other.
///
/// Clusters that are told apart in time are made first. An account that tells no time, or a year only, then joins a
/// cluster only if no other one, excluded by the first, would do nearly as well.
final class AccountClusters {
  private static final double ENOUGH = 0.45;
  private static final double NEARLY_AS_WELL = 0.75;

  private final List<AccountNode> nodes;
  private final List<Map<Integer, Double>> likeness = new ArrayList<>();
  private final Components components;
  private final Map<Integer, List<Integer>> members = new HashMap<>();

  private AccountClusters(List<AccountNode> nodes) {
    this.nodes = nodes;
    this.components = new Components(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      likeness.add(new HashMap<>());
      members.put(i, new ArrayList<>(List.of(i)));
    }
  }

  /// Groups accounts of different ids.
  static List<List<IncidentAccount>> group(List<IncidentAccount> accounts,
      Function<IncidentAccount, AccountNode.Surroundings> around) {
    Map<String, AccountNode> nodes = new TreeMap<>();
    for (IncidentAccount account : accounts) {
      AccountNode node = AccountNode.of(account, around.apply(account));
      nodes.merge(node.signature(), node, AccountNode::with);
    }
    AccountClusters clusters = new AccountClusters(List.copyOf(nodes.values()));
    clusters.compare();
    clusters.join(false);
    clusters.join(true);
    return clusters.components.groups().stream().map(group -> group.stream().map(clusters.nodes::get)
        .map(AccountNode::accounts).flatMap(Collection::stream).sorted(Comparator.comparing(IncidentAccount::id))
        .toList())
        .toList();
  }

  private void compare() {
    Map<String, List<Integer>> meetings = new TreeMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (String key : nodes.get(i).meetingPoints()) {
        meetings.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> meeting : meetings.values()) {
      for (int a : meeting) {
        for (int b : meeting) {
          if (a < b && !likeness.get(a).containsKey(b)) {
            double likely = nodes.get(a).likeness(nodes.get(b));
            likeness.get(a).put(b, likely);
            likeness.get(b).put(a, likely);
          }
        }
      }
    }
  }

  private record Pair(double score, int a, int b, int sizeOfBoth) {
  }

  /// Joins clusters until no pair is likely enough; the timeless ones only in the second round.
  private void join(boolean timelessToo) {
    PriorityQueue<Pair> queue = new PriorityQueue<>(
        Comparator.comparingDouble((Pair pair) -> -pair.score()).thenComparingInt(Pair::a).thenComparingInt(Pair::b));
    for (int a : members.keySet()) {
      neighbours(a).stream().filter(b -> a < b).forEach(b -> offer(queue, a, b, timelessToo));
    }
    while (!queue.isEmpty()) {
      Pair pair = queue.remove();
      if (!current(pair) || (timelessToo && ambiguous(pair))) {
        continue;
      }
      components.join(pair.a(), pair.b());
      int root = components.root(pair.a());
      int gone = root == pair.a() ? pair.b() : pair.a();
      of(root).addAll(of(gone));
      members.remove(gone);
      for (int other : neighbours(root)) {
        offer(queue, Math.min(root, other), Math.max(root, other), timelessToo);
      }
    }
  }

  private void offer(PriorityQueue<Pair> queue, int a, int b, boolean timelessToo) {
    if (!timelessToo && (timeless(a) || timeless(b))) {
      return;
    }
    double score = score(a, b);
    if (score >= ENOUGH) {
      queue.add(new Pair(score, a, b, of(a).size() + of(b).size()));
    }
  }

  /// Whether neither cluster has changed since the pair was scored.
  private boolean current(Pair pair) {
    return members.containsKey(pair.a()) && members.containsKey(pair.b())
        && of(pair.a()).size() + of(pair.b()).size() == pair.sizeOfBoth();
  }

  private List<Integer> of(int cluster) {
    return members.getOrDefault(cluster, List.of());
  }

  private boolean timeless(int cluster) {
    return of(cluster).stream().allMatch(i -> nodes.get(i).timeless());
  }

  /// The clusters that hold a node to which a node of this one was compared.
  private SortedSet<Integer> neighbours(int cluster) {
    SortedSet<Integer> neighbours = new TreeSet<>();
    for (int i : of(cluster)) {
      likeness.get(i).keySet().forEach(j -> neighbours.add(components.root(j)));
    }
    neighbours.remove(cluster);
    return neighbours;
  }

  /// Mean likeness over the pairs of nodes that have anything to be compared by; below 0 if any pair excludes another.
  private double score(int a, int b) {
    double sum = 0;
    int compared = 0;
    for (int i : of(a)) {
      for (int j : of(b)) {
        double likely = likeness.get(i).getOrDefault(j, Double.NaN);
        if (Double.isNaN(likely)) {
          likely = nodes.get(i).likeness(nodes.get(j));
        }
        if (likely < 0) {
          return -1;
        }
        if (likely > 0) {
          sum += likely;
          compared++;
        }
      }
    }
    return compared == 0 ? 0 : sum / compared;
  }

  private boolean ambiguous(Pair pair) {
    return (timeless(pair.a()) && rival(pair.a(), pair.b(), pair.score()))
        || (timeless(pair.b()) && rival(pair.b(), pair.a(), pair.score()));
  }

  /// Whether a third cluster that cannot be one with the chosen one would suit the timeless one nearly as well.
  private boolean rival(int timeless, int chosen, double score) {
    for (int third : neighbours(timeless)) {
      if (third != chosen && score(timeless, third) >= Math.max(ENOUGH, NEARLY_AS_WELL * score)
          && score(chosen, third) < 0) {
        return true;
      }
    }
    return false;
  }
}

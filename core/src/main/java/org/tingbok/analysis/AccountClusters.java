package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.tingbok.claim.IncidentAccount;

/// Scored agglomerative clustering of accounts: the likeliest pair of clusters is joined first, by the mean likeness of
/// those of their nodes that have anything in common, and never two clusters of which any two nodes exclude each other.
///
/// Clusters that are told apart in time are made first. An account that tells no time, or a year only, then joins a
/// cluster only if no other one, excluded by the first, would do nearly as well.
final class AccountClusters {
  static final double ENOUGH = 0.45;
  private static final double NEARLY_AS_WELL = 0.75;

  private final Groupings groupings;
  private final List<AccountNode> nodes;
  private final List<Cluster> clusters = new ArrayList<>();
  private final Components components;
  /// Of a cluster without a time, the cluster that it could have been one with as well when that was last asked.
  private final Map<Integer, Integer> lastRival = new HashMap<>();
  private final List<Map<Integer, Double>> alike;
  private final Map<Integer, List<Join>> joins = new TreeMap<>();

  /// Nodes that are one so far, by the index of the first; what they have in common with other clusters, by theirs.
  private record Cluster(List<Integer> members, Map<Integer, Likeness> likeness, Set<Integer> excluded,
      Set<Integer> compatible) {
  }

  /// The sum of the likenesses of pairs of nodes, and how many pairs.
  private record Likeness(double sum, int pairs) {
    Likeness plus(Likeness other) {
      return new Likeness(sum + other.sum, pairs + other.pairs);
    }

    double mean() {
      return sum / pairs;
    }
  }

  private AccountClusters(List<AccountNode> nodes, List<Map<Integer, Double>> likeness, Groupings groupings) {
    this.groupings = groupings;
    this.nodes = nodes;
    this.alike = likeness;
    this.components = new Components(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      Map<Integer, Likeness> alike = new TreeMap<>();
      likeness.get(i).forEach((other, likely) -> alike.put(other, new Likeness(likely, 1)));
      clusters.add(new Cluster(new ArrayList<>(List.of(i)), alike, new HashSet<>(), new HashSet<>()));
    }
  }

  /// Groups nodes.
  ///
  /// @param nodes in an order that does not depend on their arrival
  /// @param likeness for each node those that it has anything in common with and does not exclude, with how alike they are
  /// @param groupings what analysts found
  /// @return nodes that are one incident
  static List<Formed> group(List<AccountNode> nodes, List<Map<Integer, Double>> likeness, Groupings groupings) {
    AccountClusters clusters = new AccountClusters(nodes, likeness, groupings);
    clusters.join(false);
    clusters.join(true);
    List<Formed> groups = new ArrayList<>();
    for (List<Integer> group : clusters.components.groups()) {
      List<Join> joins = new ArrayList<>();
      group.forEach(i -> joins.addAll(clusters.joins.getOrDefault(i, List.of())));
      groups.add(new Formed(group, joins));
    }
    return groups;
  }

  /// Nodes that are one incident.
  ///
  /// @param nodes their indexes
  /// @param joins which was put with which
  record Formed(List<Integer> nodes, List<Join> joins) {
    /// The same nodes by other indexes.
    Formed by(List<Integer> indexes) {
      return new Formed(nodes.stream().map(indexes::get).toList(), joins.stream()
          .map(join -> new Join(indexes.get(join.node()), indexes.get(join.with()))).toList());
    }

    /// The accounts of the nodes, with why they are one.
    ///
    /// @param all a node by its index
    AccountGroup accounts(IntFunction<AccountNode> all) {
      SortedMap<String, IncidentAccount> accounts = new TreeMap<>();
      List<Reason> reasons = new ArrayList<>();
      for (Join join : joins) {
        AccountNode node = all.apply(join.node());
        AccountNode with = all.apply(join.with());
        reasons.add(new Reason(node.first(), with.first(), node.grounds(with)));
      }
      for (int node : nodes) {
        accounts.putAll(all.apply(node).accounts());
        reasons.addAll(all.apply(node).reasons());
      }
      return AccountGroup.of(accounts, reasons);
    }
  }

  /// A node was put with another.
  record Join(int node, int with) {
  }

  private void exclude(int a, int b) {
    clusters.get(a).excluded().add(b);
    clusters.get(b).excluded().add(a);
  }

  private record Pair(double score, int a, int b, int sizeOfBoth) {
  }

  /// Joins clusters until no pair is likely enough; the timeless ones only in the second round.
  private void join(boolean timelessToo) {
    PriorityQueue<Pair> queue = new PriorityQueue<>(
        Comparator.comparingDouble((Pair pair) -> -pair.score()).thenComparingInt(Pair::a).thenComparingInt(Pair::b));
    for (int a = 0; a < nodes.size(); a++) {
      if (components.root(a) == a) {
        for (int b : clusters.get(a).likeness().keySet()) {
          offer(queue, Math.min(a, b), Math.max(a, b), timelessToo);
        }
      }
    }
    while (!queue.isEmpty()) {
      Pair pair = queue.remove();
      if (current(pair) && !excluded(pair.a(), pair.b()) && !(timelessToo && ambiguous(pair))) {
        merge(pair.a(), pair.b());
        for (int other : clusters.get(pair.a()).likeness().keySet()) {
          offer(queue, Math.min(pair.a(), other), Math.max(pair.a(), other), timelessToo);
        }
      }
    }
  }

  private void offer(PriorityQueue<Pair> queue, int a, int b, boolean timelessToo) {
    if (timelessToo || (!timeless(a) && !timeless(b))) {
      double score = score(a, b);
      if (score >= ENOUGH && !clusters.get(a).excluded().contains(b)) {
        queue.add(new Pair(score, a, b, size(a) + size(b)));
      }
    }
  }

  /// Notes which two nodes of two clusters are most alike.
  private void note(int a, int b) {
    double best = 0;
    int of = -1;
    int other = -1;
    for (int i : clusters.get(a).members()) {
      for (int j : clusters.get(b).members()) {
        double likely = alike.get(i).getOrDefault(j, 0.0);
        if (likely > best) {
          best = likely;
          of = j;
          other = i;
        }
      }
    }
    if (of >= 0) {
      joins.computeIfAbsent(of, _ -> new ArrayList<>()).add(new Join(of, other));
    }
  }

  /// Puts the second cluster into the first, whose index is the lower.
  private void merge(int a, int b) {
    note(a, b);
    components.join(a, b);
    Cluster into = clusters.get(a);
    Cluster gone = clusters.get(b);
    into.members().addAll(gone.members());
    into.likeness().remove(b);
    gone.likeness().remove(a);
    gone.likeness().forEach((other, likeness) -> {
      Likeness both = into.likeness().merge(other, likeness, Likeness::plus);
      clusters.get(other).likeness().remove(b);
      clusters.get(other).likeness().put(a, both);
    });
    for (int other : gone.excluded()) {
      clusters.get(other).excluded().remove(b);
      exclude(a, other);
    }
    for (int other : into.compatible()) {
      if (!gone.compatible().contains(other)) {
        clusters.get(other).compatible().remove(a);
      }
    }
    into.compatible().retainAll(gone.compatible());
    gone.compatible().forEach(other -> clusters.get(other).compatible().remove(b));
    gone.likeness().clear();
    gone.excluded().clear();
    gone.compatible().clear();
  }

  /// Whether neither cluster has changed since the pair was scored.
  private boolean current(Pair pair) {
    return components.root(pair.a()) == pair.a() && components.root(pair.b()) == pair.b()
        && size(pair.a()) + size(pair.b()) == pair.sizeOfBoth();
  }

  private int size(int cluster) {
    return clusters.get(cluster).members().size();
  }

  private boolean timeless(int cluster) {
    return clusters.get(cluster).members().stream().allMatch(i -> nodes.get(i).timeless());
  }

  private double score(int a, int b) {
    Likeness likeness = clusters.get(a).likeness().get(b);
    return likeness == null ? 0 : likeness.mean();
  }

  /// Whether any two nodes of two clusters exclude each other. Once they do they always will, so it is remembered.
  private boolean excluded(int a, int b) {
    if (clusters.get(a).excluded().contains(b)) {
      return true;
    }
    if (clusters.get(a).compatible().contains(b)) {
      return false;
    }
    for (int i : clusters.get(a).members()) {
      for (int j : clusters.get(b).members()) {
        if (nodes.get(i).excludes(nodes.get(j)) || groupings.apart(nodes.get(i), nodes.get(j))) {
          exclude(a, b);
          return true;
        }
      }
    }
    clusters.get(a).compatible().add(b);
    clusters.get(b).compatible().add(a);
    return false;
  }

  private boolean ambiguous(Pair pair) {
    return (timeless(pair.a()) && rival(pair.a(), pair.b(), pair.score()))
        || (timeless(pair.b()) && rival(pair.b(), pair.a(), pair.score()));
  }

  /// Whether a third cluster that cannot be one with the chosen one would suit the timeless one nearly as well.
  private boolean rival(int timeless, int chosen, double score) {
    double enough = Math.max(ENOUGH, NEARLY_AS_WELL * score);
    if (rival(timeless, chosen, lastRival.getOrDefault(timeless, chosen), enough)) {
      return true;
    }
    for (int third : clusters.get(timeless).likeness().keySet()) {
      if (rival(timeless, chosen, third, enough)) {
        lastRival.put(timeless, third);
        return true;
      }
    }
    return false;
  }

  private boolean rival(int timeless, int chosen, int third, double enough) {
    return third != chosen && score(timeless, third) >= enough && !excluded(timeless, third) && excluded(chosen, third)
        && !nearer(timeless, chosen, third);
  }

  /// Whether what they share says that the chosen one is meant and not the third.
  private boolean nearer(int one, int chosen, int third) {
    return nodesOf(one).anyMatch(node -> nodesOf(chosen).anyMatch(other -> nodesOf(third)
        .allMatch(away -> node.nearer(other, away))));
  }

  private Stream<AccountNode> nodesOf(int cluster) {
    return clusters.get(cluster).members().stream().map(nodes::get);
  }
}

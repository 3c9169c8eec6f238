package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.tingbok.claim.IncidentAccount;

/// Scored agglomerative clustering of accounts: the likeliest pair of clusters is joined first, by the mean likeness of
/// those of their nodes that have anything in common, and never two clusters of which any two nodes exclude each other.
///
/// Clusters that are told apart in time are made first. An account that tells no time, or a year only, then joins a
/// cluster only if no other one, excluded by the first, would do nearly as well.
final class AccountClusters {
  private static final double ENOUGH = 0.45;
  private static final double NEARLY_AS_WELL = 0.75;

  private final List<AccountNode> nodes;
  private final List<Cluster> clusters = new ArrayList<>();
  private final Components components;

  /// Nodes that are one so far, by the index of the first; what they have in common with other clusters, by theirs.
  private record Cluster(List<Integer> members, Map<Integer, Likeness> likeness, Set<Integer> excluded) {
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

  private AccountClusters(List<AccountNode> nodes) {
    this.nodes = nodes;
    this.components = new Components(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      clusters.add(new Cluster(new ArrayList<>(List.of(i)), new TreeMap<>(), new HashSet<>()));
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
    return clusters.components.groups().stream()
        .map(group -> group.stream().map(clusters.nodes::get).map(AccountNode::accounts).flatMap(Collection::stream)
            .sorted(Comparator.comparing(IncidentAccount::id)).toList())
        .toList();
  }

  /// Compares the nodes that have anything in common.
  private void compare() {
    Map<String, List<Integer>> meetings = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      BitSet met = new BitSet();
      for (String key : nodes.get(i).meetingPoints()) {
        List<Integer> there = meetings.computeIfAbsent(key, _ -> new ArrayList<>());
        there.forEach(met::set);
        there.add(i);
      }
      for (int other = met.nextSetBit(0); other >= 0; other = met.nextSetBit(other + 1)) {
        if (!nodes.get(i).excludes(nodes.get(other))) {
          double likely = nodes.get(i).likeness(nodes.get(other));
          if (likely > 0) {
            clusters.get(i).likeness().put(other, new Likeness(likely, 1));
            clusters.get(other).likeness().put(i, new Likeness(likely, 1));
          }
        }
      }
    }
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

  /// Puts the second cluster into the first, whose index is the lower.
  private void merge(int a, int b) {
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
    gone.likeness().clear();
    gone.excluded().clear();
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
    for (int i : clusters.get(a).members()) {
      for (int j : clusters.get(b).members()) {
        if (nodes.get(i).excludes(nodes.get(j))) {
          exclude(a, b);
          return true;
        }
      }
    }
    return false;
  }

  private boolean ambiguous(Pair pair) {
    return (timeless(pair.a()) && rival(pair.a(), pair.b(), pair.score()))
        || (timeless(pair.b()) && rival(pair.b(), pair.a(), pair.score()));
  }

  /// Whether a third cluster that cannot be one with the chosen one would suit the timeless one nearly as well.
  private boolean rival(int timeless, int chosen, double score) {
    for (int third : clusters.get(timeless).likeness().keySet()) {
      if (third != chosen && score(timeless, third) >= Math.max(ENOUGH, NEARLY_AS_WELL * score)
          && !excluded(timeless, third) && excluded(chosen, third)) {
        return true;
      }
    }
    return false;
  }
}

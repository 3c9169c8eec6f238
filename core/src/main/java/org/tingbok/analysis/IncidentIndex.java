package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.PartialDate;

/// Incidents, kept as accounts come in. An account is compared only with those that it shares a victim, a name or telling
/// words with, in the years around its own; accounts that have anything to do with each other, directly or over others, are
/// a block, and only blocks that something was added to are grouped again. The incidents follow from the accounts alone,
/// not from their order.
///
/// Not safe for several threads.
public final class IncidentIndex {
  private static final int MANY = 64; // nodes from which a block is not grouped as a whole at each delivery
  private static final double GROWN = 1.5;

  private final Groupings groupings;
  private final Map<String, IncidentAccount> accounts = new HashMap<>();
  private final Map<DocumentId, PartialDate> published = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<AccountNode> nodes = new ArrayList<>();
  /// For each node those that it may be one with, and how alike they are.
  private final List<Map<Integer, Double>> alike = new ArrayList<>();
  private final List<String> ranks = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private final Meetings meetings = new Meetings(nodes::get, ranks::get);
  private final List<Integer> blockOf = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  /// For each node what it is grouped with, as of the last settling; empty for one that came in since.
  private final List<Optional<AccountClusters.Formed>> placed = new ArrayList<>();
  private final Set<Integer> changed = new TreeSet<>();
  private final Map<String, Incident> known = new HashMap<>();

  /// Nodes that have anything to do with each other, and how they are grouped.
  private static final class Block {
    private List<Integer> nodes;
    /// Nodes that came in or changed since the last settling; most blocks have none.
    private SortedSet<Integer> fresh = Collections.emptySortedSet();
    /// How many nodes there were when all of them were last grouped together.
    private int whole;
    /// Whether all of them were grouped together since the last change.
    private boolean exact;

    private Block(int node) {
      nodes = new ArrayList<>(List.of(node));
      fresh(node);
    }

    private void fresh(int node) {
      if (fresh.isEmpty()) {
        fresh = new TreeSet<>();
      }
      fresh.add(node);
    }
  }

  /// An index without accounts, to which no analyst has said anything.
  public IncidentIndex() {
    this(Groupings.NONE);
  }

  IncidentIndex(Groupings groupings) {
    this.groupings = groupings;
  }

  /// Adds an account.
  ///
  /// @param account an account; of one that is known, what it tells has to be the same
  /// @param out when its document was published: nothing it tells of happened later
  public void add(IncidentAccount account, PartialDate out) {
    add(account, AccountNode.Surroundings.of(account, out));
  }

  void add(IncidentAccount account, AccountNode.Surroundings around) {
    if (accounts.putIfAbsent(account.id(), account) != null) {
      return;
    }
    published.put(account.document(), around.published());
    AccountNode node = AccountNode.of(account, around);
    String signature = node.signature(groupings.single(account.id()));
    Integer known = places.get(signature);
    int at = known == null ? nodes.size() : known;
    if (known == null) {
      places.put(signature, at);
      nodes.add(node);
      alike.add(new TreeMap<>());
      placed.add(Optional.empty());
      blockOf.add(blocks.size());
      blocks.add(new Block(at));
      signatures.add(signature);
      ranks.add(AccountNode.rank(signature));
    } else {
      nodes.set(at, nodes.get(at).with(node));
    }
    boolean fresh = compare(at, node.meetingPoints()) || known == null;
    Block block = blocks.get(blockOf.get(at));
    block.exact = false; // a further document may keep it from others than those that it is like
    changed.add(blockOf.get(at));
    if (fresh) {
      block.fresh(at);
    }
  }

  private void touch(int node) {
    Block block = blocks.get(blockOf.get(node));
    block.fresh(node);
    block.exact = false;
    changed.add(blockOf.get(node));
  }

  /// Compares a node with those that it meets, and tells whether that changed what it has to do with any.
  private boolean compare(int at, Set<String> points) {
    boolean changed = false;
    AccountNode node = nodes.get(at);
    Meetings.Arrival arrival = meetings.add(at, points);
    for (int[] pair : arrival.parted()) {
      if (alike.get(pair[0]).containsKey(pair[1]) && !meetings.meet(pair[0], pair[1])) {
        alike.get(pair[0]).remove(pair[1]);
        alike.get(pair[1]).remove(pair[0]);
        touch(pair[0]);
        touch(pair[1]);
      }
    }
    Set<Integer> met = new HashSet<>(alike.get(at).keySet());
    met.addAll(arrival.met());
    for (int other : met) {
      double likely = node.excludes(nodes.get(other)) || groupings.apart(node, nodes.get(other)) ? 0
          : node.likeness(nodes.get(other));
      if (likely > 0) {
        Double before = alike.get(at).put(other, likely);
        changed |= before == null || before != likely;
        alike.get(other).put(at, likely);
        if (likely >= AccountClusters.ENOUGH) {
          join(blockOf.get(at), blockOf.get(other));
        }
      } else if (alike.get(at).remove(other) != null) {
        alike.get(other).remove(at);
        changed = true;
      }
    }
    return changed;
  }

  private void join(int a, int b) {
    if (a != b) {
      int from = blocks.get(a).nodes.size() < blocks.get(b).nodes.size() ? a : b;
      int to = from == a ? b : a;
      Block less = blocks.get(from);
      Block more = blocks.get(to);
      less.nodes.forEach(node -> blockOf.set(node, to));
      more.nodes.addAll(less.nodes);
      less.fresh.forEach(more::fresh);
      more.exact = false;
      less.nodes = List.of();
      less.fresh = Collections.emptySortedSet();
      changed.add(to);
      changed.remove(from);
    }
  }

  /// Groups what was added since, and what it has to do with.
  ///
  /// A block of many is grouped as a whole only once it has grown by a part of its size; until then, or until all incidents
  /// are asked for, what is new is grouped with what it may be one with and that is grouped with. So a delivery costs what it
  /// brings, not what is there.
  public void settle() {
    settle(false);
  }

  private void settle(boolean exactly) {
    for (int at : changed) {
      Block block = blocks.get(at);
      boolean whole = exactly || block.nodes.size() < MANY || block.nodes.size() > block.whole * GROWN;
      if (!block.nodes.isEmpty() && !block.exact && (whole || !block.fresh.isEmpty())) {
        for (AccountClusters.Formed group : groups(whole ? block.nodes : around(block))) {
          Optional<AccountClusters.Formed> here = Optional.of(group);
          group.nodes().forEach(node -> placed.set(node, here));
        }
        block.fresh = Collections.emptySortedSet();
        block.exact = whole;
        block.whole = whole ? block.nodes.size() : block.whole;
      }
    }
    changed.removeIf(at -> blocks.get(at).nodes.isEmpty() || blocks.get(at).exact);
  }

  /// What is new in a block, what that may be one with, and all that is grouped with either.
  private List<Integer> around(Block block) {
    Set<Integer> around = new TreeSet<>(block.fresh);
    for (int node : block.fresh) {
      alike.get(node).forEach((other, likely) -> {
        if (likely >= AccountClusters.ENOUGH && blocks.get(blockOf.get(other)) == block) {
          around.add(other);
        }
      });
    }
    Set<Integer> with = new TreeSet<>(around);
    for (int node : around) {
      placed.get(node).ifPresent(group -> with.addAll(group.nodes()));
    }
    return List.copyOf(with);
  }

  /// The incident that a group tells of; looked at anew only if its accounts changed.
  private Incident incident(AccountGroup group) {
    String first = group.accounts().firstKey();
    Incident before = known.get(first);
    Incident now = before != null && before.accounts().size() == group.accounts().size()
        && before.accounts().stream().allMatch(account -> group.has(account.id())) ? before.because(group.reasons())
            : Incidents.incident(group, published);
    known.put(first, now);
    return now;
  }

  /// The incidents.
  ///
  /// @return by id; every account is in exactly one; none is marked as disputed
  public List<Incident> incidents() {
    settle(true);
    List<AccountGroup> groups = new ArrayList<>();
    for (Block block : blocks) {
      Set<AccountClusters.Formed> all = Collections.newSetFromMap(new IdentityHashMap<>());
      block.nodes.forEach(node -> placed.get(node).ifPresent(all::add));
      all.forEach(formed -> groups.add(formed.accounts(nodes::get)));
    }
    groups.sort(Comparator.comparing(group -> group.accounts().firstKey()));
    List<Incident> incidents = new ArrayList<>();
    (groupings.none() ? groups : groupings.joined(groups)).forEach(group -> incidents.add(incident(group)));
    incidents.sort(Comparator.comparing(Incident::id));
    return Campaigns.within(incidents, Map.of(), Map.of());
  }

  private List<AccountClusters.Formed> groups(List<Integer> block) {
    List<Integer> sorted =
        block.stream().sorted(Comparator.comparing((Integer at) -> signatures.get(at))).toList();
    Map<Integer, Integer> local = new HashMap<>();
    sorted.forEach(at -> local.put(at, local.size()));
    List<AccountNode> members = sorted.stream().map(nodes::get).toList();
    List<Map<Integer, Double>> likeness = new ArrayList<>();
    for (int at : sorted) {
      Map<Integer, Double> own = new TreeMap<>();
      Map<Integer, Double> all = alike.get(at);
      for (int other : all.size() < sorted.size() ? all.keySet() : local.keySet()) {
        Integer there = local.get(other);
        Double likely = all.get(other);
        if (there != null && likely != null) {
          own.put(there, likely);
        }
      }
      likeness.add(own);
    }
    return AccountClusters.group(members, likeness, groupings).stream().map(formed -> formed.by(sorted)).toList();
  }
}

package org.tingbok.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// Incidents, kept as accounts come in. An account is compared only with those that it shares a victim, a name or telling
/// words with, in the years around its own; accounts that have anything to do with each other, directly or over others, are
/// a block, and only blocks that something was added to are grouped again. The incidents follow from the accounts alone,
/// not from their order.
///
/// Not safe for several threads.
public final class IncidentIndex {
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
  private final List<List<Integer>> blocks = new ArrayList<>();
  private final Set<Integer> changed = new TreeSet<>();
  private final Map<Integer, List<AccountGroup>> groupsOf = new HashMap<>();
  private final Map<String, Incident> known = new HashMap<>();
  private final Map<Integer, List<Incident>> incidentsOf = new HashMap<>();

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
      blockOf.add(blocks.size());
      blocks.add(new ArrayList<>(List.of(at)));
      signatures.add(signature);
      ranks.add(ContentId.sha256(signature.getBytes(StandardCharsets.UTF_8)));
    } else {
      nodes.set(at, nodes.get(at).with(node));
    }
    compare(at, node.meetingPoints());
    changed.add(blockOf.get(at));
  }

  private void compare(int at, Set<String> points) {
    AccountNode node = nodes.get(at);
    Meetings.Arrival arrival = meetings.add(at, points);
    for (int[] pair : arrival.parted()) {
      if (alike.get(pair[0]).containsKey(pair[1]) && !meetings.meet(pair[0], pair[1])) {
        alike.get(pair[0]).remove(pair[1]);
        alike.get(pair[1]).remove(pair[0]);
        changed.add(blockOf.get(pair[0]));
        changed.add(blockOf.get(pair[1]));
      }
    }
    Set<Integer> met = new HashSet<>(alike.get(at).keySet());
    met.addAll(arrival.met());
    for (int other : met) {
      double likely = node.excludes(nodes.get(other)) || groupings.apart(node, nodes.get(other)) ? 0
          : node.likeness(nodes.get(other));
      if (likely > 0) {
        alike.get(at).put(other, likely);
        alike.get(other).put(at, likely);
        if (likely >= AccountClusters.ENOUGH) {
          join(blockOf.get(at), blockOf.get(other));
        }
      } else if (alike.get(at).remove(other) != null) {
        alike.get(other).remove(at);
      }
    }
  }

  private void join(int a, int b) {
    if (a != b) {
      int from = blocks.get(a).size() < blocks.get(b).size() ? a : b;
      int to = from == a ? b : a;
      blocks.get(from).forEach(node -> blockOf.set(node, to));
      blocks.get(to).addAll(blocks.get(from));
      blocks.set(from, List.of());
      changed.add(to);
      changed.add(from);
    }
  }

  /// Groups what was added since, and what it has to do with.
  ///
  /// @return the incidents that may have changed, new ones included, as they are before analysts' findings and without
  ///     campaigns
  public List<Incident> settle() {
    List<Incident> fresh = new ArrayList<>();
    for (int block : changed) {
      groupsOf.remove(block);
      incidentsOf.remove(block);
      if (!blocks.get(block).isEmpty()) {
        List<AccountGroup> groups = groups(blocks.get(block));
        List<Incident> incidents = groups.stream().map(this::incident).toList();
        groupsOf.put(block, groups);
        incidentsOf.put(block, incidents);
        fresh.addAll(incidents);
      }
    }
    changed.clear();
    return fresh;
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
    settle();
    List<Incident> incidents = new ArrayList<>();
    if (groupings.none()) {
      incidentsOf.values().forEach(incidents::addAll);
    } else {
      List<AccountGroup> groups = new ArrayList<>();
      groupsOf.values().forEach(groups::addAll);
      groupings.joined(groups).forEach(group -> incidents.add(Incidents.incident(group, published)));
    }
    incidents.sort(Comparator.comparing(Incident::id));
    return Campaigns.within(incidents, Map.of());
  }

  private List<AccountGroup> groups(List<Integer> block) {
    List<Integer> sorted =
        block.stream().sorted(Comparator.comparing((Integer at) -> signatures.get(at))).toList();
    Map<Integer, Integer> local = new HashMap<>();
    sorted.forEach(at -> local.put(at, local.size()));
    List<AccountNode> members = sorted.stream().map(nodes::get).toList();
    List<Map<Integer, Double>> likeness = new ArrayList<>();
    for (int at : sorted) {
      Map<Integer, Double> own = new TreeMap<>();
      alike.get(at).forEach((other, likely) -> {
        Integer there = local.get(other);
        if (there != null) {
          own.put(there, likely);
        }
      });
      likeness.add(own);
    }
    return AccountClusters.group(members, likeness, groupings);
  }
}

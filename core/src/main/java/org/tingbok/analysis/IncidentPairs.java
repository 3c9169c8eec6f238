package org.tingbok.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.PartialDate;

/// The rule of [IncidentIndex] in pieces, for whoever has more accounts than one machine holds.
///
/// Accounts of one [#signature] are one [Node]. Nodes meet under keys (blocking); whether two that met have anything in common
/// is asked of the two ([Node#likeness], matching); nodes that have enough in common, directly or over others, are a block, of which
/// the incidents are found together ([#incidents], clustering). Which incident is part of which follows from its [#neighbours].
/// What analysts found is not looked at: it is recorded in a ledger, and tells there.
///
/// Pure functions, safe for several threads.
public final class IncidentPairs {
  /// Of nodes under one key of which one tells no time, so many meet all others: those that come first by [Node#rank].
  public static final int MOST = Meetings.MOST;

  /// From this likeness on two nodes are of one block.
  public static final double ENOUGH = AccountClusters.ENOUGH;

  private IncidentPairs() {
  }

  /// An account with what its document says about it.
  ///
  /// @param account the account
  /// @param published when its document was published
  /// @param said what is said of it and of nothing else in its document, with who and when
  /// @param accused the first day on which its document has somebody accused of it
  /// @param blamed countries of those who are accused of it in its document
  public record Told(IncidentAccount account, PartialDate published, Set<String> said, Optional<LocalDate> accused,
      Set<String> blamed) {
    /// Copies the sets.
    public Told {
      said = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(said));
      blamed = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(blamed));
    }

    private AccountNode node(DocumentId story) {
      return AccountNode.of(account, new AccountNode.Surroundings(published, story, said, accused, blamed));
    }
  }

  /// The accounts that a reading gives.
  ///
  /// @param reading what was read of one document
  /// @return each account that a claim is about, once, by id
  public static List<Told> told(Reading reading) {
    ClaimsAndDays seen = new ClaimsAndDays(AsOf.NOW, List.of());
    seen.add(new Snapshot.Recorded(reading, Instant.EPOCH));
    DocumentId document = reading.document().id();
    return seen.accounts().stream().map(account -> {
      AccountNode.Surroundings around = seen.around(account, document);
      return new Told(account, around.published(), around.said(), around.accused(), around.blamed());
    }).toList();
  }

  /// What accounts must agree in to be one node.
  ///
  /// @param told an account
  /// @param story the document that stands for the story in which it is told
  /// @return the same for those that are one without further question
  public static String signature(Told told, DocumentId story) {
    return told.node(story).signature(false);
  }

  /// An account in its story.
  ///
  /// @param told the account
  /// @param story the document that stands for the story in which it is told
  public record InStory(Told told, DocumentId story) {
  }

  /// The node that accounts are.
  ///
  /// @param accounts all accounts of one signature, in any order; one or more
  /// @return the node
  public static Node node(Collection<InStory> accounts) {
    List<InStory> sorted = accounts.stream().sorted(Comparator.comparing(one -> one.told().account().id())).toList();
    AccountNode node = sorted.getFirst().told().node(sorted.getFirst().story());
    String signature = node.signature(false);
    Set<String> points = node.meetingPoints();
    for (InStory one : sorted.subList(1, sorted.size())) {
      AccountNode more = one.told().node(one.story());
      points.addAll(more.meetingPoints());
      node = node.with(more);
    }
    return new Node(node, signature, AccountNode.rank(signature), points,
        sorted.stream().collect(Collectors.toMap(one -> one.told().account().document(), one -> one.told().published(),
            (a, _) -> a)));
  }

  /// Accounts that are alike in all that is compared. Immutable.
  public static final class Node {
    private final AccountNode node;
    private final String signature;
    private final String rank;
    private final Set<String> points;
    private final Map<DocumentId, PartialDate> published;

    private Node(AccountNode node, String signature, String rank, Set<String> points,
        Map<DocumentId, PartialDate> published) {
      this.node = node;
      this.signature = signature;
      this.rank = rank;
      this.points = Set.copyOf(points);
      this.published = Map.copyOf(published);
    }

    /// What it is told apart by, and what decides which of many come first.
    ///
    /// @return 64 hexadecimal digits
    public String rank() {
      return rank;
    }

    /// Whether it tells a time.
    ///
    /// @return whether it does
    public boolean dated() {
      return node.period().stated();
    }

    /// The keys under which nodes meet of which one at least tells no time ([IncidentPairs#MOST]).
    ///
    /// @return without order
    public Set<String> points() {
      return points;
    }

    /// The keys under which it meets all that are near ([#near]) to the same.
    ///
    /// @return none if it tells no time
    public Set<String> places() {
      return closely(0, 0);
    }

    /// The keys of [#places], and those beside them.
    ///
    /// @return none if it tells no time
    public Set<String> near() {
      return closely(1, 1);
    }

    private Set<String> closely(int years, int sharply) {
      Set<String> keys = new TreeSet<>();
      if (dated()) {
        node.years(years).forEach(year -> points.forEach(point -> keys.add(point + " " + year)));
      }
      keys.addAll(node.sharply(sharply));
      return keys;
    }

    /// How much it has in common with another one that it met.
    ///
    /// @param other another node
    /// @return 0 if nothing, or if the two exclude each other; 1 at most
    public double likeness(Node other) {
      boolean before = rank.compareTo(other.rank) < 0;
      AccountNode first = before ? node : other.node;
      AccountNode second = before ? other.node : node;
      return first.excludes(second) ? 0 : Math.max(0, first.likeness(second));
    }
  }

  /// Two nodes that have something in common.
  ///
  /// @param a index of one
  /// @param b index of the other
  /// @param likeness how much, more than 0
  public record Alike(int a, int b, double likeness) {
  }

  /// The incidents of a block.
  ///
  /// @param block its nodes, in any order
  /// @param alike which of them met and have something in common, by their indexes, each pair once
  /// @return in no particular order, their place among others not told yet
  public static List<Incident> incidents(List<Node> block, Collection<Alike> alike) {
    List<Integer> order = IntStream.range(0, block.size()).boxed()
        .sorted(Comparator.comparing((Integer at) -> block.get(at).signature)).toList();
    int[] place = new int[block.size()];
    IntStream.range(0, place.length).forEach(at -> place[order.get(at)] = at);
    List<AccountNode> nodes = order.stream().map(at -> block.get(at).node).toList();
    List<Map<Integer, Double>> likeness = new ArrayList<>();
    nodes.forEach(_ -> likeness.add(new TreeMap<>()));
    alike.forEach(pair -> {
      likeness.get(place[pair.a()]).put(place[pair.b()], pair.likeness());
      likeness.get(place[pair.b()]).put(place[pair.a()], pair.likeness());
    });
    Map<DocumentId, PartialDate> published = new HashMap<>();
    block.forEach(node -> published.putAll(node.published));
    return AccountClusters.group(nodes, likeness, Groupings.NONE).stream()
        .map(formed -> Incidents.incident(formed.accounts(nodes::get), published)).toList();
  }

  /// What names claims say to be part of others.
  ///
  /// @param claims claims of any kind
  /// @return keys of names, by the contained one the containing ones
  public static Map<String, Set<String>> partsSaid(Collection<Claim> claims) {
    return Campaigns.said(claims);
  }

  /// Whether a text has words of being part of something, so that [#partsTold] has to look at it.
  ///
  /// @param document a document
  /// @return whether it has
  public static boolean tellsOfParts(Document document) {
    return ToldParts.cued(document);
  }

  /// What a text says in so many words to be part of a campaign.
  ///
  /// @param document the document
  /// @param incidents all incidents that it tells of
  /// @return by id of the incident, keys of names that it is part of
  public static Map<String, Set<String>> partsTold(Document document, List<Incident> incidents) {
    return ToldParts.in(incidents, List.of(document));
  }

  /// The keys under which an incident meets those that it may be part of: its documents, its names, and the names that
  /// those are said to be part of.
  ///
  /// @param incident the incident
  /// @param partOf what names claims say to be part of others
  /// @param told keys of names that texts say it is part of
  /// @return without order; it meets those of which [#contains] has one of them
  public static Set<String> neighbours(Incident incident, Map<String, Set<String>> partOf, Set<String> told) {
    Set<String> keys = contains(incident);
    for (String name : names(incident)) {
      partOf.getOrDefault(name, Set.of()).forEach(wider -> keys.add("name " + wider));
    }
    told.forEach(name -> keys.add("name " + name));
    return keys;
  }

  /// The keys under which an incident is met by those that may be part of it.
  ///
  /// @param incident the incident
  /// @return without order; the caller may change it
  public static Set<String> contains(Incident incident) {
    Set<String> keys = new HashSet<>();
    incident.documents().forEach(document -> keys.add(document.value()));
    names(incident).forEach(name -> keys.add("name " + name));
    return keys;
  }

  private static Set<String> names(Incident incident) {
    return incident.accounts().stream().flatMap(account -> account.names().stream()).map(AccountNode::operationKey)
        .collect(Collectors.toSet());
  }

  /// What an incident is part of.
  ///
  /// @param incident the incident
  /// @param met those that it met, itself not among them
  /// @param partOf what names claims say to be part of others
  /// @param told keys of names that texts say it is part of
  /// @return empty if nothing says so
  public static Optional<Incident.Part> whole(Incident incident, Collection<Incident> met,
      Map<String, Set<String>> partOf, Set<String> told) {
    List<Incident> all = new ArrayList<>(met);
    all.add(incident);
    all.sort(Comparator.comparing(Incident::id));
    return Campaigns.within(all, partOf, told.isEmpty() ? Map.of() : Map.of(incident.id(), told)).stream()
        .filter(one -> one.id().equals(incident.id())).findFirst().flatMap(Incident::whole);
  }
}

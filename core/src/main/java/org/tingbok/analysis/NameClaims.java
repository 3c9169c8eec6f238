package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Listing;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Document;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Verdict;

/// All that is said of names in a snapshot, by documents, lists and analysts, and who keeps which names apart.
///
/// A list *joins* the names of one entry, each with each. It *keeps apart* two names if it has both and never in one entry:
/// whoever makes two actors of them says that they are two. A publisher of several lists has one voice: it joins what any of
/// its lists joins, and keeps apart what one of them keeps apart and none joins. Immutable.
public final class NameClaims {
  private final Map<String, Integer> index = new HashMap<>();
  private final List<SortedSet<String>> spellings = new ArrayList<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  /// For each name the entries that have it.
  private final List<List<Entry>> entriesOf = new ArrayList<>();
  /// For each name the numbers of the entries that have it, and of the lists that do, ascending: every pair of names is asked.
  private final int[][] numbersOf;
  private final int[][] listsOf;
  private final List<Entry> byNumber;
  private final List<String> publishers = new ArrayList<>();
  private final Map<Long, List<NameStatement>> pairs = new TreeMap<>();
  private final Map<Long, NamesOnRecord.Decided> decisions = new TreeMap<>();
  private final Map<String, String> claimants = new TreeMap<>();
  private final Map<DocumentId, DocumentId> stories = new HashMap<>();

  /// One entry of a publisher's list: names that it takes for one actor's.
  ///
  /// @param number which entry of those on record; entries are told apart by it
  /// @param list the list that it stands in
  /// @param claimant the publisher
  /// @param id the entry's id in the list
  /// @param actor its main name
  /// @param names its names by key, as the list spells them
  /// @param listings what the list says in it, by name
  public record Entry(int number, String list, String claimant, String id, String actor, SortedSet<String> names,
      List<NamesOnRecord.Listed> listings) {
  }

  private NameClaims(Snapshot snapshot, Collection<Family> families) {
    families.forEach(family -> family.members().forEach(member -> stories.put(member, family.representative())));
    for (NamesOnRecord.Listed listed : snapshot.names().listed()) {
      list(listed);
    }
    for (RecordedClaim recorded : snapshot.claims()) {
      if (recorded.standing() && recorded.claim() instanceof Claim.Alias alias) {
        document(alias, recorded, Optional.ofNullable(snapshot.documents().get(alias.document()))
            .flatMap(Document::publisher));
      }
    }
    for (NamesOnRecord.Decided decided : snapshot.names().decisions()) {
      Decision decision = decided.decision();
      long pair = pair(place(decision.first()), place(decision.second()));
      if (decision.verdict() == Verdict.UNDONE) {
        decisions.remove(pair);
      } else {
        decisions.put(pair, decided);
      }
    }
    pairs.replaceAll((_, statements) -> lastWords(statements));
    byNumber = List.copyOf(entries.values());
    Map<String, Integer> lists = new HashMap<>();
    int[] listOf = byNumber.stream().mapToInt(entry -> lists.computeIfAbsent(entry.list() + " "
        + NameKey.of(entry.claimant()), _ -> {
          publishers.add(entry.claimant());
          return publishers.size() - 1;
        })).toArray();
    numbersOf = new int[entriesOf.size()][];
    listsOf = new int[entriesOf.size()][];
    for (int name = 0; name < numbersOf.length; name++) {
      numbersOf[name] = entriesOf.get(name).stream().mapToInt(Entry::number).sorted().toArray();
      listsOf[name] = Arrays.stream(numbersOf[name]).map(number -> listOf[number]).sorted().distinct().toArray();
    }
  }

  /// What is said of names in a snapshot.
  ///
  /// @param snapshot what is on record
  /// @param families the stories that its documents tell; copies of one count once
  /// @return all of it
  public static NameClaims in(Snapshot snapshot, Collection<Family> families) {
    return new NameClaims(snapshot, families);
  }

  private void list(NamesOnRecord.Listed listed) {
    Listing listing = listed.listing();
    claimants.putIfAbsent(NameKey.of(listing.claimant()), listing.claimant());
    int name = place(listing.name());
    int actor = place(listing.actor());
    if (listing.relation() != AliasRelation.SAME) {
      add(actor, name, statement(listed));
      return;
    }
    String key = listing.list() + " " + NameKey.of(listing.claimant()) + " " + listing.entry();
    Entry entry = entries.computeIfAbsent(key,
        _ -> new Entry(entries.size(), listing.list(), listing.claimant(), listing.entry(), listing.actor(),
            new TreeSet<>(), new ArrayList<>()));
    entry.listings().add(listed);
    if (entry.names().add(NameKey.of(listing.name()))) {
      entriesOf.get(name).add(entry);
    }
  }

  /// What a document says of two names. Who is not named ("a company") gives no name: then it is the publisher's word.
  private void document(Claim.Alias alias, RecordedClaim recorded, Optional<String> publisher) {
    List<String> named = alias.saying().claimants().stream().filter(party -> party.kind() != PartyKind.DESCRIBED)
        .map(Party::name).distinct().toList();
    List<String> by = !named.isEmpty() ? named
        : publisher.map(List::of)
            .orElseGet(() -> alias.saying().claimants().stream().map(Party::name).distinct().toList());
    by.forEach(name -> claimants.putIfAbsent(NameKey.of(name), name));
    add(place(alias.first().name()), place(alias.second().name()), new NameStatement(alias.id(), NameSource.DOCUMENT,
        alias.first().name(), alias.second().name(), alias.relation(), by, recorded.said(), true,
        alias.saying().certainty(),
        Optional.empty(), List.of(), alias.evidence().getFirst().quote(), Optional.of(alias.document()),
        Optional.empty()));
  }

  private void add(int a, int b, NameStatement statement) {
    if (a != b) {
      List<NameStatement> said = pairs.computeIfAbsent(pair(a, b), _ -> new ArrayList<>());
      if (said.stream().noneMatch(other -> other.id().equals(statement.id()))) {
        said.add(statement);
      }
    }
  }

  private int place(String name) {
    int at = index.computeIfAbsent(NameKey.of(name), _ -> {
      spellings.add(new TreeSet<>());
      entriesOf.add(new ArrayList<>());
      return spellings.size() - 1;
    });
    spellings.get(at).add(name);
    return at;
  }

  /// Who says two names are one and later says they are two has changed its mind: of the same claimants' words on a pair
  /// only those stand that are not contradicted by later ones of their own.
  private static List<NameStatement> lastWords(List<NameStatement> statements) {
    return statements.stream().filter(one -> statements.stream().noneMatch(other -> contradicts(one, other)
        && Set.copyOf(one.claimants()).equals(Set.copyOf(other.claimants())) && day(one).isBefore(day(other))))
        .toList();
  }

  private static boolean contradicts(NameStatement a, NameStatement b) {
    return (a.joins() && b.relation() == AliasRelation.DISTINCT)
        || (b.joins() && a.relation() == AliasRelation.DISTINCT);
  }

  private static LocalDate day(NameStatement statement) {
    return statement.said().last().orElse(LocalDate.MIN);
  }

  /// A listing as a statement.
  static NameStatement statement(NamesOnRecord.Listed listed) {
    Listing listing = listed.listing();
    return new NameStatement(listing.id(), NameSource.LIST, listing.actor(), listing.name(), listing.relation(),
        List.of(listing.claimant()), listed.said(), listing.saidOn().stated(), listing.certainty(), listing.giver(),
        listing.citations(),
        listing.words(), Optional.empty(), Optional.of(listing.entry()));
  }

  /// A decision as a statement; `unsure` joins nothing and denies nothing: an overlap that is left open.
  static NameStatement statement(Decision decision) {
    AliasRelation relation = switch (decision.verdict()) {
      case SAME -> AliasRelation.SAME;
      case DISTINCT -> AliasRelation.DISTINCT;
      case UNSURE, UNDONE -> AliasRelation.OVERLAP;
    };
    return new NameStatement(ContentId.of("decision", decision.first(), decision.second(), decision.verdict().code(),
        decision.reason(), decision.by(), decision.day().toString()), NameSource.ANALYST, decision.first(),
        decision.second(), relation, List.of(decision.by()), PartialDate.day(decision.day()), true, Certainty.ASSERTED,
        Optional.empty(), List.of(), decision.reason(), Optional.empty(), Optional.empty());
  }

  static long pair(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  int size() {
    return spellings.size();
  }

  /// The place of a name.
  Optional<Integer> at(String name) {
    return Optional.ofNullable(index.get(NameKey.of(name)));
  }

  SortedSet<String> spellings(int name) {
    return Collections.unmodifiableSortedSet(spellings.get(name));
  }

  /// The name as most say it: the spelling of a list if there is one.
  String spelling(int name) {
    for (Entry entry : entriesOf.get(name)) {
      for (NamesOnRecord.Listed listed : entry.listings()) {
        if (at(listed.listing().name()).filter(at -> at == name).isPresent()) {
          return listed.listing().name();
        }
      }
    }
    return spellings.get(name).first();
  }

  /// Whether a name is on record at all.
  ///
  /// @param name a name; case, blanks and hyphens do not matter
  /// @return false if nobody says anything of it
  public boolean knows(String name) {
    return index.containsKey(NameKey.of(name));
  }

  /// Every name that a list, a document or an analyst speaks of, each as it is usually spelt.
  ///
  /// @return in the order of recording
  public List<String> names() {
    return java.util.stream.IntStream.range(0, size()).mapToObj(this::spelling).toList();
  }

  /// The publishers of the lists on record.
  ///
  /// @return as they are named, in order
  public List<String> publishers() {
    return entries.values().stream().map(Entry::claimant).distinct().sorted().toList();
  }

  /// The days on which a list, a document or an analyst says something of a name.
  ///
  /// @param name a name or its key
  /// @return in order
  public NavigableSet<LocalDate> days(String name) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    on(name).forEach(said -> said.said().last().ifPresent(days::add));
    entriesWith(name).forEach(entry -> entry.listings().forEach(listed -> listed.said().last().ifPresent(days::add)));
    return days;
  }

  /// Everybody who says anything of names, lists' publishers included.
  ///
  /// @return as they are named, in order
  public List<String> claimants() {
    return claimants.values().stream().sorted().toList();
  }

  /// The entries of lists that have a name.
  ///
  /// @param name a name
  /// @return possibly none
  public List<Entry> entriesWith(String name) {
    return at(name).map(at -> List.copyOf(entriesOf.get(at))).orElse(List.of());
  }

  /// A name as lists spell it, else as documents do.
  ///
  /// @param name a name or its key
  /// @return the name itself if it is not on record
  public String spelling(String name) {
    return at(name).map(this::spelling).orElse(name);
  }

  /// What a publisher says of a name in one entry.
  ///
  /// @param entry an entry of these claims
  /// @param name a name or its key
  /// @return possibly none
  public List<NameStatement> listings(Entry entry, String name) {
    String key = NameKey.of(name);
    return entry.listings().stream().filter(listed -> NameKey.of(listed.listing().name()).equals(key))
        .map(NameClaims::statement).toList();
  }

  /// The publishers whose lists have two names, and never in one entry.
  ///
  /// @param a a name or its key
  /// @param b another
  /// @return by name; none if either is not on record
  public Set<String> keptApart(String a, String b) {
    Optional<Integer> first = at(a);
    Optional<Integer> second = at(b);
    return first.isPresent() && second.isPresent() && !first.equals(second) ? keptApartBy(first.get(), second.get())
        : Set.of();
  }

  /// That a publisher's list keeps two names apart, as a statement.
  ///
  /// @param claimant one of [#keptApart]
  /// @param a a name or its key
  /// @param b another
  /// @return `distinct`, said when the later of the two was listed
  public NameStatement keepsApart(String claimant, String a, String b) {
    List<NameStatement> texts = new ArrayList<>();
    for (String name : List.of(a, b)) {
      entriesWith(name).stream().filter(entry -> entry.claimant().equals(claimant))
          .forEach(entry -> texts.addAll(listings(entry, name)));
    }
    NameStatement last = texts.stream().max(Comparator.comparing(NameClaims::day)).orElseThrow();
    String words = String.join(" | ", texts.stream().map(said -> said.first() + ": " + said.words()).toList());
    return new NameStatement(ContentId.of("listing", claimant, NameKey.of(a), NameKey.of(b)), NameSource.LIST,
        spelling(a), spelling(b), AliasRelation.DISTINCT, List.of(claimant), last.said(), last.dated(),
        Certainty.ASSERTED,
        Optional.empty(), List.of(), words, Optional.empty(), Optional.empty());
  }

  Collection<Entry> entries() {
    return entries.values();
  }

  List<Entry> entriesOf(int name) {
    return entriesOf.get(name);
  }

  /// What is said of two names other than by standing in one entry, by pair.
  Map<Long, List<NameStatement>> pairs() {
    return pairs;
  }

  List<NameStatement> on(int a, int b) {
    return pairs.getOrDefault(pair(a, b), List.of());
  }

  /// The decisions that hold.
  Map<Long, NamesOnRecord.Decided> decisions() {
    return decisions;
  }

  DocumentId story(DocumentId document) {
    return stories.getOrDefault(document, document);
  }

  /// Whether an entry has a name; by number, for comparing what is in them takes long.
  boolean has(int name, Entry entry) {
    return Arrays.binarySearch(numbersOf[name], entry.number()) >= 0;
  }

  /// The publishers that have both names in one entry.
  Set<String> joinedBy(int a, int b) {
    return shared(numbersOf[a], numbersOf[b], number -> byNumber.get(number).claimant());
  }

  /// The publishers that have both names in one list, and never in one entry.
  Set<String> keptApartBy(int a, int b) {
    Set<String> apart = shared(listsOf[a], listsOf[b], publishers::get);
    if (!apart.isEmpty()) {
      apart.removeAll(joinedBy(a, b));
    }
    return apart;
  }

  /// Whose numbers stand in both of two ascending rows.
  private static Set<String> shared(int[] one, int[] other, IntFunction<String> whose) {
    Set<String> both = Set.of();
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        both = both.isEmpty() ? new TreeSet<>() : both;
        both.add(whose.apply(one[i]));
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return both;
  }

  /// Everything said of a name, or of it and another, by day.
  ///
  /// @param name a name
  /// @return undated last; decisions that hold included
  public List<NameStatement> on(String name) {
    Optional<Integer> found = at(name);
    if (found.isEmpty()) {
      return List.of();
    }
    int at = found.get();
    List<NameStatement> said = new ArrayList<>();
    for (Entry entry : entriesOf.get(at)) {
      entry.listings().forEach(listed -> said.add(statement(listed)));
    }
    pairs.forEach((pair, statements) -> {
      if ((int) (pair >> 32) == at || (int) (long) pair == at) {
        said.addAll(statements);
      }
    });
    decisions.forEach((pair, decided) -> {
      if ((int) (pair >> 32) == at || (int) (long) pair == at) {
        said.add(statement(decided.decision()));
      }
    });
    said.sort(BY_DAY);
    return List.copyOf(said);
  }

  /// By day, undated last.
  static final Comparator<NameStatement> BY_DAY = Comparator
      .comparing((NameStatement statement) -> statement.said().first().orElse(LocalDate.MAX))
      .thenComparing(statement -> statement.said().last().orElse(LocalDate.MAX))
      .thenComparing(NameStatement::id);
}

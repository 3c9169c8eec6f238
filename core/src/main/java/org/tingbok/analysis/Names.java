package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.NameKey;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.Verdict;

/// Which names denote one actor, under a view. Immutable and safe to share.
///
/// A view first judges pairs. It *joins* two names if those whose word it takes say that they are one; it *keeps them
/// apart* if one of those says that they are two, or has a list that makes two actors of them. Under `any` a pair that is
/// kept apart by anybody is not joined. Under an authority's view what it joins is joined, whoever denies it. Under
/// `2-origins` and `all` nobody but an analyst keeps anything apart: enough claimants are believed whatever others say, and so
/// is what follows. Hence `all` joins all that `any` joins, and fewer origins all that more join; did one list that makes two
/// actors stop a chain there, believing more people would join less.
///
/// Pairs alone would leave APT31 = Violet Typhoon by one source and Violet Typhoon = ZIRCONIUM by another unconnected. But
/// following every chain makes one actor of everybody: a campaign name that a list gives to two groups would join
/// them, and so would one wrong alias, for good. So a chain goes only as far as nobody in the view objects ([Blocks]): a
/// name that is said to be X and said to be Y, where X and Y are kept apart, connects neither; it is told as *either*.
/// What is denied, or separated by an analyst, therefore never comes back through a third name: no actor holds two names
/// that the view keeps apart. And as everything is worked out anew from the claims of the day, whatever ends (a listing is
/// withdrawn, a decision undone) leaves no trace in what follows.
///
/// Seen from a name, an actor is its block and the blocks beside it that do not contradict each other. That is no
/// equivalence, and cannot be: if A is B by one source, B is C by another, and A is kept apart from C, then B goes with
/// either, and A with C never.
public final class Names {
  private final NameClaims claims;
  private final View view;
  private final Blocks blocks;
  /// For each name the first of its twins.
  private final int[] standsFor;
  private final Map<Integer, List<Integer>> twinsOf = new HashMap<>();
  /// Names that the view joins with nobody, not even with their twins.
  private final BitSet alone = new BitSet();
  /// For each name those that it is said to overlap with.
  private final Map<Integer, SortedSet<Integer>> overlapping = new TreeMap<>();
  private final Set<Long> waived = new HashSet<>();
  private final Set<String> heeded = new HashSet<>();
  private final Map<Long, NamesOnRecord.Decided> decisions;

  private Names(NameClaims claims, View view) {
    this.claims = claims;
    this.view = view;
    this.decisions = view.analysts() ? claims.decisions() : Map.of();
    if (view.trust() instanceof View.Trust.Only only) {
      only.claimants().forEach(name -> heeded.add(NameKey.of(name)));
    }
    decisions.values().forEach(this::waive);
    this.standsFor = twins();
    for (int name = 0; name < standsFor.length; name++) {
      if (standsFor[name] != name) {
        twinsOf.computeIfAbsent(standsFor[name], _ -> new ArrayList<>()).add(name);
      }
    }
    this.blocks = new Blocks(claims.size(), joins(), this::apart);
    overlaps();
  }

  /// The names of a snapshot, joined as a view allows.
  ///
  /// @param snapshot what is on record
  /// @param view whose word is taken
  /// @return the joined names
  public static Names under(Snapshot snapshot, View view) {
    return under(NameClaims.in(snapshot, SameStory.group(snapshot.documents().values())), view);
  }

  /// The same for what is known to be said of names.
  ///
  /// @param claims all that is said of names
  /// @param view whose word is taken
  /// @return the joined names
  public static Names under(NameClaims claims, View view) {
    return new Names(claims, view);
  }

  /// An analyst who says that two are one says so of the actors: lists that have one entry for each do not keep these two
  /// entries apart any more.
  private void waive(NamesOnRecord.Decided decided) {
    if (decided.decision().verdict() != Verdict.SAME) {
      return;
    }
    Map<String, List<NameClaims.Entry>> ofSecond = byList(decided.decision().second());
    byList(decided.decision().first()).forEach((list, of) -> {
      List<NameClaims.Entry> others = ofSecond.getOrDefault(list, List.of());
      if (of.size() == 1 && others.size() == 1) {
        waived.add(entryPair(of.getFirst(), others.getFirst()));
      }
    });
  }

  private Map<String, List<NameClaims.Entry>> byList(String name) {
    Map<String, List<NameClaims.Entry>> entries = new TreeMap<>();
    claims.entriesWith(name).forEach(entry -> entries
        .computeIfAbsent(entry.list() + " " + NameKey.of(entry.claimant()), _ -> new ArrayList<>()).add(entry));
    return entries;
  }

  private static long entryPair(NameClaims.Entry a, NameClaims.Entry b) {
    return NameClaims.pair(a.number(), b.number());
  }

  /// Names that stand in the very same entries, and of which nothing else is said, are joined or apart with the same others:
  /// one of them is looked at for all, so that an actor of many names takes no longer than one of few. If a view does not join
  /// them with each other, it joins them with nobody.
  private int[] twins() {
    Set<Integer> related = new HashSet<>();
    for (Set<Long> pairs : List.of(claims.pairs().keySet(), claims.decisions().keySet())) {
      for (long pair : pairs) {
        related.add((int) (pair >> 32));
        related.add((int) pair);
      }
    }
    int[] first = new int[claims.size()];
    Map<List<Integer>, Integer> known = new HashMap<>();
    for (int name = 0; name < first.length; name++) {
      List<Integer> entries = claims.entriesOf(name).stream().map(NameClaims.Entry::number).sorted().toList();
      int twin = entries.isEmpty() || related.contains(name) ? name : known.getOrDefault(entries, name);
      if (!entries.isEmpty() && !related.contains(name)) {
        known.putIfAbsent(entries, name);
      }
      boolean one = twin == name || joined(twin, name);
      first[name] = one ? twin : name;
      if (!one) {
        alone.set(twin);
        alone.set(name);
      }
    }
    return first;
  }

  private int block(int name) {
    return blocks.of(standsFor[name]);
  }

  /// The pairs that the view joins, twins left out.
  private long[] joins() {
    if (view.trust() instanceof View.Trust.Nobody && decisions.isEmpty()) {
      return new long[0];
    }
    Set<Long> pairs = new TreeSet<>();
    for (NameClaims.Entry entry : claims.entries()) {
      int[] names = entry.names().stream().flatMap(name -> claims.at(name).stream())
          .mapToInt(name -> standsFor[name]).filter(name -> !alone.get(name)).distinct().toArray();
      for (int i = 0; i < names.length; i++) {
        for (int j = i + 1; j < names.length; j++) {
          pairs.add(NameClaims.pair(names[i], names[j]));
        }
      }
    }
    pairs.addAll(claims.pairs().keySet());
    pairs.addAll(decisions.keySet());
    return pairs.stream().mapToLong(Long::longValue).filter(pair -> joined((int) (pair >> 32), (int) pair)).toArray();
  }

  private boolean joined(int a, int b) {
    Optional<Verdict> decided = decided(a, b);
    if (decided.isPresent()) {
      return decided.get() == Verdict.SAME;
    }
    return switch (view.trust()) {
      case View.Trust.Nobody _ -> false;
      case View.Trust.Only _ -> asserted(a, b);
      case View.Trust.Any _ -> asserted(a, b) && !denied(a, b);
      case View.Trust.Origins _ -> asserted(a, b);
    };
  }

  private Optional<Verdict> decided(int a, int b) {
    return Optional.ofNullable(decisions.get(NameClaims.pair(a, b))).map(decided -> decided.decision().verdict());
  }

  /// Whether enough of those whose word is taken say that two names are one.
  private boolean asserted(int a, int b) {
    Set<String> lists = claims.joinedBy(a, b);
    List<NameStatement> others = claims.on(a, b).stream().filter(NameStatement::joins).toList();
    return enough(lists, others);
  }

  private boolean enough(Set<String> lists, List<NameStatement> others) {
    return switch (view.trust()) {
      case View.Trust.Nobody _ -> false;
      case View.Trust.Only _ -> lists.stream().anyMatch(this::heeds)
          || others.stream().anyMatch(said -> said.claimants().stream().anyMatch(this::heeds));
      case View.Trust.Any _ -> !lists.isEmpty() || others.stream().anyMatch(said -> said.source() == NameSource.LIST)
          || NameVoices.independent(others, claims) >= 2;
      case View.Trust.Origins origins -> NameVoices.claimants(lists, others) >= origins.least();
    };
  }

  private boolean heeds(String claimant) {
    return heeded.contains(NameKey.of(claimant));
  }

  /// Whether anybody whose word is taken says that two names are two.
  private boolean denied(int a, int b) {
    boolean only = view.trust() instanceof View.Trust.Only;
    List<NameClaims.Entry> ofA = claims.entriesOf(a);
    if (ofA.isEmpty() && claims.pairs().isEmpty()) {
      return false;
    }
    for (NameStatement said : claims.on(a, b)) {
      if (said.relation() == AliasRelation.DISTINCT && (!only || said.claimants().stream().anyMatch(this::heeds))) {
        return true;
      }
    }
    for (String claimant : ofA.isEmpty() || claims.entriesOf(b).isEmpty() ? Set.<String>of()
        : claims.keptApartBy(a, b)) {
      if ((!only || heeds(claimant)) && !waived(claimant, a, b)) {
        return true;
      }
    }
    return false;
  }

  private boolean waived(String claimant, int a, int b) {
    if (waived.isEmpty()) {
      return false;
    }
    for (NameClaims.Entry of : claims.entriesOf(a)) {
      for (NameClaims.Entry other : claims.entriesOf(b)) {
        if (of.claimant().equals(claimant) && other.claimant().equals(claimant)
            && waived.contains(entryPair(of, other))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether the view keeps two names apart.
  private boolean apart(int a, int b) {
    Optional<Verdict> decided = decided(a, b);
    if (decided.isPresent()) {
      return decided.get() != Verdict.SAME;
    }
    return switch (view.trust()) {
      case View.Trust.Nobody _, View.Trust.Origins _ -> false;
      case View.Trust.Any _ -> denied(a, b);
      case View.Trust.Only _ -> denied(a, b) && !asserted(a, b);
    };
  }

  private void overlaps() {
    claims.pairs().forEach((pair, statements) -> {
      if (statements.stream().anyMatch(NameStatement::overlaps)) {
        int a = (int) (pair >> 32);
        int b = (int) (long) pair;
        overlapping.computeIfAbsent(a, _ -> new TreeSet<>()).add(b);
        overlapping.computeIfAbsent(b, _ -> new TreeSet<>()).add(a);
      }
    });
  }

  /// Whether the view takes it that two names overlap; an explicit denial stands above it, two entries of a list do not.
  private boolean overlap(int a, int b) {
    List<NameStatement> statements = claims.on(a, b);
    return decided(a, b).isEmpty()
        && statements.stream().noneMatch(one -> one.relation() == AliasRelation.DISTINCT && (heeded.isEmpty()
            || one.claimants().stream().anyMatch(this::heeds)))
        && enough(Set.of(), statements.stream().filter(NameStatement::overlaps).toList());
  }

  /// What is said to overlap with an actor, whatever the view takes of it.
  ///
  /// @param name a name of the actor; case, blanks and hyphens do not matter
  /// @return one for each two names that somebody says so of, by name; none between two names that the view joins
  public List<Overlap> overlaps(String name) {
    List<Overlap> found = new ArrayList<>();
    List<Integer> whole = claims.at(name).map(this::whole).orElse(List.of());
    whole.stream().sorted(Comparator.comparing(claims::spelling))
        .forEach(own -> beside(own, whole).forEach(other -> found.add(new Overlap(claims.spelling(own),
            claims.spelling(other), claims.on(own, other).stream().filter(NameStatement::overlaps)
                .sorted(NameClaims.BY_DAY).toList(),
            overlap(own, other)))));
    return found;
  }

  private List<Integer> beside(int own, List<Integer> whole) {
    return overlapping.getOrDefault(own, Collections.emptySortedSet()).stream().filter(other -> !whole.contains(other))
        .toList();
  }

  /// The names of the actor of a name, twins included.
  private List<Integer> whole(int name) {
    int block = block(name);
    List<Integer> parts = new ArrayList<>(blocks.beside(block).with());
    parts.add(block);
    return names(parts);
  }

  /// The actor that a name denotes, seen from that name.
  ///
  /// @param names its names, the one asked for included
  /// @param either further names that are said to be its own, but of which not all can be: each set is one possibility
  /// @param overlapping the names that one of its names is said to overlap with, and no other names of those actors; empty
  ///     unless the view tells them
  public record Actor(SortedSet<String> names, List<SortedSet<String>> either, SortedSet<String> overlapping) {
    /// Copies the collections.
    public Actor {
      names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
      either = List.copyOf(either);
      overlapping = Collections.unmodifiableSortedSet(new TreeSet<>(overlapping));
    }
  }

  /// The actor that a name denotes.
  ///
  /// @param name a name; case, blanks and hyphens do not matter
  /// @return with the names as on record; the name alone if nothing joins it
  public Actor actor(String name) {
    Optional<Integer> at = claims.at(name);
    if (at.isEmpty()) {
      return new Actor(new TreeSet<>(Set.of(name)), List.of(), new TreeSet<>());
    }
    int block = block(at.get());
    Blocks.Beside beside = blocks.beside(block);
    List<Integer> whole = new ArrayList<>(beside.with());
    whole.add(block);
    SortedSet<String> over = new TreeSet<>();
    if (view.overlap() && !overlapping.isEmpty()) {
      List<Integer> all = names(whole);
      all.forEach(own -> beside(own, all).stream().filter(other -> overlap(own, other))
          .forEach(other -> over.addAll(claims.spellings(other))));
    }
    return new Actor(spelt(whole), beside.either().stream().map(one -> spelt(List.of(one))).toList(), over);
  }

  private List<Integer> names(Collection<Integer> parts) {
    List<Integer> names = new ArrayList<>();
    parts.forEach(part -> blocks.in(part).forEach(one -> {
      names.add(one);
      names.addAll(twinsOf.getOrDefault(one, List.of()));
    }));
    return names;
  }

  private SortedSet<String> spelt(Collection<Integer> parts) {
    SortedSet<String> names = new TreeSet<>();
    names(parts).forEach(one -> names.addAll(claims.spellings(one)));
    return Collections.unmodifiableSortedSet(names);
  }

  /// All names of the actor that a name denotes; with a view that tells overlaps, those as well.
  ///
  /// @param name a name; case, blanks and hyphens do not matter
  /// @return the names as on record, in order; the name itself if nothing joins it
  public SortedSet<String> of(String name) {
    Actor actor = actor(name);
    SortedSet<String> names = new TreeSet<>(actor.names());
    names.addAll(actor.overlapping());
    return Collections.unmodifiableSortedSet(names);
  }

  /// One key for all names that a name's block holds.
  ///
  /// @param name a name
  /// @return the same for two names only if they denote one actor
  public String key(String name) {
    return claims.at(name)
        .map(at -> NameKey.of(spelt(List.of(block(at))).first())).orElseGet(() -> NameKey.of(name));
  }

  /// What the actor of a name is called.
  ///
  /// @param name a name
  /// @return the one of its names that most entries of lists whose word is taken are filed under; of several the first in
  ///     the alphabet; the name itself, as it is usually spelt, if no list files it under any
  public String label(String name) {
    Map<String, Integer> filed = new TreeMap<>();
    Set<Integer> seen = new HashSet<>();
    for (String one : actor(name).names()) {
      for (NameClaims.Entry entry : claims.entriesWith(one)) {
        if (counts(entry.claimant()) && seen.add(entry.number())) {
          filed.merge(NameKey.of(entry.actor()), 1, Integer::sum);
        }
      }
    }
    Set<String> own = new HashSet<>();
    actor(name).names().forEach(one -> own.add(NameKey.of(one)));
    return filed.entrySet().stream().filter(one -> own.contains(one.getKey()))
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.<String, Integer>comparingByKey()
            .reversed()))
        .map(one -> claims.spelling(one.getKey())).orElseGet(() -> claims.spelling(name));
  }

  private boolean counts(String claimant) {
    return heeded.isEmpty() || heeds(claimant);
  }

  /// Who, among those whose word is taken, joins a name with another of its actor's.
  ///
  /// @param name a name
  /// @return by name; analysts included where they are heeded
  public List<String> joining(String name) {
    Set<String> joining = new TreeSet<>();
    Optional<Integer> at = claims.at(name);
    for (String other : at.isEmpty() ? Set.<String>of() : actor(name).names()) {
      int b = claims.at(other).orElseThrow();
      if (b != at.orElseThrow()) {
        claims.joinedBy(at.get(), b).stream().filter(this::counts).forEach(joining::add);
        claims.on(at.get(), b).stream().filter(NameStatement::joins).flatMap(said -> said.claimants().stream())
            .filter(this::counts).forEach(joining::add);
        if (decided(at.get(), b).filter(Verdict.SAME::equals).isPresent()) {
          joining.add(Optional.ofNullable(decisions.get(NameClaims.pair(at.get(), b))).orElseThrow().decision().by());
        }
      }
    }
    return List.copyOf(joining);
  }

  /// The actors that lists file a name under, where they are more than one: a name that some list gives to two, or one list
  /// to this and another to that, so that the name alone does not tell whose it is.
  ///
  /// @param name a name
  /// @return the main name of each such entry with its publishers, by name; those that the view joins as one, and of lists
  ///     whose word is taken only. None if it is one actor's or nobody's
  public Map<String, SortedSet<String>> filed(String name) {
    Map<String, SortedSet<String>> filed = new TreeMap<>();
    for (NameClaims.Entry entry : claims.entriesWith(name)) {
      if (counts(entry.claimant())) {
        String under = filed.keySet().stream().filter(other -> one(other, entry.actor())).findFirst()
            .orElse(claims.spelling(entry.actor()));
        filed.computeIfAbsent(under, _ -> new TreeSet<>()).add(entry.claimant());
      }
    }
    return filed.size() > 1 ? filed : Map.of();
  }

  /// Whether two names denote one actor.
  ///
  /// @param a a name
  /// @param b another
  /// @return true if they are one key or either's actor has the other
  public boolean one(String a, String b) {
    return key(a).equals(key(b)) || has(a, b) || has(b, a);
  }

  private boolean has(String of, String name) {
    String key = NameKey.of(name);
    return actor(of).names().stream().map(NameKey::of).anyMatch(key::equals);
  }

  /// Whether the view keeps two names apart: then nothing joins them, however many steps it takes.
  ///
  /// @param a a name
  /// @param b another
  /// @return false if it does not, or if either is not on record
  public boolean apart(String a, String b) {
    Optional<Integer> first = claims.at(a);
    Optional<Integer> second = claims.at(b);
    return first.isPresent() && second.isPresent() && apart(first.get(), second.get());
  }

  /// Whether anybody whose word is taken speaks of a name. An authority that has a name and joins it with nothing says
  /// something else than one that has it not.
  ///
  /// @param name a name
  /// @return under the views that ask for no authority, whether it is on record
  public boolean spoken(String name) {
    return claims.knows(name) && (heeded.isEmpty() || claims.entriesWith(name).stream().map(NameClaims.Entry::claimant)
        .anyMatch(this::heeds)
        || claims.on(name).stream().flatMap(said -> said.claimants().stream())
            .anyMatch(this::heeds));
  }

  /// The view.
  ///
  /// @return whose word is taken
  public View view() {
    return view;
  }

  /// All that is said of names.
  ///
  /// @return what the view was asked about
  public NameClaims claims() {
    return claims;
  }
}

package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Erasure;
import org.tingbok.vocabulary.PartialDate;

/// Finds copies, near copies and edited reprints of one story.
///
/// Two documents tell one story if much of the shorter, in runs of four words, stands in the other: less is asked where
/// the titles agree, more where one is longer, as a digest may hold a brief. What is only quoted counts little, and
/// what a publisher puts on page after page not at all: two articles on one event are two stories. Pure; the same families
/// for the same documents in any order. Time grows with the text and the number of alike pairs, not with all pairs.
public final class SameStory {
  private static final Comparator<Document> FIRST_PUBLISHED = Comparator
      .comparing((Document document) -> document.published().first().orElse(LocalDate.MAX))
      .thenComparing(document -> document.published().last().orElse(LocalDate.MAX))
      .thenComparing(Document::id);
  private static final int FEWEST_SHARED = 12;
  private static final int PAGES_OF_BOILERPLATE = 3;
  private static final int PAIRED_UP_TO = 24;
  private static final int LOOKED_AT = 4;
  private static final double HALF_ENOUGH = 0.15;
  private static final int BITS_OF_INDEX = 24;
  private static final long INDEX = (1L << BITS_OF_INDEX) - 1;

  private SameStory() {
  }

  /// Groups documents into families.
  ///
  /// @param documents in any order; a document given twice counts once
  /// @return families in order of their representatives' ids; every document is in exactly one
  public static List<Family> group(Collection<Document> documents) {
    Map<DocumentId, Document> byId = new TreeMap<>();
    documents.forEach(document -> byId.put(document.id(), document));
    List<Document> sorted = List.copyOf(byId.values());
    List<Shingles> shingles = withoutBoilerplate(sorted.stream().map(Shingles::of).toList());
    Components stories = new Components(sorted.size());
    Map<String, Integer> firstOf = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      // Texts that were dropped are alike in nothing but their length.
      Integer first = Erasure.dropped(sorted.get(i).text()) ? null : firstOf.putIfAbsent(sorted.get(i).text(), i);
      if (first != null) {
        stories.join(first, i);
      }
    }
    for (long pair : candidates(shingles)) {
      int a = (int) (pair >>> 32);
      int b = (int) pair;
      if (!stories.joined(a, b) && oneStory(shingles.get(a), shingles.get(b))) {
        stories.join(a, b);
      }
    }
    List<Family> families = new ArrayList<>();
    for (List<Integer> group : stories.groups()) {
      families.add(family(group.stream().map(sorted::get).sorted(FIRST_PUBLISHED).toList()));
    }
    families.sort(Comparator.comparing(Family::representative));
    return List.copyOf(families);
  }

  /// The families by their members.
  ///
  /// @param families as [#group] gives them
  /// @return for each document its family
  public static Map<DocumentId, Family> byMember(List<Family> families) {
    Map<DocumentId, Family> byMember = new TreeMap<>();
    for (Family family : families) {
      family.members().forEach(member -> byMember.put(member, family));
    }
    return byMember;
  }

  private static Family family(List<Document> members) {
    List<DocumentId> ids = new ArrayList<>(members.stream().map(Document::id).sorted().toList());
    DocumentId representative = members.getFirst().id();
    ids.remove(representative);
    ids.addFirst(representative);
    return new Family(representative, ids, members.getFirst().published());
  }

  private static boolean oneStory(Shingles a, Shingles b) {
    int fewer = Math.min(a.size(), b.size());
    int more = Math.max(a.size(), b.size());
    int shared = a.shared(b);
    if (shared < FEWEST_SHARED) {
      return shared > 0 && shared == more;
    }
    double contained = (double) shared / fewer;
    int told = Math.min(a.narratedSize(), b.narratedSize());
    double narrated = told < FEWEST_SHARED ? contained : (double) a.sharedNarrated(b) / told;
    double likeSize = (double) fewer / more;
    if (a.titleAgrees(b)) {
      return contained >= 0.3 && narrated >= 0.25;
    }
    boolean oneHouse = !a.publisher().isEmpty() && a.publisher().equals(b.publisher());
    boolean titled = !a.title().isEmpty() && !b.title().isEmpty();
    double enough = likeSize >= 0.3 ? (oneHouse ? 0.6 : 0.42) : likeSize >= 0.15 && !titled ? 0.8 : 2;
    return narrated >= 0.35 && contained >= enough;
  }

  /// Takes out what stands on several pages of one publisher under different titles.
  private static List<Shingles> withoutBoilerplate(List<Shingles> shingles) {
    Map<String, List<Integer>> pages = new TreeMap<>();
    for (int i = 0; i < shingles.size(); i++) {
      if (!shingles.get(i).publisher().isEmpty()) {
        pages.computeIfAbsent(shingles.get(i).publisher(), _ -> new ArrayList<>()).add(i);
      }
    }
    List<Shingles> result = new ArrayList<>(shingles);
    for (List<Integer> ofOne : pages.values()) {
      long[] entries = entries(shingles, ofOne, _ -> true);
      LongStream.Builder found = LongStream.builder();
      runs(entries, (from, to) -> {
        if (to - from >= PAGES_OF_BOILERPLATE && Arrays.stream(entries, from, to)
            .mapToObj(entry -> shingles.get((int) (entry & INDEX)).title()).distinct()
            .limit(PAGES_OF_BOILERPLATE).count() == PAGES_OF_BOILERPLATE) {
          found.add(entries[from] >>> BITS_OF_INDEX);
        }
      });
      long[] boilerplate = found.build().sorted().toArray();
      if (boilerplate.length > 0) {
        ofOne.forEach(i -> result.set(i, shingles.get(i)
            .without(hash -> Arrays.binarySearch(boilerplate, hash >>> BITS_OF_INDEX) >= 0)));
      }
    }
    return result;
  }

  /// Pairs worth comparing, each as two indices in one number, in rising order. One in four hashes is looked at; where many
  /// documents share one, each is paired with its neighbours only.
  private static long[] candidates(List<Shingles> shingles) {
    List<Integer> all = IntStream.range(0, shingles.size()).boxed().toList();
    long[] entries = entries(shingles, all, hash -> (hash >>> BITS_OF_INDEX) % LOOKED_AT == 0);
    LongStream.Builder together = LongStream.builder();
    runs(entries, (from, to) -> {
      int reach = to - from <= PAIRED_UP_TO ? to - from : 2;
      for (int i = from; i < to; i++) {
        for (int j = i + 1; j < Math.min(to, i + reach); j++) {
          together.add((entries[i] & INDEX) << 32 | (entries[j] & INDEX));
        }
      }
    });
    long[] met = together.build().toArray();
    Arrays.sort(met);
    LongStream.Builder likely = LongStream.builder();
    for (int from = 0, to; from < met.length; from = to) {
      to = from + 1;
      while (to < met.length && met[to] == met[from]) {
        to++;
      }
      int fewer = Math.min(shingles.get((int) (met[from] >>> 32)).size(), shingles.get((int) met[from]).size());
      if (LOOKED_AT * (to - from) >= HALF_ENOUGH * fewer) {
        likely.add(met[from]);
      }
    }
    return likely.build().toArray();
  }

  /// Which documents have which hash: the upper bits the hash's, the lower ones the document's index; rising.
  private static long[] entries(List<Shingles> shingles, List<Integer> documents, LongPredicate looked) {
    LongStream.Builder entries = LongStream.builder();
    for (int i : documents) {
      shingles.get(i).hashes().filter(looked).forEach(hash -> entries.add((hash & ~INDEX) | i));
    }
    return Shingles.sortedOnce(entries.build().toArray());
  }

  @FunctionalInterface
  private interface Run {
    void from(int from, int to);
  }

  /// The stretches of entries that have one hash.
  private static void runs(long[] entries, Run run) {
    int from = 0;
    for (int to = 1; to <= entries.length; to++) {
      if (to == entries.length || (entries[to] >>> BITS_OF_INDEX) != (entries[from] >>> BITS_OF_INDEX)) {
        run.from(from, to);
        from = to;
      }
    }
  }
}

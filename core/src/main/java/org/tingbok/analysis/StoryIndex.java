package org.tingbok.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;

/// Stories, kept as documents come in: each is compared with those few that share something rare with it, so that what a
/// document costs does not grow with their number.
///
/// Which documents are of one story follows from the documents alone, not from their order: whether two are is asked of
/// the two, and what is between two, directly or over others, is one story. (Of what stands in more than
/// [StoryPostings#MOST] documents, such as a wire report in fifty papers, each meets the first of these only; that the fifty
/// are one story follows from those.) What a publisher puts on page after page says nothing; that it does comes out with the third page, and the
/// stories of the pages before are then looked at again.
///
/// Not safe for several threads.
public final class StoryIndex {
  private static final int[] NONE = {};

  private final List<StoryPrint> prints = new ArrayList<>();
  private final Map<DocumentId, Integer> places = new HashMap<>();
  /// Documents that tell the story of each, as found by comparing the two.
  private final List<int[]> alike = new ArrayList<>();
  /// The story of each, as its index in `stories`.
  private int[] storyOf = new int[64];
  private final List<List<Integer>> stories = new ArrayList<>();
  /// Of each story the document published first.
  private final List<Integer> firsts = new ArrayList<>();
  private final StoryPostings runs = new StoryPostings();
  private final StoryPostings others = new StoryPostings();
  private final Map<String, int[]> boilerplate = new HashMap<>();
  private int[] votes = new int[64];

  /// An index without documents.
  public StoryIndex() {
    // nothing to be set up
  }

  /// Adds a document, if it is new.
  ///
  /// @param document a document; one of an id that is known changes nothing
  /// @return the document that the story which it tells is known by so far: the one published first
  public DocumentId add(Document document) {
    Integer known = places.get(document.id());
    if (known == null) {
      place(document);
    }
    return prints.get(firsts.get(storyOf[known == null ? prints.size() - 1 : known])).id();
  }

  /// How many documents it has.
  ///
  /// @return 0 or more
  public int size() {
    return prints.size();
  }

  /// The story that a document tells.
  ///
  /// @param document a document that was added
  /// @return all members known so far
  /// @throws IllegalArgumentException if it was not added
  public Family story(DocumentId document) {
    Integer at = places.get(document);
    if (at == null) {
      throw new IllegalArgumentException("not in the index: " + document);
    }
    return family(storyOf[at]);
  }

  /// All stories.
  ///
  /// @return in order of their representatives' ids; every document is in exactly one
  public List<Family> stories() {
    return IntStream.range(0, stories.size()).filter(story -> !stories.get(story).isEmpty()).mapToObj(this::family)
        .sorted(Comparator.comparing(Family::representative)).toList();
  }

  private Family family(int story) {
    StoryPrint first = prints.get(firsts.get(story));
    List<DocumentId> ids = new ArrayList<>(stories.get(story).stream().map(i -> prints.get(i).id()).sorted().toList());
    ids.remove(first.id());
    ids.addFirst(first.id());
    return new Family(first.id(), ids, first.published());
  }

  /// Adds a document that was not added before.
  void place(Document document) {
    place(StoryPrint.of(document));
  }

  private void place(StoryPrint print) {
    int at = prints.size();
    prints.add(print);
    places.put(print.id(), at);
    alike.add(NONE);
    if (at == storyOf.length) {
      storyOf = Arrays.copyOf(storyOf, at * 2);
      votes = Arrays.copyOf(votes, at * 2);
    }
    storyOf[at] = stories.size();
    stories.add(new ArrayList<>(List.of(at)));
    firsts.add(at);
    int twin = twin(print);
    others.add(StoryPairs.text(print), at);
    if (twin >= 0 && !print.blank()) {
      link(at, twin);
      return;
    }
    Set<Integer> again = newBoilerplate(print, at);
    for (int run : print.meetingRuns()) {
      runs.add(run, at);
    }
    for (int key : StoryKeys.of(print)) {
      others.add(key, at);
    }
    if (!again.isEmpty()) {
      again.forEach(this::forget);
      again.forEach(this::meet);
    }
    meet(at);
  }

  /// A document that nothing tells apart from this one: one of them stands for both.
  private int twin(StoryPrint print) {
    int[] found = {-1};
    others.each(StoryPairs.text(print), other -> found[0] = prints.get(other).same(print) ? other : found[0]);
    return found[0];
  }

  /// Finds what a publisher has on a third page of another title; the pages that have it are looked at again.
  private Set<Integer> newBoilerplate(StoryPrint print, int at) {
    Set<Integer> again = new TreeSet<>();
    if (print.publisher().isEmpty()) {
      return again;
    }
    int[] known = ignored(print);
    List<Integer> found = new ArrayList<>();
    Map<Long, Boolean> differ = new HashMap<>();
    for (int run : print.meetingRuns()) {
      if (Arrays.binarySearch(known, run) < 0) {
        List<Integer> pages = new ArrayList<>(List.of(at));
        runs.each(run, other -> {
          if (prints.get(other).publisher().equals(print.publisher()) && pages.size() < StoryPairs.PAGES_OF_BOILERPLATE
              && pages.stream().allMatch(page -> differ.computeIfAbsent((long) page << 32 | other,
                  _ -> StoryPairs.differ(prints.get(page), prints.get(other))))) {
            pages.add(other);
          }
        });
        if (pages.size() == StoryPairs.PAGES_OF_BOILERPLATE) {
          found.add(run);
          runs.each(run, other -> {
            if (prints.get(other).publisher().equals(print.publisher())) {
              again.add(other);
            }
          });
        }
      }
    }
    if (!found.isEmpty()) {
      int[] all = Arrays.copyOf(known, known.length + found.size());
      for (int i = 0; i < found.size(); i++) {
        all[known.length + i] = found.get(i);
      }
      boilerplate.put(print.publisher(), StoryWords.once(all));
    }
    again.remove(at);
    return again;
  }

  private int[] ignored(StoryPrint print) {
    return boilerplate.getOrDefault(print.publisher(), NONE);
  }

  /// Compares a document with those that it shares something with.
  private void meet(int at) {
    StoryPrint print = prints.get(at);
    List<Integer> met = new ArrayList<>();
    int[] ignored = ignored(print);
    int[] meeting = print.meetingRuns();
    for (int run : meeting) {
      if (Arrays.binarySearch(ignored, run) < 0) {
        runs.each(run, other -> {
          if (votes[other]++ == 0) {
            met.add(other);
          }
        });
      }
    }
    others.each(StoryPairs.text(print), other -> vote(other, StoryPairs.BY_KEY, met));
    for (int key : StoryKeys.asked(print)) {
      others.each(key, other -> vote(other, StoryPairs.BY_KEY, met));
    }
    for (int other : met) {
      int agreed = votes[other];
      votes[other] = 0;
      StoryPrint there = prints.get(other);
      if (other != at && StoryPairs.worthComparing(print, meeting.length, agreed, there.size(), there.below())
          && Arrays.binarySearch(alike.get(at), other) < 0
          && SameStory.one(print, there, ignored, ignored(there))) {
        link(at, other);
      }
    }
  }

  private void vote(int other, int weight, List<Integer> met) {
    if (votes[other] == 0) {
      met.add(other);
    }
    votes[other] += weight;
  }

  private void link(int a, int b) {
    alike.set(a, RisingNumbers.with(alike.get(a), b));
    alike.set(b, RisingNumbers.with(alike.get(b), a));
    int from = stories.get(storyOf[a]).size() < stories.get(storyOf[b]).size() ? storyOf[a] : storyOf[b];
    int to = from == storyOf[a] ? storyOf[b] : storyOf[a];
    if (from != to) {
      for (int member : stories.get(from)) {
        storyOf[member] = to;
      }
      stories.get(to).addAll(stories.get(from));
      if (StoryPairs.FIRST_PUBLISHED.compare(prints.get(firsts.get(from)), prints.get(firsts.get(to))) < 0) {
        firsts.set(to, firsts.get(from));
      }
      stories.set(from, List.of());
    }
  }

  /// Takes back what a document was found to be alike with, and parts its story where nothing else holds it together.
  private void forget(int at) {
    for (int other : alike.get(at)) {
      alike.set(other, Arrays.stream(alike.get(other)).filter(one -> one != at).toArray());
    }
    alike.set(at, NONE);
    List<Integer> members = stories.get(storyOf[at]);
    stories.set(storyOf[at], List.of());
    Set<Integer> left = new TreeSet<>(members);
    while (!left.isEmpty()) {
      int first = left.iterator().next();
      List<Integer> part = new ArrayList<>();
      Deque<Integer> open = new ArrayDeque<>(List.of(first));
      left.remove(first);
      while (!open.isEmpty()) {
        int one = open.remove();
        part.add(one);
        storyOf[one] = stories.size();
        for (int next : alike.get(one)) {
          if (left.remove(next)) {
            open.add(next);
          }
        }
      }
      stories.add(part);
      firsts.add(part.stream().min(Comparator.comparing(prints::get, StoryPairs.FIRST_PUBLISHED)).orElseThrow());
    }
  }
}

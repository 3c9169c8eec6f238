package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/// The rule of [StoryIndex] in pieces, for whoever has more documents than one machine holds prints of.
///
/// Documents are taken by rising id. Each stands under its values: its runs of words, and beside them keys of its text, its title,
/// its address and its names and numbers. Of what stands under a value the first [#MOST] are met by all that ask for it later.
/// Two that agreed in enough values are compared ([#one]); what is between two, directly or over others, is one story
/// ([#family]). A document that nothing tells apart from an earlier one ([#twins]) is of its story and stands under its text only.
/// What a publisher has on a third page that differs from two earlier ones says nothing for that publisher.
///
/// Pure functions, safe for several threads.
public final class StoryPairs {
  /// So many documents are met under one value.
  public static final int MOST = StoryPostings.MOST;

  /// How much agreeing in a key counts that is no run of words: enough to be compared.
  public static final int BY_KEY = 1 << 20;

  /// On so many pages of one publisher a run of words becomes part of what that publisher has on page after page.
  public static final int PAGES_OF_BOILERPLATE = 3;

  static final Comparator<StoryPrint> FIRST_PUBLISHED = Comparator
      .comparing((StoryPrint print) -> print.published().first().orElse(LocalDate.MAX))
      .thenComparing(print -> print.published().last().orElse(LocalDate.MAX))
      .thenComparing(StoryPrint::id);

  private static final double DIFFERENT = 0.9;
  private static final double WORTH_COMPARING = 0.08;
  private static final int[] NONE = {};

  private StoryPairs() {
  }

  /// The runs of words under which a document stands and which it asks for.
  ///
  /// @param print the print of a document
  /// @return rising, each once
  public static int[] runs(StoryPrint print) {
    return print.meetingRuns();
  }

  /// The key of a text, under which twins stand too; of the same sort as [#keys].
  ///
  /// @param print the print of a document
  /// @return the same for the same text
  public static int text(StoryPrint print) {
    return (int) (print.text() >>> 34);
  }

  /// The keys beside runs and text under which a document stands.
  ///
  /// @param print the print of a document
  /// @return in order; one that is there twice counts twice
  public static int[] keys(StoryPrint print) {
    return StoryKeys.of(print);
  }

  /// The keys beside runs and text that a document asks for.
  ///
  /// @param print the print of a document
  /// @return in order
  public static int[] asked(StoryPrint print) {
    return StoryKeys.asked(print);
  }

  /// Whether nothing that is compared tells two documents apart.
  ///
  /// @param a a document
  /// @param b another
  /// @return whether they are alike in all of it
  public static boolean twins(StoryPrint a, StoryPrint b) {
    return a.same(b);
  }

  /// Whether two pages are not one page twice: by their titles, or where they have none, by what they tell.
  ///
  /// @param a a page
  /// @param b another
  /// @return whether they are two
  public static boolean differ(StoryPrint a, StoryPrint b) {
    return a.title().isEmpty() && b.title().isEmpty() ? a.overlap(b, NONE, NONE).contained() < DIFFERENT
        : !a.title().equals(b.title());
  }

  /// Whether a document agrees with an earlier one in enough values to be compared with it.
  ///
  /// @param print the document that asks
  /// @param runs how many runs it stands under
  /// @param agreed in how many runs that say something it met the other, and [#BY_KEY] for each key
  /// @param size how many runs the other has
  /// @param below up to which value the other's runs are sampled
  /// @return whether it is worth while
  public static boolean worthComparing(StoryPrint print, int runs, int agreed, int size, int below) {
    if (agreed >= BY_KEY) {
      return true;
    }
    double scale = (double) Math.min(print.below(), below) / Integer.MAX_VALUE;
    double fewest = Math.min(runs, Math.min(print.size(), size) * scale);
    return agreed > 1 && agreed >= WORTH_COMPARING * fewest;
  }

  /// Whether two documents tell one story.
  ///
  /// @param print the later one
  /// @param other the earlier one
  /// @param ignored runs that the later one's publisher has on page after page, rising
  /// @param otherIgnored likewise of the earlier one
  /// @return whether they do
  public static boolean one(StoryPrint print, StoryPrint other, int[] ignored, int[] otherIgnored) {
    return SameStory.one(print, other, ignored, otherIgnored);
  }

  /// The story that documents tell which were found to tell one.
  ///
  /// @param prints all of them, in any order; one or more
  /// @return the story
  public static Family family(Collection<StoryPrint> prints) {
    StoryPrint first = prints.stream().min(FIRST_PUBLISHED).orElseThrow();
    return new Family(first.id(), Stream.concat(Stream.of(first.id()),
        prints.stream().map(StoryPrint::id).filter(id -> !id.equals(first.id())).sorted()).toList(),
        first.published());
  }

  /// Runs as [#one] wants what is ignored.
  ///
  /// @param runs some of those that [#runs] gives, in any order
  /// @return rising, each once
  public static int[] ignored(Collection<Integer> runs) {
    return runs.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
  }
}

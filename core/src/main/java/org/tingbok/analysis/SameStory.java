package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;

/// Finds copies, near copies, edited reprints, updates and translations of one story.
///
/// Two documents tell one story if enough of the shorter, in runs of three words, stands in the other: less is asked where
/// titles, names and numbers agree too, more where one is longer, as a digest may hold a brief. What is only quoted counts
/// little, and what a publisher puts on page after page not at all: two articles on one event are two stories. Pure; the
/// same families for the same documents in any order. [StoryIndex] finds them as documents come in.
public final class SameStory {
  private static final double FEWEST_SHARED = 12;
  private static final int FEWEST_ANCHORS = 8;
  private static final int WEEK = 7;

  private static final Comparator<Document> FIRST_PUBLISHED = Comparator
      .comparing((Document document) -> document.published().first().orElse(LocalDate.MAX))
      .thenComparing(document -> document.published().last().orElse(LocalDate.MAX)).thenComparing(Document::id);

  private SameStory() {
  }

  /// Groups documents into families.
  ///
  /// @param documents in any order; a document given twice counts once
  /// @return families in order of their representatives' ids; every document is in exactly one
  public static List<Family> group(Collection<Document> documents) {
    Map<DocumentId, Document> byId = new TreeMap<>();
    documents.forEach(document -> byId.put(document.id(), document));
    StoryIndex index = new StoryIndex();
    byId.values().forEach(index::place);
    return index.stories();
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

  /// What families were while only some of their members were on record, or had been published: which documents tell one
  /// story follows from everything on record.
  ///
  /// @param families as [#group] gives them
  /// @param there the documents that were there
  /// @return families in order of their representatives' ids; every document that was there and is of a family is in one
  public static List<Family> among(Collection<Family> families, Map<DocumentId, Document> there) {
    List<Family> left = new ArrayList<>();
    for (Family family : families) {
      List<Document> members = family.members().stream().map(there::get).filter(Objects::nonNull)
          .sorted(FIRST_PUBLISHED).toList();
      if (members.size() == family.members().size()) {
        left.add(family);
      } else if (!members.isEmpty()) {
        DocumentId first = members.getFirst().id();
        left.add(new Family(first, Stream.concat(Stream.of(first), members.stream().map(Document::id)
            .filter(id -> !id.equals(first)).sorted()).toList(), members.getFirst().published()));
      }
    }
    left.sort(Comparator.comparing(Family::representative));
    return left;
  }

  /// Whether two documents tell one story.
  ///
  /// @param ignoredOfA runs that say nothing in the first, as its publisher has them on page after page
  /// @param ignoredOfB likewise of the second
  static boolean one(StoryPrint a, StoryPrint b, int[] ignoredOfA, int[] ignoredOfB) {
    if (a.text() == b.text()) {
      return !a.blank();
    }
    boolean foreign = !a.language().equals(b.language()) && !a.language().equals("und") && !b.language().equals("und");
    StoryPrint.Overlap overlap = a.overlap(b, ignoredOfA, ignoredOfB);
    return copied(a, b, overlap) || rewritten(a, b, overlap) || foreign && translated(a, b);
  }

  private static boolean copied(StoryPrint a, StoryPrint b, StoryPrint.Overlap overlap) {
    if (overlap.shared() < FEWEST_SHARED) {
      return overlap.shared() > 0 && overlap.sizes() == 1 && overlap.contained() == 1;
    }
    double titled = a.titled(b);
    if (titled >= 0.75) {
      return overlap.contained() >= 0.36 && overlap.narrated() >= 0.3;
    }
    if (!a.source().isEmpty() && a.source().equals(b.source())) {
      return overlap.contained() >= 0.3 && overlap.narrated() >= 0.25;
    }
    boolean bothTitled = !a.title().isEmpty() && !b.title().isEmpty();
    boolean shortened = overlap.sizes() < 0.3;
    double enough = shortened ? 0.8 : oneHouse(a, b) ? 0.8 : 0.54;
    return overlap.narrated() >= 0.45 && overlap.contained() >= enough
        && (!shortened || a.begins(b) >= 0.5 || overlap.sizes() >= 0.15 && !bothTitled);
  }

  private static boolean oneHouse(StoryPrint a, StoryPrint b) {
    return !a.publisher().isEmpty() && a.publisher().equals(b.publisher());
  }

  /// Whether one is the other in other words: a third of the runs, and nearly all names and numbers, within a week.
  private static boolean rewritten(StoryPrint a, StoryPrint b, StoryPrint.Overlap overlap) {
    return overlap.contained() >= 0.24 && overlap.narrated() >= 0.2 && overlap.shared() >= 2 * FEWEST_SHARED
        && overlap.sizes() >= 0.3 && !oneHouse(a, b) && a.sharedAnchors(b) >= FEWEST_ANCHORS && a.anchored(b) >= 0.7
        && (a.daysApart(b) <= WEEK || a.titled(b) >= 0.5);
  }

  /// Whether one may be a translation of the other: what is not translated agrees, in texts of like length on the same days.
  private static boolean translated(StoryPrint a, StoryPrint b) {
    double sizes = (double) Math.min(a.size(), b.size()) / Math.max(1, Math.max(a.size(), b.size()));
    return sizes >= 0.5 && a.daysApart(b) <= WEEK && a.sharedAnchors(b) >= FEWEST_ANCHORS && a.anchored(b) >= 0.6;
  }
}

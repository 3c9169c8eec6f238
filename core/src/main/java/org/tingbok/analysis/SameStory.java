package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.vocabulary.PartialDate;

/// Finds copies, near copies and edited reprints of one story, by the words of what is read of them.
///
/// Two articles on one event are two stories. Pure; the same families for the same documents in any order.
public final class SameStory {
  private static final Comparator<Document> FIRST_PUBLISHED = Comparator
      .comparing((Document document) -> document.published().first().orElse(LocalDate.MAX))
      .thenComparing(document -> document.published().last().orElse(LocalDate.MAX))
      .thenComparing(Document::id);

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
    Components stories = new Components(sorted.size());
    Map<String, Integer> first = new TreeMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      Integer earlier = first.putIfAbsent(body(sorted.get(i)), i);
      if (earlier != null) {
        stories.join(earlier, i);
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
    PartialDate earliest = members.stream().map(Document::published).filter(PartialDate::stated).findFirst()
        .orElse(PartialDate.NOT_STATED);
    return new Family(representative, ids, earliest);
  }

  private static String body(Document document) {
    StringBuilder body = new StringBuilder();
    for (Span span : document.body()) {
      body.append(span.of(document.text())).append(' ');
    }
    return body.toString().replaceAll("\\s+", " ").strip();
  }
}

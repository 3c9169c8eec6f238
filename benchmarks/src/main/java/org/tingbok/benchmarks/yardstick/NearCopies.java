package org.tingbok.benchmarks.yardstick;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.SameStory;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.JsonNode;

/// Are two texts of one title, found in two places, put into one story, and others of the same house kept apart?
///
/// Once with the title on both, once without any. Among texts of one folder, which holds what one house published, those
/// that are not paired count as other stories.
final class NearCopies implements Yardstick {
  @Override
  public String name() {
    return "near-copies";
  }

  @Override
  public String file() {
    return "neardup-texts-dev.tar.gz";
  }

  @Override
  public String also() {
    return "neardup_title_pairs-dev.jsonl.gz";
  }

  @Override
  public String blind() {
    return "dates and mark-up, which these texts do not have; that a few pairs share nothing but the title";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    SortedMap<String, String> texts = corpus.texts("", ".txt");
    Map<String, String> titles = new TreeMap<>();
    List<JsonNode> pairs = corpus.lines(".jsonl.gz");
    for (JsonNode pair : pairs) {
      titles.put(pair.path("a").asString(), pair.path("title").asString());
      titles.put(pair.path("b").asString(), pair.path("title").asString());
    }
    List<Tally> rows = new ArrayList<>();
    rows.addAll(measure(texts, titles, pairs, "titled", errors));
    rows.addAll(measure(texts, Map.of(), pairs, "untitled", errors));
    return rows;
  }

  private static List<Tally> measure(SortedMap<String, String> texts, Map<String, String> titles, List<JsonNode> pairs,
      String kind, Errors errors) {
    List<Document> documents = new ArrayList<>();
    Map<String, DocumentId> ids = new TreeMap<>();
    texts.forEach((name, text) -> {
      Document document = document(name, text, Optional.ofNullable(titles.get(name)), publisher(name));
      ids.put(name, document.id());
      documents.add(document);
    });
    Map<DocumentId, DocumentId> storyOf = new TreeMap<>();
    for (Family story : SameStory.group(documents)) {
      story.members().forEach(member -> storyOf.put(member, story.representative()));
    }
    Map<String, List<String>> paired = new TreeMap<>();
    Tally found = Tally.recall("pairs of one title, " + kind + ", in one story");
    for (JsonNode pair : pairs) {
      DocumentId a = ids.get(pair.path("a").asString());
      DocumentId b = ids.get(pair.path("b").asString());
      if (a != null && b != null) {
        boolean one = storyOf.getOrDefault(a, a).equals(storyOf.getOrDefault(b, b));
        found.add(one ? 1 : 0, 1, 1);
        paired.computeIfAbsent(pair.path("a").asString(), _ -> new ArrayList<>()).add(pair.path("b").asString());
        paired.computeIfAbsent(pair.path("b").asString(), _ -> new ArrayList<>()).add(pair.path("a").asString());
        if (!one) {
          errors.note("apart, " + kind, pair.path("a").asString() + " " + pair.path("b").asString());
        }
      }
    }
    Tally apart = Tally.recall("others of one house, " + kind + ", kept apart");
    List<String> names = List.copyOf(ids.keySet());
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size() && house(names.get(i)).equals(house(names.get(j))); j++) {
        DocumentId a = ids.getOrDefault(names.get(i), new DocumentId(""));
        DocumentId b = ids.getOrDefault(names.get(j), new DocumentId(""));
        if (!paired.getOrDefault(names.get(i), List.of()).contains(names.get(j))) {
          boolean kept = !storyOf.getOrDefault(a, a).equals(storyOf.getOrDefault(b, b));
          apart.add(kept ? 1 : 0, 1, 1);
          if (!kept) {
            errors.note("together, " + kind, names.get(i) + " " + names.get(j));
          }
        }
      }
    }
    return List.of(found, apart);
  }

  /// The folder of a text, or the one above where each text has a folder of its own.
  private static String house(String name) {
    String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
    return name.endsWith("/content.txt") ? folder.substring(0, Math.max(0, folder.lastIndexOf('/'))) : folder;
  }

  /// The host that a folder is named after, as an address would tell; empty if it is named after none.
  private static Optional<String> publisher(String name) {
    String house = house(name);
    String last = house.substring(house.lastIndexOf('/') + 1);
    return Optional.of(last).filter(one -> one.matches("[\\w-]+_(com|net|org|io|eu|us|cn|co_\\w\\w)"));
  }

  static Document document(String name, String text, Optional<String> title, Optional<String> publisher) {
    String sha256 = ContentId.sha256((name + text).getBytes(StandardCharsets.UTF_8));
    return new Document(DocumentId.of(sha256), name, sha256, "text/plain", text, title, publisher,
        PartialDate.NOT_STATED, "en",
        List.of(), false, List.of(new Span(0, text.length())));
  }
}

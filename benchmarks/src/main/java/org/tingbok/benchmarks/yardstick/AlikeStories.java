package org.tingbok.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.SameStory;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;

/// Are stories kept apart that resemble each other? Folders `Necb` and `Necbplus` of ECB+ are two events of one kind.
///
/// Articles of one folder are on one event, each in its own words or after one agency: that these are put together is
/// no aim, but worth knowing.
final class AlikeStories implements Yardstick {
  @Override
  public String name() {
    return "alike-stories";
  }

  @Override
  public String file() {
    return "ecbplus-topics-1-35.tar.gz";
  }

  @Override
  public String blind() {
    return "dates and titles, which these texts do not have; which of the articles on one event rest on one text";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    List<Document> documents = new ArrayList<>();
    Map<DocumentId, String> folders = new TreeMap<>();
    Map<DocumentId, String> names = new HashMap<>();
    corpus.texts("", ".json").forEach((name, json) -> {
      Document document = NearCopies.document(name, Corpus.json(json).path("text").asString(""), Optional.empty(),
          Optional.empty());
      folders.put(document.id(), name.substring(0, name.lastIndexOf('/')).replaceFirst("^.*/", ""));
      names.put(document.id(), name);
      documents.add(document);
    });
    Map<DocumentId, DocumentId> storyOf = new HashMap<>();
    for (Family story : SameStory.group(documents)) {
      story.members().forEach(member -> storyOf.put(member, story.representative()));
    }
    Tally twins = Tally.recall("events of one kind, kept apart");
    Tally others = Tally.recall("events of other kinds, kept apart");
    Tally event = Tally.recall("articles on one event, put together");
    List<DocumentId> ids = folders.keySet().stream().sorted(Comparator.naturalOrder()).toList();
    for (int i = 0; i < ids.size(); i++) {
      for (int j = i + 1; j < ids.size(); j++) {
        String a = folders.getOrDefault(ids.get(i), "");
        String b = folders.getOrDefault(ids.get(j), "");
        boolean one = storyOf.getOrDefault(ids.get(i), ids.get(i)).equals(storyOf.getOrDefault(ids.get(j), ids.get(j)));
        if (a.equals(b)) {
          event.add(one ? 1 : 0, 1, 1);
        } else {
          (topic(a).equals(topic(b)) ? twins : others).add(one ? 0 : 1, 1, 1);
          if (one) {
            errors.note("together", names.get(ids.get(i)) + " " + names.get(ids.get(j)));
          }
        }
      }
    }
    return List.of(twins, others, event);
  }

  private static String topic(String folder) {
    return folder.replaceFirst("ecb(plus)?$", "");
  }
}

package org.tingbok.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.claim.Evidence;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;

/// What is handed over, by what it is about: an incident with all documents that tell of it, or a document with claims about no
/// incident in particular.
///
/// @param key id of the incident or document
/// @param about the incident; empty where claims are about none
/// @param parts the documents that tell of it, with what they claim of it
/// @param quotes of each of these documents all that is quoted of it, also by what it claims of something else
public record Topic(String key, Optional<Extract.About> about, List<Extract.Part> parts,
    Map<DocumentId, List<Evidence>> quotes) {
  /// All topics of an extract. All of it is held in memory.
  ///
  /// @param extract what is handed over
  /// @return by key
  public static Collection<Topic> of(Extract extract) {
    Map<String, Topic> topics = new TreeMap<>();
    for (Extract.Part part : extract.parts()) {
      Map<String, List<RecordedClaim>> claims = new TreeMap<>();
      for (RecordedClaim recorded : part.claims()) {
        Optional<Extract.About> about = extract.incidents().apply(recorded);
        String key = about.map(one -> one.incident().id()).orElse(part.document().id().value());
        topics.computeIfAbsent(key, _ -> new Topic(key, about, new ArrayList<>(), new TreeMap<>()));
        claims.computeIfAbsent(key, _ -> new ArrayList<>()).add(recorded);
      }
      List<Evidence> quotes =
          part.claims().stream().flatMap(recorded -> recorded.claim().evidence().stream()).distinct().toList();
      claims.forEach((key, some) -> topics.computeIfPresent(key, (_, topic) -> {
        topic.parts.add(new Extract.Part(part.document(), part.recordedAt(), some, List.of(), part.whole()));
        topic.quotes.put(part.document().id(), quotes);
        return topic;
      }));
    }
    return topics.values();
  }
}

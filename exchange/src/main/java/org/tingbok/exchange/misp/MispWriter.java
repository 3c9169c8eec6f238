package org.tingbok.exchange.misp;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.VerbatimJson;
import org.tingbok.ledger.RecordedClaim;
import tools.jackson.core.JsonGenerator;

/// Writes claims as MISP events: one for each incident, and one for each document with claims about none in particular.
///
/// One event is written as `{"Event": …}`, several as `{"response": [{"Event": …}, …]}`; MISP imports both. The same content
/// gives the same bytes.
public final class MispWriter {
  private MispWriter() {
  }

  /// Writes events.
  ///
  /// @param out receives them; left open
  /// @param extract what is handed over
  /// @return how many events were written
  public static int write(OutputStream out, Extract extract) {
    Collection<Topic> topics = topics(extract);
    try (JsonGenerator json = VerbatimJson.mapper().createGenerator(out)) {
      json.writeStartObject();
      if (topics.size() == 1) {
        json.writePOJOProperty("Event", new MispEvent(topics.iterator().next()).content());
      } else {
        json.writeArrayPropertyStart("response");
        topics.forEach(topic -> json.writePOJO(Map.of("Event", new MispEvent(topic).content())));
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return topics.size();
  }

  /// What one event is about.
  ///
  /// @param key id of the incident or document
  /// @param about the incident; empty where claims are about none
  /// @param parts the documents that tell of it, with what they claim of it
  record Topic(String key, Optional<Extract.About> about, List<Extract.Part> parts) {
  }

  /// What events there are, by what they are about.
  static Collection<Topic> topics(Extract extract) {
    Map<String, Topic> topics = new TreeMap<>();
    for (Extract.Part part : extract.parts()) {
      Map<String, List<RecordedClaim>> claims = new TreeMap<>();
      for (RecordedClaim recorded : part.claims()) {
        Optional<Extract.About> about = extract.incidents().apply(recorded);
        String key = about.map(one -> one.incident().id()).orElse(part.document().id().value());
        topics.computeIfAbsent(key, _ -> new Topic(key, about, new ArrayList<>()));
        claims.computeIfAbsent(key, _ -> new ArrayList<>()).add(recorded);
      }
      claims.forEach((key, some) -> topics.computeIfPresent(key, (_, topic) -> {
        topic.parts.add(new Extract.Part(part.document(), part.recordedAt(), some, List.of(), part.whole()));
        return topic;
      }));
    }
    return topics.values();
  }
}

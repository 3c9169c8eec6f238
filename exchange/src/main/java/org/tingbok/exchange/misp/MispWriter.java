package org.tingbok.exchange.misp;

import java.io.OutputStream;
import java.util.Collection;
import java.util.Map;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.Topic;
import org.tingbok.exchange.VerbatimJson;
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
    Collection<Topic> topics = Topic.of(extract);
    try (JsonGenerator json = VerbatimJson.mapper().createGenerator(out)) {
      json.writeStartObject();
      if (topics.size() == 1) {
        json.writePOJOProperty("Event", new MispEvent(topics.iterator().next(), extract).content());
      } else {
        json.writeArrayPropertyStart("response");
        topics.forEach(topic -> json.writePOJO(Map.of("Event", new MispEvent(topic, extract).content())));
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return topics.size();
  }
}

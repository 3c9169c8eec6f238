package org.tingbok.exchange.misp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Importer;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads events of MISP: those that Tingbok wrote come back whole, of others what they say of who did what. See `docs/misp.md`.
public final class MispImporter implements Importer {
  private static final int HEAD = 4096;
  private static final Pattern EVENT = Pattern.compile(
      "\\ufeff?\\s*(?:\\{\\s*\"response\"\\s*:\\s*)?\\[?\\s*\\{\\s*\"Event\"\\s*:.*", Pattern.DOTALL);
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// A reader of events.
  public MispImporter() {
  }

  @Override
  public boolean recognises(String name, byte[] bytes) {
    return EVENT.matcher(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.UTF_8)).matches();
  }

  @Override
  public Imported read(String name, byte[] bytes) {
    JsonNode root;
    try {
      root = MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      throw new BadInputException("MISP_UNREADABLE", name + " begins as an event of MISP and is no JSON ("
          + e.getOriginalMessage() + "); export it again", e);
    }
    JsonNode list = root.isArray() ? root : root.has("response") ? root.path("response") : root;
    List<JsonNode> events = new ArrayList<>();
    (list.isArray() ? list.valueStream().toList() : List.of(list)).forEach(one -> events.add(one.path("Event")));
    List<Reading> readings = new ArrayList<>();
    List<Imported.Fault> faults = new ArrayList<>();
    List<Imported.Prose> reports = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      JsonNode event = events.get(i);
      if (!event.isObject() || event.path("info").asString("").isBlank()) {
        faults.add(new Imported.Fault("MISP_EVENT",
            "event " + (i + 1) + " has no 'info', which every event of MISP has; it was left out"));
        continue;
      }
      Imported told = one(name, event);
      readings.addAll(told.readings());
      faults.addAll(told.faults());
      reports.addAll(told.reports());
    }
    return new Imported(readings, faults, reports);
  }

  private static Imported one(String name, JsonNode node) {
    EventNode event = new EventNode(node);
    List<Imported.Fault> faults = new ArrayList<>();
    OwnClaims own = OwnClaims.in(event, name, faults);
    List<Reading> readings = new ArrayList<>(own.readings());
    List<Imported.Prose> reports = List.of();
    if (own.rest(event)) {
      OthersEvent others = new OthersEvent(event, own, name, faults);
      readings.add(others.reading());
      reports = others.reports();
    }
    return new Imported(readings, faults, reports);
  }
}

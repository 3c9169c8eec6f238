package org.tingbok.exchange.misp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The timestamps of an event that was written before: whatever has an id keeps its stamp as long as nothing in it changed, and
/// has a later one than before if something did. An object that is no longer there is said to be deleted, without its words, or
/// whoever has it would keep it.
final class Stamps {
  private static final String STAMP = "timestamp";

  private Stamps() {
  }

  /// Stamps an event.
  ///
  /// @param now the event; its stamps are set
  /// @param before as it was written the last time
  static void carry(ObjectNode now, JsonNode before) {
    Map<String, JsonNode> known = new HashMap<>();
    index(before, known);
    buried(now, before);
    stamp(now, known);
  }

  private static void buried(ObjectNode now, JsonNode before) {
    Set<String> there = new HashSet<>();
    now.path("Object").forEach(object -> there.add(object.path("uuid").asString()));
    before.path("Object").forEach(object -> {
      if (there.add(object.path("uuid").asString()) && now.path("Object") instanceof ArrayNode objects) {
        ObjectNode gone = objects.addObject();
        List.of("name", "meta-category", "template_uuid", "template_version", "uuid", STAMP, "distribution")
            .forEach(slot -> gone.set(slot, object.path(slot)));
        gone.put("deleted", true);
        gone.putArray("Attribute");
        gone.putArray("ObjectReference");
      }
    });
  }

  private static void index(JsonNode node, Map<String, JsonNode> known) {
    if (node.isObject() && node.has("uuid") && node.has(STAMP)) {
      known.put(node.path("uuid").asString(), node);
    }
    node.forEach(child -> index(child, known));
  }

  private static void stamp(JsonNode node, Map<String, JsonNode> known) {
    node.forEach(child -> stamp(child, known));
    if (node instanceof ObjectNode object && object.has(STAMP)) {
      Optional.ofNullable(known.get(object.path("uuid").asString())).ifPresent(last -> {
        long written = last.path(STAMP).asLong(0);
        object.put(STAMP, bare(object).equals(bare(last)) ? Long.toString(written)
            : Long.toString(Math.max(object.path(STAMP).asLong(0), written + 1)));
      });
    }
  }

  /// What a thing says, without when.
  private static JsonNode bare(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().stream().filter(slot -> !slot.getKey().equals(STAMP))
          .forEach(slot -> copy.set(slot.getKey(), bare(slot.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(child -> copy.add(bare(child)));
      return copy;
    }
    return node;
  }
}

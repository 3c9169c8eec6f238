package org.tingbok.exchange.names;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON read one object at a time, of which only the wanted slots are held.
final class JsonStream {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonStream() {
  }

  static JsonParser open(InputStream bytes) {
    return MAPPER.createParser(bytes);
  }

  /// The wanted slots of the object that the parser stands at; it stands at the object's end afterwards.
  static Map<String, JsonNode> slots(JsonParser parser, Set<String> wanted) {
    Map<String, JsonNode> slots = new HashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      if (wanted.contains(name)) {
        slots.put(name, parser.readValueAsTree());
      } else {
        parser.skipChildren();
      }
    }
    return slots;
  }

  static String text(Map<String, JsonNode> slots, String name) {
    JsonNode node = slots.get(name);
    return node != null && node.isString() ? node.asString() : "";
  }

  static String text(JsonNode object, String name) {
    JsonNode node = object.get(name);
    return node != null && node.isString() ? node.asString() : "";
  }

  static boolean flag(Map<String, JsonNode> slots, String name) {
    JsonNode node = slots.get(name);
    return node != null && node.isBoolean() && node.asBoolean();
  }

  /// The texts of an array; other elements are passed over.
  static List<String> texts(Map<String, JsonNode> slots, String name) {
    JsonNode node = slots.get(name);
    return node == null ? List.of() : texts(node);
  }

  static List<String> texts(JsonNode node) {
    if (node.isString()) {
      return List.of(node.asString());
    }
    return node.isArray() ? node.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList() : List.of();
  }

  /// What the parser stands at, for messages.
  static String what(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return token == null ? "it is empty" : switch (token) {
      case START_ARRAY -> "it is a JSON array";
      case START_OBJECT -> "it is another JSON object";
      default -> "it is a single JSON value";
    };
  }
}

package org.tingbok.app.taxii;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody hands in, taken apart.
final class Envelope {
  private static final int DEEPEST = 60;
  private static final int LONGEST_ID = 300;
  private static final JsonMapper STRICT = JsonMapper
      .builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Pattern TYPE = Pattern.compile("[a-z0-9]++(?:-{1,2}[a-z0-9]++)*+");
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private Envelope() {
  }

  /// An object with what speaks against it at first sight.
  ///
  /// @param id as it says, or its place in the envelope where it says none
  /// @param version its `modified`, else `created`; empty if it has neither
  /// @param fault empty if nothing does
  record Item(JsonNode object, String id, Optional<String> version, Optional<String> fault) {
  }

  /// Takes an envelope apart.
  ///
  /// @throws TaxiiProblem.Raised 400 if it is no JSON, 422 if it is no envelope
  static List<Item> items(byte[] bytes) {
    JsonNode envelope;
    try {
      if (bytes.length > 0 && (bytes[0] & 0xff) == 0xef) {
        throw TaxiiProblem.raised(400, "TAXII_ENVELOPE", "JSON begins with no byte order mark; leave it out");
      }
      envelope = STRICT.readTree(bytes);
    } catch (JacksonException e) {
      throw TaxiiProblem.raised(400, "TAXII_ENVELOPE",
          "what was handed in is no JSON: " + TaxiiProblem.shown(String.valueOf(e.getOriginalMessage())));
    }
    JsonNode objects = envelope.path("objects");
    if (!envelope.isObject() || !objects.isArray() || objects.isEmpty()) {
      throw TaxiiProblem.raised(422, "TAXII_ENVELOPE",
          "what was handed in is no envelope with objects; send {\"objects\": [ … ]}");
    }
    List<Item> items = new ArrayList<>();
    for (JsonNode object : objects) {
      items.add(item(object, items.size()));
    }
    return items;
  }

  private static Item item(JsonNode object, int place) {
    String id = text(object, "id").filter(one -> one.length() <= LONGEST_ID).orElse("objects/" + place);
    Optional<String> version = text(object, "modified").or(() -> text(object, "created"));
    return new Item(object, id, version, fault(object));
  }

  private static Optional<String> text(JsonNode object, String slot) {
    return Optional.of(object.path(slot)).filter(JsonNode::isString).map(JsonNode::asString);
  }

  private static Optional<String> fault(JsonNode object) {
    if (!object.isObject()) {
      return Optional.of("it is no JSON object");
    }
    String type = text(object, "type").orElse("");
    String id = text(object, "id").orElse("");
    // Bounded before any expression looks at them.
    if (type.length() < 3 || type.length() > 250 || !TYPE.matcher(type).matches()
        || type.equals("bundle")) {
      return Optional.of("`type` is no type of an object");
    }
    if (id.length() != type.length() + 38 || !id.startsWith(type + "--")
        || !UUID.matcher(id.substring(type.length() + 2)).matches()) {
      return Optional.of("`id` is not `type`, two hyphens and a UUID");
    }
    if (empty(object)) {
      return Optional.of("there is a null, an empty list or an empty object in it");
    }
    return times(object, type);
  }

  private static Optional<String> times(JsonNode object, String type) {
    boolean observable = !object.has("created");
    Optional<String> spec = text(object, "spec_version");
    if (spec.isPresent() && !spec.get().equals("2.1") || spec.isEmpty() && !observable) {
      return Optional.of("`spec_version` is not 2.1");
    }
    Optional<Instant> created = text(object, "created").flatMap(LogEntry::instant);
    Optional<Instant> modified = text(object, "modified").flatMap(LogEntry::instant);
    if (!observable && (created.isEmpty() || modified.isEmpty() && !type.equals("marking-definition"))) {
      return Optional.of("`created` or `modified` is no time stamp as in 2026-01-31T00:00:00.000Z");
    }
    if (modified.isPresent() && modified.get().isBefore(created.orElse(Instant.MIN))) {
      return Optional.of("`modified` is before `created`");
    }
    if (type.equals("relationship") && (text(object, "source_ref").isEmpty() || text(object, "target_ref").isEmpty()
        || text(object, "relationship_type").isEmpty())) {
      return Optional.of("a relationship without `source_ref`, `target_ref` or `relationship_type`");
    }
    return Optional.empty();
  }

  private static boolean empty(JsonNode node) {
    if (node.isNull() || node.isContainer() && node.isEmpty()) {
      return true;
    }
    for (JsonNode inner : node) {
      if (empty(inner)) {
        return true;
      }
    }
    return false;
  }
}

package org.tingbok.exchange.stix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What STIX 2.1 demands of a bundle that we write, and what known readers demand besides; each breach in words.
public final class StixRules {
  private static final Pattern ID = Pattern.compile(
      "([a-z][a-z-]{1,40})--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  private static final Set<String> COMMON =
      Set.of("type", "spec_version", "id", "created_by_ref", "created", "modified",
          "labels", "confidence", "lang", "external_references", "extensions");
  /// What a type needs, and after the bar what it may have besides.
  private static final Map<String, String> SLOTS = Map.of(
      "identity", "name identity_class | description",
      "extension-definition", "name description schema version extension_types |",
      "intrusion-set", "name |",
      "threat-actor", "name | threat_actor_types",
      "incident", "name |",
      "vulnerability", "name |",
      "attack-pattern", "name |",
      "relationship", "relationship_type source_ref target_ref description |",
      "note", "content object_refs authors abstract |",
      "opinion", "opinion object_refs authors explanation |");
  private static final String REPORT = "name published object_refs report_types |";
  private static final Set<String> ENDS = Set.of("identity", "intrusion-set", "threat-actor", "incident",
      "vulnerability", "attack-pattern", "note", "opinion", "report");

  private final Map<String, JsonNode> objects = new HashMap<>();
  private final List<String> breaches = new ArrayList<>();

  private StixRules() {
  }

  /// The breaches of a bundle.
  ///
  /// @param bundle a bundle that we wrote
  /// @return in words; none if it is sound
  public static List<String> breaches(JsonNode bundle) {
    StixRules rules = new StixRules();
    rules.bundle(bundle);
    return rules.breaches;
  }

  private void need(boolean holds, JsonNode object, String rule) {
    if (!holds) {
      breaches.add(object.path("id").asString("?") + ": " + rule);
    }
  }

  private void bundle(JsonNode bundle) {
    need(bundle.path("type").asString("").equals("bundle"), bundle, "no bundle");
    need(ID.matcher(bundle.path("id").asString("")).matches(), bundle, "id");
    need(!bundle.has("spec_version"), bundle, "a bundle of 2.1 has no spec_version");
    Map<String, String> types = new HashMap<>();
    for (JsonNode object : bundle.path("objects")) {
      String id = object.path("id").asString("");
      need(objects.put(id, object) == null, object, "twice in the bundle");
      String type = object.path("type").asString("");
      need(types.getOrDefault(id.substring(id.indexOf("--") + 2), type).equals(type), object, "a UUID under two types");
      types.put(id.substring(id.indexOf("--") + 2), type);
    }
    Set<List<String>> unique = new HashSet<>();
    for (JsonNode object : bundle.path("objects")) {
      object(object);
      switch (object.path("type").asString("")) {
        case "report" -> need(unique.add(List.of("report", text(object, "name"), text(object, "published"))), object,
            "two reports of one name and day");
        case "note" -> need(unique.add(List.of("note", text(object, "content"), text(object, "created"))), object,
            "two notes of one content and moment");
        case "opinion" -> need(unique.add(List.of("opinion", text(object, "opinion"), text(object, "created"))), object,
            "two opinions of one value and moment");
        case "intrusion-set", "threat-actor" -> need(!object.has("aliases"), object, "contested aliases");
        default -> {
          // nothing to be unique
        }
      }
    }
  }

  private static String text(JsonNode object, String slot) {
    return object.path(slot).asString("");
  }

  private void object(JsonNode object) {
    String type = text(object, "type");
    need(ID.matcher(text(object, "id")).matches() && text(object, "id").startsWith(type + "--"), object, "id");
    need(text(object, "spec_version").equals("2.1"), object, "spec_version");
    need(TIME.matcher(text(object, "created")).matches() && TIME.matcher(text(object, "modified")).matches(), object,
        "times in milliseconds");
    need(!Instant.parse(text(object, "modified")).isBefore(Instant.parse(text(object, "created"))), object,
        "modified before created");
    String[] slots = (type.equals("report") ? REPORT : SLOTS.getOrDefault(type, "?")).split("\\|", -1);
    Set<String> allowed = new HashSet<>(COMMON);
    for (String slot : slots[0].strip().split(" ", -1)) {
      need(object.has(slot), object, "needs " + slot);
      allowed.add(slot);
    }
    allowed.addAll(List.of(slots[slots.length - 1].strip().split(" ", -1)));
    object.propertyNames().forEach(name -> need(allowed.contains(name), object, "must not have " + name));
    filled(object, object, "");
    references(object, object);
    need(text(object, "created_by_ref").startsWith("identity--"), object, "created_by_ref of an identity");
    if (object.has("confidence")) {
      need(object.get("confidence").isInt() && object.get("confidence").asInt() >= 0
          && object.get("confidence").asInt() <= 100, object, "confidence");
    }
    object.path("external_references").forEach(reference -> {
      need(!text(reference, "source_name").isEmpty() && (reference.has("external_id") || reference.has("url")), object,
          "a reference that OpenCTI drops");
      need(text(reference, "source_name").equals("cve") == text(reference, "external_id").matches("CVE-\\d{4}-\\d{4,}"),
          object, "cve");
    });
    object.path("extensions").properties().forEach(extension -> {
      JsonNode definition = objects.get(extension.getKey());
      need(definition != null, object, "no definition of " + extension.getKey());
      need(extension.getValue().path("extension_type").asString("").equals("property-extension"), object,
          "extension_type");
    });
    switch (type) {
      case "relationship" -> need(ENDS.contains(text(object, "source_ref").replaceFirst("--.*", ""))
          && ENDS.contains(text(object, "target_ref").replaceFirst("--.*", ""))
          && !text(object, "source_ref").equals(text(object, "target_ref")), object, "ends of a relationship");
      case "opinion" -> need(Set.of("strongly-disagree", "disagree", "neutral", "agree", "strongly-agree")
          .contains(text(object, "opinion")), object, "opinion");
      case "report" -> need(text(object, "published").matches("\\d{4}-\\d\\d-\\d\\dT00:00:00\\.000Z"), object,
          "published");
      default -> {
        // nothing of its own
      }
    }
  }

  /// Neither null nor an empty list, object or text.
  private void filled(JsonNode object, JsonNode node, String at) {
    need(!node.isNull(), object, "null at " + at);
    need(!node.isContainer() || !node.isEmpty(), object, "empty at " + at);
    node.properties().forEach(slot -> {
      need(!slot.getKey().startsWith("x_"), object, "x_ at " + at);
      filled(object, slot.getValue(), at + "/" + slot.getKey());
    });
    if (node.isArray()) {
      node.forEach(item -> filled(object, item, at + "/*"));
    }
  }

  private void references(JsonNode object, JsonNode node) {
    node.properties().forEach(slot -> {
      if (slot.getKey().endsWith("_ref")) {
        need(objects.containsKey(slot.getValue().asString("")), object, "dangling " + slot.getKey());
      } else if (slot.getKey().endsWith("_refs")) {
        Set<String> seen = new HashSet<>();
        slot.getValue().forEach(ref -> {
          need(objects.containsKey(ref.asString("")), object, "dangling " + slot.getKey() + " " + ref);
          need(seen.add(ref.asString("")), object, "twice in " + slot.getKey());
        });
      }
      references(object, slot.getValue());
    });
    if (node.isArray()) {
      node.forEach(item -> references(object, item));
    }
  }
}

package org.tingbok.exchange.misp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tingbok.vocabulary.ContentId;

/// An object of an event under way, by one of MISP's templates.
final class MispObject {
  /// A template of MISP, as its own list of templates has it.
  ///
  /// @param name its name
  /// @param category its meta-category
  /// @param uuid its id
  /// @param version its version
  record Template(String name, String category, String uuid, String version) {
    static final Template INCIDENT = new Template("incident", "misc", "38597424-f9bb-4865-9b4b-819172df0334", "1");
    static final Template ACTOR = new Template("intrusion-set", "misc", "bfe96eae-e37a-4ecf-8012-1cdb478571a5", "1");
    static final Template REPORT = new Template("report", "misc", "70a68471-df22-4e3f-aa1a-5a3be19f82df", "8");
    static final Template PARTY = new Template("organization", "misc", "f750e12b-127a-432c-b022-b3f9153c4e2a", "9");
    static final Template PERSON = new Template("person", "misc", "a15b0477-e9d1-4b9c-9546-abe78a4f4248", "19");
    static final Template CLAIM = new Template("annotation", "misc", "5d8dc046-15a1-4ca3-a09f-ed4ede7c4487", "3");
  }

  private final Template template;
  private final String uuid;
  private final String timestamp;
  private final List<Map<String, Object>> attributes = new ArrayList<>();
  private final Map<String, Map<String, Object>> references = new LinkedHashMap<>();

  MispObject(Template template, String event, String thing, String timestamp) {
    this.template = template;
    this.timestamp = timestamp;
    this.uuid = uuid("misp-object", event, template.name(), thing);
  }

  /// Ids that are the same whenever the event is written, and that no other event has.
  static String uuid(String type, String... parts) {
    String id = ContentId.of(type, parts);
    return id.substring(id.indexOf("--") + 2);
  }

  String uuid() {
    return uuid;
  }

  /// A text; blank ones are left out, since MISP refuses them.
  MispObject text(String relation, String value, List<String> tags) {
    return attribute(relation, "text", "Other", value, tags);
  }

  MispObject text(String relation, String value) {
    return text(relation, value, List.of());
  }

  MispObject attribute(String relation, String type, String category, String value, List<String> tags) {
    if (value.isBlank()) {
      return this;
    }
    Map<String, Object> attribute = new LinkedHashMap<>();
    attribute.put("uuid", uuid("misp-attribute", uuid, relation, Integer.toString(attributes.size())));
    attribute.put("object_relation", relation);
    attribute.put("type", type);
    attribute.put("category", category);
    attribute.put("value", value);
    attribute.put("to_ids", false);
    attribute.put("disable_correlation", true);
    attribute.put("distribution", "5");
    attribute.put("timestamp", timestamp);
    if (!tags.isEmpty()) {
      attribute.put("Tag", tags.stream().map(tag -> Map.of("name", tag)).toList());
    }
    attributes.add(attribute);
    return this;
  }

  /// A file of the object.
  MispObject file(String relation, String name, String base64, List<String> tags) {
    attribute(relation, "attachment", "External analysis", name, tags);
    attributes.getLast().put("data", base64);
    return this;
  }

  /// A reference to another object of the event; the same one is made once.
  void refer(String relation, MispObject other, String comment) {
    if (other == this) {
      return;
    }
    String id = uuid("misp-reference", uuid, relation, other.uuid, comment);
    references.computeIfAbsent(id, _ -> {
      Map<String, Object> reference = new LinkedHashMap<>();
      reference.put("uuid", id);
      reference.put("object_uuid", uuid);
      reference.put("referenced_uuid", other.uuid);
      reference.put("relationship_type", relation);
      reference.put("comment", comment);
      reference.put("timestamp", timestamp);
      return reference;
    });
  }

  Map<String, Object> content() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", template.name());
    object.put("meta-category", template.category());
    object.put("template_uuid", template.uuid());
    object.put("template_version", template.version());
    object.put("uuid", uuid);
    object.put("timestamp", timestamp);
    object.put("distribution", "5");
    object.put("Attribute", attributes);
    object.put("ObjectReference", List.copyOf(references.values()));
    return object;
  }
}

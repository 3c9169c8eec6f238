package org.tingbok.exchange.stix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What STIX 2.1 demands of an object by itself; each breach in words. What leans on other objects is [BundleRules]'s.
final class ObjectRules {
  private static final String CORE_INCIDENT = "extension-definition--ef765651-680c-498d-9894-99799f2fa126";
  private static final Set<String> DETERMINATIONS = Set.of("blocked", "failed-attempt", "false-positive", "low-value",
      "successful-attempt", "suspected");
  private static final Set<String> INVESTIGATIONS = Set.of("closed", "new", "open");
  private static final Set<String> EXTENSION_TYPES = Set.of("new-sdo", "new-sco", "new-sro", "property-extension",
      "toplevel-property-extension");
  private static final StixTypes TYPES = StixTypes.all();

  private final JsonNode object;
  private final String type;
  private final List<String> breaches = new ArrayList<>();
  private final List<String> oddities = new ArrayList<>();

  private ObjectRules(JsonNode object, String type) {
    this.object = object;
    this.type = type;
  }

  /// What came of looking at an object.
  ///
  /// @param breaches rules that it breaks, so that it is not to be relied on
  /// @param oddities what is wrong in parts that only their makers know, and does no harm
  record Found(List<String> breaches, List<String> oddities) {
  }

  /// Looks at an object; what names itself too long to be looked at is refused by that.
  static Found look(JsonNode object) {
    if (!object.isObject()) {
      return new Found(List.of("is no object"), List.of());
    }
    JsonNode type = object.path("type");
    if (!type.isString() || !StixValues.type(type.asString())) {
      return new Found(List.of("its type is no name of a type (3 to 250 letters, digits, single hyphens)"), List.of());
    }
    JsonNode id = object.path("id");
    if (!id.isString() || !StixValues.typeOf(id.asString()).filter(type.asString()::equals).isPresent()) {
      return new Found(List.of("its id is not its type, two hyphens and a UUID"), List.of());
    }
    ObjectRules rules = new ObjectRules(object, type.asString());
    rules.object();
    return new Found(rules.breaches, rules.oddities);
  }

  private void need(boolean holds, String rule) {
    if (!holds) {
      breaches.add(rule);
    }
  }

  private static String text(JsonNode node, String slot) {
    return node.path(slot).isString() ? node.path(slot).asString() : "";
  }

  private void object() {
    Set<String> known = TYPES.names(type);
    boolean standard = TYPES.knows(type);
    for (String name : object.propertyNames()) {
      need(StixValues.property(name), "the property '" + shown(name) + "' is not named by 3 to 250 of a-z, 0-9, _");
      filled(object.path(name), name, standard && known.contains(name) || TYPES.names("*").contains(name));
    }
    if (!standard && object.has("created")) {
      need(object.has("modified"), "has 'created' and no 'modified'");
    }
    TYPES.slots(type).forEach(this::slot);
    object.path("external_references").forEach(this::reference);
    object.path("kill_chain_phases").forEach(phase -> need(!text(phase, "kill_chain_name").isEmpty()
        && !text(phase, "phase_name").isEmpty(), "a kill chain phase needs kill_chain_name and phase_name"));
    object.path("granular_markings").forEach(this::granular);
    object.path("object_marking_refs").forEach(ref -> need(!ref.equals(object.path("id")), "it marks itself"));
    object.path("extensions").properties().forEach(entry -> extension(entry.getKey(), entry.getValue()));
    if (type.equals("marking-definition")) {
      marking();
    }
    if (type.equals("malware") && object.path("is_family").asBoolean(false)) {
      need(object.has("name"), "a family of malware needs a name");
    }
    if (type.equals("extension-definition")) {
      object.path("extension_types").forEach(one -> need(EXTENSION_TYPES.contains(one.asString("")),
          "'" + shown(one.asString("")) + "' is no type of extension"));
    }
  }

  /// Neither null anywhere nor an empty list or object.
  private void filled(JsonNode node, String at, boolean standard) {
    need(!node.isNull(), "null at " + shown(at));
    if (node.isContainer() && node.isEmpty()) {
      (standard ? breaches : oddities).add("an empty " + (node.isArray() ? "list" : "object") + " at " + shown(at));
    }
    node.properties().forEach(slot -> filled(slot.getValue(), at + "." + slot.getKey(), standard));
    if (node.isArray()) {
      int index = 0;
      for (JsonNode item : node) {
        filled(item, at + ".[" + index++ + "]", standard);
      }
    }
  }

  private void slot(StixTypes.Slot slot) {
    String name = slot.name();
    JsonNode value = object.path(name);
    switch (slot.kind()) {
      case ANY -> need(List.of(slot.detail().split("\\|", -1)).stream().anyMatch(object::has),
          "needs one of " + slot.detail().replace("|", ", "));
      case NEEDS -> need(value.isMissingNode() || object.has(slot.detail()), name + " needs " + slot.detail());
      case WITHOUT -> need(value.isMissingNode() || !object.has(slot.detail()),
          "has both " + name + " and " + slot.detail());
      case STRING, BOOLEAN, INTEGER, NUMBER, TIME, MILLIS, REF, REFS, LIST, OBJECTS, OBJECT, HASHES, HEX, BASE64, ENUM,
          MIME, CHARSET, CPE, LANGUAGE, LANGUAGES, PATTERN, MAC, WORD -> {
        if (value.isMissingNode()) {
          need(!slot.required(), "needs " + name);
        } else if (!value.isNull()) {
          fault(slot, value).ifPresent(why -> breaches.add(name + " " + why));
        }
      }
    }
  }

  /// What is wrong with the value of a property; empty if nothing is.
  private Optional<String> fault(StixTypes.Slot slot, JsonNode value) {
    String text = value.isString() ? value.asString() : "";
    boolean string = value.isString();
    return switch (slot.kind()) {
      case STRING -> unless(string, "is no text");
      case BOOLEAN -> unless(value.isBoolean(), "is neither true nor false");
      case INTEGER -> unless(value.isIntegralNumber() && within(value, slot.detail()),
          "is no whole number" + (slot.detail().isEmpty() ? "" : " of " + slot.detail()));
      case NUMBER -> unless(value.isNumber() && within(value, slot.detail()),
          "is no number" + (slot.detail().isEmpty() ? "" : " of " + slot.detail()));
      case TIME, MILLIS -> time(slot, text);
      case REF -> unless(string && refers(text, slot.detail()), "is no reference to " + words(slot.detail()));
      case REFS -> unless(value.isArray() && value.valueStream().allMatch(one -> one.isString()
          && refers(one.asString(), slot.detail())), "holds what is no reference to " + words(slot.detail()));
      case LIST -> unless(value.isArray() && value.valueStream().allMatch(JsonNode::isString), "is no list of texts");
      case OBJECTS -> unless(value.isArray() && value.valueStream().allMatch(JsonNode::isObject),
          "is no list of objects");
      case OBJECT -> unless(value.isObject(), "is no object");
      case HASHES -> hashes(value);
      case HEX -> unless(string && StixValues.hex(text), "is not hexadecimal");
      case BASE64 -> unless(string && StixValues.base64(text), "is not base64");
      case ENUM -> unless(string && List.of(slot.detail().split("\\|", -1)).contains(text),
          "is none of " + slot.detail().replace("|", ", "));
      case MIME -> unless(string && StixValues.mime(text), "is no media type");
      case CHARSET -> unless(string && StixValues.charset(text), "is no character set");
      case CPE -> unless(string && StixValues.cpe(text), "is no name of CPE 2.3");
      case LANGUAGE -> unless(string && StixValues.language(text), "is no language tag (RFC 5646)");
      case LANGUAGES -> unless(value.isArray() && value.valueStream().allMatch(one -> one.isString()
          && StixValues.language(one.asString())), "holds what is no language tag (RFC 5646)");
      case PATTERN ->
        text(object, "pattern_type").equals("stix") ? StixPattern.fault(text) : unless(string, "is no text");
      case MAC -> unless(string && StixValues.mac(text), "is no MAC address");
      case WORD -> unless(text.length() <= 250 && !text.isEmpty()
          && text.chars().allMatch(ch -> ch >= 'a' && ch <= 'z' || ch >= '0' && ch <= '9' || ch == '-'),
          "is not a word of a-z, 0-9, -");
      case ANY, NEEDS, WITHOUT -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean holds, String fault) {
    return holds ? Optional.empty() : Optional.of(fault);
  }

  private static boolean within(JsonNode value, String bounds) {
    if (bounds.isEmpty()) {
      return true;
    }
    int dots = bounds.indexOf("..");
    String most = bounds.substring(dots + 2);
    return value.asDouble() >= Double.parseDouble(bounds.substring(0, dots))
        && (most.isEmpty() || value.asDouble() <= Double.parseDouble(most));
  }

  private Optional<String> time(StixTypes.Slot slot, String text) {
    Optional<Instant> moment = StixValues.time(text);
    if (moment.isEmpty()) {
      return Optional.of("is no moment that there is, as in 2026-03-04T12:00:00.000Z");
    }
    if (slot.kind() == StixTypes.Kind.MILLIS && !StixValues.millis(text)) {
      return Optional.of("is not told to the millisecond");
    }
    String[] order = slot.detail().split(" ", -1);
    if (order.length == 2) {
      Optional<Instant> other = StixValues.time(text(object, order[1]));
      if (other.isPresent()) {
        int compared = moment.get().compareTo(other.get());
        return unless(order[0].equals(">") ? compared > 0 : compared >= 0,
            order[0].equals(">") ? "is not after " + order[1] : "is before " + order[1]);
      }
    }
    return Optional.empty();
  }

  private static boolean refers(String id, String wanted) {
    return StixValues.typeOf(id).filter(type -> TYPES.mayBe(type, wanted)).isPresent();
  }

  private static String words(String wanted) {
    return wanted.replace("@sdo", "a domain object").replace("@sco", "an observable").replace("@any", "an object")
        .replace(",", " or ");
  }

  private static Optional<String> hashes(JsonNode value) {
    if (!value.isObject()) {
      return Optional.of("is no object");
    }
    return value.properties().stream().filter(one -> !StixValues.hash(one.getKey(), one.getValue().asString("")))
        .findFirst().map(one -> "holds no digest of " + shown(one.getKey()));
  }

  private void reference(JsonNode reference) {
    String source = text(reference, "source_name");
    String id = text(reference, "external_id");
    need(!source.isEmpty(), "an external reference needs source_name");
    need(reference.has("description") || reference.has("url") || reference.has("external_id"),
        "an external reference needs one of description, url, external_id");
    need(StixValues.external(source, id), "the external_id '" + shown(id) + "' is not of the form of " + shown(source));
    if (reference.has("url")) {
      need(text(reference, "url").matches("[A-Za-z][A-Za-z0-9+.-]{0,30}:\\S.*"),
          "an external reference has no url in url");
    }
    if (reference.has("hashes")) {
      hashes(reference.path("hashes")).ifPresent(why -> breaches.add("hashes of an external reference " + why));
    }
  }

  private void granular(JsonNode marking) {
    need(marking.has("lang") != marking.has("marking_ref"), "a granular marking needs lang or marking_ref, not both");
    if (marking.has("lang")) {
      need(StixValues.language(text(marking, "lang")), "lang of a granular marking is no language tag (RFC 5646)");
    }
    if (marking.has("marking_ref")) {
      need(refers(text(marking, "marking_ref"), "marking-definition"),
          "marking_ref is no reference to a marking-definition");
      need(!marking.path("marking_ref").equals(object.path("id")), "it marks itself");
    }
    need(marking.path("selectors").isArray() && !marking.path("selectors").isEmpty(),
        "a granular marking needs selectors");
    for (JsonNode selector : marking.path("selectors")) {
      need(selected(selector.asString("")), "the selector '" + shown(selector.asString("")) + "' selects nothing");
    }
  }

  private boolean selected(String selector) {
    if (selector.isEmpty() || selector.length() > 2000) {
      return false;
    }
    JsonNode at = object;
    for (String step : selector.split("\\.", -1)) {
      if (step.startsWith("[") && step.endsWith("]") && step.length() < 12 && step.length() > 2
          && step.substring(1, step.length() - 1).chars().allMatch(Character::isDigit)) {
        at = at.isArray() ? at.path(Integer.parseInt(step.substring(1, step.length() - 1)))
            : tools.jackson.databind.node.MissingNode.getInstance();
      } else {
        at = at.isObject() ? at.path(step) : tools.jackson.databind.node.MissingNode.getInstance();
      }
    }
    return !at.isMissingNode();
  }

  private void extension(String key, JsonNode value) {
    boolean defined = StixValues.typeOf(key).filter("extension-definition"::equals).isPresent();
    need(defined || key.length() <= 250 && key.endsWith("-ext") && StixValues.type(key),
        "'" + shown(key) + "' is neither a definition of an extension nor one that the standard knows");
    need(value.isObject(), "the extension " + shown(key) + " is no object");
    if (defined) {
      String kind = text(value, "extension_type");
      need(EXTENSION_TYPES.contains(kind) || key.equals(StixTypes.TLP_2), "the extension_type of " + key + " is none");
    }
    if (key.equals(CORE_INCIDENT)) {
      need(DETERMINATIONS.contains(text(value, "determination")), "the determination of the incident is none of "
          + String.join(", ", DETERMINATIONS.stream().sorted().toList()));
      need(!value.has("investigation_status") || INVESTIGATIONS.contains(text(value, "investigation_status")),
          "the investigation_status is none of closed, new, open");
    }
  }

  private void marking() {
    Optional<StixTypes.Level> level = Optional.ofNullable(TYPES.levels().get(text(object, "id")));
    String kind = text(object, "definition_type");
    String tlp = text(object.path("definition"), "tlp");
    if (level.isPresent()) {
      StixTypes.Level one = level.get();
      need(one.version() == 1 ? kind.equals("tlp") && tlp.equals(one.name())
          : text(object.path("extensions").path(StixTypes.TLP_2), "tlp_2_0").equals(one.name()),
          "this id is that of TLP:" + one.name().toUpperCase(java.util.Locale.ROOT) + ", and the content is another");
      need(!object.has("created_by_ref") || one.version() == 2, "a marking of TLP 1 has no created_by_ref");
      need(one.version() != 1 || text(object, "created").equals("2017-01-20T00:00:00.000Z"),
          "a marking of TLP 1 was created 2017-01-20T00:00:00.000Z");
    } else {
      need(!kind.equals("tlp"), "a level of TLP has an id of its own");
    }
    if (kind.equals("statement")) {
      need(!text(object.path("definition"), "statement").isEmpty(), "a statement needs its words");
    }
  }

  /// A text of others as a message may hold it.
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(80).forEach(ch -> shown.appendCodePoint(Character.isISOControl(ch)
        || Character.getType(ch) == Character.SURROGATE || Character.getType(ch) == Character.FORMAT ? '?' : ch));
    return shown + (text.length() > 80 ? "…" : "");
  }
}

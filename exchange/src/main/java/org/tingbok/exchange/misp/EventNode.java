package org.tingbok.exchange.misp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.JsonNode;

/// An event as it came, with its objects by their ids. What was deleted in it is not there.
///
/// @param node the event
/// @param objects its objects in their order, by UUID
record EventNode(JsonNode node, Map<String, JsonNode> objects) {
  EventNode(JsonNode node) {
    this(node, objects(node));
  }

  private static Map<String, JsonNode> objects(JsonNode node) {
    Map<String, JsonNode> objects = new LinkedHashMap<>();
    live(node.path("Object")).forEach(object -> objects.putIfAbsent(text(object, "uuid"), object));
    return objects;
  }

  static Stream<JsonNode> live(JsonNode list) {
    return list.valueStream().filter(JsonNode::isObject).filter(one -> !flag(one.path("deleted")));
  }

  private static boolean flag(JsonNode node) {
    return node.asBoolean(false) || node.asString("").equals("1");
  }

  /// A text of MISP: a number is written as one, too; line ends as `\n`, no blanks around it.
  static String text(JsonNode node, String slot) {
    return node.path(slot).asString("").replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  String uuid() {
    return text(node, "uuid");
  }

  String info() {
    return text(node, "info");
  }

  /// Whose event it is.
  Optional<String> creator() {
    return Stream.of("Orgc", "Org").map(slot -> text(node.path(slot), "name")).filter(name -> !name.isBlank())
        .findFirst();
  }

  PartialDate date() {
    try {
      return PartialDate.parse(text(node, "date"));
    } catch (BadInputException e) {
      return PartialDate.NOT_STATED;
    }
  }

  static List<String> tags(JsonNode tagged) {
    List<String> tags = new ArrayList<>();
    tagged.path("Tag").forEach(tag -> Optional.of(text(tag, "name")).filter(name -> !name.isBlank())
        .ifPresent(tags::add));
    return tags;
  }

  static List<JsonNode> attributes(JsonNode holder) {
    return live(holder.path("Attribute")).toList();
  }

  /// The first value of an object's attribute.
  static Optional<JsonNode> attribute(JsonNode object, String relation) {
    return attributes(object).stream()
        .filter(one -> text(one, "object_relation").equals(relation) && !text(one, "value").isBlank()).findFirst();
  }

  static Optional<String> value(JsonNode object, String relation) {
    return attribute(object, relation).map(one -> text(one, "value"));
  }

  static List<String> values(JsonNode object, String relation) {
    return attributes(object).stream().filter(one -> text(one, "object_relation").equals(relation))
        .map(one -> text(one, "value")).filter(value -> !value.isBlank()).toList();
  }

  /// A reference to another object of the event.
  ///
  /// @param relation what the one is to the other
  /// @param to the other; only those that are in the event
  /// @param comment what is said of it
  record Reference(String relation, JsonNode to, String comment) {
  }

  List<Reference> references(JsonNode object) {
    return live(object.path("ObjectReference")).flatMap(one -> Optional
        .ofNullable(objects.get(text(one, "referenced_uuid")))
        .map(to -> new Reference(text(one, "relationship_type"), to, text(one, "comment"))).stream()).toList();
  }
}

package org.tingbok.second;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The slots of one JSON object of an answer.
///
/// What is missing and what is null are the same here; what is of another kind than the contract has is refused.
record Slots(JsonNode node) {
  private static final int LONGEST = 1_000;
  private static final int EXCERPT = 80;

  /// The object that an answer is, past a model's thoughts and the marks of code about it.
  ///
  /// @throws JacksonException if it is no JSON
  static Slots read(String answer) {
    int thoughts = answer.lastIndexOf("</think>");
    String json = (thoughts < 0 ? answer : answer.substring(thoughts + "</think>".length())).strip();
    if (json.startsWith("```") && json.endsWith("```") && json.length() > 6) {
      json = json.substring(3, json.length() - 3).replaceFirst("^json\\s", "").strip();
    }
    return new Slots(JsonMapper.shared().readTree(json));
  }

  boolean has(String slot) {
    return !node.path(slot).isMissingNode() && !node.path(slot).isNull();
  }

  Optional<String> maybe(String slot) {
    return has(slot) ? Optional.of(words(node.path(slot), slot)).filter(text -> !text.isBlank()) : Optional.empty();
  }

  String text(String slot) {
    return maybe(slot).orElseThrow(() -> unreadable("lacks '" + slot + "'"));
  }

  boolean flag(String slot) {
    if (has(slot) && !node.path(slot).isBoolean()) {
      throw unreadable("has '" + slot + "' that is neither true nor false");
    }
    return has(slot) && node.path(slot).asBoolean();
  }

  Optional<Slots> object(String slot) {
    if (has(slot) && !node.path(slot).isObject()) {
      throw unreadable("has '" + slot + "' that is no object");
    }
    return has(slot) ? Optional.of(new Slots(node.path(slot))) : Optional.empty();
  }

  /// The elements of a list; one object stands for a list of one.
  List<Slots> list(String slot) {
    JsonNode value = node.path(slot);
    List<Slots> list = new ArrayList<>();
    if (value.isObject()) {
      list.add(new Slots(value));
    } else if (value.isArray()) {
      value.forEach(element -> list.add(new Slots(element)));
    } else if (has(slot)) {
      throw unreadable("has '" + slot + "' that is no list");
    }
    return list;
  }

  List<String> texts(String slot) {
    return list(slot).stream().map(element -> words(element.node(), slot)).toList();
  }

  /// The words that an element itself is; empty if it is an object.
  Optional<String> itself() {
    return node.isString() ? Optional.of(words(node, "name")) : Optional.empty();
  }

  private String words(JsonNode value, String slot) {
    if (!value.isString()) {
      throw unreadable("has '" + slot + "' that is no text");
    }
    String text = value.asString();
    if (text.length() > LONGEST) {
      throw unreadable("has '" + slot + "' of " + text.length() + " characters");
    }
    return text.strip();
  }

  BadInputException unreadable(String how) {
    String json = node.toString();
    return new BadInputException("CONTRACT_UNREADABLE",
        "what is proposed " + how + ": " + (json.length() <= EXCERPT ? json : json.substring(0, EXCERPT) + "…"));
  }
}

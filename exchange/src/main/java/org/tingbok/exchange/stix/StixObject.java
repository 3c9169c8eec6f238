package org.tingbok.exchange.stix;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// An object of a bundle as it stands there.
///
/// @param json the object, whole
record StixObject(JsonNode json) {
  /// Its text of a property; empty if it has none.
  String text(String slot) {
    return json.path(slot).isString() ? json.path(slot).asString() : "";
  }

  Optional<String> maybe(String slot) {
    return Optional.of(text(slot)).filter(text -> !text.isBlank());
  }

  List<String> texts(String slot) {
    return json.path(slot).valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }

  String type() {
    return text("type");
  }

  String id() {
    return text("id");
  }

  String modified() {
    return text("modified");
  }

  boolean revoked() {
    return json.path("revoked").asBoolean(false);
  }

  /// When this version began; the beginning of time for what has no versions.
  Instant moment() {
    return StixValues.time(modified()).orElse(Instant.EPOCH);
  }

  /// How messages call it, whatever it holds.
  String name() {
    String id = id();
    return id.isEmpty() ? "an object of type '" + ObjectRules.shown(type()) + "' without id" : ObjectRules.shown(id);
  }

  JsonNode provenance() {
    return json.path("extensions").path(Provenance.ID);
  }
}

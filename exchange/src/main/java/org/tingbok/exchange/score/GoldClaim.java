package org.tingbok.exchange.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Whether a claim of a reading says what one of the gold says; the slots that the gold leaves open are not asked.
final class GoldClaim {
  private GoldClaim() {
  }

  static boolean whoRight(JsonNode gold, JsonNode predicted, Optional<String> publisher) {
    List<String> accepted = Stream.concat(names(gold.path("claimant")).stream(), names(gold.path("joint")).stream())
        .toList();
    if (accepted.isEmpty()) {
      return true;
    }
    List<JsonNode> parties = new ArrayList<>(nodes(predicted.path("claimants")));
    if (truth(predicted.path("speaker"))) {
      parties.add(predicted.path("speaker"));
    }
    if (GoldNames.hit(accepted, parties)) {
      return true;
    }
    boolean own = accepted.contains("@publisher") || accepted.contains("@document");
    return own && (truth(predicted.path("ownVoice")) || parties.isEmpty()
        || GoldNames.hit(publisher.stream().toList(), parties));
  }

  static boolean whomRight(JsonNode gold, JsonNode predicted) {
    return switch (gold.path("type").asString("")) {
      case "attribution" -> GoldNames.hit(names(gold.path("accused")), nodes(predicted.path("accused")));
      case "alias" -> pairRight(gold, nodes(predicted.path("names"))) && wordRight(gold, predicted, "relation");
      case "affiliation" -> GoldNames.hit(names(gold.path("actor")), one(predicted.path("actor")))
          && GoldNames.hit(names(gold.path("sponsor")), one(predicted.path("sponsor")));
      case "response" -> wordRight(gold, predicted, "kind") && (!truth(gold.path("target"))
          || GoldNames.hit(names(gold.path("target")), predicted.path("target").isArray()
              ? nodes(predicted.path("target"))
              : one(predicted.path("target"))));
      case "impact", "method" -> gold.path("polarity").asString("affirmed")
          .equals(predicted.path("polarity").asString("affirmed"));
      default -> true;
    };
  }

  private static boolean pairRight(JsonNode gold, List<JsonNode> names) {
    List<String> first = names(gold.path("names").path(0));
    List<String> second = names(gold.path("names").path(1));
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        if (i != j && GoldNames.hit(first, List.of(names.get(i))) && GoldNames.hit(second, List.of(names.get(j)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean wordRight(JsonNode gold, JsonNode predicted, String slot) {
    JsonNode want = gold.path(slot);
    return want.isNull() || want.isMissingNode() || want.asString("").equals(predicted.path(slot).asString(""));
  }

  /// Whether a node says anything: not absent, null, false, 0 or empty.
  static boolean truth(JsonNode node) {
    if (node.isContainer()) {
      return !node.isEmpty();
    }
    return node.isBoolean() ? node.asBoolean()
        : node.isNumber() ? node.asDouble() != 0
            : !node.isNull() && !node.isMissingNode() && !node.asString("").isEmpty();
  }

  private static List<String> names(JsonNode array) {
    return nodes(array).stream().filter(GoldClaim::truth).map(node -> node.asString("")).toList();
  }

  private static List<JsonNode> nodes(JsonNode array) {
    List<JsonNode> nodes = new ArrayList<>();
    array.forEach(nodes::add);
    return nodes;
  }

  private static List<JsonNode> one(JsonNode node) {
    return truth(node) ? List.of(node) : List.of();
  }
}

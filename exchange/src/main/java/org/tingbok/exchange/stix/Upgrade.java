package org.tingbok.exchange.stix;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Objects of STIX 2.0 as 2.1 writes them. What 2.0 called labels of some types are types of their own now; patterns name
/// their language; malware is a family or not, and of what does not tell a family is the lesser claim.
final class Upgrade {
  private static final Map<String, String> TYPED_BY_LABELS = Map.of("report", "report_types", "threat-actor",
      "threat_actor_types", "indicator", "indicator_types", "malware", "malware_types", "tool", "tool_types");

  private Upgrade() {
  }

  /// All objects of a bundle: of 2.0 if the bundle says so, or if no object says that it is of 2.1.
  static List<StixObject> of(List<StixObject> objects, String version) {
    boolean old = version.equals("2.0") || objects.stream().noneMatch(object -> object.json().has("spec_version"));
    return old ? objects.stream().map(Upgrade::one).toList() : objects;
  }

  private static StixObject one(StixObject object) {
    if (!(object.json() instanceof ObjectNode node) || node.has("spec_version")
        || StixTypes.all().is("@sco", object.type())) {
      return object;
    }
    ObjectNode upgraded = node.deepCopy();
    upgraded.put("spec_version", "2.1");
    String types = TYPED_BY_LABELS.get(object.type());
    JsonNode labels = upgraded.path("labels");
    if (types != null && labels.isArray() && !upgraded.has(types)) {
      upgraded.set(types, labels);
      upgraded.remove("labels");
    }
    switch (object.type()) {
      case "indicator" -> put(upgraded, "pattern_type");
      case "malware" -> {
        if (!upgraded.has("is_family")) {
          upgraded.put("is_family", true);
        }
      }
      default -> {
        // nothing more
      }
    }
    return new StixObject(upgraded);
  }

  private static void put(ObjectNode upgraded, String name) {
    if (!upgraded.has(name)) {
      upgraded.put(name, "stix");
    }
  }
}

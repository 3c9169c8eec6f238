package org.tingbok.app.api;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes maps, lists and values as YAML 1.2. Texts are written as JSON writes them, which YAML reads alike.
final class Yaml {
  private Yaml() {
  }

  static String of(Map<String, Object> document) {
    StringBuilder yaml = new StringBuilder();
    map(document, "", yaml);
    return yaml.toString();
  }

  private static void map(Map<?, ?> map, String indent, StringBuilder yaml) {
    map.forEach((key, value) -> {
      yaml.append(indent).append(JsonMapper.shared().writeValueAsString(String.valueOf(key))).append(':');
      value(value, indent, yaml);
    });
  }

  private static void value(Object value, String indent, StringBuilder yaml) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      yaml.append('\n');
      map(map, indent + "  ", yaml);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      yaml.append('\n');
      for (Object one : list) {
        yaml.append(indent).append("  -");
        value(one, indent + "  ", yaml);
      }
    } else {
      yaml.append(' ').append(JsonMapper.shared().writeValueAsString(value)).append('\n');
    }
  }
}

package org.tingbok.app.taxii;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What TAXII tells of a server.
final class Resources {
  private Resources() {
  }

  /// Addresses are relative, so that they hold under whatever name and port the server is asked.
  static Map<String, Object> discovery(String root) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("title", "Tingbok");
    resource.put("description", "Who accuses whom of what in cyberspace, in which words of which report");
    resource.put("default", "/taxii2/" + root + "/");
    resource.put("api_roots", List.of("/taxii2/" + root + "/"));
    return resource;
  }

  static Map<String, Object> root(int largest) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("title", "The ledger");
    resource.put("description", "Claims as STIX 2.1: all of them, those of each watch, and an inbox");
    resource.put("versions", List.of(MediaTypes.TAXII));
    resource.put("max_content_length", largest);
    return resource;
  }

  static Map<String, Object> collections(List<Shelf> shelves) {
    return Map.of("collections", shelves.stream().map(Shelf::resource).toList());
  }

  static Map<String, Object> manifest(LogEntry entry) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("id", entry.id());
    resource.put("date_added", entry.dateAdded());
    resource.put("version", entry.version());
    resource.put("media_type", MediaTypes.STIX);
    return resource;
  }
}

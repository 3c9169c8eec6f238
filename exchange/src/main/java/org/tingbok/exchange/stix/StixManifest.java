package org.tingbok.exchange.stix;

import java.util.List;
import java.util.Map;

/// What a bundle holds, and what a known reader makes of it.
///
/// @param objects how many objects of each type, by type
/// @param claims how many claims
/// @param collapsing relationships of several claims that have one type and the same ends: OpenCTI makes one of each row,
///     and keeps every claim's note; in order of their ends
public record StixManifest(Map<String, Integer> objects, int claims, List<Row> collapsing) {
  /// Copies the collections.
  public StixManifest {
    objects = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(objects));
    collapsing = List.copyOf(collapsing);
  }

  /// Relationships that a reader takes for one.
  ///
  /// @param type of the relationship
  /// @param source id of its source
  /// @param target id of its target
  /// @param relationships their ids, two or more
  public record Row(String type, String source, String target, List<String> relationships) {
    /// Copies the list.
    public Row {
      relationships = List.copyOf(relationships);
    }
  }
}

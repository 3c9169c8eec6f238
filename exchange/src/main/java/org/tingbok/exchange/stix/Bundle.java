package org.tingbok.exchange.stix;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The objects of a bundle under way: each is written once, when it is first spoken of. Not for several threads.
final class Bundle {
  private final Consumer<Map<String, Object>> out;
  private final Set<String> written = new HashSet<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<List<String>, List<String>> ends = new TreeMap<>(
      java.util.Comparator.comparing((List<String> row) -> String.join(" ", row)));

  Bundle(Consumer<Map<String, Object>> out) {
    this.out = out;
  }

  boolean has(String id) {
    return written.contains(id);
  }

  /// Writes an object that was not written yet.
  void write(Map<String, Object> object) {
    String id = String.valueOf(object.get("id"));
    if (!written.add(id)) {
      return;
    }
    counts.merge(String.valueOf(object.get("type")), 1, Integer::sum);
    out.accept(object);
  }

  /// Keeps in mind which claim's relationship has which ends.
  void ends(String id, String type, String source, String target) {
    ends.computeIfAbsent(List.of(source, type, target), _ -> new ArrayList<>(1)).add(id);
  }

  StixManifest manifest(int claims) {
    List<StixManifest.Row> rows = new ArrayList<>();
    ends.forEach((row, ids) -> {
      if (ids.size() > 1) {
        rows.add(new StixManifest.Row(row.get(1), row.get(0), row.get(2), ids));
      }
    });
    return new StixManifest(counts, claims, rows);
  }

  /// The beginning of every object that the ledger mints.
  static Map<String, Object> object(String type, String id, String created, String modified) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", type);
    object.put("spec_version", "2.1");
    object.put("id", id);
    object.put("created_by_ref", Entities.LEDGER);
    object.put("created", created);
    object.put("modified", modified);
    return object;
  }

  /// STIX has neither null nor empty lists: what is not there is left out.
  static void put(Map<String, Object> object, String name, List<?> values) {
    if (!values.isEmpty()) {
      object.put(name, values);
    }
  }

  static void put(Map<String, Object> object, String name, Optional<?> value) {
    value.ifPresent(there -> object.put(name, there));
  }
}

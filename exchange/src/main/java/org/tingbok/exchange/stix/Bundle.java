package org.tingbok.exchange.stix;

import java.util.ArrayList;
import java.util.HashMap;
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
  private final Set<String> passed = new HashSet<>();
  private final Map<String, String> began = new HashMap<>();
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
    Optional.ofNullable(began.get(id)).ifPresent(created -> {
      object.put("created", created);
      object.computeIfPresent("modified", (_, modified) -> String.valueOf(modified).compareTo(created) < 0 ? created
          : modified);
    });
    out.accept(object);
  }

  /// Writes an object of others as it came; each version once.
  void pass(StixObject object) {
    if (passed.add(object.id() + object.modified())
        && (!written.contains(object.id()) || passed.contains(object.id()))) {
      written.add(object.id());
      passed.add(object.id());
      counts.merge(object.type(), 1, Integer::sum);
      if (object.type().equals("relationship") && !object.provenance().isMissingNode()) {
        ends(object.id(), object.text("relationship_type"), object.text("source_ref"), object.text("target_ref"));
      }
      Map<String, Object> as = new LinkedHashMap<>();
      object.json().properties().forEach(field -> as.put(field.getKey(),
          field.getValue().isString() ? field.getValue().asString() : field.getValue()));
      out.accept(as);
    }
  }

  /// Keeps in mind when an object was made that goes out in another version.
  void began(StixObject object) {
    began.putIfAbsent(object.id(), object.text("created"));
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

package org.tingbok.exchange.stix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tingbok.exchange.imports.Imported;
import tools.jackson.databind.JsonNode;

/// What STIX 2.1 demands of objects taken together: versions of one object, and what extensions say of themselves.
final class BundleRules {
  private final List<Imported.Fault> faults = new ArrayList<>();
  private final List<StixObject> kept = new ArrayList<>();
  private final Set<StixObject> aside = new HashSet<>();

  private BundleRules() {
  }

  /// What came of looking at objects.
  ///
  /// @param objects those to be relied on, each version once, in their order
  /// @param faults what was set aside and why, then what is odd
  record Sound(List<StixObject> objects, List<Imported.Fault> faults) {
  }

  static Sound of(List<StixObject> objects) {
    BundleRules rules = new BundleRules();
    rules.look(objects);
    return new Sound(rules.kept, rules.faults);
  }

  private void setAside(StixObject object, String rule) {
    if (aside.add(object)) {
      faults.add(fault(object.name(), rule));
    }
  }

  /// What stands between an object and the rule that it breaks.
  static final String ASIDE = " was set aside: ";

  static Imported.Fault fault(String object, String rule) {
    return new Imported.Fault("STIX_RULE", object + ASIDE + rule);
  }

  static Imported.Fault odd(String object, String what) {
    return new Imported.Fault("STIX_ODD", object + ": " + what);
  }

  private void look(List<StixObject> objects) {
    List<Imported.Fault> odd = new ArrayList<>();
    List<StixObject> sound = new ArrayList<>();
    for (StixObject object : objects) {
      ObjectRules.Found found = ObjectRules.look(object.json());
      if (found.breaches().isEmpty()) {
        sound.add(object);
      } else {
        setAside(object, String.join("; ", found.breaches().subList(0, Math.min(3, found.breaches().size())))
            + (found.breaches().size() > 3 ? "; and " + (found.breaches().size() - 3) + " more" : ""));
      }
      if (!found.oddities().isEmpty()) {
        odd.add(odd(object.name(), String.join("; ", found.oddities().stream().limit(3).toList())));
      }
    }
    versions(sound);
    extensions(sound);
    odd.addAll(sharedUuids(sound));
    Set<List<JsonNode>> seen = new HashSet<>();
    sound.stream().filter(object -> !aside.contains(object))
        .filter(object -> seen.add(List.of(object.json().path("id"), object.json().path("modified"))))
        .forEach(kept::add);
    faults.addAll(odd);
  }

  private void versions(List<StixObject> sound) {
    Map<String, List<StixObject>> byId = new TreeMap<>();
    sound.forEach(object -> byId.computeIfAbsent(object.id(), _ -> new ArrayList<>()).add(object));
    byId.values().stream().filter(all -> all.size() > 1).forEach(all -> {
      Map<String, StixObject> moments = new HashMap<>();
      for (StixObject object : all) {
        StixObject other = moments.putIfAbsent(object.modified(), object);
        if (other != null && !other.json().equals(object.json())) {
          setAside(other, "another content has the same id and modified");
          setAside(object, "another content has the same id and modified");
        }
      }
      List<StixObject> inOrder = moments.values().stream().sorted(Comparator.comparing(StixObject::moment)).toList();
      StixObject first = inOrder.getFirst();
      boolean revoked = false;
      for (StixObject object : inOrder) {
        if (revoked) {
          setAside(object, "an earlier version is revoked, which is final");
        }
        if (!object.json().path("created").equals(first.json().path("created"))) {
          setAside(object, "created is not that of the version before it");
        }
        if (!object.json().path("created_by_ref").equals(first.json().path("created_by_ref"))) {
          setAside(object, "created_by_ref is not that of the version before it");
        }
        revoked |= object.revoked();
      }
    });
  }

  private void extensions(List<StixObject> sound) {
    Map<String, Set<String>> listed = new HashMap<>();
    sound.stream().filter(object -> object.type().equals("extension-definition"))
        .forEach(object -> object.json().path("extension_types")
            .forEach(one -> listed.computeIfAbsent(object.id(), _ -> new HashSet<>()).add(one.asString(""))));
    for (StixObject object : sound) {
      object.json().path("extensions").properties().forEach(entry -> {
        Set<String> types = listed.get(entry.getKey());
        String kind = entry.getValue().path("extension_type").asString("");
        if (types != null && !kind.isEmpty() && !types.contains(kind)) {
          setAside(object, "its definition does not list the extension_type " + kind + " of " + entry.getKey());
        }
      });
    }
  }

  /// Real bundles do it, so that it is told and no more.
  private static List<Imported.Fault> sharedUuids(List<StixObject> sound) {
    Map<String, String> types = new HashMap<>();
    List<Imported.Fault> odd = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (StixObject object : sound) {
      String uuid = object.id().substring(object.type().length() + 2);
      String other = types.putIfAbsent(uuid, object.type());
      if (other != null && !other.equals(object.type()) && told.add(object.id())) {
        odd.add(odd(object.id(), "its UUID is that of a " + other + ", too"));
      }
    }
    return odd;
  }
}

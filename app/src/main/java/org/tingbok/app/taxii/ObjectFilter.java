package org.tingbok.app.taxii;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Which objects of a collection are asked for.
///
/// @param addedAfter later than this, microseconds since 1970
/// @param ids one of these; any if empty
/// @param types one of these; any if empty
/// @param specVersions one of these; any if empty
/// @param first the first version of each
/// @param last the last version of each
/// @param every every version
/// @param versions versions of these moments
record ObjectFilter(long addedAfter, Set<String> ids, Set<String> types, Set<String> specVersions, boolean first,
    boolean last, boolean every, Set<Instant> versions) {
  private static final Set<String> FIELDS = Set.of("id", "type", "version", "spec_version");
  private static final int LONGEST = 40_000;

  /// Every version of one object.
  static ObjectFilter versionsOf(String id, ObjectFilter asked) {
    return new ObjectFilter(asked.addedAfter, Set.of(id), Set.of(), asked.specVersions, false, false, true, Set.of());
  }

  ObjectFilter of(String id) {
    return new ObjectFilter(addedAfter, Set.of(id), Set.of(), specVersions, first, last, every, versions);
  }

  /// Reads a query. Slots that are no filters are passed over.
  ///
  /// @throws TaxiiProblem.Raised 400 if a filter cannot be understood
  static ObjectFilter of(Map<String, List<String>> query) {
    Map<String, Set<String>> matches = new TreeMap<>();
    query.forEach((slot, values) -> {
      if (slot.startsWith("match")) {
        String field = slot.startsWith("match[") && slot.endsWith("]") ? slot.substring(6, slot.length() - 1) : "";
        if (!FIELDS.contains(field)) {
          throw bad("no filter '" + TaxiiProblem.shown(slot) + "'; there are match[id], match[type], match[version], "
              + "match[spec_version] and added_after");
        }
        Set<String> any = matches.computeIfAbsent(field, _ -> new HashSet<>());
        for (String value : values) {
          any.addAll(List.of(value.split(",", -1)).stream().map(String::strip).filter(one -> !one.isEmpty()).toList());
        }
        if (any.isEmpty() || any.stream().mapToInt(String::length).sum() > LONGEST) {
          throw bad(slot + " has no value, or too many");
        }
      }
    });
    Set<String> versions = matches.getOrDefault("version", Set.of("last"));
    Set<Instant> moments = new HashSet<>();
    versions.stream().filter(one -> !Set.of("first", "last", "all").contains(one))
        .forEach(one -> moments.add(LogEntry.instant(one).orElseThrow(() -> bad("match[version] takes first, last, all"
            + " or a time stamp as in 2026-01-31T00:00:00.000Z, not '" + TaxiiProblem.shown(one) + "'"))));
    return new ObjectFilter(addedAfter(query.getOrDefault("added_after", List.of())),
        Set.copyOf(matches.getOrDefault("id", Set.of())), Set.copyOf(matches.getOrDefault("type", Set.of())),
        Set.copyOf(matches.getOrDefault("spec_version", Set.of())), versions.contains("first"),
        versions.contains("last"), versions.contains("all"), Set.copyOf(moments));
  }

  private static long addedAfter(List<String> values) {
    if (values.isEmpty()) {
      return -1;
    }
    Optional<Instant> moment = values.size() == 1 ? LogEntry.instant(values.getFirst()) : Optional.empty();
    return LogEntry.micros(moment.orElseThrow(() -> bad("added_after takes one time stamp as in "
        + "2026-01-31T00:00:00.000000Z, not '" + TaxiiProblem.shown(String.join(" and ", values)) + "'")));
  }

  private static TaxiiProblem.Raised bad(String what) {
    return TaxiiProblem.raised(400, "TAXII_QUERY", what);
  }

  /// Whether a version is of an object that is asked for.
  boolean matches(LogEntry entry) {
    return entry.added() > addedAfter && (ids.isEmpty() || ids.contains(entry.id()))
        && (types.isEmpty() || types.contains(entry.type()))
        && (specVersions.isEmpty() || specVersions.contains("2.1"));
  }

  /// Whether a version is the one of its object that is asked for.
  ///
  /// @param all all versions of the object
  boolean picks(LogEntry entry, Supplier<List<LogEntry>> all) {
    if (every || versions.contains(entry.moment())) {
      return true;
    }
    Comparator<LogEntry> byVersion = Comparator.comparing(LogEntry::moment).thenComparingLong(LogEntry::added);
    return first && all.get().stream().min(byVersion).filter(entry::equals).isPresent()
        || last && all.get().stream().max(byVersion).filter(entry::equals).isPresent();
  }

  /// The same for the same question.
  String text() {
    List<String> words = new ArrayList<>(List.of("after " + addedAfter, first + " " + last + " " + every));
    for (Set<?> set : List.of(ids, types, specVersions, versions)) {
      words.add(set.stream().map(Object::toString).sorted().toList().toString());
    }
    return String.join("|", words);
  }
}

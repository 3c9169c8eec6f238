package org.tingbok.exchange.stix;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.PartialDate;

/// Who and what the objects of a bundle are: each in its latest version, with those that relationships join it to.
final class Cast {
  private static final Map<String, List<String>> KNOWN = known();

  private final Map<String, StixObject> latest = new LinkedHashMap<>();
  private final Map<String, List<StixObject>> from = new HashMap<>();
  private final Map<String, List<StixObject>> notes = new HashMap<>();

  Cast(List<StixObject> objects) {
    for (StixObject object : objects) {
      latest.merge(object.id(), object, (one, other) -> other.moment().isAfter(one.moment()) ? other : one);
    }
    for (StixObject object : latest.values()) {
      if (object.type().equals("relationship") && !object.revoked()) {
        from.computeIfAbsent(object.text("source_ref"), _ -> new ArrayList<>()).add(object);
      }
      if (object.type().equals("note") && !object.revoked()) {
        object.texts("object_refs").forEach(ref -> notes.computeIfAbsent(ref, _ -> new ArrayList<>()).add(object));
      }
    }
  }

  private static Map<String, List<String>> known() {
    Map<String, List<String>> known = new HashMap<>();
    StixTypes.rows("identities.tsv").forEach(row -> known.put(row.getFirst(), row));
    return known;
  }

  /// Every object in its latest version.
  List<StixObject> all() {
    return List.copyOf(latest.values());
  }

  Optional<StixObject> get(String id) {
    return Optional.ofNullable(latest.get(id));
  }

  List<StixObject> notes(String id) {
    return notes.getOrDefault(id, List.of());
  }

  /// Who made an object; empty where it does not tell, or tells of somebody whom the bundle does not hold.
  Optional<Party> creator(StixObject object) {
    return object.maybe("created_by_ref").flatMap(this::identity);
  }

  Optional<Party> identity(String id) {
    return get(id).flatMap(this::party).or(() -> Optional.ofNullable(KNOWN.get(id))
        .map(row -> new Party(row.get(1), kind(row.get(2)), Optional.empty(), row.get(1))));
  }

  /// Whom an object stands for: an identity, or somebody who acts. Empty for all else, and for what has no name.
  Optional<Party> party(StixObject object) {
    Optional<PartyKind> kind = switch (object.type()) {
      case "identity" -> Optional.of(kind(object.text("identity_class")));
      case "intrusion-set" -> Optional.of(PartyKind.THREAT_ACTOR);
      case "threat-actor" -> Optional.of(object.text("x_opencti_type").equals("Threat-Actor-Individual")
          ? PartyKind.PERSON
          : PartyKind.THREAT_ACTOR);
      default -> Optional.empty();
    };
    return kind.flatMap(sort -> object.maybe("name").map(String::strip)
        .map(name -> new Party(name, sort, country(object.id()), name)));
  }

  private static PartyKind kind(String identityClass) {
    return switch (identityClass) {
      case "individual" -> PartyKind.PERSON;
      case "group" -> PartyKind.THREAT_ACTOR;
      case "class" -> PartyKind.DESCRIBED;
      default -> PartyKind.ORGANISATION;
    };
  }

  /// The state that somebody is said to come from or to be in, if it is one.
  private Optional<String> country(String id) {
    Set<String> countries = new LinkedHashSet<>();
    Stream.of("originates-from", "located-at").flatMap(type -> targets(id, type)).forEach(
        place -> place.maybe("country").filter(Cast::code).ifPresent(countries::add));
    return countries.size() == 1 ? Optional.of(countries.iterator().next()) : Optional.empty();
  }

  static boolean code(String country) {
    return country.matches("[A-Z]{2}");
  }

  /// What relationships of a type lead to from an object.
  Stream<StixObject> targets(String id, String type) {
    return from.getOrDefault(id, List.of()).stream()
        .filter(one -> one.text("relationship_type").equals(type)).flatMap(one -> get(one.text("target_ref")).stream());
  }

  /// The days from the first time that something was seen to the last; not stated unless both are told.
  static PartialDate period(StixObject object) {
    Optional<LocalDate> first = day(object.text("first_seen"));
    Optional<LocalDate> last = day(object.text("last_seen"));
    return first.isPresent() && last.isPresent() && !last.get().isBefore(first.get())
        ? PartialDate.range(first.get(), last.get())
        : PartialDate.NOT_STATED;
  }

  static Optional<LocalDate> day(String moment) {
    return StixValues.time(moment).map(instant -> instant.atZone(ZoneOffset.UTC).toLocalDate());
  }

  static PartialDate said(String moment) {
    return day(moment).map(PartialDate::day).orElse(PartialDate.NOT_STATED);
  }
}

package org.tingbok.exchange.stix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tingbok.vocabulary.Tlp;

/// What STIX 2.1 asks of each type of object, out of `properties.tsv`; and the marking definitions that have one content for
/// everybody, out of `tlp.tsv`.
final class StixTypes {
  private static final StixTypes ALL = new StixTypes();

  /// What a marking of TLP 2.0 is made with, by those who keep the protocol.
  static final String TLP_2 = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

  private final Map<String, List<Slot>> slots = new HashMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Map<String, Level> levels = new HashMap<>();

  /// What a property holds, or how it goes with others.
  enum Kind {
    STRING, BOOLEAN, INTEGER, NUMBER, TIME, MILLIS, REF, REFS, LIST, OBJECTS, OBJECT, HASHES, HEX, BASE64, ENUM, MIME,
    CHARSET, CPE, LANGUAGE, LANGUAGES, PATTERN, MAC, WORD, ANY, NEEDS, WITHOUT
  }

  /// A line of the table.
  ///
  /// @param name of the property
  /// @param required whether an object of the type has to have it
  /// @param kind what it holds
  /// @param detail the bounds, types or words that belong to the kind; empty where there are none
  record Slot(String name, boolean required, Kind kind, String detail) {
  }

  /// A level of the Traffic Light Protocol.
  ///
  /// @param version 1 or 2
  /// @param name in lower case
  record Level(int version, String name) {
  }

  private StixTypes() {
    for (List<String> row : rows("properties.tsv")) {
      String type = row.get(0);
      String third = row.get(2);
      if (third.equals("group")) {
        groups.put(type, Set.of(row.get(3).split(" ", -1)));
        continue;
      }
      boolean combined = third.equals("any") || third.equals("needs") || third.equals("without");
      String kind = combined ? third : row.get(3).split(" ", 2)[0];
      String detail = combined ? row.get(3) : row.get(3).substring(kind.length()).strip();
      slots.computeIfAbsent(type, _ -> new ArrayList<>())
          .add(new Slot(row.get(1), third.equals("required"), Kind.valueOf(kind.toUpperCase(Locale.ROOT)), detail));
    }
    rows("tlp.tsv").forEach(row -> levels.put(row.get(0), new Level(Integer.parseInt(row.get(1)), row.get(2))));
  }

  static StixTypes all() {
    return ALL;
  }

  static List<List<String>> rows(String name) {
    try (InputStream in = Objects.requireNonNull(StixTypes.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank()).map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What is asked of every object, then what of one of this type.
  List<Slot> slots(String type) {
    List<Slot> all = new ArrayList<>(slots.getOrDefault("*", List.of()));
    all.addAll(slots.getOrDefault(type, List.of()));
    return all;
  }

  /// Whether the standard knows the type.
  boolean knows(String type) {
    return groups.values().stream().anyMatch(group -> group.contains(type));
  }

  /// Whether the type is of a group: `@sdo`, `@sro`, `@sco`, `@meta`.
  boolean is(String group, String type) {
    return groups.getOrDefault(group, Set.of()).contains(type);
  }

  /// The names of the properties that the standard gives a type.
  Set<String> names(String type) {
    Set<String> names = new HashSet<>();
    slots(type).forEach(slot -> names.add(slot.name()));
    return names;
  }

  /// Whether an object of a type may be meant by a reference to one of some types: a type that the standard does not know may
  /// be meant wherever the standard does not ask for one type of its own.
  boolean mayBe(String type, String wanted) {
    for (String one : wanted.split(",", -1)) {
      boolean fits = switch (one) {
        case "@any" -> !type.equals("bundle");
        case "@sdo" -> is("@sdo", type) || !knows(type) && !type.equals("bundle");
        case "@sco" -> is("@sco", type) || !knows(type) && !type.equals("bundle");
        default -> one.equals(type);
      };
      if (fits) {
        return true;
      }
    }
    return false;
  }

  /// The marking definition of a colour, of TLP 2.0.
  static String marking(Tlp tlp) {
    return ALL.levels.entrySet().stream()
        .filter(one -> one.getValue().equals(new Level(2, tlp.code()))).map(Map.Entry::getKey).findFirst()
        .orElseThrow();
  }

  /// The colour that a reference to a marking definition means; empty if it is of no such.
  static Optional<Tlp> tlp(String ref) {
    return Optional.ofNullable(ALL.levels.get(ref)).flatMap(level -> Tlp.parse(level.name()));
  }

  /// The level that a marking definition of this id means, whoever writes it down.
  Map<String, Level> levels() {
    return levels;
  }
}

package org.tingbok.app.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a value of a request has to look like: written into the document and checked by the server, both from here.
///
/// Lengths count code points, as JSON Schema has it. Patterns name every character by its code or range, so that all engines read
/// them alike.
public sealed interface Schema {
  /// Any text of one line that has a letter, a digit or a sign in it: no blanks only, and nothing that cannot be printed.
  String LINE =
      "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*[^\\u0000-\\u0020\\u007f-\\u00a0\\u00ad\\u061c\\u1680\\u180e\\u2000-\\u200f"
          + "\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]+[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$";

  /// The schema as JSON Schema 2020-12.
  ///
  /// @return in the order in which it is to be read
  Map<String, Object> json();

  /// What is wrong with a value.
  ///
  /// @param value the value
  /// @param place where it stands: a parameter's name, or a JSON pointer
  /// @return empty if it is as it has to be
  Optional<Fault> fault(JsonNode value, String place);

  /// Something wrong with a request.
  ///
  /// @param code a stable code
  /// @param place where
  /// @param message what, and what to do
  record Fault(String code, String place, String message) {
    static Fault unfit(String place, String message) {
      return new Fault("REQUEST_UNFIT", place, message);
    }
  }

  /// A text.
  ///
  /// @param least fewest characters
  /// @param most most characters
  /// @param pattern what it has to match; empty if anything will do
  /// @param words what it has to be, to tell in errors
  record Text(int least, int most, String pattern, String words) implements Schema {
    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "string"));
      json.put("minLength", least);
      json.put("maxLength", most);
      if (!pattern.isEmpty()) {
        json.put("pattern", pattern);
      }
      return json;
    }

    @Override
    public Optional<Fault> fault(JsonNode value, String place) {
      if (!value.isString()) {
        return Optional.of(Fault.unfit(place, "has to be a text"));
      }
      String text = value.asString();
      int length = text.codePointCount(0, text.length());
      if (length < least || length > most) {
        return Optional.of(Fault.unfit(place, "has " + length + " characters; give " + least + " to " + most));
      }
      if (text.codePoints().anyMatch(unit -> unit == 0 || unit >= 0xd800 && unit <= 0xdfff)) {
        return Optional.of(Fault.unfit(place, "has a null character or half a surrogate pair in it"));
      }
      if (!pattern.isEmpty() && !PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).find()) {
        return Optional.of(Fault.unfit(place, "'" + Problem.shown(text) + "' is not " + words));
      }
      return Optional.empty();
    }
  }

  /// Patterns, each compiled once.
  Map<String, Pattern> PATTERNS = new java.util.concurrent.ConcurrentHashMap<>();

  /// A text of one line.
  ///
  /// @param most most characters
  /// @return the schema
  static Text line(int most) {
    return new Text(1, most, LINE, "a line of text: no control characters, and not only blanks");
  }

  /// The id of something, or the beginning of it.
  ///
  /// @param type what it begins with, such as `claim--`
  /// @return the schema
  static Text id(String type) {
    return new Text(4, 60, "^(" + type + ")?[0-9a-f]{4}[0-9a-f-]{0,40}$",
        "an id, " + type + " and its digits, or four of them or more");
  }

  /// A day, ISO 8601.
  record Day() implements Schema {
    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "string"));
      json.put("format", "date");
      json.put("pattern", DAY);
      return json;
    }

    @Override
    public Optional<Fault> fault(JsonNode value, String place) {
      return value.isString() && day(value.asString()) ? Optional.empty()
          : Optional.of(
              Fault.unfit(place, "'" + Problem.shown(value.asString("")) + "' is no day; give one as in 2024-05-31"));
    }
  }

  /// Four digits, month and day.
  String DAY = "^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

  private static boolean day(String text) {
    try {
      return PATTERNS.computeIfAbsent(DAY, Pattern::compile).matcher(text).find() && LocalDate.parse(text) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /// A day, a month or a year.
  ///
  /// @param moments whether a moment in UTC will do too
  record Period(boolean moments) implements Schema {
    private static final String COARSE = "^[12][0-9]{3}(-(0[1-9]|1[0-2]))?$";
    private static final String MOMENT =
        "^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z$";

    @Override
    public Map<String, Object> json() {
      List<Object> kinds = new ArrayList<>();
      kinds.add(new Day().json());
      kinds.add(string(COARSE));
      if (moments) {
        Map<String, Object> moment = string(MOMENT);
        moment.put("format", "date-time");
        kinds.add(moment);
      }
      return new LinkedHashMap<>(Map.of("anyOf", kinds));
    }

    private static boolean moment(String text) {
      try {
        return PATTERNS.computeIfAbsent(MOMENT, Pattern::compile).matcher(text).find() && Instant.parse(text) != null;
      } catch (DateTimeParseException e) {
        return false;
      }
    }

    private static Map<String, Object> string(String pattern) {
      Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "string"));
      json.put("pattern", pattern);
      return json;
    }

    @Override
    public Optional<Fault> fault(JsonNode value, String place) {
      String text = value.asString("");
      boolean fits = day(text) || PATTERNS.computeIfAbsent(COARSE, Pattern::compile).matcher(text).find()
          || moments && moment(text);
      return fits ? Optional.empty()
          : Optional.of(Fault.unfit(place, "'" + Problem.shown(text) + "' is no day, month or year"
              + (moments ? ", and no moment in UTC" : "") + "; give one as in 2024-05-31"
              + (moments ? " or 2024-05-02T12:00:00Z" : "")));
    }
  }

  /// A whole number.
  ///
  /// @param least the smallest
  /// @param most the largest
  /// @param usual what counts where none is given; empty if nothing does
  record Whole(int least, int most, Optional<Integer> usual) implements Schema {
    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "integer"));
      json.put("minimum", least);
      json.put("maximum", most);
      usual.ifPresent(value -> json.put("default", value));
      return json;
    }

    @Override
    public Optional<Fault> fault(JsonNode value, String place) {
      boolean whole = value.isIntegralNumber()
          || value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
      if (whole && value.decimalValue().compareTo(java.math.BigDecimal.valueOf(least)) >= 0
          && value.decimalValue().compareTo(java.math.BigDecimal.valueOf(most)) <= 0) {
        return Optional.empty();
      }
      return Optional.of(Fault.unfit(place, "has to be a whole number from " + least + " to " + most));
    }
  }

  /// Yes or no.
  record Flag() implements Schema {
    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "boolean"));
      json.put("default", false);
      return json;
    }

    @Override
    public Optional<Fault> fault(JsonNode value, String place) {
      return value.isBoolean() ? Optional.empty() : Optional.of(Fault.unfit(place, "has to be true or false"));
    }
  }

  /// One word of a vocabulary.
  ///
  /// @param words the vocabulary
  record Choice(List<String> words) implements Schema {
    /// Copies the list.
    public Choice {
      words = List.copyOf(words);
    }

    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "string"));
      json.put("enum", words);
      return json;
    }

    @Override
    public Optional<Fault> fault(JsonNode value, String place) {
      return value.isString() && words.contains(value.asString()) ? Optional.empty()
          : Optional.of(Fault.unfit(place, "'" + Problem.shown(value.asString("")) + "' is none of: "
              + (words.size() > 40 ? String.join(", ", words.subList(0, 40)) + ", …" : String.join(", ", words))));
    }
  }

  /// Several values of one kind.
  ///
  /// @param each what each has to be
  /// @param least fewest
  /// @param most most
  record Several(Schema each, int least, int most) implements Schema {
    @Override
    public Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "array"));
      json.put("items", each.json());
      json.put("minItems", least);
      json.put("maxItems", most);
      return json;
    }

    @Override
    public Optional<Fault> fault(JsonNode value, String place) {
      if (!value.isArray()) {
        return Optional.of(Fault.unfit(place, "has to be a list"));
      }
      if (value.size() < least || value.size() > most) {
        return Optional.of(Fault.unfit(place, "has " + value.size() + " values; give " + least + " to " + most));
      }
      for (int i = 0; i < value.size(); i++) {
        Optional<Fault> fault = each.fault(value.get(i), place.startsWith("/") ? place + "/" + i : place);
        if (fault.isPresent()) {
          return fault;
        }
      }
      return Optional.empty();
    }
  }

  /// An object with named fields and no others.
  ///
  /// @param name what it is called in the document
  /// @param description what it is for
  /// @param fields its fields, in order
  record Fields(String name, String description, List<Field> fields) implements Schema {
    /// Copies the list.
    public Fields {
      fields = List.copyOf(fields);
    }

    @Override
    public Map<String, Object> json() {
      return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + name));
    }

    /// What stands under its name in the document.
    ///
    /// @return the schema itself
    Map<String, Object> component() {
      Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "object"));
      json.put("description", description);
      List<String> required = fields.stream().filter(Field::required).map(Field::name).toList();
      if (!required.isEmpty()) {
        json.put("required", required);
      }
      Map<String, Object> properties = new LinkedHashMap<>();
      for (Field field : fields) {
        Map<String, Object> schema = new LinkedHashMap<>(field.schema().json());
        schema.put("description", field.description());
        properties.put(field.name(), schema);
      }
      json.put("properties", properties);
      json.put("additionalProperties", false);
      return json;
    }

    @Override
    public Optional<Fault> fault(JsonNode value, String place) {
      if (!value.isObject()) {
        return Optional.of(Fault.unfit(place.isEmpty() ? "/" : place, "has to be an object"));
      }
      Set<String> known = new HashSet<>();
      for (Field field : fields) {
        known.add(field.name());
        JsonNode given = value.get(field.name());
        if (given == null) {
          if (field.required()) {
            return Optional.of(new Fault("FIELD_MISSING", place + "/" + field.name(),
                "the field '" + field.name() + "' is needed: " + field.description()));
          }
        } else {
          Optional<Fault> fault = field.schema().fault(given, place + "/" + field.name());
          if (fault.isPresent()) {
            return fault;
          }
        }
      }
      for (String name : value.propertyNames()) {
        if (!known.contains(name)) {
          return Optional
              .of(new Fault("FIELD_UNKNOWN", place + "/" + pointer(name), "there is no field '" + Problem.shown(name)
                  + "' here" + Problem.nearest(name, fields.stream().map(Field::name).toList())));
        }
      }
      return Optional.empty();
    }

    private static String pointer(String name) {
      return Problem.shown(name).replace("~", "~0").replace("/", "~1");
    }
  }

  /// A field of an object.
  ///
  /// @param name its name
  /// @param required whether it has to be there
  /// @param schema what it has to be
  /// @param description what it is for
  record Field(String name, boolean required, Schema schema, String description) {
    static Field needed(String name, Schema schema, String description) {
      return new Field(name, true, schema, description);
    }

    static Field maybe(String name, Schema schema, String description) {
      return new Field(name, false, schema, description);
    }
  }
}

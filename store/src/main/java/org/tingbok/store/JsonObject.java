package org.tingbok.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// A JSON object as an entry holds it: strings, whole numbers, booleans, objects and arrays of objects or strings.
///
/// Slots are named as [EntryWriter] writes them; a list that is not there is empty.
final class JsonObject {
  static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
      .maxStringLength(Integer.MAX_VALUE).maxNestingDepth(16).build()).build();

  /// Name, value, name, value …: objects of an entry are small, and looking through one costs less than a map of it.
  private final List<Object> slots = new ArrayList<>();

  private JsonObject() {
  }

  /// Reads one object.
  ///
  /// @param json in UTF-8, as the file has it: making text of it first costs a fifth of reading a ledger
  ///
  /// @throws BadInputException `ENTRY_UNREADABLE` if the text is none
  static JsonObject read(byte[] json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      if (value(parser) instanceof JsonObject object) {
        return object;
      }
      throw unreadable("no JSON object");
    } catch (JacksonException e) {
      throw new BadInputException("ENTRY_UNREADABLE", e.getOriginalMessage(), e);
    }
  }

  /// Reads one slot of an object and passes over the others.
  ///
  /// @throws BadInputException `ENTRY_UNREADABLE` if the text is no object
  static JsonObject only(String slot, byte[] json) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw unreadable("no JSON object");
      }
      JsonObject object = new JsonObject();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        if (name.equals(slot)) {
          object.slots.add(name);
          object.slots.add(value(parser));
          return object;
        }
        parser.skipChildren();
      }
      return object;
    } catch (JacksonException e) {
      throw new BadInputException("ENTRY_UNREADABLE", e.getOriginalMessage(), e);
    }
  }

  private static Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      JsonObject object = new JsonObject();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        object.slots.add(name);
        object.slots.add(value(parser));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> values = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        values.add(value(parser));
      }
      return values;
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getIntValue();
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    if (token == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    throw unreadable("a value of no kind that entries hold");
  }

  String text(String slot) {
    return optionalText(slot).orElseThrow(() -> unreadable("no text '" + slot + "'"));
  }

  Optional<String> optionalText(String slot) {
    return slot(slot, String.class);
  }

  int number(String slot) {
    return slot(slot, Integer.class).orElseThrow(() -> unreadable("no number '" + slot + "'"));
  }

  boolean flag(String slot) {
    return slot(slot, Boolean.class).orElseThrow(() -> unreadable("no flag '" + slot + "'"));
  }

  <T> T object(String slot, Function<JsonObject, T> reader) {
    return optionalObject(slot, reader).orElseThrow(() -> unreadable("no object '" + slot + "'"));
  }

  <T> Optional<T> optionalObject(String slot, Function<JsonObject, T> reader) {
    return slot(slot, JsonObject.class).map(reader);
  }

  <T> List<T> objects(String slot, Function<JsonObject, T> reader) {
    List<T> objects = new ArrayList<>();
    for (JsonObject element : elements(slot, JsonObject.class)) {
      objects.add(reader.apply(element));
    }
    return objects;
  }

  List<String> texts(String slot) {
    return elements(slot, String.class);
  }

  private <T> List<T> elements(String slot, Class<T> kind) {
    List<T> elements = new ArrayList<>();
    for (Object element : slot(slot, List.class).orElse(List.of())) {
      elements.add(cast(slot, element, kind));
    }
    return elements;
  }

  private <T> Optional<T> slot(String slot, Class<T> kind) {
    for (int i = 0; i < slots.size(); i += 2) {
      if (slots.get(i).equals(slot)) {
        return Optional.of(cast(slot, slots.get(i + 1), kind));
      }
    }
    return Optional.empty();
  }

  private static <T> T cast(String slot, Object value, Class<T> kind) {
    if (kind.isInstance(value)) {
      return kind.cast(value);
    }
    throw unreadable("something else than it should in '" + slot + "'");
  }

  static BadInputException unreadable(String what) {
    return new BadInputException("ENTRY_UNREADABLE", "the entry holds " + what);
  }
}

package org.tingbok.app.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The schemas of answers, made from the records that are answered: an [Optional] slot may be left out, every other is there.
final class CardSchemas {
  private final Map<String, Object> components = new LinkedHashMap<>();
  private final Map<String, Class<?>> named = new LinkedHashMap<>();

  /// What stands under `components/schemas` of the records asked for so far.
  Map<String, Object> components() {
    return components;
  }

  /// A reference to the schema of a record, which is made if it is not there.
  Map<String, Object> of(Class<?> card) {
    String name = name(card);
    Class<?> before = named.putIfAbsent(name, card);
    if (before == null) {
      components.put(name, Map.of());
      components.put(name, object(card));
    } else if (before != card) {
      throw new IllegalStateException(before + " and " + card + " are both called " + name);
    }
    return reference(name);
  }

  /// A reference to the schema of a page of records.
  Map<String, Object> page(Class<?> card) {
    String name = name(card) + "Listing";
    if (!components.containsKey(name)) {
      Map<String, Object> page = object(Listing.class);
      Map<String, Object> items = new LinkedHashMap<>(Map.of("type", "array"));
      items.put("items", of(card));
      items.put("description", "What is on it, in order.");
      Map<String, Object> properties = new LinkedHashMap<>();
      ((Map<?, ?>) java.util.Objects.requireNonNull(page.get("properties")))
          .forEach((slot, schema) -> properties.put(String.valueOf(slot), slot.equals("items") ? items : schema));
      page.put("properties", properties);
      components.put(name, page);
    }
    return reference(name);
  }

  private static Map<String, Object> reference(String name) {
    return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + name));
  }

  /// The record's name, with that of the record around it before it.
  private static String name(Class<?> card) {
    Class<?> outer = card.getEnclosingClass();
    String name = card.getSimpleName();
    String bare = name.endsWith("Card") ? name.substring(0, name.length() - "Card".length()) : name;
    if (outer == null || !outer.isRecord()) {
      return bare;
    }
    boolean taken = Arrays.stream(outer.getDeclaredClasses()).map(Class::getSimpleName).anyMatch(bare::equals);
    return outer.getSimpleName().replaceFirst("(Card|Page)$", "") + (taken ? name : bare);
  }

  private Map<String, Object> object(Class<?> card) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    slots(card, properties, required);
    Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "object"));
    CardWords.of(card).filter(words -> !words.isEmpty()).ifPresent(words -> json.put("description", words));
    if (!required.isEmpty()) {
      json.put("required", required);
    }
    json.put("properties", properties);
    return json;
  }

  private void slots(Class<?> card, Map<String, Object> properties, List<String> required) {
    for (RecordComponent component : card.getRecordComponents()) {
      if (annotated(card, component, JsonIgnore.class)) {
        continue;
      }
      if (annotated(card, component, JsonUnwrapped.class)) {
        slots(component.getType(), properties, required);
        continue;
      }
      slot(card, component.getName(), component.getGenericType(), properties, required);
    }
    Arrays.stream(card.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(JsonProperty.class)
        && !properties.containsKey(method.getName()) && method.getParameterCount() == 0)
        .sorted(Comparator.comparing(Method::getName))
        .forEach(method -> slot(card, method.getName(), method.getGenericReturnType(), properties, required));
  }

  private static boolean annotated(Class<?> card, RecordComponent component,
      Class<? extends java.lang.annotation.Annotation> annotation) {
    try {
      return component.isAnnotationPresent(annotation) || component.getAccessor().isAnnotationPresent(annotation)
          || card.getDeclaredField(component.getName()).isAnnotationPresent(annotation);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private void slot(Class<?> card, String name, Type type, Map<String, Object> properties, List<String> required) {
    boolean optional = type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    Map<String, Object> schema = schema(optional ? ((ParameterizedType) type).getActualTypeArguments()[0] : type);
    CardWords.of(card, name).filter(words -> !words.isEmpty()).ifPresent(words -> schema.put("description", words));
    properties.put(name, schema);
    if (!optional) {
      required.add(name);
    }
  }

  private Map<String, Object> schema(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (Collection.class.isAssignableFrom(raw)) {
        Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "array"));
        json.put("items", schema(last));
        return json;
      }
      Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "object"));
      json.put("additionalProperties", schema(last));
      return json;
    }
    if (type == String.class) {
      return new LinkedHashMap<>(Map.of("type", "string"));
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return new LinkedHashMap<>(Map.of("type", "integer"));
    }
    if (type == boolean.class || type == Boolean.class) {
      return new LinkedHashMap<>(Map.of("type", "boolean"));
    }
    if (type == Instant.class) {
      Map<String, Object> json = new LinkedHashMap<>(Map.of("type", "string"));
      json.put("format", "date-time");
      return json;
    }
    if (type instanceof Class<?> card && card.isRecord()) {
      return of(card);
    }
    return new LinkedHashMap<>();
  }
}

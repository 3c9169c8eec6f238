package org.tingbok.app.taxii;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is sent and taken: `application/taxii+json`, version 2.1.
final class MediaTypes {
  static final String TAXII = "application/taxii+json;version=2.1";
  static final String STIX = "application/stix+json;version=2.1";
  private static final String BARE = "application/taxii+json";

  private MediaTypes() {
  }

  /// A type with its parameters, all in lower case.
  private record Type(String name, Map<String, String> parameters) {
    static Type of(String text) {
      List<String> parts = List.of(text.toLowerCase(Locale.ROOT).split(";", -1));
      Map<String, String> parameters = new TreeMap<>();
      parts.stream().skip(1).map(String::strip).filter(part -> part.contains("=")).forEach(part -> parameters.put(
          part.substring(0, part.indexOf('=')).strip(),
          part.substring(part.indexOf('=') + 1).strip().replaceAll("^\"(.*)\"$", "$1")));
      return new Type(parts.getFirst().strip(), parameters);
    }

    boolean ours() {
      return parameters.getOrDefault("version", "2.1").equals("2.1");
    }

    boolean wanted() {
      return !parameters.getOrDefault("q", "1").matches("0(?:\\.0*)?");
    }
  }

  /// Whether somebody takes what is sent; who does not say takes anything.
  static boolean accepted(Optional<String> accept) {
    List<Type> types = accept.filter(text -> !text.isBlank()).map(text -> List.of(text.split(",", -1))).orElse(
        List.of("*/*")).stream().map(Type::of).toList();
    List<Type> exact = types.stream().filter(type -> type.name.equals(BARE) && type.ours()).toList();
    return exact.isEmpty()
        ? types.stream()
            .anyMatch(type -> (type.name.equals("*/*") || type.name.equals("application/*")) && type.wanted())
        : exact.stream().anyMatch(Type::wanted);
  }

  /// Whether what somebody sends is of the form that is taken.
  static boolean taken(Optional<String> contentType) {
    return contentType.map(Type::of).filter(type -> type.name.equals(BARE) && type.ours()).isPresent();
  }
}

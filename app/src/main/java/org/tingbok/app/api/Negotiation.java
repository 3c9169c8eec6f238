package org.tingbok.app.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the headers of a request ask of an answer: a content type, and that it be another than before.
final class Negotiation {
  private Negotiation() {
  }

  /// Refuses a request whose answer cannot be of any type that it accepts.
  static void check(Operation operation, @Nullable String accept) {
    List<String> types = operation.answer().types();
    if (accept == null || accept.isBlank() || types.isEmpty()) {
      return;
    }
    if (types.stream().noneMatch(type -> accepted(type, accept))) {
      throw Problem.raised(406, "TYPE_UNACCEPTABLE", "Accept",
          "this is to be had as " + String.join(", ", types) + ", not as "
              + Problem.shown(accept));
    }
  }

  /// The most exact range that a type falls into decides.
  private static boolean accepted(String type, String accept) {
    String own = type.toLowerCase(Locale.ROOT);
    int best = -1;
    boolean taken = false;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      String name = parts[0].strip();
      int exact = name.equals(own) ? 2
          : name.equals(own.substring(0, own.indexOf('/')) + "/*") ? 1
              : name.equals("*/*") || name.equals("*") ? 0 : -1;
      if (exact > best) {
        best = exact;
        taken = Stream.of(parts).skip(1).map(String::strip).noneMatch(part -> part.matches("q\\s*=\\s*0(\\.0*)?"));
      }
    }
    return taken;
  }

  /// Whether a list of tags has a tag, weak ones included.
  static boolean sameTag(@Nullable String header, String tag) {
    if (header == null) {
      return false;
    }
    return header.strip().equals("*")
        || Stream.of(header.split(",", -1)).map(String::strip).map(one -> one.startsWith("W/") ? one.substring(2) : one)
            .anyMatch(tag::equals);
  }

  /// The states that the tags of `If-Match` tell.
  ///
  /// @throws Problem.Raised `ETAG_UNREADABLE` if it has none
  static List<String> states(String header) {
    if (!header.matches("\\s*\"[\\x21\\x23-\\x7e]{0,200}\"(\\s*,\\s*\"[\\x21\\x23-\\x7e]{0,200}\"){0,20}\\s*")) {
      throw Problem.raised(400, "ETAG_UNREADABLE", "If-Match",
          "If-Match has to be the ETag of an answer, in its quotes");
    }
    return Stream.of(header.split(",", -1)).map(String::strip).map(tag -> tag.substring(1, tag.length() - 1))
        .map(tag -> tag.contains("-") ? tag.substring(0, tag.lastIndexOf('-')) : "").toList();
  }
}

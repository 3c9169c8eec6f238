package org.tingbok.app.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tingbok.app.access.Right;

/// Who is let in to operations, as the OpenAPI document tells it: by the right that the router itself asks for.
///
/// @param guarded whether one has to log in
/// @param cookie what the cookie of a browser's session is called
public record Admission(boolean guarded, String cookie) {
  private static final String TOKEN = "token";
  private static final String SESSION = "session";
  private static final String WORD = "word";
  /// What a browser sends besides its cookie to change something.
  static final String WORD_HEADER = "X-CSRF-Token";

  /// The ways in. OpenAPI 3.1, section 4.8.27.
  Map<String, Object> schemes() {
    Map<String, Object> schemes = OpenApi.ordered(TOKEN, OpenApi.ordered("type", "http", "scheme", "bearer",
        "bearerFormat", "tingbok_…", "description",
        "A token of an account, made with `tingbok token create` or on the page `/account`. What it may are its scopes, as far"
            + " as its account may, too: `read`, `record`."),
        SESSION,
        OpenApi.ordered("type", "apiKey", "in", "cookie", "name", cookie, "description",
            "The session of a browser, begun on the page `/login`. It may what the account may."),
        WORD, OpenApi.ordered("type", "apiKey", "in", "header", "name", WORD_HEADER, "description",
            "The word that the pages of a session hold: whoever comes with a cookie and changes something sends it along."));
    return schemes;
  }

  /// Each of which is enough for an operation. None names scopes: linters take those in the lists of other schemes than OAuth's
  /// for a mistake, though OpenAPI 3.1, section 4.8.30, has roles there; see [#rights].
  List<Object> enough(Operation operation) {
    List<Object> ways = new ArrayList<>();
    if (!guarded) {
      ways.add(Map.of());
    }
    ways.add(Map.of(TOKEN, List.of()));
    ways.add(
        operation.writes() ? OpenApi.ordered(SESSION, List.of(), WORD, List.of()) : Map.of(SESSION, List.of()));
    return ways;
  }

  /// The codes of the rights that each way has to have. Who may record and not read is not let in anywhere.
  List<String> rights(Operation operation) {
    return Stream.of(Right.READ, operation.right()).distinct().map(Right::code).toList();
  }
}

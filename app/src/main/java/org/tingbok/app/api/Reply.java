package org.tingbok.app.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// An answer on its way out.
///
/// @param status its status
/// @param body a card, text or bytes; empty where there is no body
/// @param type its content type; of a card, JSON
/// @param state what `If-Match` is held against, put before the digest of the body in its tag; empty if nothing is
/// @param headers what it bears besides
record Reply(int status, Optional<Object> body, String type, String state, Map<String, String> headers) {
  static Reply of(Object card) {
    return new Reply(200, Optional.of(card), Answer.JSON, "", Map.of());
  }

  static Reply made(Object card, String location) {
    return new Reply(201, Optional.of(card), Answer.JSON, "", Map.of("Location", location));
  }

  static Reply accepted(Object card, String location) {
    return new Reply(202, Optional.of(card), Answer.JSON, "", Map.of("Location", location));
  }

  static Reply text(String text, String type) {
    return new Reply(200, Optional.of(text), type, "", Map.of());
  }

  static Reply nothing() {
    return new Reply(204, Optional.empty(), "", "", Map.of());
  }

  Reply as(String standing) {
    return new Reply(status, body, type, standing, headers);
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, body, type, state, more);
  }
}

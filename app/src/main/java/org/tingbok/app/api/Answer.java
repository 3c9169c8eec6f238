package org.tingbok.app.api;

import java.util.List;

/// What an operation answers when it does what it was asked.
///
/// @param status the status
/// @param description when
/// @param types the content types that may be asked for, the usual one first; none where there is no body
/// @param card the record that is answered as JSON; `Void` where it is none
/// @param paged whether it is a page of such records
public record Answer(int status, String description, List<String> types, Class<?> card, boolean paged) {
  static final String JSON = "application/json";

  /// Copies the list.
  public Answer {
    types = List.copyOf(types);
  }

  static Answer ok(Class<?> card, String description) {
    return new Answer(200, description, List.of(JSON), card, false);
  }

  static Answer page(Class<?> card, String description) {
    return new Answer(200, description, List.of(JSON), card, true);
  }

  static Answer made(Class<?> card, String description) {
    return new Answer(201, description, List.of(JSON), card, false);
  }

  static Answer text(String description, String... types) {
    return new Answer(200, description, List.of(types), Void.class, false);
  }
}

package org.tingbok.app.command;

/// How an answer is printed; lower case, as it is typed.
enum OutputFormat {
  /// For people.
  text,
  /// For programs.
  json
}

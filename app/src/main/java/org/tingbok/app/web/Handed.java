package org.tingbok.app.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.app.desk.SlotChanges;
import org.tingbok.vocabulary.BadInputException;

/// What somebody hands in with a form.
///
/// @param context the request
record Handed(Context context) {
  /// What stands in a field; empty text if it is not there.
  String slot(String name) {
    return Objects.requireNonNullElse(context.formParam(name), "").strip();
  }

  /// Who hands it in: the account of whoever asks; where nobody has to log in, whoever they say.
  String by() {
    return by(context);
  }

  /// Who hands something in: the account of whoever asks; where nobody has to log in, whoever they say.
  static String by(Context context) {
    return Entrance.of(context.req()).caller().account()
        .orElseGet(() -> Objects.requireNonNullElse(context.formParam("by"), "").strip());
  }

  /// What stands in all fields of a name, blank ones left out.
  List<String> all(String name) {
    return context.formParams(name).stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  /// Parties are typed with semicolons between them: their names may have commas.
  List<String> several(String name) {
    return Stream.of(slot(name).split(";", -1)).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  /// The slots of a claim.
  SlotChanges slots() {
    return new SlotChanges(slot("type"), several("claimant"), slot("speaker"), several("accused"), slot("withdraws"),
        several("name"), slot("actor"), slot("sponsor"), slot("relation"), slot("kind"), several("target"),
        slot("what"), slot("polarity"), slot("certainty"), slot("said"), !slot("no-incident").isEmpty(),
        context.formParams("evidence").stream().flatMap(one -> Stream.of(one.split(";", -1))).map(String::strip)
            .filter(one -> !one.isEmpty()).toList());
  }

  /// A moment that a page sent along.
  ///
  /// @return empty if it sent none
  /// @throws BadInputException `USAGE` if it is none
  static Optional<Instant> moment(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Instant.parse(text.strip()));
    } catch (DateTimeException e) {
      throw new BadInputException("USAGE", "seen '" + text + "': the last moment on record, as the page tells", e);
    }
  }

  /// The moment that a page sent along and has to.
  Instant seen() {
    return moment(slot("seen")).orElseThrow(() -> new BadInputException("USAGE",
        "seen: give the last moment on record when you looked, as the page tells"));
  }
}

package org.tingbok.app.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Ranges;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// What a request asks for besides its path: the same on every page.
///
/// @param asOf as of which day and moment
/// @param recorded the moment as it was typed; empty if none was
/// @param view whose word is taken on names; empty for the usual one
/// @param query words searched for; empty where nothing is
/// @param json whether a program asks
record Asked(AsOf asOf, Optional<String> recorded, Optional<View> view, String query, boolean json) {
  private static final int LONGEST_QUERY = 200;
  /// What stands in an address beside what a page asks for itself.
  private static final Set<String> EVERYWHERE = Set.of("as-of", "day", "view", "as-of-recorded");

  static Asked of(Context context) {
    Optional<String> day = one(context, "as-of").or(() -> one(context, "day").map(Asked::dayOfSlider));
    String query = one(context, "q").orElse("");
    if (query.length() > LONGEST_QUERY) {
      throw new BadInputException("QUERY_TOO_LONG",
          "more than " + LONGEST_QUERY + " characters of search; ask with fewer");
    }
    AsOf said = day.map(Asked::asOf).orElse(AsOf.NOW);
    AsOf asOf = one(context, "as-of-recorded").map(moment -> said.recorded(Ranges.upTo("as-of-recorded", moment)))
        .orElse(said);
    return new Asked(asOf, one(context, "as-of-recorded"), one(context, "view").map(View::parse), query,
        wantsJson(context));
  }

  /// The day asked for, ISO 8601.
  Optional<String> day() {
    return asOf.said().map(Object::toString);
  }

  Optional<String> viewText() {
    return view.map(View::text);
  }

  /// A value of the address; empty if it is not there, or blank.
  static Optional<String> one(Context context, String slot) {
    return Optional.ofNullable(context.queryParam(slot)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /// The values of the address that are a page's own, in order; blank ones ask nothing and are left out.
  static List<Frame.Param> own(Context context, Set<String> slots) {
    List<Frame.Param> own = new ArrayList<>();
    context.queryParamMap().forEach((name, values) -> {
      if (slots.contains(name)) {
        values.stream().map(String::strip).filter(value -> !value.isEmpty()).distinct()
            .forEach(value -> own.add(new Frame.Param(name, value)));
      }
    });
    return own;
  }

  /// Whether an address has slots that ask nothing, as a form sends them.
  static boolean padded(Context context) {
    return context.queryParamMap().entrySet().stream()
        .anyMatch(slot -> slot.getValue().stream().anyMatch(String::isBlank) || EVERYWHERE.contains(slot.getKey())
            && slot.getValue().size() > 1);
  }

  /// What a slider sends: days since 1970.
  private static String dayOfSlider(String days) {
    return days.matches("\\d{1,6}") ? LocalDate.ofEpochDay(Integer.parseInt(days)).toString() : days;
  }

  private static AsOf asOf(String text) {
    try {
      return new AsOf(PartialDate.parse(text).last(), Optional.empty());
    } catch (BadInputException e) {
      throw new BadInputException(e.code(), "as of '" + text + "': give a day that exists, as in 2021-06-30", e);
    }
  }

  static boolean wantsJson(Context context) {
    String accept = Objects.requireNonNullElse(context.header("Accept"), "");
    return context.path().endsWith(".json") || (accept.contains("application/json") && !accept.contains("text/html"));
  }

  /// The key in a path, without the ending that asks for JSON.
  static String key(Context context) {
    String key = context.pathParam("key");
    return key.endsWith(".json") ? key.substring(0, key.length() - ".json".length()) : key;
  }

  static int number(Context context, String slot) {
    return one(context, slot).filter(text -> text.matches("\\d{1,8}")).map(Integer::parseInt).orElse(0);
  }
}

package org.tingbok.app.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.analysis.View;
import org.tingbok.app.access.Caller;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Parts;
import org.tingbok.app.desk.Ranges;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.JsonNode;

/// A request that is as its operation says.
///
/// @param holdings what there is to answer from
/// @param operation what it asks
/// @param values of its parameters, of those that were given
/// @param body what was handed in as JSON; empty if nothing was
/// @param context the request itself, for what is handed in raw
/// @param caller who asks
record Call(Holdings holdings, Operation operation, Map<String, List<String>> values, Optional<JsonNode> body,
    Context context, Caller caller) {
  /// A parameter that has to be there.
  String key(String name) {
    return one(name).orElseThrow();
  }

  Optional<String> one(String name) {
    return all(name).stream().findFirst();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  int number(String name, int usual) {
    return one(name).map(Integer::parseInt).orElse(usual);
  }

  boolean flag(String name) {
    return one(name).filter("true"::equals).isPresent();
  }

  Optional<View> view() {
    return one("view").map(View::parse);
  }

  /// As of which day and moment.
  AsOf asOf() {
    AsOf said = one("as-of").map(day -> new AsOf(PartialDate.parse(day).last(), Optional.empty())).orElse(AsOf.NOW);
    return one("as-of-recorded").map(moment -> said.recorded(Ranges.upTo("as-of-recorded", moment))).orElse(said);
  }

  Desk desk() {
    return holdings.desks().apply(asOf(), view());
  }

  /// Parts of the ledger, for which no more of it is read than they tell of.
  Parts parts() {
    return holdings.parts().apply(asOf(), view());
  }

  /// A field of what was handed in; empty text if it is not there.
  String text(String field) {
    return body.map(json -> json.get(field)).filter(JsonNode::isString).map(JsonNode::asString).map(String::strip)
        .orElse("");
  }

  /// Who records: the account of whoever asks; where nobody has to log in, whoever they say.
  String by() {
    return caller.account().orElseGet(() -> text("by"));
  }

  /// A list of what was handed in.
  List<String> texts(String field) {
    return body.map(json -> json.get(field)).filter(JsonNode::isArray)
        .map(list -> list.valueStream().map(JsonNode::asString).map(String::strip).toList()).orElse(List.of());
  }

  boolean yes(String field) {
    return body.map(json -> json.get(field)).filter(JsonNode::asBoolean).isPresent();
  }

  /// An object within what was handed in, as a call of its own.
  Call within(String field) {
    return new Call(holdings, operation, values, body.map(json -> json.get(field)).filter(JsonNode::isObject), context,
        caller);
  }

  /// Whether what was handed in has a field.
  boolean has(String field) {
    return body.filter(json -> json.has(field)).isPresent();
  }
}

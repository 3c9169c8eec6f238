package org.tingbok.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tingbok.app.desk.Desk;

/// The interface about itself.
final class ServiceOperations {
  private ServiceOperations() {
  }

  /// What is here.
  ///
  /// @param name what answers
  /// @param version of this interface
  /// @param writable whether reports, rulings and decisions are taken
  /// @param recorded the last moment on record; left out if nothing is
  /// @param summary what is on record, in numbers
  /// @param links addresses to begin at, by what they list
  record Root(String name, String version, boolean writable, Optional<String> recorded, Desk.Summary summary,
      Map<String, String> links) {
  }

  static List<Operation> all(Supplier<Map<String, Object>> document) {
    Supplier<Map<String, Object>> once = new Supplier<>() {
      private Optional<Map<String, Object>> made = Optional.empty();

      @Override
      public synchronized Map<String, Object> get() {
        made = Optional.of(made.orElseGet(document));
        return made.get();
      }
    };
    return List.of(
        Operation.get("", "readService", Operation.Tag.SERVICE, "What is here")
            .says("What is on record, in numbers, and where to begin.").takes(Parameters.asked())
            .answers(Answer.ok(Root.class, "What is here.")).by(ServiceOperations::root),
        Operation.get("/openapi.json", "openapiJson", Operation.Tag.SERVICE, "This document as JSON")
            .says("The OpenAPI 3.1 document, made from the same descriptions by which requests are routed and checked.")
            .takes(Parameters.IF_NONE_MATCH).answers(Answer.text("The document.", Answer.JSON))
            .by(_ -> Reply.of(once.get())),
        Operation.get("/openapi.yaml", "openapiYaml", Operation.Tag.SERVICE, "This document as YAML")
            .says("The same document as YAML.").takes(Parameters.IF_NONE_MATCH)
            .answers(Answer.text("The document.", "application/yaml"))
            .by(_ -> Reply.text(Yaml.of(once.get()), "application/yaml")));
  }

  private static Reply root(Call call) {
    Map<String, Object> links =
        OpenApi.ordered("incidents", Api.ROOT + "/incidents", "actors", Api.ROOT + "/actors", "names",
            Api.ROOT + "/names", "claims", Api.ROOT + "/claims", "documents", Api.ROOT + "/documents", "disputes",
            Api.ROOT + "/disputes", "states", Api.ROOT + "/states/pairs", "sources", Api.ROOT + "/sources", "watches",
            Api.ROOT + "/watches", "deliveries", Api.ROOT + "/deliveries", "openapi", Api.ROOT + "/openapi.json",
            "pages", "/");
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    links.forEach((name, link) -> texts.put(name, link.toString()));
    return Reply.of(new Root("Tingbok", "1.0.0", call.holdings().recorder().isPresent(),
        call.holdings().lastMoment().map(Object::toString), call.desk().summary(), texts));
  }
}

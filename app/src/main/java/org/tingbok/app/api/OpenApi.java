package org.tingbok.app.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI 3.1 document of operations.
final class OpenApi {
  private static final String PROBLEM = "application/problem+json";

  private final CardSchemas cards = new CardSchemas();
  private final Map<String, Object> bodies = new LinkedHashMap<>();
  private final List<Operation> operations;
  private final Admission admission;

  private OpenApi(List<Operation> operations, Admission admission) {
    this.operations = operations;
    this.admission = admission;
  }

  /// The document.
  static Map<String, Object> of(List<Operation> operations, Admission admission) {
    return new OpenApi(operations, admission).document();
  }

  private Map<String, Object> document() {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Operation operation : operations) {
      Object path =
          paths.computeIfAbsent(operation.path().isEmpty() ? "/" : operation.path(), _ -> new LinkedHashMap<>());
      put(path, operation.method().toLowerCase(java.util.Locale.ROOT), operation(operation));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", info());
    document.put("servers", List.of(ordered("url", Api.ROOT, "description", "This server.")));
    List<Object> tags = new ArrayList<>();
    for (Operation.Tag tag : Operation.Tag.values()) {
      tags.add(ordered("name", tag.word(), "description", tag.description()));
    }
    document.put("tags", tags);
    document.put("paths", paths);
    cards.of(Problem.class);
    Map<String, Object> schemas = new TreeMap<>(cards.components());
    schemas.putAll(bodies);
    document.put("components", ordered("schemas", schemas, "responses", problems(), "headers", headers(),
        "securitySchemes", admission.schemes()));
    return document;
  }

  private static Map<String, Object> info() {
    return ordered("title", "Tingbok", "version", "1.0.0", "summary",
        "An evidence-linked ledger of cyber-attribution claims.",
        "description",
        "Who says what about whom, when, how surely, in which words of which document. Nothing is merged into truth:"
            + " disagreement stays visible.\n\n"
            + "Every question takes `view` (whose word is taken on which names are one), `as-of` (by what had been said) and"
            + " `as-of-recorded` (by what the ledger had recorded). Lists come in pages; each tells the address of the next. Every"
            + " answer has an `ETag`. Errors are problem details (RFC 9457) with a stable `code`, a `place` and a `remedy`. An id may be"
            + " cut to its beginning, as long as no other begins so. Slots that are not told are left out; answers may"
            + " get further slots, requests with unknown ones are refused.",
        "contact", ordered("name", "Whoever runs this server"), "license",
        ordered("name", "Apache License 2.0", "identifier", "Apache-2.0"));
  }

  private Map<String, Object> operation(Operation operation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("operationId", operation.id());
    json.put("tags", List.of(operation.tag().word()));
    json.put("summary", operation.summary());
    json.put("description",
        operation.description() + "\n\nExample: `" + operation.method() + " " + operation.request() + "`");
    if (!operation.parameters().isEmpty()) {
      json.put("parameters", operation.parameters().stream().map(OpenApi::parameter).toList());
    }
    operation.body().ifPresent(body -> json.put("requestBody", body(body)));
    json.put("security", admission.enough(operation));
    json.put("x-rights", admission.rights(operation));
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put(String.valueOf(operation.answer().status()), answer(operation.answer(), operation));
    if (operation.method().equals("GET")) {
      answers.put("304",
          ordered("description", "Unchanged since the answer with the tag that `If-None-Match` gives.", "headers",
              headerReferences(List.of("ETag"))));
    }
    problemStatuses(operation)
        .forEach(status -> answers.put(status, ordered("$ref", "#/components/responses/Problem" + status)));
    json.put("responses", answers);
    return json;
  }

  /// The statuses of problems that an operation may answer with.
  private List<String> problemStatuses(Operation operation) {
    List<String> all = new ArrayList<>(List.of("400"));
    if (admission.guarded()) {
      all.add("401");
    }
    if (operation.writes() || admission.guarded()) {
      all.add("403");
    }
    all.add("404");
    all.add("406");
    if (operation.writes()) {
      all.add("409");
      if (operation.parameters().stream().anyMatch(parameter -> parameter.name().equals("If-Match"))) {
        all.add("412");
      }
      all.add("413");
      all.add("415");
    }
    all.addAll(List.of("414", "421", "422"));
    if (operation.id().equals("ruleOnClaim")) {
      all.add("428");
    }
    all.addAll(List.of("429", "431", "500", "503"));
    return all;
  }

  private static Map<String, Object> parameter(Parameter parameter) {
    Map<String, Object> json = ordered("name", parameter.name(), "in", parameter.in().word(), "description",
        parameter.description());
    if (parameter.required()) {
      json.put("required", true);
    }
    if (parameter.schema() instanceof Schema.Several) {
      json.put("style", "form");
      json.put("explode", true);
    }
    json.put("schema", parameter.schema().json());
    if (!parameter.example().isEmpty()) {
      json.put("example",
          parameter.schema() instanceof Schema.Several ? List.of(parameter.example()) : parameter.example());
    }
    return json;
  }

  private Map<String, Object> body(Operation.Body body) {
    component(body.fields());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(Answer.JSON, ordered("schema", body.fields().json(), "examples", ordered("usual",
        ordered("summary", "A request that is taken.", "value",
            JsonMapper.shared().readValue(body.example(), Object.class)))));
    for (String type : body.raw()) {
      content.put(type, type.startsWith("multipart/")
          ? ordered("schema",
              ordered("type", "object", "properties", ordered("report", ordered("type", "array", "items",
                  ordered("type", "string", "contentMediaType", "application/octet-stream"), "minItems", 1, "maxItems",
                  1000)),
                  "required", List.of("report")))
          : ordered("schema", ordered("type", "string", "contentMediaType", type)));
    }
    return ordered("required", true, "content", content);
  }

  /// Objects of a request, and those within.
  private void component(Schema.Fields fields) {
    if (bodies.put(fields.name(), fields.component()) == null) {
      for (Schema.Field field : fields.fields()) {
        Schema schema = field.schema() instanceof Schema.Several several ? several.each() : field.schema();
        if (schema instanceof Schema.Fields within) {
          component(within);
        }
      }
    }
  }

  private Map<String, Object> answer(Answer answer, Operation operation) {
    Map<String, Object> json = ordered("description", answer.description());
    List<String> headers = new ArrayList<>();
    if (!answer.types().isEmpty()) {
      headers.add("ETag");
    }
    if (answer.status() == 201 || answer.status() == 202) {
      headers.add("Location");
    }
    if (answer.paged()) {
      headers.add("Link");
    }
    headers.addAll(List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"));
    json.put("headers", headerReferences(headers));
    if (!answer.types().isEmpty()) {
      Map<String, Object> content = new LinkedHashMap<>();
      for (String type : answer.types()) {
        content.put(type, ordered("schema", answer.card() == Void.class
            ? ordered("type", operation.id().startsWith("openapi") ? "object" : "string")
            : answer.paged() ? cards.page(answer.card()) : cards.of(answer.card())));
      }
      json.put("content", content);
    }
    return json;
  }

  private static Map<String, Object> headerReferences(List<String> names) {
    Map<String, Object> headers = new LinkedHashMap<>();
    names.forEach(name -> headers.put(name, ordered("$ref", "#/components/headers/" + name)));
    return headers;
  }

  private Map<String, Object> headers() {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("ETag", header("string", "Tells this content from any other, for `If-None-Match` and `If-Match`."));
    headers.put("Location", header("string", "Where what was made is."));
    headers.put("Link", header("string", "The next page, with `rel=\"next\"`; left out after the last."));
    headers.put("RateLimit-Limit", header("integer", "Requests that a client has in a minute."));
    headers.put("RateLimit-Remaining", header("integer", "How many are left now."));
    headers.put("RateLimit-Reset", header("integer", "Seconds until all are there again."));
    if (admission.guarded()) {
      headers.put("WWW-Authenticate", header("string", "How to log in: by a token, as `Bearer`."));
    }
    headers.put("Retry-After", header("integer", "Seconds to wait."));
    return headers;
  }

  private static Map<String, Object> header(String type, String description) {
    return ordered("description", description, "schema", ordered("type", type));
  }

  /// The problems by status.
  static final Map<String, String> PROBLEMS = problemWords();

  private static Map<String, String> problemWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("400", "The request is not as this document says; `place` tells where.");
    words.put("401", "Nobody who may read asks, and here one has to log in.");
    words.put("403",
        "Whoever asks may not do that here, this server only shows the ledger, or a page of elsewhere asks.");
    words.put("404", "There is nothing of that id or name, or no such address.");
    words.put("405", "The address does not take that method; `Allow` tells which it takes.");
    words.put("406", "It is not to be had in a content type that `Accept` names.");
    words.put("409", "Somebody was faster, or the ledger is in use; nothing was recorded.");
    words.put("412", "It is not any more as the tag in `If-Match` says; nothing was recorded.");
    words.put("413", "What was handed in is too large.");
    words.put("414", "The address is longer than is taken.");
    words.put("415", "What was handed in is of a content type that is not taken.");
    words.put("421", "This server answers under another host name.");
    words.put("422",
        "The request is as this document says, and cannot be done: what is on record, or what the words mean, speaks against"
            + " it.");
    words.put("428", "Nothing tells what the claim was like when it was looked at: `If-Match` or `seen` has to.");
    words.put("429", "Too many requests; `Retry-After` tells when to go on.");
    words.put("431", "The headers are larger than is taken.");
    words.put("500", "A defect of Tingbok.");
    words.put("503", "The ledger is out of reach, or too much waits; `Retry-After` tells when to try again.");
    return words;
  }

  private Map<String, Object> problems() {
    Map<String, Object> responses = new LinkedHashMap<>();
    PROBLEMS.forEach((status, words) -> {
      Map<String, Object> response = ordered("description", words);
      if (status.equals("429") || status.equals("503")) {
        response.put("headers", headerReferences(List.of("Retry-After")));
      } else if (status.equals("401")) {
        response.put("headers", headerReferences(List.of("WWW-Authenticate")));
      }
      response.put("content", ordered(PROBLEM, ordered("schema", ordered("$ref", "#/components/schemas/Problem"))));
      if (!status.equals("405") && (admission.guarded() || !status.equals("401"))) {
        responses.put("Problem" + status, response);
      }
    });
    return responses;
  }

  private static void put(Object map, String key, Object value) {
    @SuppressWarnings("unchecked")
    Map<String, Object> there = (Map<String, Object>) map;
    there.put(key, value);
  }

  static Map<String, Object> ordered(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }
}

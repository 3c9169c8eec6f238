package org.tingbok.app.web;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document as a server serves it, and what requests and answers have to look like by it.
final class ServedDocument {
  private final JsonNode document;
  private final JsonNode tight;
  private final Map<String, Schema> schemas = new HashMap<>();

  ServedDocument(String json) {
    this.document = JsonMapper.shared().readTree(json);
    this.tight = JsonMapper.shared().readTree(json);
    tighten(tight);
  }

  /// An operation of the document.
  record Told(String method, String path, JsonNode operation) {
    @Override
    public String toString() {
      return operation.get("operationId").asString();
    }

    /// Its parameters in one place.
    List<JsonNode> parameters(String in) {
      return operation.path("parameters").valueStream().filter(one -> one.get("in").asString().equals(in)).toList();
    }
  }

  JsonNode json() {
    return document;
  }

  List<Told> operations() {
    List<Told> all = new ArrayList<>();
    document.get("paths").forEachEntry((path, item) -> item.forEachEntry((method, operation) -> all
        .add(new Told(method.toUpperCase(java.util.Locale.ROOT), path.equals("/") ? "" : path, operation))));
    return all;
  }

  /// What is wrong with a value by a schema of the document.
  List<String> wrong(JsonNode schema, JsonNode value) {
    return wrong(document, schema, value);
  }

  /// What is wrong with an answer: nothing may be in it that the document does not tell.
  List<String> wrongAnswer(Told told, int status, String type, JsonNode body) {
    JsonNode response = told.operation().get("responses").path(Integer.toString(status));
    if (response.has("$ref")) {
      response = document.at(response.get("$ref").asString().substring(1));
    }
    JsonNode media = response.path("content").path(type);
    if (media.isMissingNode()) {
      return List.of(told + " answers " + status + " as " + type + ", which the document does not tell");
    }
    return wrong(tight, media.get("schema"), body);
  }

  private List<String> wrong(JsonNode whole, JsonNode schema, JsonNode value) {
    Schema validator = schemas.computeIfAbsent(System.identityHashCode(whole) + schema.toString(), _ -> {
      ObjectNode root = schema.deepCopy().asObject();
      root.set("components", whole.get("components"));
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
    });
    return validator.validate(value, ServedDocument::withFormats).stream().map(Error::toString)
        .collect(Collectors.toList());
  }

  private static void tighten(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("properties")
        && object.path("type").asString("").equals("object")) {
      object.put("additionalProperties", false);
    }
    node.valueStream().forEach(ServedDocument::tighten);
  }

  private static void withFormats(ExecutionContext context) {
    context.executionConfig(config -> config.formatAssertionsEnabled(true));
  }
}

package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Requests by chance, made from the served document and from values that have broken servers before. What the document's schemas
/// take the server may refuse only for what is on record; what they do not take it refuses as such. Every answer is one that the
/// document tells, and none is a defect.
///
/// `-Dapi.seed=N` and `-Dapi.requests=N` repeat a run or lengthen it.
class ApiFuzzTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TEXTS = List.of("", " ", "a", "0", "-1", "1", "50", "1000", "1001", "4294967296",
      "99999999999999999999999", "1e3", "1.5", "NaN", "true", "false", "TRUE", "null", "undefined", "[]", "{}",
      "Grey Heron", "APT31",
      "Nordlys Lab", "fjordline", "passwords", "\"share servers\"", "\"", "-", "-a", "*", "heron*", "NO", "no", "CN",
      "ZZ", "attribution",
      "same", "undone", "confirmed", "corrected", "A", "G", "2024", "2024-13", "2024-02-30", "2024-02-29", "0000",
      "9999-12-31", "..2024",
      "2024..", "2024..2023", "2024-03..2024-05-31", "2024-05-02T12:00:00Z", "2024-05-02T12:00:00+02:00",
      "2024-02-30T12:00:00Z", "any",
      "2-origins", "0-origins", "none+overlap", "nobody knows", "only:", ",", "newest", "documents",
      "'; DROP TABLE entry; --", "%", "%25",
      "%00", "../../etc/passwd", "a/b", "a\\b", "a;b", "a?b#c", "<script>alert(1)</script>", "${jndi:ldap://x}",
      "\u0000", "\u0001", "\n",
      "\u007f", "\u0085", "\u00a0", "\u2028", "\u202e\u05d0", "\ufeff", "\ufffd", "e\u0301", "\ud83d\ude00", "\u0130",
      "ǅ",
      "bc0104fd", "claim--3b584c34-1901-5706-af08-55a57c9aec27", "CLAIM--3B584C34", "document--6df82292",
      "incident--bc0104fd",
      "dispute--92c09ef0-e0a8-5927-a291-b30b5692252b", "ffffffff", "claim--", "----", "x".repeat(121), "é".repeat(200),
      "x".repeat(201),
      "x".repeat(2001), "MTIzIDUgYWJj", "LSAw", "####");
  private static final List<String> HEADERS =
      List.of("", "*", "\"x\"", "W/\"x\"", "\"0-a\"", "\"", ",,,", "a".repeat(3000), "\"0-a\", \"1-b\"",
          "text/html", "application/json;q=0", "*/*;q=x", "application/*", ";;", "é", "\t");

  @TempDir
  private Path folder;

  private final long seed = Long.getLong("api.seed", 20261123L);
  private final Random random = new Random(seed);
  private final Map<Integer, Integer> statuses = new java.util.TreeMap<>();

  /// A request, and whether the document's schemas take it.
  private record Asked(String address, Map<String, String> headers, String body, boolean fits) {
  }

  @Test
  void neverBreaksTheServerAndNeverPartsFromTheDocument() throws Exception {
    int each = Integer.getInteger("api.requests", 12);
    System.out.println(
        "seed " + seed + ", -Dapi.seed repeats it; " + each + " requests an operation, -Dapi.requests makes it more");
    try (WritableSite site = WritableSite.ofCasebook(folder); HttpClient client = HttpClient.newHttpClient()) {
      ServedDocument document = new ServedDocument(site.get("/api/v1/openapi.json").body());
      for (ServedDocument.Told told : document.operations()) {
        for (int i = 0; i < each; i++) {
          Asked asked = request(document, told);
          HttpResponse<String> answer = send(client, site, told.method(), asked);
          String as =
              "seed " + seed + ": " + told.method() + " " + asked + " -> " + answer.statusCode() + " " + answer.body();
          statuses.merge(answer.statusCode(), 1, Integer::sum);
          assertThat(answer.statusCode()).as(as).isNotEqualTo(500);
          if (asked.fits()) {
            assertThat(answer.statusCode()).as(as).isNotIn(400, 405, 413, 414, 415, 431);
          } else {
            assertThat(answer.statusCode()).as(as).isIn(400, 404, 406);
          }
          assertThat(told.operation().get("responses").has(Integer.toString(answer.statusCode()))).as(as).isTrue();
          ApiExamplesTest.fits(document, told, answer);
        }
        otherMethod(client, site, document, told);
      }
    }
    System.out.println("answers by status: " + statuses);
    assertThat(statuses.keySet()).contains(200, 400, 404, 422);
  }

  private void otherMethod(HttpClient client, WritableSite site, ServedDocument document, ServedDocument.Told told)
      throws IOException, InterruptedException {
    List<String> known =
        document.operations().stream().filter(one -> one.path().equals(told.path())).map(ServedDocument.Told::method)
            .toList();
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      if (!known.contains(method)) {
        HttpResponse<String> answer = send(client, site, method, new Asked(address(told), Map.of(), "", false));
        assertThat(answer.statusCode()).as(method + " " + told.path()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).as(method + " " + told.path()).contains(known);
      }
    }
  }

  private static String address(ServedDocument.Told told) {
    return told.path().replaceAll("\\{[^}]*}", "x");
  }

  private Asked request(ServedDocument document, ServedDocument.Told told) throws IOException {
    boolean fits = true;
    String path = told.path();
    for (JsonNode parameter : told.parameters("path")) {
      String value = value(document, parameter);
      if (value.isEmpty() || value.equals(".") || value.equals("..")) {
        value = parameter.get("example").asString();
      }
      fits &= document.wrong(parameter.get("schema"), JSON.stringNode(value)).isEmpty();
      path = path.replace("{" + parameter.get("name").asString() + "}", encoded(value));
    }
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : told.parameters("query")) {
      boolean needed = parameter.path("required").asBoolean(false);
      if (random.nextInt(10) < (needed ? 9 : 2)) {
        boolean several = parameter.get("schema").path("type").asString("").equals("array");
        List<String> values = new ArrayList<>();
        for (int i = several ? random.nextInt(1, 4) : 1; i > 0; i--) {
          values.add(value(document, parameter));
        }
        fits &= document.wrong(parameter.get("schema"), instance(parameter.get("schema"), values)).isEmpty();
        values.forEach(value -> query.add(parameter.get("name").asString() + "=" + encoded(value)));
      } else {
        fits &= !needed;
      }
    }
    if (random.nextInt(12) == 0) {
      query.add(encoded(any(TEXTS)) + "x=" + encoded(any(TEXTS)));
      fits = false;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    if (random.nextInt(6) == 0) {
      headers.put("If-None-Match", any(HEADERS));
    }
    String body = "";
    JsonNode expected = told.operation().path("requestBody").path("content").path("application/json");
    if (!expected.isMissingNode()) {
      headers.put("Content-Type", random.nextBoolean() ? "application/json" : "application/json; charset=UTF-8");
      JsonNode handedIn = expected.at("/examples/usual/value").deepCopy();
      for (int i = random.nextInt(3); i > 0; i--) {
        handedIn = changed(document, expected.get("schema"), handedIn);
      }
      fits &= document.wrong(expected.get("schema"), handedIn).isEmpty();
      body = handedIn.toString();
      if (random.nextInt(12) == 0) {
        body = any(List.of("", " ", "{", "[", "null", "{\"a\":1,\"a\":2}", "{}{}", "\"x", "[".repeat(2000),
            "1e999999999", "{\"by\": \"\\ud800\"}"));
        fits = false;
      }
    }
    return new Asked("/api/v1" + path + (query.isEmpty() ? "" : "?" + String.join("&", query)), headers, body, fits);
  }

  /// Mostly a value that the parameter takes; sometimes any.
  private String value(ServedDocument document, JsonNode parameter) {
    JsonNode schema = parameter.get("schema");
    JsonNode each = schema.path("type").asString("").equals("array") ? schema.get("items") : schema;
    if (random.nextInt(4) == 0) {
      return any(TEXTS);
    }
    List<String> good = new ArrayList<>();
    if (parameter.has("example")) {
      JsonNode example = parameter.get("example");
      good.add(example.isArray() ? example.get(0).asString() : example.asString());
    }
    each.path("enum").valueStream().map(JsonNode::asString).forEach(good::add);
    TEXTS.stream().filter(text -> document.wrong(each, instance(each, List.of(text))).isEmpty()).forEach(good::add);
    return good.isEmpty() ? any(TEXTS) : any(good);
  }

  /// What a value of an address is by a schema.
  private static JsonNode instance(JsonNode schema, List<String> values) {
    return switch (schema.path("type").asString("")) {
      case "array" -> {
        ArrayNode list = JSON.arrayNode();
        values.forEach(value -> list.add(instance(schema.get("items"), List.of(value))));
        yield list;
      }
      case "integer" -> values.getFirst().matches("-?\\d{1,18}") ? JSON.numberNode(Long.parseLong(values.getFirst()))
          : JSON.stringNode(values.getFirst());
      case "boolean" -> values.getFirst().matches("true|false") ? JSON.booleanNode(values.getFirst().equals("true"))
          : JSON.stringNode(values.getFirst());
      default -> JSON.stringNode(values.getFirst());
    };
  }

  /// A body with one thing otherwise, somewhere in it.
  private JsonNode changed(ServedDocument document, JsonNode schema, JsonNode body) {
    if (!(body instanceof ObjectNode object)) {
      return any(odd());
    }
    JsonNode told = schema.has("$ref") ? document.json().at(schema.get("$ref").asString().substring(1)) : schema;
    List<String> fields = new ArrayList<>(told.path("properties").propertyNames());
    if (fields.isEmpty()) {
      return object;
    }
    String field = any(fields);
    switch (random.nextInt(5)) {
      case 0 -> object.remove(field);
      case 1 -> object.set(field, any(odd()));
      case 2 -> object.set(random.nextInt(4) == 0 ? any(TEXTS) + "x" : field, JSON.stringNode(any(TEXTS)));
      case 3 -> object.set(field, JSON.arrayNode().add(any(TEXTS)).add(any(odd())));
      default -> object.set(field, changed(document, told.get("properties").get(field),
          object.has(field) ? object.get(field) : JSON.objectNode()));
    }
    return object;
  }

  private static List<JsonNode> odd() {
    return List.of(JSON.nullNode(), JSON.booleanNode(true), JSON.numberNode(0), JSON.numberNode(-1),
        JSON.numberNode(Long.MAX_VALUE),
        JSON.numberNode(1.5), JSON.numberNode(1e17), JSON.arrayNode(), JSON.objectNode(), JSON.stringNode(""),
        JSON.stringNode("x"),
        JsonMapper.shared().readTree("{\"start\": 3, \"end\": 2}"), JsonMapper.shared().readTree("[[[]]]"));
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static HttpResponse<String> send(HttpClient client, WritableSite site, String method, Asked asked)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address()
        + (asked.address().startsWith("/api") ? "" : "/api/v1") + asked.address()));
    request.method(method, asked.body().isEmpty() ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(asked.body()));
    asked.headers().forEach((name, value) -> request.header(name, value.strip()));
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      // A kept connection that the server has closed since its last answer (RFC 9112, 9.3.1): a new one shows whether it was
      // this request that ended it.
      if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
        throw e;
      }
      try (HttpClient anew = HttpClient.newHttpClient()) {
        return anew.send(request.build(), HttpResponse.BodyHandlers.ofString());
      }
    }
  }
}

package org.tingbok.app.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who asks a TAXII server, as clients do.
final class TaxiiCaller implements AutoCloseable {
  static final String TYPE = "application/taxii+json;version=2.1";
  static final String ROOT = "/taxii2/ledger/";
  static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  TaxiiCaller(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  /// With headers, names and values in turn; of TAXII's type if none are given.
  HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
    return send("GET", path, "", headers.length == 0 ? new String[] {"Accept", TYPE} : headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
    return send("POST", path, body,
        headers.length == 0 ? new String[] {"Accept", TYPE, "Content-Type", TYPE} : headers);
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).method(method,
        body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  /// The path of a collection.
  String collection(String alias) throws IOException, InterruptedException {
    for (JsonNode one : json(ROOT + "collections/").get("collections")) {
      if (one.get("alias").asString().equals(alias)) {
        return ROOT + "collections/" + one.get("id").asString() + "/";
      }
    }
    throw new AssertionError("no collection " + alias);
  }

  /// Every object, by following `next`.
  List<JsonNode> walk(String path, int limit) throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String sign = path.contains("?") ? "&" : "?";
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      JsonNode page = json(path + sign + "limit=" + limit + next.get());
      page.path("objects").forEach(all::add);
      page.path("versions").forEach(all::add);
      next = Optional.of(page.path("next").asString("")).filter(text -> !text.isEmpty())
          .map(text -> "&next=" + encoded(text));
      if (page.path("more").asBoolean() != next.isPresent()) {
        throw new AssertionError("more without next, or next without more");
      }
    }
    return all;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static List<String> ids(Iterable<JsonNode> objects) {
    List<String> ids = new ArrayList<>();
    objects.forEach(one -> ids.add(one.get("id").asString()));
    return ids;
  }

  @Override
  public void close() {
    client.close();
  }
}

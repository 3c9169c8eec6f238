package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server on a port of its own, and somebody who asks it.
final class Site implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server;

  Site(LedgerSource source) {
    this.server = WebServer.start(source, Optional.of(0));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// With headers, names and values in turn.
  HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).headers(headers)
        .build(), HttpResponse.BodyHandlers.ofString());
  }

  String page(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    return response.body();
  }

  /// What a reader of a page sees, without tags.
  String seen(String path) throws IOException, InterruptedException {
    return page(path).replaceAll("(?s)<(style|title)>.*?</\\1>", " ")
        .replaceAll("</?(?:d[td]|li|p|div|h\\d|t[dhr]|option|label)\\b[^>]*>", " ").replaceAll("<[^>]*>", "")
        .replaceAll("\\s+", " ");
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    return JSON.readTree(response.body());
  }

  /// Where a page sends its reader on to.
  String sentOn(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(302);
    return response.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}

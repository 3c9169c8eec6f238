package org.tingbok.app.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.intake.Intake;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A ledger in a file whose pages take reports, decisions and rulings, and somebody who asks and hands in.
final class WritableSite implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Ledger ledger;
  private final Intake intake;
  private WebServer server;

  private WritableSite(Path folder, List<Reading> readings) {
    Path file = folder.resolve("tingbok.ledger");
    this.ledger = Ledgers.open(file, Casebook.CLOCK);
    if (!readings.isEmpty()) {
      ledger.append(readings);
    }
    this.intake = Intake.into(() -> Ledgers.open(file, Casebook.CLOCK), Casebook.CLOCK, folder);
    this.server = WebServer.start(LedgerSource.ofFile(ledger, file).taking(intake)
        .recording(new Recorder(() -> Ledgers.open(file, Casebook.CLOCK), Casebook.CLOCK)), Optional.of(0));
  }

  /// Over the casebook.
  static WritableSite ofCasebook(Path folder) {
    return new WritableSite(folder, Casebook.readings());
  }

  /// Over nothing.
  static WritableSite empty(Path folder) {
    return new WritableSite(folder, List.of());
  }

  /// The same ledger, served anew so that it is only shown.
  void showOnly() {
    server.close();
    server = WebServer.start(LedgerSource.of(ledger), Optional.of(0));
  }

  Ledger ledger() {
    return ledger;
  }

  int port() {
    return server.port();
  }

  String address() {
    return "http://127.0.0.1:" + port();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(address() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(get(path).body());
  }

  /// Hands in what a form holds, as a page of the site does.
  ///
  /// @param slots names and values in turn
  HttpResponse<String> submit(String path, String... slots) throws IOException, InterruptedException {
    return post(path, form(slots), "Content-Type", "application/x-www-form-urlencoded", "Origin", address());
  }

  /// Hands in a body with these headers and no others, names and values in turn.
  HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static String form(String... slots) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < slots.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(slots[i]).append('=')
          .append(URLEncoder.encode(slots[i + 1], StandardCharsets.UTF_8));
    }
    return body.toString();
  }

  @Override
  public void close() {
    server.close();
    intake.close();
    ledger.close();
    client.close();
  }
}

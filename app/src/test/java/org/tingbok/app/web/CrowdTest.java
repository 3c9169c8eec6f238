package org.tingbok.app.web;

import java.util.Optional;
import org.tingbok.app.operation.Health;
import org.tingbok.app.operation.Metrics;
import org.tingbok.app.operation.Operations;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tingbok.ledger.Ledger;
import org.tingbok.testkit.Casebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that has no place left says so at once, with a code and when to come again.
class CrowdTest {
  private static HttpResponse<String> ask(int most, String path) throws Exception {
    try (Ledger ledger = Ledger.inMemory(Casebook.CLOCK);
        WebServer server = WebServer.start(LedgerSource.of(ledger), Door.own(Optional.of(0)), 0,
            new Operations(new Health(List.of()), new Metrics("")), most);
        HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void whoComesWhenThereIsNoPlaceIsAskedToComeAgain() throws Exception {
    for (String path : List.of("/", "/api/v1/claims", "/taxii2/", "/mcp")) {
      HttpResponse<String> answer = ask(0, path);
      assertThat(answer.statusCode()).as(path).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains(Crowd.AGAIN);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      JsonNode problem = JsonMapper.shared().readTree(answer.body());
      assertThat(problem.get("code").asString()).isEqualTo("SERVER_CROWDED");
      assertThat(problem.path("remedy").asString("")).isNotEmpty();
    }
  }

  @Test
  @Timeout(60)
  void aPlaceIsFreeAgainOnceItsRequestIsAnswered() throws Exception {
    try (Ledger ledger = Ledger.inMemory(Casebook.CLOCK);
        WebServer server = WebServer.start(LedgerSource.of(ledger), Door.own(Optional.of(0)), 0,
            new Operations(new Health(List.of()), new Metrics("")), 1);
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      for (String path : List.of("/incidents", "/no-such-page", "/api/v1/claims", "/incidents")) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        while (answer.statusCode() == 503) { // the answer before was out, but its thread not yet
          answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).as(path).isEqualTo(path.equals("/no-such-page") ? 404 : 200);
      }
    }
  }
}

package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// Every operation's example runs, in the order of the document, and every answer is as the document says.
class ApiExamplesTest {
  private static final Pattern EXAMPLE = Pattern.compile("Example: `([A-Z]+) (\\S+)`");
  /// What can be done only when other things have been: what is split can be taken back, what is kept be given up.
  private static final List<String> LAST = List.of("splitIncident", "ungroupIncident", "dropWatch");
  /// A delivery of which everything is on record has nothing to be tried again.
  private static final String REFUSED = "retryDelivery";

  @TempDir
  private Path folder;

  @Test
  void runAndAnswerAsTheDocumentSays() throws Exception {
    try (WritableSite site = WritableSite.ofCasebook(folder); HttpClient client = HttpClient.newHttpClient()) {
      ServedDocument document = new ServedDocument(site.get("/api/v1/openapi.json").body());
      List<ServedDocument.Told> all = new ArrayList<>(document.operations());
      all.sort(Comparator.comparingInt(told -> LAST.indexOf(told.toString())));
      for (ServedDocument.Told told : all) {
        HttpResponse<String> answer = run(site, client, told);
        if (told.toString().equals(REFUSED)) {
          assertThat(answer.statusCode()).as(told + ": " + answer.body()).isEqualTo(404);
        } else {
          assertThat(answer.statusCode()).as(told + ": " + answer.body()).isBetween(200, 299);
        }
        fits(document, told, answer);
        if (told.method().equals("POST")
            && answer.headers().firstValue("Location").orElse("").contains("/deliveries/")) {
          ended(site, answer.headers().firstValue("Location").orElseThrow());
        }
      }
      assertThat(all).hasSizeGreaterThan(50);
    }
  }

  /// A delivery that is stopped before it was read could be tried again.
  private static void ended(WritableSite site, String delivery) throws IOException, InterruptedException {
    while (!site.json(delivery).get("ended").asBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static HttpResponse<String> run(WritableSite site, HttpClient client, ServedDocument.Told told)
      throws IOException, InterruptedException {
    Matcher example = EXAMPLE.matcher(told.operation().get("description").asString());
    assertThat(example.find()).as(told + " has an example").isTrue();
    assertThat(example.group(1)).isEqualTo(told.method());
    JsonNode body =
        told.operation().path("requestBody").path("content").path("application/json").path("examples").path("usual")
            .path("value");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + example.group(2)));
    request.method(told.method(), body.isMissingNode() ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body.toString()));
    if (!body.isMissingNode()) {
      request.header("Content-Type", "application/json");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static void fits(ServedDocument document, ServedDocument.Told told, HttpResponse<String> answer) {
    if (answer.statusCode() == 204 || answer.statusCode() == 304) {
      assertThat(answer.body()).as(told.toString()).isEmpty();
      assertThat(told.operation().get("responses").has(Integer.toString(answer.statusCode())))
          .as(told + " " + answer.statusCode())
          .isTrue();
      return;
    }
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    JsonNode body =
        type.endsWith("json") ? JsonMapper.shared().readTree(answer.body()) : StringNode.valueOf(answer.body());
    if (type.equals("application/yaml")) {
      assertThat(answer.body()).startsWith("\"openapi\": \"3.1.0\"");
      return;
    }
    assertThat(document.wrongAnswer(told, answer.statusCode(), type, body))
        .as(told + " " + answer.statusCode() + " " + answer.body())
        .isEmpty();
  }
}

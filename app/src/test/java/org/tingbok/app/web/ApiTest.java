package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.testkit.Casebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the interface promises besides its document: pages that others' writing does not move, tags, refusals with their places.
class ApiTest {
  private static final String CLAIM = "/api/v1/claims/claim--3b584c34-1901-5706-af08-55a57c9aec27";
  private static final String RULING = "{\"verdict\": \"confirmed\", \"by\": \"ida\"}";

  @TempDir
  private Path folder;
  private WritableSite site;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void open() {
    site = WritableSite.ofCasebook(folder);
  }

  @AfterEach
  void close() {
    client.close();
    site.close();
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + path)).method(method,
        body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> hand(String path, String body, String... more) throws IOException, InterruptedException {
    List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
    headers.addAll(List.of(more));
    return send("POST", path, body, headers.toArray(String[]::new));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private void refused(HttpResponse<String> answer, int status, String code, String place) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).get("code").asString()).isEqualTo(code);
    assertThat(json(answer).path("place").asString("")).as(answer.body()).isEqualTo(place);
    assertThat(json(answer).get("title").asString()).as("errors.md tells of " + code).isNotEqualTo(code);
    assertThat(json(answer).path("remedy").asString("")).isNotEmpty();
  }

  @Test
  void listsPageByPageAndIsNotMovedByWhatIsRecordedMeanwhile() throws Exception {
    for (String list : List.of("/api/v1/documents?size=1", "/api/v1/claims?size=1&order=recorded",
        "/api/v1/disputes?size=1",
        "/api/v1/search/quotes?q=fjordline&size=1")) {
      List<String> whole = new ArrayList<>();
      json(send("GET", list.replace("size=1", "size=50"), "")).get("items").forEach(item -> whole.add(item.toString()));
      List<String> found = new ArrayList<>();
      Optional<String> next = Optional.of(list);
      while (next.isPresent()) {
        HttpResponse<String> answer = send("GET", next.get(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        json(answer).get("items").forEach(item -> found.add(item.toString()));
        next = Optional.ofNullable(json(answer).get("next")).map(JsonNode::asString);
        assertThat(answer.headers().firstValue("Link"))
            .isEqualTo(next.map(address -> "<" + address + ">; rel=\"next\""));
        if (found.size() == 1 && list.contains("documents")) {
          site.ledger().append(List.of(Casebook.reprint()));
        }
      }
      assertThat(found).as(list).isEqualTo(whole);
    }
    assertThat(json(send("GET", "/api/v1/documents", "")).get("total").asInt()).isEqualTo(4);
  }

  @Test
  void takesACursorOnlyForItsQuestion() throws Exception {
    String cursor = json(send("GET", "/api/v1/documents?size=1", "")).get("cursor").asString();
    assertThat(send("GET", "/api/v1/documents?size=2&cursor=" + cursor, "").statusCode()).isEqualTo(200);
    refused(send("GET", "/api/v1/documents?view=all&cursor=" + cursor, ""), 422, "CURSOR_UNREADABLE", "cursor");
    refused(send("GET", "/api/v1/disputes?cursor=" + cursor, ""), 422, "CURSOR_UNREADABLE", "cursor");
  }

  @Test
  void answersWithoutContentWhereNothingHasChanged() throws Exception {
    for (String path : List.of("/api/v1", "/api/v1/incidents", CLAIM, "/api/v1/openapi.yaml", "/api/v1/watches")) {
      HttpResponse<String> first = send("GET", path, "");
      String tag = first.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> second = send("GET", path, "", "If-None-Match", "\"other\", W/" + tag);
      assertThat(second.statusCode()).as(path).isEqualTo(304);
      assertThat(second.body()).isEmpty();
      HttpResponse<String> head = send("HEAD", path, "");
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("ETag")).contains(tag);
      assertThat(head.body()).isEmpty();
    }
  }

  @Test
  void letsNobodyOverwriteAColleaguesRuling() throws Exception {
    refused(hand(CLAIM + "/rulings", RULING), 428, "PRECONDITION_MISSING", "If-Match");
    String tag = send("GET", CLAIM, "").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> ruled = hand(CLAIM + "/rulings", RULING, "If-Match", tag);
    assertThat(ruled.statusCode()).as(ruled.body()).isEqualTo(201);
    assertThat(json(ruled).get("seen").asInt()).isOne();
    refused(hand(CLAIM + "/rulings", RULING, "If-Match", tag), 412, "CHANGED_MEANWHILE", "If-Match");
    HttpResponse<String> late = hand(CLAIM + "/rulings", RULING.replace("}", ", \"seen\": 0}"));
    refused(late, 409, "RULED_MEANWHILE", "");
    assertThat(json(send("GET", CLAIM + "/history", "")).get("items").size()).isOne();
    String now = send("GET", CLAIM, "").headers().firstValue("ETag").orElseThrow();
    assertThat(hand(CLAIM + "/rulings", "{\"verdict\": \"undone\", \"by\": \"ida\", \"reason\": \"too soon\"}",
        "If-Match", now)
        .statusCode()).isEqualTo(201);
  }

  @Test
  void correctsSlotBySlot() throws Exception {
    HttpResponse<String> corrected = hand(CLAIM + "/rulings",
        """
        {"verdict": "corrected", "by": "ida", "reason": "the text hedges", "seen": 0,
         "changes": {"accused": ["Arctic Tern"], "certainty": "moderate", "certaintyWords": "it seems", "said": "2019-02"}}""");
    assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(201);
    JsonNode claim = json(send("GET", CLAIM, "")).get("claim");
    assertThat(claim.at("/accused/0/name").asString()).isEqualTo("Arctic Tern");
    assertThat(claim.at("/certainty/level").asString()).isEqualTo("moderate");
    assertThat(claim.at("/ruling/verdict").asString()).isEqualTo("corrected");
    refused(
        hand(CLAIM + "/rulings",
            "{\"verdict\": \"corrected\", \"by\": \"ida\", \"reason\": \"x\", \"seen\": 1, \"changes\":"
                + " {\"evidence\": [{\"start\": 0, \"end\": \"x\"}]}}"),
        400, "REQUEST_UNFIT", "/changes/evidence/0/end");
  }

  @Test
  void keepsQuestionsAndTellsWhatIsNew() throws Exception {
    String watch = "/api/v1/watches/grey%20things%2F1";
    String question = "{\"by\": \"ida\", \"question\": {\"accused\": [\"Grey Heron\"], \"quote\": \"intrusion 'at'\"}}";
    HttpResponse<String> set = send("PUT", watch, question, "Content-Type", "application/json");
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    HttpResponse<String> news = send("GET", watch, "");
    assertThat(json(news).get("claims").size()).as(news.body()).isOne();
    String tag = news.headers().firstValue("ETag").orElseThrow();
    assertThat(send("POST", watch + "/seen", "", "If-Match", tag).statusCode()).isEqualTo(200);
    refused(send("POST", watch + "/seen", "", "If-Match", tag), 412, "CHANGED_MEANWHILE", "If-Match");
    assertThat(json(send("GET", watch, "")).get("claims").size()).isZero();
    assertThat(send("DELETE", watch, "").statusCode()).isEqualTo(204);
    refused(send("GET", watch, ""), 404, "WATCH_UNKNOWN", "watch");
  }

  @Test
  void tellsWhatIsWrongWithARequestAndWhere() throws Exception {
    refused(send("GET", "/api/v1/claims?accsed=x", ""), 400, "PARAMETER_UNKNOWN", "accsed");
    refused(send("GET", "/api/v1/claims?type=a&type=denial", ""), 400, "REQUEST_UNFIT", "type");
    refused(send("GET", "/api/v1/claims?size=0", ""), 400, "REQUEST_UNFIT", "size");
    refused(send("GET", "/api/v1/claims?size=1&size=2", ""), 400, "REQUEST_UNFIT", "size");
    refused(send("GET", "/api/v1/claims?as-of=2024-02-30", ""), 400, "REQUEST_UNFIT", "as-of");
    refused(send("GET", "/api/v1/search/quotes", ""), 400, "PARAMETER_MISSING", "q");
    refused(send("GET", "/api/v1/claims?quote=%ff", ""), 400, "ADDRESS_ENCODING", "quote");
    refused(send("GET", "/api/v1/names/a%00b", ""), 400, "REQUEST_UNREADABLE", "");
    refused(send("GET", "/api/v1/claims?view=nobody", ""), 422, "VIEW_UNKNOWN", "");
    refused(send("GET", "/api/v1/claim", ""), 404, "ADDRESS_UNKNOWN", "path");
    refused(send("GET", "/api/v1/claims/ffffffff", ""), 404, "CLAIM_UNKNOWN", "");
    refused(send("GET", "/api/v1/claims", "", "Accept", "text/html"), 406, "TYPE_UNACCEPTABLE", "Accept");
    refused(hand("/api/v1/name-decisions", "{\"verdict\": \"same\"}"), 400, "FIELD_MISSING", "/first");
    refused(hand(CLAIM + "/rulings", "{\"verdict\": \"confirmed\", \"by\": \"ida\", \"sen\": 1}"), 400, "FIELD_UNKNOWN",
        "/sen");
    refused(hand(CLAIM + "/rulings", "{\"by\": \"a\", \"by\": \"b\"}"), 400, "JSON_UNREADABLE", "");
    refused(hand(CLAIM + "/rulings", "{\"by\": \"" + "x".repeat(300_000) + "\"}"), 413, "BODY_TOO_LARGE", "");
    refused(send("POST", CLAIM + "/rulings", RULING, "Content-Type", "text/plain"), 415, "TYPE_UNKNOWN",
        "Content-Type");
    refused(
        hand("/api/v1/sources/x/grades",
            "{\"reliability\": \"B\", \"reason\": \"x\", \"by\": \"x\", \"day\": \"2999-01-01\"}"),
        422,
        "DAY_TO_COME", "/day");
  }

  @Test
  void tellsWhichMethodsAnAddressTakes() throws Exception {
    HttpResponse<String> wrong = send("PATCH", "/api/v1/watches/x", "");
    refused(wrong, 405, "METHOD_UNKNOWN", "");
    assertThat(wrong.headers().firstValue("Allow")).contains("DELETE, GET, HEAD, OPTIONS, PUT");
    HttpResponse<String> options = send("OPTIONS", "/api/v1/claims", "", "Origin", "http://elsewhere.example",
        "Access-Control-Request-Method", "GET");
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
  }

  @Test
  void takesChangesFromProgramsAndItsOwnPagesOnly() throws Exception {
    String body = RULING.replace("}", ", \"seen\": 0}");
    refused(hand(CLAIM + "/rulings", body, "Origin", "http://elsewhere.example"), 403, "ORIGIN_FOREIGN", "Origin");
    refused(hand(CLAIM + "/rulings", body, "Sec-Fetch-Site", "cross-site"), 403, "ORIGIN_FOREIGN", "Origin");
    refused(hand(CLAIM + "/rulings", body, "Origin", "null"), 403, "ORIGIN_FOREIGN", "Origin");
    assertThat(hand(CLAIM + "/rulings", body, "Origin", site.address()).statusCode()).isEqualTo(201);
    site.showOnly();
    refused(hand(CLAIM + "/rulings", body.replace("0", "1")), 403, "SHOWN_ONLY", "");
    refused(hand("/api/v1/deliveries", "{\"reports\": [{\"text\": \"x\"}]}"), 403, "SHOWN_ONLY", "");
    assertThat(json(send("GET", "/api/v1", "")).get("writable").asBoolean()).isFalse();
  }

  @Test
  void takesReportsAsFormsAsTheyAreAndAsJson() throws Exception {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"report\"; filename=\"C:\\\\a\\\\one.txt\"\r\n\r\nfirst words\r\n--x--\r\n";
    HttpResponse<String> first =
        send("POST", "/api/v1/deliveries", form, "Content-Type", "multipart/form-data; boundary=x");
    assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
    assertThat(json(first).at("/items/0/name").asString()).isEqualTo("one.txt");
    HttpResponse<String> second =
        send("POST", "/api/v1/deliveries?name=two.md", "# second words", "Content-Type", "text/markdown");
    assertThat(second.headers().firstValue("Location")).contains("/api/v1/deliveries/2");
    assertThat(json(second).at("/items/0/name").asString()).isEqualTo("two.md");
    HttpResponse<String> third =
        hand("/api/v1/deliveries", "{\"reports\": [{\"name\": \"three.txt\", \"base64\": \"dGhpcmQ=\"}, {\"text\":"
            + " \"fourth\"}]}");
    assertThat(json(third).at("/progress/of").asInt()).isEqualTo(2);
    refused(hand("/api/v1/deliveries", "{\"reports\": [{\"name\": \"x\"}]}"), 422, "UPLOAD_EMPTY", "/reports/0");
    refused(send("POST", "/api/v1/deliveries", "abc", "Content-Type", "multipart/form-data"), 400, "UPLOAD_UNREADABLE",
        "Content-Type");
    assertThat(send("POST", "/api/v1/deliveries/1/cancel", "").statusCode()).isEqualTo(200);
    assertThat(json(send("GET", "/api/v1/deliveries", "")).get("items").size()).isEqualTo(3);
  }

  @Test
  void tellsTheTextThatOffsetsReferTo() throws Exception {
    JsonNode words = json(send("GET", CLAIM + "/evidence", ""));
    String text = send("GET", "/api/v1/documents/" + words.at("/document/id").asString() + "/text", "").body();
    JsonNode place = words.at("/evidence/0");
    assertThat(text.substring(place.get("start").asInt(), place.get("end").asInt()))
        .isEqualTo(place.get("quote").asString());
    assertThat(text.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
  }

  @Test
  void boundsHowOftenAProgramAsks() throws Exception {
    try (WebServer server = WebServer.start(LedgerSource.of(site.ledger()).limited(3), Optional.of(0))) {
      URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/openapi.json");
      List<Integer> statuses = new ArrayList<>();
      HttpResponse<String> last =
          client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      while (last.statusCode() == 200) {
        assertThat(last.headers().firstValue("RateLimit-Limit")).contains("3");
        statuses.add(last.statusCode());
        last = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      }
      assertThat(statuses).hasSizeGreaterThanOrEqualTo(3);
      refused(last, 429, "RATE_EXCEEDED", "");
      assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow())).isBetween(1, 20);
    }
  }

  @Test
  void hasAPageThatListsEveryOperationAndProblem() throws Exception {
    String page = site.get("/api").body();
    new ServedDocument(site.get("/api/v1/openapi.json").body()).operations()
        .forEach(told -> assertThat(page).contains("id=\"" + told + "\""));
    assertThat(page).contains("id=\"PARAMETER_UNKNOWN\"", "curl ");
  }
}

package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What waits for an analyst, and what is recorded of names, by REST.
class ApiReviewTest {
  private static final String ROOT = "/api/v1";

  private final WritableSite site;
  private final HttpClient client = HttpClient.newHttpClient();

  ApiReviewTest(@TempDir Path folder) {
    this.site = WritableSite.ofCasebook(folder);
  }

  @AfterEach
  void close() {
    client.close();
    site.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site.address() + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> hand(String path, String body) throws IOException, InterruptedException {
    return site.post(ROOT + path, body, "Content-Type", "application/json");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JsonMapper.shared().readTree(answer.body());
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JsonMapper.shared().readTree(answer.body()).get("code").asString()).isEqualTo(code);
  }

  private long count(String queue) throws IOException, InterruptedException {
    return json(get(ROOT + "/review/queues")).get("items").valueStream()
        .filter(one -> one.get("queue").asString().equals(queue)).findFirst().orElseThrow().get("count").asLong();
  }

  private static List<String> claims(JsonNode page) {
    return page.get("items").valueStream().map(one -> one.get("claim").get("id").asString()).toList();
  }

  @Test
  void aQueueIsGoneThroughPageByPageWhateverColleaguesDoMeanwhile() throws Exception {
    site.ledger().append(List.of(ReviewQueuesTest.report(50, Optional.empty(), "The group")));
    assertThat(count("new")).isEqualTo(59);
    for (String queue : List.of("new", "unsure")) {
      String path = ROOT + "/review/claims?queue=" + queue;
      HttpResponse<String> answer = get(path);
      String tag = answer.headers().firstValue("ETag").orElseThrow();
      assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
      JsonNode page = json(answer);
      List<String> all = new ArrayList<>(claims(page));
      String ruled = json(get(page.get("next").asString())).get("items").get(0).get("claim").get("id").asString();
      assertThat(hand("/claims/" + ruled + "/rulings", "{\"verdict\": \"confirmed\", \"by\": \"per\", \"seen\": 0}")
          .statusCode()).isEqualTo(201);
      while (page.has("next")) {
        page = json(get(page.get("next").asString()));
        all.addAll(claims(page));
      }
      assertThat(all).doesNotHaveDuplicates().doesNotContain(ruled).hasSize((int) count(queue));
      site.submit("/claim/" + all.getFirst() + "/ruling", "verdict", "rejected", "seen", "0", "by", "ida", "reason",
          "no");
      assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
    String cursor = json(get(ROOT + "/review/claims?queue=new")).get("cursor").asString();
    refused(get(ROOT + "/review/claims?queue=unsure&cursor=" + cursor), 422, "CURSOR_UNREADABLE");
    refused(get(ROOT + "/review/claims?queue=new&cursor=bm9uc2Vuc2U"), 422, "CURSOR_UNREADABLE");
    refused(get(ROOT + "/review/claims?queue=watch"), 422, "WATCH_UNKNOWN");
    refused(get(ROOT + "/review/claims?queue=watch&watch=none"), 404, "WATCH_UNKNOWN");
    refused(get(ROOT + "/review/claims?queue=new&watch=none"), 422, "WATCH_UNKNOWN");
  }

  @Test
  void aSentenceIsSetAsideAndTakenBack() throws Exception {
    JsonNode sentence = json(get(ROOT + "/review/sentences?queue=unread")).get("items").get(0);
    String path = "/sentences/" + sentence.get("id").asString().substring(0, 16) + "/rulings";
    String why = "\", \"reason\": \"an aside\", \"by\": \"ida\"}";
    refused(hand(path, "{\"verdict\": \"undone" + why), 422, "RULING_NONE");
    refused(hand("/sentences/unread--00000000/rulings", "{\"verdict\": \"rejected" + why), 404, "UNREAD_UNKNOWN");
    JsonNode ruled = json(hand(path, "{\"seen\": 0, \"verdict\": \"rejected" + why));
    assertThat(ruled.get("verdict").asString()).isEqualTo("no claim");
    assertThat(ruled.get("start")).isEqualTo(sentence.get("start"));
    assertThat(count("unread")).isZero();
    assertThat(count("aside")).isOne();
    refused(hand(path, "{\"verdict\": \"rejected" + why), 409, "RULED_MEANWHILE");
    refused(hand(path, "{\"seen\": 0, \"verdict\": \"undone" + why), 409, "RULED_MEANWHILE");
    assertThat(json(get(ROOT + "/review/sentences?queue=aside")).get("items").get(0).get("history").get(0).get("words")
        .asString()).isEqualTo("set aside by ida: an aside");
    assertThat(json(hand(path, "{\"seen\": 1, \"verdict\": \"undone" + why)).get("seen").asInt()).isEqualTo(2);
    assertThat(count("unread")).isOne();
    site.showOnly();
    refused(hand(path, "{\"verdict\": \"rejected" + why), 403, "SHOWN_ONLY");
  }

  @Test
  void aNameIsRejectedAndTakenBack() throws Exception {
    String near =
        "{\"name\": \"Grey Herron\", \"near\": [\"lake\", \"shore\"], \"reason\": \"a bird\", \"by\": \"ida\"}";
    JsonNode rejected = json(hand("/name-rejections", near));
    assertThat(rejected.get("recorded").asInt()).isEqualTo(2);
    assertThat(rejected.get("warnings").get(0).asString()).contains("Grey Herron", "Grey Heron");
    assertThat(json(hand("/name-rejections", near)).get("recorded").asInt()).isZero();
    JsonNode undone = json(hand("/name-rejections/undo",
        "{\"name\": \"grey herron\", \"near\": [\"LAKE\"], \"reason\": \"them\", \"by\": \"per\"}"));
    assertThat(undone.get("decisions").findValuesAsString("near")).containsExactly("lake");
    JsonNode all = json(get(ROOT + "/name-rejections?size=2"));
    assertThat(all.get("total").asInt()).isEqualTo(3);
    assertThat(all.get("items").findValuesAsString("standing")).containsExactly("false", "true");
    assertThat(json(get(all.get("next").asString())).get("items").get(0).get("means").asString()).isEqualTo("open");
    refused(hand("/name-rejections/undo", "{\"name\": \"Tern\", \"reason\": \"x\", \"by\": \"ida\"}"), 404,
        "REJECTION_UNKNOWN");
    refused(hand("/name-rejections", "{\"name\": \"…\", \"reason\": \"x\", \"by\": \"ida\"}"), 422,
        "DECISION_INCOMPLETE");
  }

  private static String list(String slot, String content, String more) {
    return "{\"kind\": \"csv\", \"source\": \"ours.csv\", \"claimant\": \"Our desk\", \"" + slot + "\": \"" + content
        + "\"" + more + "}";
  }

  @Test
  void aListOfNamesIsImportedEditionByEdition() throws Exception {
    JsonNode first = json(hand("/name-lists", list("text", "name,actor\\nTin Heron,Grey Heron\\n", "")));
    assertThat(first.get("added").asInt()).as("both names of the row").isEqualTo(2);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("name,actor\nTin Heron,Grey Heron\nZinc Heron,Grey Heron\n".getBytes(StandardCharsets.UTF_8));
    }
    JsonNode second =
        json(hand("/name-lists", list("base64", Base64.getEncoder().encodeToString(packed.toByteArray()), "")));
    assertThat(second.get("list")).isEqualTo(first.get("list"));
    assertThat(List.of(second.get("added").asInt(), second.get("known").asInt())).containsExactly(1, 2);
    assertThat(json(get(ROOT + "/name-lists")).get("total").asInt()).isOne();
    assertThat(json(get(ROOT + "/names/Zinc%20Heron")).toString()).contains("Grey Heron");
    refused(hand("/name-lists", "{\"kind\": \"csv\", \"claimant\": \"Our desk\"}"), 422, "UPLOAD_EMPTY");
    refused(hand("/name-lists", list("text", "a,b\\n", "")), 422, "LIST_KIND");
    refused(hand("/name-lists", list("text", "name,actor\\nA B,C D\\n", ", \"day\": \"2999-01-01\"")), 422,
        "DAY_TO_COME");
    assertThat(json(get(ROOT + "/name-lists")).get("total").asInt()).as("what was refused left nothing").isOne();
  }
}

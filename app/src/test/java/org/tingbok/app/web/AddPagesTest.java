package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.AsOf;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports handed in on a page.
@Timeout(120)
class AddPagesTest {
  private static final String REPORT = """
      Sandvika, 4 March 2024. Norway's Police Security Service said on Monday that the Chinese group APT31 was behind the
      intrusion into the booking system of the ferry line Fjordline in 2023.
      """;
  private static final String BOUNDARY = "a-line-between";

  private final WritableSite site;

  AddPagesTest(@TempDir Path folder) {
    this.site = WritableSite.empty(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String address() {
    return site.address();
  }

  private static String part(String slot, String file, String content) {
    return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + slot + "\""
        + (file.isEmpty() ? "" : "; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream") + "\r\n\r\n"
        + content + "\r\n";
  }

  private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    String[] all = Stream.concat(Stream.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY),
        Stream.of(headers)).toArray(String[]::new);
    return site.post(path, body + "--" + BOUNDARY + "--\r\n", all);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return site.get(path);
  }

  private JsonNode ended(String path) throws Exception {
    JsonNode delivery = site.json(path + ".json");
    while (!delivery.get("ended").asBoolean()) {
      Thread.onSpinWait();
      delivery = site.json(path + ".json");
    }
    return delivery;
  }

  private int documents() {
    return site.ledger().asOf(AsOf.NOW).documents().size();
  }

  @Test
  void readsFilesAndPastedTextAndTellsOfEach() throws Exception {
    assertThat(get("/add").body()).contains("enctype=\"multipart/form-data\"", "type=\"file\"", "<textarea");
    HttpResponse<String> handed = post("/add", part("report", "C:\\reports\\ferry.txt", REPORT)
        + part("report", "<b>broken<b>.pdf", "%PDF-1.7 and no more")
        + part("text", "", "The tide was high on Friday in Sandvika.") + part("from", "", "https://example.org/tide"),
        "Origin", address());
    assertThat(handed.statusCode()).isEqualTo(303);
    String path = handed.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
    JsonNode delivery = ended(path);
    assertThat(delivery.get("state").asString()).isEqualTo("done");
    assertThat(delivery.get("items").findValuesAsString("name")).containsExactly("ferry.txt", "<b>broken<b>.pdf",
        "https://example.org/tide");
    assertThat(delivery.get("items").findValuesAsString("fate")).containsExactly("added", "failed", "added");
    HttpResponse<String> page = get(path);
    assertThat(page.body()).contains("&lt;b&gt;broken", "/retry", "/document/")
        .doesNotContain("<b>broken");
    assertThat(page.headers().firstValue("Refresh")).isEmpty();
    assertThat(get("/").body()).contains("Fjordline");
    assertThat(get("/add").body()).contains("Delivery 1", "1 could not be read");
    assertThat(documents()).isEqualTo(2);
  }

  @Test
  void takesNothingFromElsewhereAndNothingEmpty() throws Exception {
    String body = part("report", "ferry.txt", REPORT);
    assertThat(post("/add", body).body()).contains("ORIGIN_FOREIGN");
    assertThat(post("/add", body, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
    assertThat(post("/delivery/1/cancel", body, "Origin", "http://evil.example").statusCode()).isEqualTo(403);
    HttpResponse<String> empty = post("/add", part("report", "", "") + part("text", "", " "), "Origin", address());
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.body()).contains("UPLOAD_EMPTY");
    assertThat(get("/delivery/7").statusCode()).isEqualTo(404);
    assertThat(documents()).isZero();
  }

  @Test
  void takesALongPastedText() throws Exception {
    HttpResponse<String> handed =
        post("/add", part("text", "", REPORT + "The tide was high on Friday. ".repeat(60_000)), "Origin", address());
    assertThat(handed.statusCode()).isEqualTo(303);
    JsonNode delivery =
        ended(handed.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", ""));
    assertThat(delivery.get("items").get(0).get("name").asString()).matches("pasted-[0-9a-f]{8}\\.txt");
    assertThat(delivery.get("state").asString()).isEqualTo("done");
  }

  @Test
  void programsGetTheDeliveryItself() throws Exception {
    HttpResponse<String> handed =
        post("/add", part("report", "ferry.txt", REPORT), "Origin", address(), "Accept", "application/json");
    assertThat(handed.statusCode()).isEqualTo(202);
    assertThat(JsonMapper.shared().readTree(handed.body()).get("items").size()).isEqualTo(1);
    assertThat(handed.headers().firstValue("Location")).contains("/delivery/1.json");
    ended("/delivery/1");
  }

  @Test
  void refusesWhereTheLedgerIsOnlyShown() throws Exception {
    site.showOnly();
    assertThat(get("/add").body()).contains("--read-only").doesNotContain("<form class=\"hand-in\"");
    HttpResponse<String> answer = post("/add", part("report", "ferry.txt", REPORT), "Origin", address());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("SHOWN_ONLY");
  }
}

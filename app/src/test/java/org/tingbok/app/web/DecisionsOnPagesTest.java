package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.desk.Recorder;
import org.tingbok.testkit.Casebook;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;

/// Analysts' decisions handed in on a page.
class DecisionsOnPagesTest {
  @TempDir
  private Path folder = Path.of("");
  private final HttpClient client = HttpClient.newHttpClient();
  private Ledger ledger = Ledger.inMemory(Casebook.CLOCK);
  private WebServer server = WebServer.start(LedgerSource.of(ledger), Optional.of(0));

  @BeforeEach
  void open() {
    server.close();
    Path file = folder.resolve("tingbok.ledger");
    ledger = Ledgers.open(file, Casebook.CLOCK);
    ledger.append(Casebook.readings());
    server = WebServer.start(LedgerSource.ofFile(ledger, file)
        .recording(new Recorder(() -> Ledgers.open(file, Casebook.CLOCK), Casebook.CLOCK)), Optional.of(0));
  }

  @AfterEach
  void close() {
    server.close();
    ledger.close();
    client.close();
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + "/decisions"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String address() {
    return "http://127.0.0.1:" + server.port();
  }

  private String page(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(URI.create(address() + path)).build(),
        HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String form(String verdict, String first, String second, String reason, String by) {
    StringBuilder body = new StringBuilder();
    String[] slots = {"verdict", verdict, "first", first, "second", second, "reason", reason, "by", by, "view", ""};
    for (int i = 0; i < slots.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(slots[i]).append('=')
          .append(URLEncoder.encode(slots[i + 1], StandardCharsets.UTF_8));
    }
    return body.toString();
  }

  private int decisions() {
    return ledger.asOf(AsOf.NOW).names().decisions().size();
  }

  @Test
  void recordsADecisionAndTakesItBackByAFurtherEntry() throws Exception {
    assertThat(page("/actor/Arctic%20Tern")).contains("method=\"post\" action=\"/decisions\"", "None is in force");
    HttpResponse<String> done =
        post(form("distinct", "Arctic Tern", "Grey Heron", "other <b>hours</b>", "ida"), "Origin", address());
    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(done.headers().firstValue("Location")).contains("/actor/Arctic%20Tern#decisions");
    String page = page("/actor/Arctic%20Tern");
    assertThat(page).contains("two actors", "other &lt;b&gt;hours", "Take back by a further entry");
    assertThat(decisions()).isEqualTo(1);

    post(form("undone", "Arctic Tern", "Grey Heron", "mixed up", "per"), "Origin", address());
    assertThat(page("/actor/Arctic%20Tern")).contains("None is in force");
    assertThat(decisions()).isEqualTo(2);
  }

  @Test
  void takesNothingFromElsewhere() throws Exception {
    String form = form("same", "Arctic Tern", "Grey Heron", "because", "mallory");
    for (String[] headers : new String[][] {{}, {"Origin", "http://evil.example"}, {"Origin", "null"},
        {"Origin", "http://localhost.evil.example:" + server.port()}, {"Sec-Fetch-Site", "cross-site"},
        {"Sec-Fetch-Site", "same-site"}, {"Origin", "http://evil.example", "Sec-Fetch-Site", "same-origin"}}) {
      HttpResponse<String> answer = post(form, headers);
      assertThat(answer.statusCode()).as(String.join(" ", headers)).isEqualTo(403);
      assertThat(answer.body()).contains("ORIGIN_FOREIGN");
    }
    assertThat(decisions()).isZero();
  }

  @Test
  void refusesWhatIsNoDecision() throws Exception {
    String[][] bad = {{form("maybe", "A1", "B2", "why", "ida"), "VERDICT_UNKNOWN"},
        {form("same", "A1", "B2", " ", "ida"), "DECISION_INCOMPLETE"},
        {form("same", "Grey Heron", "GREY HERON", "why", "ida"), "DECISION_OF_ONE"},
        {form("same", "A1", "B2", "why ".repeat(600), "ida"), "DECISION_TOO_LONG"}, {"", "VERDICT_UNKNOWN"}};
    for (String[] one : bad) {
      HttpResponse<String> answer = post(one[0], "Origin", address());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains(one[1]);
    }
    assertThat(decisions()).isZero();
  }

  @Test
  void refusesWhereTheLedgerIsOnlyShown() throws Exception {
    server.close();
    server = WebServer.start(LedgerSource.of(ledger), Optional.of(0));
    assertThat(page("/actor/Arctic%20Tern")).doesNotContain("method=\"post\"").contains("--read-only");
    HttpResponse<String> answer =
        post(form("same", "Arctic Tern", "Grey Heron", "because", "ida"), "Origin", address());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("SHOWN_ONLY");
    assertThat(decisions()).isZero();
  }
}

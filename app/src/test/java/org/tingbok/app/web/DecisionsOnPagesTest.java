package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.AsOf;

/// Analysts' decisions handed in on a page.
class DecisionsOnPagesTest {
  private final WritableSite site;

  DecisionsOnPagesTest(@TempDir Path folder) {
    this.site = WritableSite.ofCasebook(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    String[] all = Stream.concat(Stream.of("Content-Type", "application/x-www-form-urlencoded"), Stream.of(headers))
        .toArray(String[]::new);
    return site.post("/decisions", body, all);
  }

  private String address() {
    return site.address();
  }

  private String page(String path) throws Exception {
    return site.get(path).body();
  }

  private static String form(String verdict, String first, String second, String reason, String by) {
    return WritableSite.form("verdict", verdict, "first", first, "second", second, "reason", reason, "by", by, "view",
        "");
  }

  private int decisions() {
    return site.ledger().asOf(AsOf.NOW).names().decisions().size();
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
  void tellsWhoWasFaster() throws Exception {
    String seen = page("/actor/Arctic%20Tern").replaceFirst("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    post(form("distinct", "Arctic Tern", "Grey Heron", "other hours", "ida") + "&seen=" + seen, "Origin", address());
    HttpResponse<String> late =
        post(form("same", "Grey Heron", "Arctic Tern", "one key", "per") + "&seen=" + seen, "Origin", address());
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("DECIDED_MEANWHILE", "distinct by ida: other hours",
        "href=\"/actor/Grey%20Heron#decisions\"");
    assertThat(decisions()).isEqualTo(1);
    assertThat(
        post(form("same", "Grey Heron", "Nordlys Lab", "other pair", "per") + "&seen=" + seen, "Origin", address())
            .statusCode())
        .isEqualTo(303);
  }

  @Test
  void takesNothingFromElsewhere() throws Exception {
    String form = form("same", "Arctic Tern", "Grey Heron", "because", "mallory");
    for (String[] headers : new String[][] {{}, {"Origin", "http://evil.example"}, {"Origin", "null"},
        {"Origin", "http://localhost.evil.example:" + site.port()}, {"Sec-Fetch-Site", "cross-site"},
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
    site.showOnly();
    assertThat(page("/actor/Arctic%20Tern")).doesNotContain("method=\"post\"").contains("--read-only");
    HttpResponse<String> answer =
        post(form("same", "Arctic Tern", "Grey Heron", "because", "ida"), "Origin", address());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("SHOWN_ONLY");
    assertThat(decisions()).isZero();
  }
}

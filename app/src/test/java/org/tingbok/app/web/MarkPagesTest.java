package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Words of a document marked, and claims added.
class MarkPagesTest {
  private static final String DENIES = "called the accusation a fairy tale";
  private final WritableSite site;

  MarkPagesTest(@TempDir Path folder) {
    this.site = WritableSite.ofCasebook(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String document(String publisher) throws Exception {
    for (JsonNode one : site.json("/documents.json").get("documents")) {
      if (one.get("publisher").asString().contains(publisher)) {
        return one.get("id").asString();
      }
    }
    throw new AssertionError("no document of " + publisher);
  }

  private String located(String path) throws Exception {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
  }

  @Test
  void wordsThatAreCopiedOrMarkedLeadToOneAddress() throws Exception {
    String path = "/document/" + document("Sound") + "/claim";
    String there = located(path + "?quote=" + Frame.encoded(" called  the accusation\na fairy tale "
        .replace("\n", " ")));
    JsonNode place = site.json(there.replace("/claim?", "/claim.json?")).get("places").get(0);
    assertThat(place.get("readable").asString()).isEqualTo(DENIES);
    assertThat(place.get("before").asString()).isEqualTo("The Embassy of China in Norway ");
    // The fourth paragraph, headline counted: "The Embassy of China in Norway called …".
    assertThat(located(path + "?at=3:31-" + (31 + DENIES.length()))).isEqualTo(there);
    assertThat(site.get(path + "?at=99:1-2").statusCode()).isEqualTo(400);
    assertThat(site.get(path + "?quote=nobody+wrote+this").body()).contains("QUOTE_UNKNOWN");
    assertThat(site.get(path).body()).contains("one place a line");
  }

  @Test
  void addsAClaimThatEveryPageTellsApart() throws Exception {
    String document = document("Sound");
    String path = "/document/" + document + "/claim";
    String there = located(path + "?quote=" + Frame.encoded("another agency"));
    JsonNode page = site.json(there.replace("/claim?", "/claim.json?"));
    String evidence = page.get("places").get(0).get("typed").asString();
    assertThat(page.get("names").valueStream().map(JsonNode::asString)).contains("Grey Heron", "Nordlys Lab");
    HttpResponse<String> added = site.submit(path, "seen", page.get("seen").asString(), "evidence", evidence, "type",
        "attribution", "claimant", "Nordlys Lab", "accused", "Grey Heron; Arctic Tern", "operation",
        page.get("operations").get(0).get("id").asString(), "by", "ida", "reason", "the <b>last</b> line");
    assertThat(added.statusCode()).as(added.body()).isEqualTo(303);
    String claim = added.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
    assertThat(site.get(claim).body()).contains("added by ida", "the &lt;b&gt;last&lt;/b&gt; line", "Take it back");
    assertThat(site.get("/document/" + document).body()).contains("added by ida");
    JsonNode told = site.json(claim + ".json").get("claim");
    assertThat(told.get("added").get("by").asString()).isEqualTo("ida");
    assertThat(told.get("incident").get("name").asString()).contains("Fjordline");
    // The sentence is no longer unread, and the claim waits for a second pair of eyes.
    assertThat(site.json("/review.json?queue=unread").get("unread").size()).isZero();
    assertThat(site.get("/review").body()).contains("added by ida");
    site.submit(claim + "/ruling", "verdict", "rejected", "seen", "0", "by", "per", "reason", "nobody says so");
    assertThat(site.get(claim).body()).contains("No longer on record: rejected by per", "Undo the ruling");
    site.submit(claim + "/ruling", "verdict", "undone", "seen", "1", "by", "ida", "reason", "it does");
    assertThat(site.get(claim).body()).doesNotContain("No longer on record");
  }

  @Test
  void tellsWhoWasFasterKeepsWhatWasTypedAndGoesOn() throws Exception {
    String path = "/document/" + document("Sound") + "/claim";
    JsonNode page = site.json(located(path + "?quote=" + Frame.encoded(DENIES)).replace("/claim?", "/claim.json?"));
    String evidence = page.get("places").get(0).get("typed").asString();
    String seen = page.get("seen").asString();
    assertThat(site.submit(path, "seen", seen, "evidence", evidence, "type", "impact", "what", "the tale", "by", "ida",
        "reason", "first").statusCode()).isEqualTo(303);
    HttpResponse<String> late = site.submit(path, "seen", seen, "evidence", evidence, "type", "method", "what",
        "a \"tale\"", "by", "per", "reason", "second");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("ADDED_MEANWHILE", "added by ida: first", "value=\"second\"",
        "value=\"a &#34;tale&#34;\"", "once more");
    String now = late.body().replaceFirst("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    assertThat(site.submit(path, "seen", now, "evidence", evidence, "type", "method", "what", "a tale", "by", "per",
        "reason", "second").statusCode()).isEqualTo(303);
  }

  @Test
  void showsTheFormAgainWithWhatIsWrong() throws Exception {
    String path = "/document/" + document("Sound") + "/claim";
    JsonNode page = site.json(located(path + "?quote=" + Frame.encoded(DENIES)).replace("/claim?", "/claim.json?"));
    String evidence = page.get("places").get(0).get("typed").asString();
    HttpResponse<String> wrong = site.submit(path, "seen", page.get("seen").asString(), "evidence", evidence, "type",
        "attribution", "by", "ida", "reason", "why not");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("CORRECTION_SLOT", "value=\"why not\"", "<mark>" + DENIES + "</mark>");
    assertThat(site.submit(path, "evidence", evidence, "type", "denial", "by", "ida", "reason", "x").body())
        .contains("USAGE");
    assertThat(site.submit("/document/document--none/claim", "seen", page.get("seen").asString(), "evidence", evidence,
        "type", "denial", "by", "ida", "reason", "x").statusCode()).isEqualTo(404);
    assertThat(site.post(path, "type=denial", "Content-Type", "application/x-www-form-urlencoded", "Origin",
        "http://evil.example").statusCode()).isEqualTo(403);
    site.showOnly();
    assertThat(site.get("/document/" + document("Sound")).body()).doesNotContain("data-mark");
    assertThat(site.submit(path, "type", "denial").statusCode()).isEqualTo(403);
  }

  @Test
  void marksWhatAHostileReportSays() throws Exception {
    String path = "/document/" + document("script") + "/claim";
    String body =
        site.get(located(path + "?quote=" + Frame.encoded("Nobody knows who hit the <script>alert('1')"))).body();
    assertThat(body).contains("<mark>Nobody knows who hit the &lt;script").doesNotContain("<script>alert");
  }
}

package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Incidents joined and split on pages.
class RegroupPagesTest {
  private final WritableSite site;

  RegroupPagesTest(@TempDir Path folder) {
    this.site = WritableSite.ofCasebook(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private List<String> incidents() throws Exception {
    List<String> ids = new ArrayList<>();
    site.json("/incidents.json").get("incidents").forEach(one -> ids.add(one.get("id").asString()));
    return ids;
  }

  private String ferry() throws Exception {
    for (JsonNode one : site.json("/incidents.json").get("incidents")) {
      if (one.get("name").asString().contains("Fjordline")) {
        return one.get("id").asString();
      }
    }
    throw new AssertionError("no ferry");
  }

  private HttpResponse<String> regroup(String incident, String... slots) throws Exception {
    return site.submit("/incident/" + incident + "/regroup", slots);
  }

  @Test
  void splitsAReportOffAndUndoes() throws Exception {
    String ferry = ferry();
    assertThat(site.get("/incident/" + ferry).body()).contains("/regroup\">Join or split");
    JsonNode page = site.json("/incident/" + ferry + "/regroup.json");
    assertThat(page.get("accounts").size()).isEqualTo(2);
    assertThat(site.get("/incident/" + ferry + "/regroup").body()).contains("the victim “fjordline booking”",
        "Nobody has joined or split it");
    String part = page.get("accounts").get(1).get("claims").get(0).get("id").asString();
    HttpResponse<String> done = regroup(ferry, "verdict", "apart", "seen", page.get("seen").asString(), "part", part,
        "by", "ida", "reason", "a second <i>break-in</i>");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    assertThat(incidents()).hasSize(3);
    String now = site.get("/incident/" + ferry + "/regroup").body();
    assertThat(now).contains("Kept apart", "a second &lt;i&gt;break-in", "One account tells of it");
    JsonNode apart = site.json("/incident/" + ferry + "/regroup.json");
    regroup(ferry, "verdict", "undone", "seen", apart.get("seen").asString(), "finding",
        apart.get("makeup").get("regrouped").get(0).get("id").asString(), "by", "ida", "reason", "one after all");
    assertThat(incidents()).hasSize(2);
  }

  @Test
  void findsAnotherAndJoins() throws Exception {
    String ferry = ferry();
    assertThat(site.json("/incident/" + ferry + "/regroup.json?q=nobodys+words").get("others").size()).isZero();
    JsonNode page = site.json("/incident/" + ferry + "/regroup.json?q=police");
    assertThat(page.get("others").size()).isEqualTo(1);
    String other = page.get("others").get(0).get("id").asString();
    HttpResponse<String> joined = regroup(ferry, "verdict", "joined", "seen", page.get("seen").asString(), "with",
        other, "by", "ida", "reason", "one night");
    assertThat(joined.statusCode()).as(joined.body()).isEqualTo(303);
    assertThat(incidents()).hasSize(1);
    assertThat(site.get(joined.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "")).body())
        .contains("One operation", "one night");
  }

  @Test
  void tellsWhoWasFaster() throws Exception {
    String ferry = ferry();
    JsonNode page = site.json("/incident/" + ferry + "/regroup.json?q=police");
    String seen = page.get("seen").asString();
    String report = page.get("accounts").get(1).get("document").get("id").asString();
    regroup(ferry, "verdict", "apart", "seen", seen, "part", report, "by", "ida", "reason", "a second one");
    for (String[] late : new String[][] {{"verdict", "joined", "with", page.get("others").get(0).get("id").asString()},
        {"verdict", "apart", "part", report}}) {
      HttpResponse<String> answer = regroup(ferry, late[0], late[1], late[2], late[3], "seen", seen, "by", "per",
          "reason", "mine");
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("REGROUPED_MEANWHILE", "kept apart by ida",
          "href=\"/incident/" + ferry + "/regroup\"");
    }
    assertThat(incidents()).hasSize(3);
  }

  @Test
  void refusesWhatSaysNothing() throws Exception {
    String ferry = ferry();
    String seen = site.json("/incident/" + ferry + "/regroup.json").get("seen").asString();
    String[][] bad = {{"GROUPING_ONE", "verdict", "joined", "with", ferry}, {"GROUPING_INCOMPLETE", "verdict", "apart"},
        {"ACCOUNT_UNKNOWN", "verdict", "apart", "part", "claim--0000"}, {"VERDICT_UNKNOWN", "verdict", "both"},
        {"GROUPING_NONE", "verdict", "undone"}};
    for (String[] one : bad) {
      String[] slots = java.util.stream.Stream.concat(java.util.Arrays.stream(one).skip(1),
          java.util.stream.Stream.of("seen", seen, "by", "ida", "reason", "x")).toArray(String[]::new);
      assertThat(regroup(ferry, slots).body()).contains(one[0]);
    }
    assertThat(regroup(ferry, "verdict", "undone", "by", "ida", "reason", "x").body()).contains("USAGE");
    site.showOnly();
    assertThat(regroup(ferry, "verdict", "undone", "seen", seen).statusCode()).isEqualTo(403);
    assertThat(site.get("/incident/" + ferry + "/regroup").body()).contains("--read-only")
        .doesNotContain("Split off</b");
  }
}

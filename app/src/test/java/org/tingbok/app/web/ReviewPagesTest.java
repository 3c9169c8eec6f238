package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Claims ruled on in pages.
class ReviewPagesTest {
  private final WritableSite site;

  ReviewPagesTest(@TempDir Path folder) {
    this.site = WritableSite.ofCasebook(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return site.get(path);
  }

  private JsonNode json(String path) throws Exception {
    return site.json(path);
  }

  private HttpResponse<String> rule(String claim, String... slots) throws Exception {
    return site.submit("/claim/" + claim + "/ruling", slots);
  }

  private String attribution() throws Exception {
    for (JsonNode item : json("/review.json").get("claims")) {
      if (item.get("claim").get("type").asString().equals("attribution")) {
        return item.get("claim").get("id").asString();
      }
    }
    throw new AssertionError("no attribution waits");
  }

  @Test
  void listsWhatNobodyRuledOnUntilSomebodyDoes() throws Exception {
    int before = json("/review.json").get("claims").size();
    String claim = attribution();
    HttpResponse<String> ruled =
        rule(claim, "verdict", "confirmed", "seen", "0", "by", "ida", "back", "/review?queue=new");
    assertThat(ruled.statusCode()).isEqualTo(303);
    assertThat(ruled.headers().firstValue("Location").orElseThrow()).endsWith("/review?queue=new");
    assertThat(json("/review.json").get("claims").size()).isEqualTo(before - 1);
    assertThat(get("/claim/" + claim).body()).contains("confirmed by ida", "Undo the ruling",
        "Correct it slot by slot");
    rule(claim, "verdict", "undone", "seen", "1", "by", "ida", "reason", "too quick");
    assertThat(json("/review.json").get("claims").size()).isEqualTo(before);
  }

  @Test
  void correctsSlotBySlot() throws Exception {
    String claim = attribution();
    HttpResponse<String> ruled = rule(claim, "verdict", "corrected", "seen", "0", "by", "ida", "reason", "it says so",
        "accused", "Night Crew=threat-actor,NO; Tide Crew", "certainty", "low=may have", "said", "2019-02");
    assertThat(ruled.statusCode()).isEqualTo(303);
    assertThat(ruled.headers().firstValue("Location").orElseThrow()).endsWith("/claim/" + claim);
    JsonNode now = json("/claim/" + claim + ".json").get("claim");
    assertThat(now.get("accused").findValuesAsString("name")).contains("Night Crew", "Tide Crew");
    assertThat(now.get("certainty").get("level").asString()).isEqualTo("low");
    assertThat(rule(claim, "verdict", "corrected", "seen", "1", "by", "ida", "reason", "why", "sponsor", "GRU").body())
        .contains("CORRECTION_SLOT");
  }

  @Test
  void tellsWhoWasFaster() throws Exception {
    String claim = attribution();
    rule(claim, "verdict", "rejected", "seen", "0", "by", "ida", "reason", "a headline");
    HttpResponse<String> late = rule(claim, "verdict", "confirmed", "seen", "0", "by", "per");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("RULED_MEANWHILE", "rejected by ida");
    assertThat(late.body()).contains("href=\"/claim/" + claim + "#correct\"");
    assertThat(get("/claim/" + claim).body()).contains("rejected by ida").doesNotContain("confirmed by per");
  }

  @Test
  void aRejectedClaimOffersUndoAndNothingElse() throws Exception {
    String claim = attribution();
    rule(claim, "verdict", "rejected", "seen", "0", "by", "ida", "reason", "a headline");
    assertThat(get("/claim/" + claim).body()).contains("No longer on record: rejected by ida", "Undo the ruling")
        .doesNotContain("value=\"confirmed\"", "Correct it slot by slot");
    HttpResponse<String> undone = rule(claim, "verdict", "undone", "seen", json("/claim/" + claim + ".json").get("seen")
        .asString(), "by", "ida", "reason", "rash");
    assertThat(undone.statusCode()).isEqualTo(303);
    assertThat(get("/claim/" + claim).body()).doesNotContain("No longer on record").contains("value=\"confirmed\"");
  }

  @Test
  void refusesWhatIsNoRuling() throws Exception {
    String claim = attribution();
    String[][] bad = {{"VERDICT_UNKNOWN", "verdict", "maybe", "seen", "0", "by", "ida"},
        {"RULING_INCOMPLETE", "verdict", "rejected", "seen", "0", "by", "ida", "reason", " "},
        {"RULING_INCOMPLETE", "verdict", "confirmed", "seen", "0", "by", " "},
        {"USAGE", "verdict", "confirmed", "seen", "many", "by", "ida"},
        {"CORRECTION_NONE", "verdict", "corrected", "seen", "0", "by", "ida", "reason", "why"}};
    for (String[] one : bad) {
      HttpResponse<String> answer = rule(claim, java.util.Arrays.copyOfRange(one, 1, one.length));
      assertThat(answer.statusCode()).as(one[0]).isEqualTo(400);
      assertThat(answer.body()).contains(one[0]);
    }
    assertThat(get("/review?queue=all").statusCode()).isEqualTo(400);
    assertThat(rule("claim--none", "verdict", "confirmed", "seen", "0", "by", "ida").statusCode()).isEqualTo(404);
  }

  @Test
  void choosesThoseInDisputes() throws Exception {
    JsonNode disputed = json("/review.json?queue=disputed").get("claims");
    assertThat(disputed.size()).isPositive().isLessThan(json("/review.json").get("claims").size());
  }

  @Test
  void leadsNobodyElsewhereAndTakesNothingFromThere() throws Exception {
    String claim = attribution();
    HttpResponse<String> ruled = rule(claim, "verdict", "confirmed", "seen", "0", "by", "ida", "back",
        "//evil.example/review");
    assertThat(ruled.headers().firstValue("Location").orElseThrow()).endsWith("/claim/" + claim);
    assertThat(site.post("/claim/" + claim + "/ruling", "verdict=rejected&seen=1&by=mallory&reason=x", "Content-Type",
        "application/x-www-form-urlencoded", "Origin", "http://evil.example").statusCode()).isEqualTo(403);
  }

  @Test
  void offersNothingWhereTheLedgerIsOnlyShown() throws Exception {
    site.showOnly();
    assertThat(get("/review").body()).contains("--read-only").doesNotContain("<form class=\"rule\"");
    assertThat(rule(attribution(), "verdict", "confirmed", "seen", "0", "by", "ida").statusCode()).isEqualTo(403);
  }
}

package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.ledger.Act;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.JsonNode;

/// What waits for an analyst, and in which order.
class ReviewQueuesTest {
  private final WritableSite site;

  ReviewQueuesTest(@TempDir Path folder) {
    this.site = WritableSite.ofCasebook(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private long count(String queue) throws Exception {
    for (JsonNode one : site.json("/review.json").get("queues")) {
      if (one.get("queue").asString().equals(queue)) {
        return one.get("count").asLong();
      }
    }
    throw new AssertionError("no queue " + queue);
  }

  private List<String> all(String path) throws Exception {
    List<String> ids = new ArrayList<>();
    JsonNode page = site.json(path);
    while (true) {
      page.get("claims").forEach(item -> ids.add(item.get("claim").get("id").asString()));
      if (!page.has("next")) {
        return ids;
      }
      String bare = path.replaceFirst("[?&]page=.*", "");
      page = site.json(bare + (bare.contains("?") ? "&" : "?") + "page=" + page.get("next").asString());
    }
  }

  /// A report of one undated sentence a claim, in which a group is blamed under its name, or as "the group".
  static Reading report(int claims, Optional<String> model, String accused) {
    StringBuilder text = new StringBuilder();
    List<Evidence> places = new ArrayList<>();
    for (int i = 0; i < claims; i++) {
      String sentence = accused + " opened lock " + i + ", the Lock Office said.";
      places.add(new Evidence(text.length(), text.length() + sentence.length(), sentence));
      text.append(sentence).append("\n\n");
    }
    String sha256 = ContentId.sha256((text + model.toString()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    DocumentId id = DocumentId.of(sha256);
    Document document = new Document(id, "locks-" + claims + ".txt", sha256, "text/plain", text.toString(),
        Optional.of("Locks"), Optional.of("Lock Post"), PartialDate.NOT_STATED, "en", List.of(), false,
        List.of(new Span(0, text.length())));
    Saying saying = new Saying(List.of(new Party("Lock Office", PartyKind.BODY, Optional.empty(), "the Lock Office")),
        Optional.empty(), false, List.of("Lock Post"), Certainty.ASSERTED, PartialDate.day(LocalDate.of(2024, 3, 1)),
        model);
    Party heron = new Party("Grey Heron", PartyKind.THREAT_ACTOR, Optional.of("CN"), accused);
    return new Reading(document, places.stream()
        .map(place -> (Claim) new Claim.Alias(id, saying, heron,
            new Party("Tin Heron", PartyKind.THREAT_ACTOR, Optional.empty(), "Tin Heron"),
            org.tingbok.vocabulary.AliasRelation.SAME, List.of(place)))
        .toList(), List.of());
  }

  @Test
  void eachQueueTellsHowMuchWaitsInIt() throws Exception {
    assertThat(count("new")).isEqualTo(9);
    assertThat(count("unread")).isEqualTo(1);
    assertThat(count("disputed")).isEqualTo(all("/review.json?queue=disputed").size()).isPositive();
    assertThat(count("unsure")).isEqualTo(all("/review.json?queue=unsure").size());
    String claim = all("/review.json").getFirst();
    site.submit("/claim/" + claim + "/ruling", "verdict", "confirmed", "seen", "0", "by", "ida");
    assertThat(count("new")).isEqualTo(8);
    site.submit("/claim/" + claim + "/ruling", "verdict", "rejected", "seen", "1", "by", "ida", "reason", "no");
    assertThat(count("new")).isEqualTo(8);
    assertThat(site.get("/review?queue=unsure").body()).contains("The most doubtful first", "aria-current=\"true\"");
    assertThat(site.get("/review?queue=other").statusCode()).isEqualTo(400);
    assertThat(site.get("/review?queue=unsure&page=bm9uc2Vuc2U").statusCode()).isEqualTo(400);
  }

  @Test
  void theMostDoubtfulLead() throws Exception {
    site.ledger().append(List.of(report(1, Optional.of("some-model"), "The group")));
    site.ledger().append(List.of(report(2, Optional.empty(), "The group")));
    site.ledger().append(List.of(report(3, Optional.empty(), "Grey Heron")));
    JsonNode page = site.json("/review.json?queue=unsure");
    assertThat(page.get("claims").get(0).get("doubts").findValuesAsString("doubt")).containsExactly("model",
        "reference");
    assertThat(page.get("claims").get(1).get("doubts").findValuesAsString("doubt")).containsExactly("reference");
    assertThat(page.get("claims").get(2).get("doubts").findValuesAsString("doubt")).containsExactly("reference");
    assertThat(site.get("/review?queue=unsure").body()).contains("a language model proposed it");
    assertThat(page.get("claims").valueStream().filter(item -> item.get("claim").get("document").get("title").asString()
        .equals("Locks"))).hasSize(3);
  }

  @Test
  void pagesGoOnWhateverColleaguesRuleOnMeanwhile() throws Exception {
    site.ledger().append(List.of(report(50, Optional.of("some-model"), "The group")));
    for (String queue : List.of("new", "unsure")) {
      JsonNode first = site.json("/review.json?queue=" + queue);
      List<String> shown = new ArrayList<>();
      first.get("claims").forEach(item -> shown.add(item.get("claim").get("id").asString()));
      List<String> rest =
          all("/review.json?queue=" + queue + "&page=" + first.get("next").asString());
      assertThat(rest).doesNotContainAnyElementsOf(shown).hasSizeGreaterThan(20);
      // Somebody rules on all of the first page, and on what the second begins with.
      for (String claim : List.of(shown.getFirst(), shown.getLast(), rest.getFirst())) {
        site.submit("/claim/" + claim + "/ruling", "verdict", "rejected", "seen", "0", "by", "per", "reason", "no");
      }
      assertThat(all("/review.json?queue=" + queue + "&page=" + first.get("next").asString()))
          .isEqualTo(rest.subList(1, rest.size()));
    }
  }

  @Test
  void anUnreadSentenceIsSetAside() throws Exception {
    JsonNode sentence = site.json("/review.json?queue=unread").get("unread").get(0);
    assertThat(sentence.get("readable").asString()).startsWith("Whoever sat behind the keyboard");
    String document = sentence.get("document").get("id").asString();
    assertThat(site.get("/review?queue=unread").body()).contains("/document/" + document + "/claim?evidence="
        + sentence.get("start").asInt() + "-");
    String path = "/document/" + document + "/unread";
    assertThat(site.submit(path, "start", "1", "by", "ida", "reason", "x").body()).contains("UNREAD_UNKNOWN");
    String start = sentence.get("start").asString();
    assertThat(site.submit(path, "start", start, "by", "ida", "reason", " ").body()).contains("RULING_INCOMPLETE");
    assertThat(site.submit(path, "start", start, "by", "ida", "reason", "an aside", "back", "/review?queue=unread")
        .headers().firstValue("Location").orElseThrow()).endsWith("/review?queue=unread");
    assertThat(count("unread")).isZero();
    assertThat(site.get("/document/" + document).body()).doesNotContain("Not understood");
    var late = site.submit(path, "start", start, "by", "per", "reason", "mine");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("set aside by ida: an aside", "href=\"/review?queue=unread\"");
  }

  @Test
  void settingASentenceAsideIsTakenBack() throws Exception {
    JsonNode sentence = site.json("/review.json?queue=unread").get("unread").get(0);
    String document = sentence.get("document").get("id").asString();
    String path = "/document/" + document + "/unread";
    String start = sentence.get("start").asString();
    assertThat(site.submit(path, "start", start, "verdict", "undone", "by", "ida", "reason", "x").body())
        .contains("RULING_NONE");
    assertThat(site.submit(path, "start", start, "verdict", "maybe", "by", "ida", "reason", "x").body())
        .contains("VERDICT_UNKNOWN");
    site.submit(path, "start", start, "seen", "0", "verdict", "rejected", "by", "ida", "reason", "an aside");
    assertThat(count("aside")).isEqualTo(1);
    JsonNode aside = site.json("/review.json?queue=aside").get("unread").get(0);
    assertThat(aside.get("id")).isEqualTo(sentence.get("id"));
    assertThat(aside.get("seen").asInt()).isEqualTo(1);
    assertThat(site.get("/review?queue=aside").body()).contains("set aside by ida: an aside", "Take back");
    assertThat(site.get("/document/" + document).body()).contains("1 sentence set aside as no claim",
        "set aside by ida: an aside", "Take back");
    assertThat(site.submit(path, "start", start, "seen", "0", "verdict", "undone", "by", "per", "reason", "x")
        .statusCode()).isEqualTo(409);
    JsonNode back = tools.jackson.databind.json.JsonMapper.shared().readTree(site.post(path,
        WritableSite.form("start", start, "seen", "1", "verdict", "undone", "by", "per", "reason", "it names them"),
        "Content-Type", "application/x-www-form-urlencoded", "Origin", site.address(), "Accept", "application/json")
        .body());
    assertThat(back.get("verdict").asString()).isEqualTo("unread");
    assertThat(back.get("seen").asInt()).isEqualTo(2);
    assertThat(count("aside")).isZero();
    assertThat(count("unread")).isEqualTo(1);
    assertThat(site.get("/document/" + document).body()).contains("Not understood").doesNotContain("Take back");
    assertThat(
        site.submit(path, "start", start, "seen", "1", "verdict", "undone", "by", "ida", "reason", "late").body())
        .contains("RULED_MEANWHILE", "unread again, by per on 22 November 2026: it names them");
    JsonNode page = site.json("/document/" + document + ".json");
    assertThat(page.get("unread").get(0).get("history").findValuesAsString("words")).containsExactly(
        "set aside by ida: an aside", "unread again, by per on 22 November 2026: it names them");
    assertThat(page.get("aside").isEmpty()).isTrue();
  }

  @Test
  void aWatchIsAQueue() throws Exception {
    site.ledger().act(
        List.of(new Act.WatchSet("herons & terns", "--type denial,response --claimant 'Embassy of China in Norway'",
            "ida"), new Act.WatchSet("odd", "--mood sour", "ida")));
    JsonNode page = site.json("/review.json?queue=watch&watch=herons+%26+terns");
    assertThat(page.get("claims").size()).isEqualTo(1);
    assertThat(page.get("claims").get(0).get("claim").get("type").asString()).isEqualTo("denial");
    assertThat(page.get("queues").valueStream().filter(one -> one.get("watch").asString().equals("herons & terns"))
        .map(one -> one.get("count").asInt())).containsExactly(1);
    assertThat(site.get("/review").body()).contains("/review?queue=watch&amp;watch=herons%20%26%20terns",
        "Watch: herons &amp; terns");
    assertThat(site.get("/review?queue=watch&watch=none").statusCode()).isEqualTo(404);
    assertThat(site.get("/review?queue=watch&watch=odd").body()).contains("WATCH_UNREADABLE");
  }
}

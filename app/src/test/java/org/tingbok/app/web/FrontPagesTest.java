package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.analysis.DisputeKind;
import org.tingbok.analysis.Lineage;
import org.tingbok.app.desk.NameRoom;
import org.tingbok.ledger.Ledger;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.InformationCredibility;
import org.tingbok.vocabulary.ResponseKind;
import org.tingbok.vocabulary.SourceReliability;
import tools.jackson.databind.JsonNode;

/// The front page, the matrix, the glossary, and why claims were read so.
class FrontPagesTest {
  private final Site site = new Site(LedgerSource.of(Casebook.ledger()));

  @TempDir
  private Path folder = Path.of("");

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void tellsWhoAccusedWhomLatelyAndWhichDisputesOpened() throws Exception {
    String seen = site.seen("/");
    assertThat(seen).contains("Who accused whom lately", "holds Arctic Tern responsible", "said 18 June 2021",
        "rival accused", "opened 18 June 2021", "Which states accuse which");
    JsonNode page = site.json("/front.json");
    assertThat(page.get("accusations").get(0).get("saidOn").get("from").asString())
        .isGreaterThanOrEqualTo(page.get("accusations").get(1).get("saidOn").get("from").asString());
    assertThat(site.seen("/?as-of=2020-01-01")).contains("Grey Heron").doesNotContain("Arctic Tern");
  }

  @Test
  void tellsWhatIsNewSinceAMomentOfTheAddressOrOfTheCookie() throws Exception {
    int claims = site.json("/front.json?since=2000").get("news").get("claims").asInt();
    assertThat(claims).isEqualTo(site.json("/front.json").get("summary").get("claims").asInt()).isPositive();
    assertThat(site.json("/front.json?since=2026-11-22T08:00:00Z").get("news").get("claims").asInt()).isZero();
    assertThat(site.seen("/?since=2026-11-22T08:00:00Z")).contains("Nothing new");
    assertThat(site.json("/front.json?since=2026-11-22").get("news").get("claims").asInt()).isEqualTo(claims);
    assertThat(site.get("/?since=yesterday").statusCode()).isEqualTo(400);
    // The cookie counts where the address says nothing; one that is no moment counts for nothing.
    assertThat(site.get("/front.json", "Cookie", "looked=2026-11-22T08:00:00Z").body()).contains("\"claims\" : 0");
    assertThat(site.get("/front.json", "Cookie", "looked=<script>").statusCode()).isEqualTo(200);
    assertThat(site.get("/").headers().firstValue("Vary")).contains("Accept, Cookie");
  }

  @Test
  void newsHoldsAsOfAMomentOfRecording() throws Exception {
    assertThat(site.seen("/?as-of-recorded=2020-01-01")).contains("Nothing is on record as of then");
    assertThat(site.seen("/?as-of-recorded=2026-11-22&since=2000")).contains("New on record");
  }

  @Test
  void whoHasLookedIsToldOfWhatComesAfter() throws Exception {
    try (WritableSite writable = WritableSite.ofCasebook(folder)) {
      HttpResponse<String> looked = writable.submit("/looked", "up-to", "2026-11-22T08:00:00Z");
      assertThat(looked.statusCode()).isEqualTo(303);
      assertThat(looked.headers().firstValue("Set-Cookie").orElseThrow()).contains("looked=2026-11-22T08:00:00Z",
          "HttpOnly", "SameSite=Strict");
      assertThat(writable.submit("/looked", "up-to", "tomorrow").statusCode()).isEqualTo(400);
      assertThat(writable.submit("/looked").statusCode()).isEqualTo(400);
      assertThat(writable.post("/looked", "up-to=2026-11-22T08:00:00Z", "Content-Type",
          "application/x-www-form-urlencoded", "Origin", "http://elsewhere.example").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void anEmptyLedgerSaysWhatToDo() throws Exception {
    try (Site empty = new Site(LedgerSource.of(Ledger.inMemory(Casebook.CLOCK)))) {
      assertThat(empty.seen("/")).contains("This ledger is empty", "Add reports", "tingbok add", "tingbok demo");
      assertThat(empty.json("/front.json").get("news").get("claims").asInt()).isZero();
      assertThat(empty.seen("/matrix")).contains("No state or body on record accuses anybody");
    }
  }

  @Test
  void aCellOfTheMatrixLeadsToItsClaims() throws Exception {
    String html = site.page("/matrix");
    List<MatchResult> cells =
        Pattern.compile("class=\"cell\" href=\"([^\"]*)\" aria-label=\"Norway accuses China: ([^\"]*)\"").matcher(html)
            .results().toList();
    assertThat(cells).hasSize(1);
    assertThat(cells.getFirst().group(2)).isEqualTo("1 incident, 1 denied");
    JsonNode claims = site.json(cells.getFirst().group(1).replace("&amp;", "&").replace("/claims?", "/claims.json?"))
        .get("claims");
    assertThat(claims.size()).isPositive();
    claims.forEach(claim -> {
      assertThat(claim.get("type").asString()).isEqualTo("attribution");
      assertThat(claim.get("accused").get(0).get("country").asString()).isEqualTo("CN");
    });
    assertThat(site.seen("/matrix?by=bodies")).contains("Norwegian Police Security Service", "Arctic Tern")
        .doesNotContain("Nordlys Lab");
    assertThat(site.seen("/matrix?years=2019")).contains("No state or body on record accuses anybody in 2019");
    assertThat(site.page("/matrix?years=2021")).contains("said=2021");
    assertThat(site.get("/matrix?years=2021..2019").statusCode()).isEqualTo(400);
    assertThat(site.get("/matrix?by=planets").statusCode()).isEqualTo(400);
  }

  @Test
  void theGlossaryHasEveryWordOfTheLedger() throws Exception {
    Stream<String> words = Stream.of(coded("", ClaimType.values()), coded("certainty: ", CertaintyLevel.values()),
        coded("credibility: ", InformationCredibility.values()), coded("reliability: ", SourceReliability.values()),
        coded("dispute: ", DisputeKind.values()), coded("relation: ", AliasRelation.values()),
        coded("relation: ", AffiliationRelation.values()), coded("response: ", ResponseKind.values()),
        coded("lineage: ", Lineage.values()),
        NameRoom.views(List.of("MITRE ATT&CK", "MISP galaxy", "Microsoft")).stream().map(view -> "view: " + view
            .toLowerCase(Locale.ROOT)),
        Stream.of("happened", "said", "recorded", "frame", "view")).flatMap(each -> each);
    assertThat(words.filter(word -> Glossary.of(word).isEmpty())).isEmpty();
    List<String> ids = Glossary.standard().sections().stream().flatMap(section -> section.entries().stream())
        .map(Glossary.Entry::id).toList();
    String page = site.page("/glossary");
    for (String id : ids) {
      assertThat(page).contains("id=\"" + id + "\"");
    }
    assertThat(site.json("/glossary.json").get("sections").size()).isGreaterThan(5);
  }

  private static <E extends Coded> Stream<String> coded(String kind, E[] values) {
    return Stream.of(values).map(value -> kind + value.code());
  }

  @Test
  void wordsOfTheLedgerHaveTheirMeaningBesideThem() throws Exception {
    String incident = site.json("/incidents.json?q=fjordline").get("incidents").get(0).get("id").asString();
    assertThat(site.page("/incident/" + incident)).contains(
        "href=\"/glossary#attribution\" title=\"somebody is held responsible for an operation\"",
        "href=\"/glossary#dispute-rival-accused\"");
  }

  @Test
  void thePageOfAnIncidentMovesToTheDaysOnWhichSomethingWasSaid() throws Exception {
    String incident = site.json("/incidents.json?q=fjordline").get("incidents").get(0).get("id").asString();
    String page = site.page("/incident/" + incident + "?as-of=2020-01-01");
    assertThat(page).contains("type=\"range\" name=\"day\"", "as-of=2019-02-06", "as-of=2021-06-18");
    assertThat(site.seen("/incident/" + incident + "?day=18262")).contains("By what had been said by 2020-01-01");
  }

  @Test
  void tellsWhatABodyDeniesAndSays() throws Exception {
    assertThat(site.json("/actor/Embassy%20of%20China%20in%20Norway.json").get("denied").size()).isEqualTo(1);
    assertThat(site.seen("/names/PST")).contains("What it said last", "holds Arctic Tern responsible");
  }

  @Test
  void tellsWhyEachClaimWasReadSo() throws Exception {
    String document = site.json("/documents.json").get("documents").get(0).get("id").asString();
    JsonNode page = site.json("/document/" + document + "/reading.json");
    assertThat(page.get("readings").size()).isPositive();
    assertThat(site.seen("/document/" + document + "/reading")).contains("Why each was read so", "frame", "said");
  }
}

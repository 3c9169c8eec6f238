package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tingbok.testkit.Casebook;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.SourceReliability;
import tools.jackson.databind.JsonNode;

/// Origins, time lines, disputes and grades on pages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoriesOnPagesTest {
  private final Site site = new Site(LedgerSource.of(ledger()));
  private String incident = "";

  private static Ledger ledger() {
    Ledger ledger = Casebook.ledger();
    ledger.append(List.of(Casebook.reprint()));
    ledger.act(List.of(new Act.Graded("Nordlys Lab", Optional.of(SourceReliability.B), "its <b>record</b>", "desk",
        LocalDate.parse("2022-01-01"))));
    return ledger;
  }

  @BeforeAll
  void findTheIncident() throws Exception {
    incident = site.json("/incidents.json?q=fjordline").get("incidents").get(0).get("id").asString();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  @Test
  void countsOriginsBesideEveryClaimOfAnIncident() throws Exception {
    JsonNode page = site.json("/incident/" + incident + ".json");
    assertThat(page.get("origins").size()).isEqualTo(page.get("newestFirst").size());
    String html = site.page("/incident/" + incident);
    for (JsonNode claim : page.get("newestFirst")) {
      String id = claim.get("id").asString();
      String words = page.get("origins").get(id).asString();
      assertThat(words).startsWith("origins: ");
      assertThat(html).contains("href=\"/claim/" + id + "/origins\">" + words + "</a>");
    }
    assertThat(site.seen("/incident/" + incident)).contains("origins: 1 (of 2 reports)");
  }

  @Test
  void followsAClaimToWhereItWasFirstSaid() throws Exception {
    JsonNode origins = site.json("/incident/" + incident + "/origins.json");
    String claim = origins.get("matters").findValue("claim").asString();
    String seen = site.seen("/incident/" + incident + "/origins?as-of=2023");
    assertThat(seen).contains("Grey Heron is accused", "Arctic Tern is accused", "origins: 1 (of 2 reports)",
        "Credibility", "graded B", "Radio North");
    assertThat(site.json("/claim/" + claim + "/origins.json").get("claim").get("id").asString()).isEqualTo(claim);
    assertThat(site.sentOn("/claim/" + Frame.digits(claim).substring(0, 8) + "/origins?as-of=2023"))
        .isEqualTo("/claim/" + claim + "/origins?as-of=2023-12-31");
    assertThat(site.sentOn("/incident/fjordline/origins")).isEqualTo("/incident/" + incident + "/origins");
    assertThat(site.seen("/incident/" + incident + "/origins?as-of=2020")).doesNotContain("Arctic Tern");
  }

  @Test
  void drawsAnIncidentsTimeInLanes() throws Exception {
    String page = site.page("/incident/" + incident + "/timeline");
    assertThat(page).contains(">happened</h3>", ">to Grey Heron</h3>", ">to Arctic Tern</h3>", ">denied</h3>",
        ">answered</h3>", "<circle");
    assertThat(page.indexOf(">happened</h3>")).isLessThan(page.indexOf(">to Grey Heron</h3>"));
    assertThat(page.indexOf(">to Grey Heron</h3>")).isLessThan(page.indexOf(">denied</h3>"));
    assertThat(site.seen("/incident/" + incident + "/timeline")).contains(
        "From the deed to the first attribution 6 February 2019", "days after the deed", "and 1 more in copies",
        "Who agrees with whom");
    assertThat(site.page("/incident/" + incident + "/timeline?as-of=2020")).doesNotContain(">to Arctic Tern</h3>");
  }

  @Test
  void drawsAnActorsTimeByWhoAccuses() throws Exception {
    assertThat(site.page("/actor/Arctic%20Tern/timeline")).contains(">by Norwegian Police Security Service</h3>",
        ">names and sponsors</h3>", "class=\"mark bound hedged\"");
    assertThat(site.sentOn("/actor/tern/timeline")).isEqualTo("/actor/Arctic%20Tern/timeline");
    assertThat(site.page("/actor/Arctic%20Tern")).contains("href=\"/actor/Arctic%20Tern/timeline\"");
  }

  @Test
  void tellsWhatIsBetweenTwoStates() throws Exception {
    assertThat(site.seen("/between")).contains("Norway China 1 18 June 2021");
    assertThat(site.json("/between.json").get("pairs").get(0).get("other").asString()).isEqualTo("CN");
    assertThat(site.sentOn("/between?one=Norway&other=china&as-of=2022-01-01&view="))
        .isEqualTo("/between/NO/CN?as-of=2022-01-01");
    assertThat(site.sentOn("/between/norway/CN.json")).isEqualTo("/between/NO/CN.json");
    assertThat(site.seen("/between/NO/CN")).contains("between Norway and China", "denied", "answered");
    assertThat(site.json("/between/NO/CN.json").get("of").asString()).isEqualTo("between Norway and China");
    assertThat(site.get("/between/NO/CN?as-of=2010").statusCode()).isEqualTo(404);
    assertThat(site.get("/between/Nowhereland/CN").body()).contains("STATE_UNKNOWN");
  }

  @Test
  void tellsDisputesInWordsWithTheirDays() throws Exception {
    assertThat(site.seen("/disputes")).contains("They differ at the level of groups.", "opened 18 June 2021");
    String id = site.json("/disputes.json").get("disputes").get(0).get("id").asString();
    assertThat(site.page("/disputes")).contains("href=\"/dispute/" + id + "\"");
    assertThat(site.seen("/dispute/" + id)).contains("Grey Heron is accused · Arctic Tern is accused");
    assertThat(site.json("/dispute/" + id + ".json").get("sides").size()).isEqualTo(2);
    assertThat(site.sentOn("/dispute/" + Frame.digits(id).substring(0, 9))).isEqualTo("/dispute/" + id);
    assertThat(site.get("/dispute/dispute--00000000").statusCode()).isEqualTo(404);
  }

  @Test
  void tellsHowSourcesAreGraded() throws Exception {
    assertThat(site.seen("/sources")).contains("Nordlys Lab B, usually reliable", "1 January 2022 B by desk");
    assertThat(site.page("/sources")).contains("its &lt;b&gt;record");
    assertThat(site.seen("/sources?as-of=2020")).contains("No source is graded as of that day");
    assertThat(site.json("/sources.json").get("grades").get(0).get("reliability").asString()).isEqualTo("B");
  }

  @Test
  void leadsFromAnAccountToItsIncident() throws Exception {
    JsonNode claim = site.json("/claims.json?type=denial").get("claims").get(0);
    assertThat(site.sentOn("/incident/" + claim.get("incident").get("id").asString()))
        .isEqualTo("/incident/" + incident);
  }
}

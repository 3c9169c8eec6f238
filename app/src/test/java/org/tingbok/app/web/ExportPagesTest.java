package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.SourceReliability;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pages taken away, printed and cited.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportPagesTest {
  private static final Pattern OFFERED = Pattern.compile("href=\"([^\"]*)\" download");
  private final Site site = new Site(LedgerSource.of(ledger()));
  private String incident = "";
  private String claim = "";
  private String document = "";

  private static Ledger ledger() {
    Ledger ledger = Casebook.ledger();
    ledger.append(List.of(Casebook.reprint()));
    ledger.act(List.of(new Act.Graded("Nordlys Lab", Optional.of(SourceReliability.B), "=its record", "desk",
        LocalDate.parse("2022-01-01"))));
    return ledger;
  }

  @BeforeAll
  void findThings() throws Exception {
    JsonNode denial = site.json("/claims.json?type=denial").get("claims").get(0);
    incident = site.json("/incidents.json?q=fjordline").get("incidents").get(0).get("id").asString();
    claim = denial.get("id").asString();
    document = denial.get("document").get("id").asString();
  }

  @AfterAll
  void stop() {
    site.close();
  }

  private String body(String path) throws Exception {
    HttpResponse<String> response = site.get(path);
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return response.body();
  }

  private List<String> offered(String page) throws Exception {
    return OFFERED.matcher(site.page(page)).results().map(found -> found.group(1).replace("&amp;", "&"))
        .filter(path -> !path.equals("")).toList();
  }

  @Test
  void everyPageOffersWhatCanBeFetched() throws Exception {
    String dispute = site.json("/disputes.json").get("disputes").get(0).get("id").asString();
    for (String page : List.of("/incidents", "/incidents?q=fjordline", "/claims?type=denial&type=response",
        "/search?q=fairy",
        "/incident/" + incident, "/incident/" + incident + "/origins", "/incident/" + incident + "/timeline",
        "/actor/Grey%20Heron", "/actor/Grey%20Heron/timeline", "/document/" + document, "/claim/" + claim,
        "/claim/" + claim + "/origins", "/disputes", "/dispute/" + dispute, "/between", "/between/NO/CN", "/names",
        "/actors", "/documents", "/sources", "/incident/" + incident + "?as-of=2020&view=all")) {
      List<String> offered = offered(page);
      assertThat(offered).as(page).hasSizeGreaterThan(2);
      for (String path : offered) {
        HttpResponse<String> response = site.get(path);
        assertThat(response.statusCode()).as(path + " of " + page + ": " + response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        if (path.contains(".json")) {
          JsonMapper.shared().readTree(response.body());
        }
        if (!path.matches(".*(?<!stix|misp|contract)\\.json.*")) {
          assertThat(response.headers().firstValue("Content-Disposition").orElseThrow()).as(path)
              .matches(
                  "attachment; filename=\"tingbok-[a-z0-9-]+\\.(stix\\.json|misp\\.json|contract\\.json|csv|md)\"");
        }
      }
    }
  }

  @Test
  void keepsWhatIsAskedTheDayAndTheView() throws Exception {
    assertThat(offered("/claims?accused=Arctic+Tern&as-of=2022-01-01&view=all")).contains(
        "/claims.stix.json?accused=Arctic%20Tern&as-of=2022-01-01&view=all",
        "/claims.csv?accused=Arctic%20Tern&as-of=2022-01-01&view=all");
    assertThat(body("/claims.csv").lines().filter(line -> line.startsWith("claim--"))).hasSizeGreaterThan(9);
    assertThat(body("/claims.csv?type=denial").lines().filter(line -> line.startsWith("claim--"))).hasSize(2);
    assertThat(body("/claims.csv?type=denial&as-of=2020").lines()).hasSize(1);
    assertThat(body("/incident/" + incident + ".csv?as-of=2020").lines().filter(line -> line.startsWith("claim--")))
        .hasSize(2);
  }

  @Test
  void theSameClaimHasTheSameIdsFromEveryPage() throws Exception {
    TreeSet<String> ids = new TreeSet<>();
    JsonMapper.shared().readTree(body("/claims.stix.json")).path("objects")
        .forEach(object -> ids.add(object.path("id").asString()));
    for (String path : List.of("/incident/" + incident, "/claim/" + claim, "/document/" + document,
        "/actor/Grey%20Heron",
        "/disputes", "/between/NO/CN")) {
      JsonMapper.shared().readTree(body(path + ".stix.json")).path("objects")
          .forEach(object -> assertThat(ids).as(path).contains(object.path("id").asString()));
    }
    assertThat(body("/claims.stix.json")).isEqualTo(body("/claims.stix.json"));
  }

  @Test
  void aBriefQuotesWhatItSays() throws Exception {
    for (String path : List.of("/incident/" + incident, "/actor/Arctic%20Tern", "/between/NO/CN")) {
      String seen = site.seen(path + "/brief");
      assertThat(seen).contains("Evidence", "The group Arctic Tern broke into Fjordline Booking in 2018");
      String html = site.page(path + "/brief");
      Matcher notes = Pattern.compile("href=\"#(n\\d+)\"").matcher(html);
      assertThat(notes.results().map(found -> found.group(1))).isNotEmpty()
          .allSatisfy(note -> assertThat(html).contains("id=\"" + note + "\""));
      assertThat(site.page(path)).contains("href=\"" + path + "/brief\">Brief to print");
    }
    assertThat(site.seen("/incident/" + incident + "/brief?as-of=2020")).contains("By what had been said by 2020-12-31")
        .doesNotContain("Arctic Tern");
    assertThat(body("/incident/" + incident + ".md")).contains("| Who | by whom |", "[^1]: ");
  }

  @Test
  void whatAReportSaysIsNoMarkup() throws Exception {
    String hostile = site.json("/claims.json?type=non-attribution").get("claims").get(0).get("incident").get("id")
        .asString();
    for (String path : List.of("/incident/" + hostile + "/brief", "/incident/" + hostile + ".md")) {
      assertThat(body(path)).contains("alert").doesNotContain("<script>alert", "<img");
    }
    String claims = site.json("/claims.json?type=non-attribution").get("claims").get(0).get("id").asString();
    assertThat(site.page("/claim/" + claims)).doesNotContain("<script>alert", "<img");
    assertThat(body("/sources.csv")).contains("'=its record");
  }

  @Test
  void claimsAndDocumentsAreCited() throws Exception {
    assertThat(site.seen("/claim/" + claim)).contains("BibTeX", "CSL-JSON",
        "The Embassy of China in Norway called the accusation a fairy tale.”", "@misc{thenarrows2021-");
    assertThat(site.seen("/document/" + document)).contains("@misc{thenarrows2021-");
    assertThat(body("/cite.js")).contains("clipboard");
  }

  @Test
  void whatIsNotThereIsRefused() throws Exception {
    for (String path : List.of("/incident/nothing-like-it.stix.json", "/nonsense.csv", "/review.csv",
        "/sources.stix.json",
        "/incident/" + incident + "/nonsense.md", "/claim/claim--0.misp.json")) {
      assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(site.get("/claims.csv?type=nonsense").statusCode()).isEqualTo(400);
    assertThat(site.get("/search.csv").statusCode()).isEqualTo(400);
    assertThat(site.get("/claims.csv?as-of=2021-13").statusCode()).isEqualTo(400);
  }

  @Test
  void theFeedOfMispHasEveryEventThatItsManifestLists() throws Exception {
    JsonNode manifest = JsonMapper.shared().readTree(body("/misp-feed/manifest.json"));
    assertThat(manifest).isNotEmpty();
    for (String uuid : manifest.propertyNames()) {
      JsonNode event = JsonMapper.shared().readTree(body("/misp-feed/" + uuid + ".json")).path("Event");
      assertThat(event.path("uuid").asString()).isEqualTo(uuid);
      assertThat(event.path("timestamp")).isEqualTo(manifest.path(uuid).path("timestamp"));
      assertThat(body("/misp-feed/hashes.csv")).contains("," + uuid);
    }
    HttpResponse<String> first = site.get("/misp-feed/manifest.json");
    assertThat(first.headers().firstValue("content-type")).hasValue("application/json;charset=utf-8");
    String tag = first.headers().firstValue("etag").orElseThrow();
    assertThat(site.get("/misp-feed/manifest.json", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(site.get("/misp-feed/nothing.json").statusCode()).isEqualTo(404);
  }
}

package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.testkit.Casebook;
import org.tingbok.claim.Decision;
import org.tingbok.exchange.names.ListKind;
import org.tingbok.exchange.names.ListOrder;
import org.tingbok.exchange.names.ListReader;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Names on the pages: drawn, in a table, as of a day and under a view.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesOnPagesTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server = WebServer.start(LedgerSource.of(ledger()), Optional.of(0));

  private static Ledger ledger() {
    Ledger ledger = Casebook.ledger();
    list(ledger, ListKind.MISP, "2026-08-01", """
        {"type": "threat-actor", "values": [
         {"value": "Grey Heron", "uuid": "1", "meta": {"synonyms": ["UNC9077", "Arctic Tern", "<script>alert(1)</script>"]},
          "related": [{"dest-uuid": "2", "type": "similar",
            "tags": ["estimative-language:likelihood-probability=\\"likely\\""]}]},
         {"value": "Pewter Gull", "uuid": "2"}]}""");
    list(ledger, ListKind.MICROSOFT, "2026-08-20", """
        [{"Threat actor name": "Amber Fjord", "Other names": "Grey Heron"},
         {"Threat actor name": "Pewter Fjord", "Other names": "UNC9077"}]""");
    ledger.append(new Decision("Grey Heron", "Pewter Gull", Verdict.DISTINCT, "two \"crews\"", "ida",
        LocalDate.parse("2026-09-01")));
    return ledger;
  }

  private static void list(Ledger ledger, ListKind kind, String day, String content) {
    ledger.append(ListReader.read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
        new ListOrder(kind, "list", LocalDate.parse(day), Optional.empty(), Optional.empty(), Optional.empty())),
        false);
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String page(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  @Test
  void drawsACurveForEachClaimByWhoSaysSo() throws Exception {
    String page = page("/actor/Grey%20Heron");
    assertThat(page).contains("<svg class=\"wide\"", "<svg class=\"narrow\"", "MISP galaxy: Grey Heron is the same as",
        "Microsoft: Grey Heron is not UNC9077", "ida: Grey Heron is not Pewter Gull");
    assertThat(page).containsPattern("class=\"edge c\\d denied\"").containsPattern("class=\"edge c\\d hedged\"");
    assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(page).contains("<th scope=\"col\">Dissent</th>", "another actor, Pewter Fjord", "two");
  }

  /// A picture has no children for who cannot see it; these have links.
  @Test
  void theDrawingIsAGroupOfLinks() throws Exception {
    assertThat(page("/actor/Grey%20Heron")).containsPattern("<svg class=\"wide\"[^>]* role=\"group\" aria-label=")
        .doesNotContain("role=\"img\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/claims", "/search?q=ferry"})
  void questionsOfferTheViewsOfTheListsToo(String path) throws Exception {
    assertThat(page(path)).contains("<option value=\"microsoft\"", "<option value=\"misp\"");
  }

  @Test
  void fieldsTakeABodyUnderAnyName() throws Exception {
    assertThat(page("/claims?claimant=PST")).contains("Arctic Tern broke into Fjordline Booking");
    assertThat(page("/names/PST")).contains("says something in", "What it says");
    assertThat(get("/between/NO/XX").body()).contains("STATE_UNKNOWN");
  }

  @Test
  void asksAsOfADayBySliderOrByDate() throws Exception {
    long day = LocalDate.parse("2026-08-10").toEpochDay();
    String bySlider = page("/actor/Grey%20Heron?day=" + day);
    assertThat(bySlider).contains("MISP galaxy", "2026-08-10").doesNotContain("Amber Fjord", "ida: Grey Heron");
    assertThat(page("/actor/Grey%20Heron?as-of=2026-08-10")).isEqualTo(bySlider);
    assertThat(bySlider).contains("type=\"range\" name=\"day\"", "How views on its names differ",
        "href=\"/actor/Grey%20Heron?as-of=2026-08-10&amp;view=misp\"");
  }

  @Test
  void drawsTheLadderAsOfADayAndUnderAView() throws Exception {
    String page = page("/actor/Arctic%20Tern?view=none");
    assertThat(page).contains("<ol class=\"ladder\">", "<p class=\"level\">agency</p>",
        "<details class=\"saying hedged\">",
        "Nobody on record says which.", "Embassy of China in Norway",
        "/actor/Ministry%20of%20State%20Security?view=none");
    assertThat(page("/actor/Grey%20Heron?view=misp")).as("one by that list").contains("<p class=\"level\">agency</p>");
    assertThat(page("/actor/Grey%20Heron?view=microsoft")).doesNotContain("class=\"ladder\"");
    assertThat(page("/actor/Grey%20Heron?view=misp&as-of=2020-01-01")).doesNotContain("class=\"ladder\"");
  }

  @Test
  void keepsTheViewInLinksAndForms() throws Exception {
    String page = page("/incidents?view=misp");
    assertThat(page).contains("/actors?view=misp", "<option value=\"misp\" selected>");
    assertThat(page("/actor/Grey%20Heron?view=misp&as-of=2026-08-10")).contains("?as-of=2026-08-10&amp;view=misp");
    assertThat(page("/actors?view=misp")).contains("UNC9077");
    assertThat(get("/actor/Grey%20Heron?view=nobody").statusCode()).isEqualTo(400);
    assertThat(get("/actor/Grey%20Heron?view=only:").body()).contains("VIEW_UNREADABLE");
  }

  @Test
  void changesNoDataByAskingUnderAnotherView() throws Exception {
    String before = page("/actor/Grey%20Heron.json");
    for (String view : new String[] {"misp", "microsoft", "none", "all", "2-origins", "any%2Boverlap"}) {
      page("/actor/Grey%20Heron.json?view=" + view);
    }
    assertThat(page("/actor/Grey%20Heron.json")).isEqualTo(before);
  }

  @Test
  void tellsOfANameNobodySpeaksOfWhatIsKnownAndInferred() throws Exception {
    assertThat(page("/names/Mauve%20Typhoon")).isEqualTo(page("/actor/Mauve%20Typhoon")).contains(
        "probably Microsoft; by its convention a named group of China", "inferred", "Nobody on record speaks of it");
    assertThat(page("/actor/Earth%20Zhulong")).contains("A name of 1937CN", "not from the ledger", "Trend Micro");
    assertThat(page("/names/CESG")).contains("merged into", "1 October 2016", "href=\"/names/GCHQ\"");
    assertThat(page("/names/CESG?as-of=2015-01-01")).doesNotContain("merged into");
    assertThat(page("/names/Auswärtiges%20Amt".replace("ä", "%C3%A4"))).contains("Annalena Baerbock, 8 December 2021");
    JsonNode json = JsonMapper.builder().build().readTree(page("/actor/Mauve%20Typhoon.json"));
    assertThat(json.get("knowledge").get("inferred").asBoolean()).isTrue();
    assertThat(get("/names/nothing%20known").statusCode()).isEqualTo(404);
    assertThat(get("/actor/nothing%20known").statusCode()).isEqualTo(404);
    assertThat(page("/actor/heron")).contains("<h1>Grey Heron");
  }

  @Test
  void listsAllNamesWithWhatWasImported() throws Exception {
    assertThat(page("/names")).contains("<h1>Names</h1>", "misp/threat-actor", "microsoft/mapping",
        "/actor/Pewter%20Gull#names", "aria-current=\"page\">Names</a>",
        "Grey Heron and Pewter Gull: distinct, by ida on 2026-09-01: two");
    assertThat(page("/names?q=gull")).contains("Pewter Gull").doesNotContain("Amber Fjord");
    assertThat(page("/names?q=nothing+known")).contains("No name on record fits", "/names/nothing%20known");
    assertThat(get("/names?name=Mauve%20Typhoon").headers().firstValue("Location")).contains("/names/Mauve%20Typhoon");
    JsonNode index = JsonMapper.builder().build().readTree(page("/names.json?q=gull&view=misp"));
    assertThat(index.get("lists").size()).isEqualTo(2);
    assertThat(index.get("actors").get(0).get("name").asString()).isEqualTo("Pewter Gull");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/names/Grey%20Heron", "/names/grey+heron", "/names/GREY_HERON", "/names/Grey%20Heron/",
      "/names/grey/heron"})
  void findsANameHoweverItsAddressIsWritten(String path) throws Exception {
    assertThat(get(path).headers().firstValue("Location")).as(path).contains("/actor/Grey%20Heron#names");
  }

  @Test
  void tellsOverlapsAndUndatedListsAndNarrowsContradictions() throws Exception {
    assertThat(page("/actor/Grey%20Heron")).contains("Grey Heron overlaps with Pewter Gull", "<q>likely</q>",
        "edition of <time", "/contradictions?name=Grey+Heron", "is a name of several");
    assertThat(page("/contradictions?name=UNC9077")).contains("with a name of <a", "Those of all names");
    assertThat(get("/contradictions?name=nobody").statusCode()).isEqualTo(404);
    assertThat(page("/names/Russian%20embassy%20in%20Oslo")).contains("embassy of Russia in Oslo (Norway)",
        "told by its <strong>words</strong>");
    assertThat(page("/names/Flash%20Flood")).contains("no actor's name, though it has the shape of one");
  }

  @Test
  void aLedgerOfListsIsNotEmpty() throws Exception {
    Ledger lists = Ledger.inMemory(Casebook.CLOCK);
    list(lists, ListKind.MICROSOFT, "2026-08-20",
        "[{\"Threat actor name\": \"Amber Fjord\", \"Other names\": \"Tarn\"}]");
    WebServer other = WebServer.start(LedgerSource.of(lists), Optional.of(0));
    try {
      String page = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + other.port() + "/")).build(),
          HttpResponse.BodyHandlers.ofString()).body();
      assertThat(page).contains("No report is on record", "lists give 2 names to actors")
          .doesNotContain("Nothing is on");
    } finally {
      other.close();
    }
  }

  @Test
  void hasJsonTwins() throws Exception {
    JsonMapper mapper = JsonMapper.builder().build();
    JsonNode names = mapper.readTree(page("/names/UNC9077.json?view=misp"));
    assertThat(names.get("names").size()).isEqualTo(4);
    assertThat(names.get("links").get(0).get("claimants").size()).isEqualTo(1);
    JsonNode actor = mapper.readTree(page("/actor/Grey%20Heron.json?view=misp"));
    assertThat(actor.get("view").asString()).isEqualTo("misp");
    assertThat(actor.get("roles").size()).isEqualTo(1);
    assertThat(actor.get("whoSaysSo").get("name").asString()).isEqualTo("Grey Heron");
    assertThat(mapper.readTree(page("/contradictions.json")).get("contradicted").asInt()).isEqualTo(1);
    assertThat(page("/contradictions")).contains("1 of", "Grey Heron", "kept apart");
    assertThat(get("/names/UNC9077").statusCode()).isEqualTo(302);
    assertThat(get("/names/nothing.json").statusCode()).isEqualTo(404);
  }
}

package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tingbok.testkit.Casebook;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.ledger.Ledger;
import tools.jackson.databind.JsonNode;

/// Claims for which conditions hold, and words in documents and quotes, on pages.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsOnPagesTest {
  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");
  private static final Set<String> WHOLE = Set.of("asOf", "readings");
  private final Site site = new Site(LedgerSource.of(Casebook.ledger()));

  @AfterAll
  void stop() {
    site.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<String> types(String query) throws Exception {
    List<String> types = new ArrayList<>();
    site.json("/claims.json" + query).get("claims").forEach(claim -> types.add(claim.get("type").asString()));
    return types;
  }

  @Test
  void asksEveryConditionOfTheCommand() throws Exception {
    String form = site.page("/claims");
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      assertThat(form).contains("name=\"" + slot.code() + "\"");
    }
    assertThat(types("?accused=Arctic+Tern")).containsExactly("attribution");
    assertThat(types("?type=denial&type=response")).containsExactlyInAnyOrder("denial", "response");
    assertThat(types("?type=denial,response")).containsExactlyInAnyOrder("denial", "response");
    assertThat(types("?claimant=Nordlys+Lab&said=..2019")).containsExactly("attribution");
    assertThat(types("?certainty=moderate")).containsExactly("affiliation");
    assertThat(types("?state=China")).containsExactly("denial");
    assertThat(types("?accused-state=CN&claimant-kind=body")).containsExactly("attribution");
    assertThat(types("?victim-state=DK")).containsExactly("non-attribution");
    assertThat(types("?quote=%22fairy+tale%22")).containsExactly("denial");
    assertThat(types("?incident=fjordline&type=method")).containsExactly("method");
    assertThat(types("?recorded=..2020")).isEmpty();
    assertThat(types("?as-of-recorded=2020")).isEmpty();
    assertThat(types("?type=attribution&as-of=2020")).containsExactly("attribution");
    assertThat(types("?accused=Arctic+Tern&view=all")).contains("attribution");
  }

  @Test
  void asksOfAnIncidentByItsIdAndOfADocument() throws Exception {
    String incident = site.json("/incidents.json?q=fjordline").get("incidents").get(0).get("id").asString();
    assertThat(types("?type=attribution&incident=" + incident)).containsExactly("attribution", "attribution");
    String document = site.json("/claims.json?type=denial").get("claims").get(0).get("document").get("id").asString();
    assertThat(types("?document=" + document)).hasSize(6);
  }

  @Test
  void keepsWhatWasAskedInTheFormAndTheAddress() throws Exception {
    String page = site.page("/claims?accused=Arctic+Tern&type=attribution&state=Norway&as-of=2022-01-01&view=all");
    assertThat(page).contains("name=\"accused\" value=\"Arctic Tern\"", "value=\"attribution\" checked",
        "in use: state Norway", "name=\"state\" value=\"Norway\"");
    assertThat(page).contains(
        "/claims.json?accused=Arctic%20Tern&amp;type=attribution&amp;state=Norway&amp;as-of=2022-01-01&amp;view=all");
    assertThat(page).contains(
        "<span class=\"address\">/claims?accused=Arctic%20Tern&amp;type=attribution&amp;state=Norway&amp;as-of="
            + "2022-01-01&amp;view=all</span>");
    assertThat(site.sentOn("/claims?accused=Arctic+Tern&quote=&type=attribution&order=&as-of=&view=all"))
        .isEqualTo("/claims?accused=Arctic%20Tern&type=attribution&view=all");
    assertThat(site.page("/claims")).doesNotContain("in use");
  }

  @Test
  void goesThroughAllPagesOnceWithACursor() throws Exception {
    List<String> seen = new ArrayList<>();
    String path = "/claims?size=2";
    while (!path.isEmpty()) {
      site.json(path.replace("/claims?", "/claims.json?")).get("claims")
          .forEach(claim -> seen.add(claim.get("id").asString()));
      Matcher next = NEXT.matcher(site.page(path));
      path = next.find() ? next.group(1).replace("&amp;", "&") : "";
    }
    List<String> all = new ArrayList<>();
    site.json("/claims.json").get("claims").forEach(claim -> all.add(claim.get("id").asString()));
    assertThat(seen).isEqualTo(all).hasSize(9);
    assertThat(site.seen("/claims?size=2")).contains("2 claims on this page", "Count them all");
    assertThat(site.seen("/claims?size=2&count=yes")).contains("9 claims in all");
    assertThat(site.json("/claims.json?size=2&count=yes").get("count").asInt()).isEqualTo(9);
  }

  @Test
  void tellsWhatIsWrongBesideTheForm() throws Exception {
    for (String[] wrong : new String[][] {{"type=rumour", "USAGE: type 'rumour'"}, {"said=soon", "RANGE_UNREADABLE"},
        {"state=Nowhereland", "STATE_UNKNOWN"}, {"order=best-of", "USAGE: order 'best-of'"},
        {"page=here", "CURSOR_UNREADABLE"}, {"size=5000", "PAGE_SIZE"}, {"size=many", "PAGE_SIZE"}}) {
      var answer = site.get("/claims?accused=Arctic+Tern&" + wrong[0]);
      assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(400);
      assertThat(answer.body().replace("&#39;", "'")).contains("role=\"alert\"", wrong[1],
          "name=\"accused\" value=\"Arctic Tern\"");
      var twin = site.get("/claims.json?" + wrong[0]);
      assertThat(twin.statusCode()).isEqualTo(400);
      assertThat(twin.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }
    assertThat(site.get("/claims?victim=" + "x".repeat(500)).statusCode()).isEqualTo(400);
    assertThat(site.get("/search?q=-").statusCode()).isEqualTo(400);
    assertThat(site.get("/search?q=heron&in=titles").statusCode()).isEqualTo(400);
    assertThat(site.get("/search?q=heron&page=x").statusCode()).isEqualTo(400);
  }

  @Test
  void lightsUpTheWordsFoundInDocumentsAndQuotes() throws Exception {
    String page = site.page("/search?q=servers");
    assertThat(page).contains("In documents", "In quotes of claims", "<mark>servers</mark>",
        "name=\"q\" value=\"servers\"");
    assertThat(site.page("/search?q=servers&in=quotes")).doesNotContain("In documents")
        .contains("<mark>servers</mark>");
    assertThat(site.seen("/search?q=servers&published=..2020")).doesNotContain("In documents");
    assertThat(site.seen("/search?q=heron&publisher=Harbour+Gazette"))
        .contains("Booking system of ferry line was entered")
        .doesNotContain("Service names a second group");
    assertThat(site.seen("/search?q=unheard")).contains("Neither a document nor a quote");
    JsonNode found = site.json("/search.json?q=servers");
    assertThat(found.get("documents").get(0).get("excerpt").get("marks").size()).isEqualTo(1);
    assertThat(site.json("/search.json").isEmpty()).isTrue();
  }

  @Test
  void goesOnInOneOfTheTwo() throws Exception {
    String page = site.page("/search?q=heron&size=1&as-of=2022");
    Matcher next = NEXT.matcher(page);
    assertThat(next.find()).isTrue();
    String further = next.group(1).replace("&amp;", "&");
    assertThat(further).startsWith("/search?q=heron&size=1&in=quotes&page=").endsWith("&as-of=2022-12-31");
    assertThat(site.page(further)).isNotEqualTo(page).contains("<mark>", "In quotes of").doesNotContain("In documents");
  }

  @Test
  void escapesWhatIsAskedAndWhatIsFound() throws Exception {
    String hostile = encoded("\"><script>alert(1)</script>");
    for (String path : List.of("/claims?accused=" + hostile, "/claims?order=" + hostile, "/claims?quote=" + hostile,
        "/claims?page=" + hostile, "/search?q=" + hostile, "/search?q=alert&in=" + hostile, "/search?q=script+alert",
        "/claims?quote=script", "/between?one=" + hostile + "&other=NO")) {
      assertThat(site.get(path).body()).as(path).doesNotContain("<script", "<img");
    }
    assertThat(site.page("/search?q=script")).contains("&lt;<mark>script</mark>&gt;");
  }

  @Test
  void readsNoMoreThanTheAnswer() throws Exception {
    Ledger ledger = Casebook.ledger();
    Ledger guarded = (Ledger) Proxy.newProxyInstance(Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class},
        (_, method, arguments) -> {
          if (WHOLE.contains(method.getName())) {
            throw new IllegalStateException("the whole ledger was read by " + method.getName());
          }
          return method.invoke(ledger, arguments);
        });
    try (Site strict = new Site(LedgerSource.of(guarded))) {
      for (String path : List.of("/claims", "/claims?accused=Arctic+Tern", "/claims?quote=tale&incident=fjordline",
          "/search?q=heron")) {
        assertThat(strict.get(path).statusCode()).as(path).isEqualTo(200);
      }
      assertThat(strict.get("/").statusCode()).as("which the front page does").isEqualTo(500);
    }
  }

  @Test
  void everyPageAnswersAsOfAMomentOfRecording() throws Exception {
    assertThat(site.json("/incidents.json?as-of-recorded=2020-01-01").get("incidents").size()).isZero();
    assertThat(site.json("/incidents.json?as-of-recorded=2026-11-22").get("incidents").size()).isEqualTo(2);
    assertThat(site.json("/disputes.json?as-of-recorded=2020-01-01").get("disputes").size()).isZero();
    assertThat(site.json("/documents.json?as-of-recorded=2020-01-01").get("documents").size()).isZero();
    String page = site.page("/?as-of-recorded=2026-11-22&as-of=2020-01-01");
    assertThat(page).contains("By what was on record by <strong>2026-11-22</strong>",
        "name=\"as-of-recorded\" value=\"2026-11-22\"", "/disputes?as-of=2020-01-01&amp;as-of-recorded=2026-11-22");
    assertThat(site.page("/claims?as-of-recorded=2026-11-22").split("name=\"as-of-recorded\"", -1))
        .as("search, day, own").hasSize(4);
  }
}

package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages of a server over the casebook.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern LINK = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server = WebServer.start(LedgerSource.of(Casebook.ledger()), Optional.of(0));
  private String incident = "";

  @BeforeAll
  void findTheIncident() throws Exception {
    incident = json("/incidents.json?q=fjordline").get("incidents").get(0).get("id").asString();
  }

  @AfterAll
  void stop() {
    client.close();
    server.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private String page(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    return response.body();
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    return JSON.readTree(response.body());
  }

  /// What a reader of the page sees, without tags.
  private static String seen(String html) {
    return html.replaceAll("(?s)<(style|title)>.*?</\\1>", " ").replaceAll("</?(?:d[td]|li|p|div|h\\d)\\b[^>]*>", " ")
        .replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
  }

  @Test
  void listsAndSearchesIncidents() throws Exception {
    String list = page("/incidents");
    assertThat(list.indexOf("Attack on")).isLessThan(list.indexOf("Intrusion at Fjordline Booking"));
    assertThat(seen(list)).contains("disputed", "Grey Heron by Nordlys Lab", "nobody named");
    assertThat(page("/incidents?q=arctic+tern")).contains("Intrusion at Fjordline Booking").doesNotContain("Attack on");
    assertThat(seen(page("/incidents?q=nowhere"))).contains("No incident fits “nowhere”");
  }

  @Test
  void tellsAnIncidentFromItsClaims() throws Exception {
    String seen = seen(page("/incident/" + incident));
    assertThat(seen).contains(
        "Laid on Grey Heron by Nordlys Lab on 6 February 2019 and on Arctic Tern by Norwegian Police"
            + " Security Service on 18 June 2021; disputed, and Nordlys Lab says that Grey Heron overlaps with Arctic Tern; denied"
            + " by",
        "Nordlys Lab: Grey Heron overlaps with Arctic Tern",
        "origins: 1 (of 1 report)", "Where the claims conflict", "Between them",
        "The Embassy of China in Norway called the accusation a fairy tale.", "by 19 June 2021");
    assertThat(page("/incident/" + incident)).contains("<svg", "<circle");
  }

  @Test
  void answersAsOfADay() throws Exception {
    String seen = seen(page("/incident/" + incident + "?as-of=2020-01-01"));
    assertThat(seen).contains("Grey Heron", "By what had been said by 2020-01-01").doesNotContain("Arctic Tern");
    assertThat(page("/incidents?as-of=2020-01-01")).contains("/incident/" + incident + "?as-of=2020-01-01")
        .doesNotContain("Attack on");
    assertThat(json("/incident/" + incident + ".json?as-of=2020-01-01").get("held").size()).isEqualTo(1);
  }

  @Test
  void marksEvidenceInItsDocument() throws Exception {
    JsonNode claim = json("/incident/" + incident + ".json").get("newestFirst").get(0);
    String document = claim.get("document").get("id").asString();
    String html = page("/document/" + document);
    assertThat(html).contains("<mark>The Embassy of China in Norway called the accusation a fairy tale.</mark>",
        "id=\"e-" + Frame.digits(claim.get("id").asString()) + "\"", "<mark class=\"unread\"");
    assertThat(seen(html)).contains("1 sentence not understood", "an inquiry without a claimant", "SHA-256");
    JsonNode cookies = json("/incidents.json?q=fjordline").get("incidents").get(0).get("documents");
    List<String> folded = new ArrayList<>();
    for (JsonNode id : cookies) {
      String page = page("/document/" + id.asString());
      Matcher details = Pattern.compile("(?s)<details class=\"folded\">.*?</details>").matcher(page);
      details.results().forEach(found -> folded.add(found.group()));
    }
    assertThat(folded).hasSize(1).first().asString().contains("Accept all cookies");
  }

  @Test
  void showsAClaimsWay() throws Exception {
    for (JsonNode claim : json("/incident/" + incident + ".json").get("newestFirst")) {
      if (claim.has("speaker")) {
        assertThat(seen(page("/claim/" + claim.get("id").asString()))).contains(
            "claimant Norwegian Police Security Service",
            "speaker Kari Nordmo head", "told Radio North", "published by The Sound 19 June 2021", "said 18 June 2021",
            "recorded 22 November 2026, 08:00 UTC");
      }
    }
  }

  @Test
  void listsActorsAndDisputes() throws Exception {
    assertThat(seen(page("/actors"))).contains("Arctic Tern", "Grey Heron");
    assertThat(seen(page("/actor/Arctic%20Tern"))).contains("Grey Heron overlaps with Arctic Tern",
        "Arctic Tern is linked to Ministry of State Security (moderate certainty)", "Intrusion at Fjordline Booking");
    assertThat(seen(page("/disputes"))).contains("Grey Heron is accused", "Arctic Tern is accused");
  }

  @Test
  void hasATwinInJsonForEveryPage() throws Exception {
    for (String path : crawl()) {
      String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
      String query = path.substring(bare.length());
      if (bare.equals("/api") || bare.endsWith("/brief")) {
        continue; // their twins are the interface's document, and that of the page that is printed
      }
      HttpResponse<String> twin = get(path, "Accept", "application/json");
      assertThat(twin.headers().firstValue("Content-Type").orElseThrow()).as(bare).startsWith("application/json");
      assertThat(JSON.readTree(twin.body()).isObject()).isTrue();
      if (!bare.equals("/")) {
        assertThat(get(bare + ".json" + query).body()).isEqualTo(twin.body());
      }
    }
  }

  /// Every page that can be reached, by following links; none of them leads astray.
  private Set<String> crawl() throws Exception {
    Set<String> pages = new LinkedHashSet<>();
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of("/", "/?as-of=2020-01-01", "/search?q=heron", "/claims?type=denial",
        "/claims?quote=script&type="));
    while (!open.isEmpty()) {
      String path = open.removeLast();
      // Every page has a link for each day and each view, and a search for each facet: all together are left to pages of
      // their own.
      boolean choices = path.chars().filter(unit -> unit == '&').count() > 1;
      if (!seen.add(path) || choices || path.contains("as-of=") && path.contains("view=")) {
        continue;
      }
      HttpResponse<String> there = get(path);
      if (there.statusCode() == 302) {
        open.add(there.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", ""));
        continue;
      }
      pages.add(path);
      Matcher links = LINK.matcher(page(path));
      while (links.find()) {
        // What is printed names its server.
        String link = links.group(1).replace("&amp;", "&").replaceAll("#.*", "")
            .replaceFirst("^http://127\\.0\\.0\\.1:" + server.port() + "(?=/)", "");
        assertThat(link).as("link on %s", path).doesNotContain("://").doesNotStartWith("javascript");
        if (link.startsWith("/") && !link.contains(".json")
            && !link.matches("[^?]*\\.(css|svg|js|csv|md|atom|yaml)(\\?.*)?")) {
          open.add(link);
        } else if (link.startsWith("/")) {
          assertThat(get(link).statusCode()).as(link).isEqualTo(200);
        }
      }
    }
    return pages;
  }

  @Test
  void leadsOnlyToPagesThatAreThere() throws Exception {
    assertThat(crawl()).hasSizeGreaterThan(40).anySatisfy(path -> assertThat(path).endsWith("/origins"))
        .anySatisfy(path -> assertThat(path).startsWith("/between/NO/CN"));
  }

  @Test
  void escapesWhatReportsSay() throws Exception {
    for (String path : crawl()) {
      assertThat(page(path)).as(path).doesNotContain("<script>", "<img", "onerror=\"", "style=\"");
    }
    String query = URLEncoder.encode("\"><script>alert(1)</script>", StandardCharsets.UTF_8);
    assertThat(page("/incidents?q=" + query)).doesNotContain("<script>");
    assertThat(get("/actor/" + query).body()).doesNotContain("<script");
    assertThat(get("/incident/x?as-of=" + query).body()).doesNotContain("<script");
  }

  @Test
  void sendsHeadersThatForbidForeignScriptsAndFrames() throws Exception {
    HttpResponse<String> response = get("/");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "style-src 'self'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().firstValue("Referrer-Policy")).contains("same-origin");
  }

  @Test
  void sendsTheSameContentOnce() throws Exception {
    String tag = get("/").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get("/", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("/?as-of=2020-01-01", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void sendsShortIdsOnToThePermanentAddress() throws Exception {
    HttpResponse<String> response = get("/incident/" + Frame.digits(incident).substring(0, 8) + "?as-of=2020");
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith("/incident/" + incident
        + "?as-of=2020-12-31");
  }

  @Test
  void answersErrorsAsPagesAndAsJson() throws Exception {
    HttpResponse<String> page = get("/incident/nowhere");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(seen(page.body())).contains("INCIDENT_UNKNOWN", "Nothing is here", "nowhere");
    HttpResponse<String> json = get("/incident/nowhere.json");
    assertThat(json.statusCode()).isEqualTo(404);
    assertThat(json.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    assertThat(JSON.readTree(json.body()).get("code").asString()).isEqualTo("INCIDENT_UNKNOWN");
    assertThat(get("/?as-of=2021-02-30").statusCode()).isEqualTo(400);
    assertThat(get("/?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(seen(get("/nowhere").body())).contains("PAGE_UNKNOWN");
    assertThat(get("/..%2f..%2fetc%2fpasswd").statusCode()).isBetween(400, 404);
  }

  @Test
  void refusesATakenPort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> WebServer.start(LedgerSource.of(Casebook.ledger()),
          Optional.of(taken.getLocalPort()))).isInstanceOfSatisfying(BadInputException.class,
              error -> assertThat(error.code()).isEqualTo("PORT_TAKEN"));
    }
  }
}

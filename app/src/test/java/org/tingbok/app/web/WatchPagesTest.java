package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/// Searches, watches and their feeds on pages.
@Timeout(120)
class WatchPagesTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final WritableSite site;

  WatchPagesTest(@TempDir Path folder) {
    this.site = WritableSite.ofCasebook(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element && element.getLocalName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String one(Element parent, String name) {
    List<Element> found = children(parent, name);
    assertThat(found).as(name + " of " + parent.getLocalName()).hasSize(1);
    return found.getFirst().getTextContent();
  }

  /// The rules of RFC 4287 that a feed can break.
  private static Element valid(String text) throws Exception {
    Element feed = xml(text).getDocumentElement();
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(URI.create(one(feed, "id")).isAbsolute()).isTrue();
    assertThat(one(feed, "title")).isNotBlank();
    OffsetDateTime.parse(one(feed, "updated"));
    assertThat(children(feed, "author")).hasSize(1);
    assertThat(children(feed, "link")).filteredOn(link -> link.getAttribute("rel").equals("self")).hasSize(1)
        .allSatisfy(link -> assertThat(URI.create(link.getAttribute("href")).isAbsolute()).isTrue());
    Set<String> ids = new HashSet<>();
    for (Element entry : children(feed, "entry")) {
      assertThat(ids.add(one(entry, "id"))).isTrue();
      assertThat(one(entry, "id")).matches("urn:uuid:[0-9a-f-]{36}");
      assertThat(one(entry, "title")).isNotBlank();
      OffsetDateTime.parse(one(entry, "updated"));
      OffsetDateTime.parse(one(entry, "published"));
      assertThat(children(entry, "author")).hasSize(1)
          .allSatisfy(author -> assertThat(one(author, "name")).isNotBlank());
      assertThat(children(entry, "link")).filteredOn(link -> link.getAttribute("rel").equals("alternate")).hasSize(1);
      assertThat(children(entry, "content")).hasSize(1)
          .allSatisfy(content -> assertThat(content.getAttribute("type")).isEqualTo("html"));
    }
    return feed;
  }

  @Test
  void aSearchBecomesAWatchThatTellsWhatIsNew() throws Exception {
    String page = site.get("/search?q=heron&type=attribution").body();
    assertThat(page).contains("action=\"/watches\"", "name=\"quote\" value=\"heron\"",
        "name=\"type\" value=\"attribution\"");
    HttpResponse<String> saved =
        site.submit("/watches", "name", "heron & co", "by", "ida", "quote", "heron", "type", "attribution");
    assertThat(saved.statusCode()).isEqualTo(303);
    String path = saved.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
    assertThat(site.get("/watches").body()).contains("heron &amp; co", "quote: heron");
    JsonNode news = site.json(path + ".json");
    assertThat(news.get("claims").size()).isPositive();
    assertThat(site.get(path).body()).contains("never looked at", "/feed.atom\"", "application/atom+xml");
    site.submit(path + "/seen", "up-to", news.get("upTo").asString());
    assertThat(site.json(path + ".json").get("claims").size()).isZero();
    assertThat(site.get(path).body()).contains("Nothing is new");
    assertThat(site.submit("/watches", "name", "x", "by", "ida", "type", "rumour").statusCode()).isEqualTo(400);
    assertThat(site.submit("/watches", "name", "", "by", "ida", "type", "denial").statusCode()).isEqualTo(400);
    assertThat(site.post("/watches", "name=x&by=ida", "Content-Type", "application/x-www-form-urlencoded", "Origin",
        "http://elsewhere.example").statusCode()).isEqualTo(403);
    assertThat(site.submit(path + "/drop").statusCode()).isEqualTo(303);
    assertThat(site.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void feedsAreValidStableAndPaged() throws Exception {
    site.submit("/watches", "name", "all", "by", "ida");
    String incident = site.json("/incidents.json").get("incidents").get(0).get("id").asString();
    for (String path : List.of("/watch/all", "/actor/Arctic%20Tern", "/incident/" + incident, "/state/NO")) {
      HttpResponse<String> atom = site.get(path + "/feed.atom");
      assertThat(atom.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
      Element feed = valid(atom.body());
      assertThat(children(feed, "entry")).as(path).isNotEmpty();
      assertThat(site.get(path + "/feed.atom").body()).isEqualTo(atom.body());
      JsonNode json = site.json(path + "/feed.json");
      assertThat(json.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
      assertThat(json.get("items").size()).isEqualTo(children(feed, "entry").size());
      assertThat(json.get("items").get(0).get("id").asString())
          .isEqualTo(one(children(feed, "entry").getFirst(), "id"));
      assertThat(json.get("items").get(0).get("content_html").asString()).contains("<blockquote>");
    }
    assertThat(site.get("/actor/Arctic%20Tern").body()).contains("href=\"/actor/Arctic%20Tern/feed.atom\"");
    assertThat(site.get("/watch/nobody/feed.atom").statusCode()).isEqualTo(404);
    assertThat(site.get("/watch/all/feed.atom?page=x").statusCode()).isEqualTo(400);
  }

  @Test
  void feedsAreNotSentTwice() throws Exception {
    site.submit("/watches", "name", "all", "by", "ida");
    HttpResponse<String> first = site.get("/watch/all/feed.atom");
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String[] header : new String[][] {{"If-None-Match", first.headers().firstValue("ETag").orElseThrow()},
          {"If-Modified-Since", first.headers().firstValue("Last-Modified").orElseThrow()}}) {
        HttpRequest again = HttpRequest.newBuilder(URI.create(site.address() + "/watch/all/feed.atom"))
            .header(header[0], header[1]).build();
        assertThat(client.send(again, HttpResponse.BodyHandlers.ofString()).statusCode()).as(header[0]).isEqualTo(304);
      }
    }
  }

  @Test
  void facetsNarrowDownAndLetGo() throws Exception {
    JsonNode found = site.json("/search.json?q=heron");
    JsonNode types = found.get("facets").get(0);
    assertThat(types.get("by").asString()).isEqualTo("type");
    int all = found.get("counted").asInt();
    int attributions = 0;
    for (JsonNode value : types.get("values")) {
      attributions = value.get("value").asString().equals("attribution") ? value.get("count").asInt() : attributions;
    }
    assertThat(attributions).isPositive();
    JsonNode narrow = site.json("/search.json?q=heron&type=attribution");
    assertThat(narrow.get("counted").asInt()).isEqualTo(attributions).isLessThanOrEqualTo(all);
    assertThat(narrow.get("quotes").size()).isEqualTo(attributions);
    assertThat(narrow.has("documents")).isFalse();
    String page = site.get("/search?q=heron&type=attribution").body();
    assertThat(page).contains("class=\"chosen\"", "href=\"/search?q=heron\" class=\"chosen\"");
  }

  @Test
  void findsNamesIncidentsAndDates() throws Exception {
    JsonNode name = site.json("/search.json?q=Arctic+Tern");
    assertThat(name.get("names").get(0).get("accused").asInt()).isPositive();
    assertThat(site.json("/search.json?q=fjordline").get("incidents").size()).isPositive();
    JsonNode year = site.json("/search.json?q=2019");
    assertThat(year.get("said").asString()).isEqualTo("2019");
    assertThat(year.get("quotes").size()).isPositive();
    assertThat(site.get("/search?q=" + "2019").body()).contains("Look for the date as words");
  }
}

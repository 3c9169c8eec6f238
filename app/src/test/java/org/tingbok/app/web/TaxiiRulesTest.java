package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tingbok.app.web.TaxiiCaller.JSON;
import static org.tingbok.app.web.TaxiiCaller.ROOT;
import static org.tingbok.app.web.TaxiiCaller.TYPE;
import static org.tingbok.app.web.TaxiiCaller.encoded;
import static org.tingbok.app.web.TaxiiCaller.ids;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.Act;
import tools.jackson.databind.JsonNode;

/// What TAXII 2.1 asks of a server, rule by rule, of one over the casebook. Rules 1 to 74; those about handing in, 75 and on, are in
/// [TaxiiInboxTest].
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaxiiRulesTest {
  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private final WritableSite site;
  private final TaxiiCaller caller;
  private final String all;
  private final String first;
  private final List<DynamicTest> rules = new ArrayList<>();
  private int number;

  TaxiiRulesTest(@TempDir Path folder) throws Exception {
    site = WritableSite.ofCasebook(folder);
    site.ledger().act(List.of(new Act.WatchSet("Heron", "--accused 'Grey Heron'", "desk")));
    caller = new TaxiiCaller(site.port());
    all = caller.collection("everything");
    first = caller.json(all + "objects/?limit=1").get("objects").get(0).get("id").asString();
  }

  @AfterAll
  void stop() {
    caller.close();
    site.close();
  }

  private void rule(String words, Executable test) {
    number++;
    rules.add(DynamicTest.dynamicTest(number + " " + words, test));
  }

  private void status(String words, int status, String path, String... headers) {
    rule(words, () -> {
      HttpResponse<String> response = caller.get(path, headers);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      assertThat(response.headers().firstValue("Content-Type").orElseThrow().replace(" ", "")).isEqualTo(TYPE);
      if (status >= 400) {
        JsonNode error = JSON.readTree(response.body());
        assertThat(error.get("title").asString()).isNotBlank();
        assertThat(error.get("http_status").isString()).isTrue();
        assertThat(error.get("http_status").asString()).isEqualTo(Integer.toString(status));
      }
    });
  }

  private void method(String words, String method, String path) {
    rule(words, () -> {
      HttpResponse<String> response = caller.send(method, path, "", "Accept", TYPE);
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow").orElseThrow()).contains("GET").doesNotContain(method);
    });
  }

  @TestFactory
  Stream<DynamicTest> places() {
    rules.clear();
    number = 0;
    status("discovery", 200, "/taxii2/");
    status("discovery without the slash", 200, "/taxii2");
    rule("discovery tells title, default and roots, the default among them", () -> {
      JsonNode discovery = caller.json("/taxii2/");
      assertThat(discovery.get("title").asString()).isEqualTo("Tingbok");
      assertThat(discovery.get("api_roots").get(0).asString()).isEqualTo(discovery.get("default").asString());
    });
    rule("addresses of roots are relative, so that they hold for the host and port asked for",
        () -> assertThat(caller.json("/taxii2/").get("default").asString()).isEqualTo(ROOT));
    status("root", 200, ROOT);
    rule("a root tells title, versions and max_content_length", () -> {
      JsonNode root = caller.json(ROOT);
      assertThat(root.get("versions").get(0).asString()).isEqualTo(TYPE);
      assertThat(root.get("max_content_length").asInt()).isPositive();
      assertThat(root.get("title").asString()).isNotBlank();
    });
    status("collections", 200, ROOT + "collections/");
    rule("everything, each watch, and an inbox", () -> assertThat(titles())
        .containsExactly("Everything on record", "Watch: Heron", "Inbox"));
    rule("a collection's id is a UUID of version 4", () -> {
      for (JsonNode one : caller.json(ROOT + "collections/").get("collections")) {
        assertThat(UUID.fromString(one.get("id").asString()).version()).isEqualTo(4);
      }
    });
    rule("a collection tells can_read, can_write, media_types", () -> {
      JsonNode one = caller.json(all);
      assertThat(one.get("can_read").asBoolean()).isTrue();
      assertThat(one.get("can_write").asBoolean()).isFalse();
      assertThat(one.get("media_types").get(0).asString()).isEqualTo("application/stix+json;version=2.1");
    });
    rule("a collection by itself is as in the list", () -> assertThat(caller.json(all))
        .isEqualTo(caller.json(ROOT + "collections/").get("collections").get(0)));
    rule("its address contains its id", () -> assertThat(all).contains(caller.json(all).get("id").asString()));
    status("objects", 200, all + "objects/");
    status("manifest", 200, all + "manifest/");
    status("an object", 200, all + "objects/" + first + "/");
    status("its versions", 200, all + "objects/" + first + "/versions/");
    status("unknown root", 404, "/taxii2/nowhere/");
    status("collections of an unknown root", 404, "/taxii2/nowhere/collections/");
    status("unknown collection", 404, ROOT + "collections/" + UNKNOWN + "/");
    status("malformed id of a collection", 404, ROOT + "collections/not-an-id/objects/");
    status("objects of an unknown collection", 404, ROOT + "collections/" + UNKNOWN + "/objects/");
    status("unknown object", 404, all + "objects/identity--" + UNKNOWN + "/");
    status("versions of an unknown object", 404, all + "objects/identity--" + UNKNOWN + "/versions/");
    status("unknown status", 404, ROOT + "status/" + UNKNOWN + "/");
    status("nothing there", 404, ROOT + "elsewhere/");
    method("nothing is handed in to discovery", "POST", "/taxii2/");
    method("nor to the manifest", "POST", all + "manifest/");
    method("nothing is put", "PUT", all + "objects/");
    method("nothing is deleted", "DELETE", all + "objects/" + first + "/");
    return List.copyOf(rules).stream();
  }

  private List<String> titles() throws Exception {
    List<String> titles = new ArrayList<>();
    caller.json(ROOT + "collections/").get("collections").forEach(one -> titles.add(one.get("title").asString()));
    return titles;
  }

  @TestFactory
  Stream<DynamicTest> negotiation() {
    rules.clear();
    number = 29;
    status("the type with its version", 200, "/taxii2/", "Accept", TYPE);
    status("the type without a version", 200, "/taxii2/", "Accept", "application/taxii+json");
    status("a blank before version", 200, "/taxii2/", "Accept", "application/taxii+json; version=2.1");
    status("q-values", 200, "/taxii2/", "Accept", "text/html;q=0.9, application/taxii+json;version=2.1;q=0.4");
    status("a version in quotes, in capitals", 200, "/taxii2/", "Accept", "Application/TAXII+JSON;version=\"2.1\"");
    status("anything", 200, "/taxii2/", "Accept", "*/*");
    status("any application", 200, "/taxii2/", "Accept", "application/*");
    rule("no Accept at all", () -> assertThat(caller.get("/taxii2/", "X-Nothing", "x").statusCode()).isEqualTo(200));
    status("version 2.0 only", 406, "/taxii2/", "Accept", "application/taxii+json;version=2.0");
    status("text/html only", 406, "/taxii2/", "Accept", "text/html");
    status("application/json only", 406, all + "objects/", "Accept", "application/json");
    status("the type with q=0", 406, all + "manifest/", "Accept", "application/taxii+json;version=2.1;q=0, */*");
    rule("another host's name is not answered", () -> {
      try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), site.port())) {
        socket.getOutputStream().write("GET /taxii2/ HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .startsWith("HTTP/1.1 421 ").contains("HOST_FOREIGN");
      }
    });
    return List.copyOf(rules).stream();
  }

  @TestFactory
  Stream<DynamicTest> filters() throws Exception {
    rules.clear();
    number = 42;
    String manifest = all + "manifest/";
    rule("manifest and objects are in one order, that of adding", () -> {
      List<JsonNode> entries = caller.walk(manifest, 1000);
      assertThat(ids(caller.walk(all + "objects/", 1000))).isEqualTo(ids(entries));
      assertThat(dates(entries)).isSorted();
    });
    rule("date_added rises strictly, in microseconds", () -> {
      List<String> dates = dates(caller.walk(manifest, 1000));
      assertThat(dates).doesNotHaveDuplicates().allMatch(date -> date.matches(".*\\.\\d{6}Z"));
    });
    rule("an entry of the manifest tells id, date_added, version, media_type", () -> {
      JsonNode entry = caller.json(manifest + "?limit=1").get("objects").get(0);
      JsonNode object = caller.json(all + "objects/?limit=1").get("objects").get(0);
      assertThat(entry.get("id")).isEqualTo(object.get("id"));
      assertThat(entry.get("version")).isEqualTo(object.get("modified"));
      assertThat(entry.get("media_type").asString()).isEqualTo("application/stix+json;version=2.1");
    });
    rule("added_after is strictly later", () -> {
      List<JsonNode> entries = caller.walk(manifest, 1000);
      String third = entries.get(2).get("date_added").asString();
      assertThat(ids(caller.walk(manifest + "?added_after=" + third, 1000)))
          .isEqualTo(ids(entries.subList(3, entries.size())));
    });
    rule("added_after on objects too", () -> {
      String date = dates(caller.walk(manifest, 1000)).get(4);
      assertThat(ids(caller.walk(all + "objects/?added_after=" + date, 7)))
          .isEqualTo(ids(caller.walk(manifest + "?added_after=" + date, 1000)));
    });
    status("nothing found", 200, all + "objects/?added_after=2999-01-01T00:00:00Z");
    rule("nothing found has no objects, and no more", () -> {
      JsonNode page = caller.json(all + "objects/?added_after=2999-01-01T00:00:00Z");
      assertThat(page.has("objects") || page.has("next") || page.path("more").asBoolean()).isFalse();
    });
    for (String wrong : List.of("yesterday", "2021-02-30T00:00:00Z", "2021-01-01", "")) {
      status("malformed added_after '" + wrong + "'", 400, all + "objects/?added_after=" + encoded(wrong));
    }
    status("malformed added_after on the manifest", 400, manifest + "?added_after=x");
    rule("match[id]", () -> assertThat(ids(caller.walk(all + "objects/?match[id]=".replace("[", "%5B")
        .replace("]", "%5D") + first, 9))).containsExactly(first));
    rule("match[type]", () -> assertThat(caller.walk(all + "objects/?match%5Btype%5D=note", 9)).isNotEmpty()
        .allMatch(one -> one.get("type").asString().equals("note")));
    rule("a comma is OR", () -> assertThat(
        caller.walk(all + "objects/?match%5Btype%5D=opinion,report", 9).size())
        .isEqualTo(caller.walk(all + "objects/?match%5Btype%5D=opinion", 9).size()
            + caller.walk(all + "objects/?match%5Btype%5D=report", 9).size())
        .isGreaterThan(2));
    rule("two filters are AND", () -> assertThat(caller.json(all + "objects/?match%5Btype%5D=note&match%5Bid%5D="
        + first).has("objects")).isFalse());
    rule("filters on the manifest", () -> assertThat(ids(caller.walk(manifest + "?match%5Btype%5D=report", 2)))
        .isNotEmpty().allMatch(id -> id.startsWith("report--")));
    rule("match[spec_version] 2.1 is everything, 2.0 nothing", () -> {
      assertThat(caller.walk(all + "objects/?match%5Bspec_version%5D=2.1", 1000))
          .hasSameSizeAs(caller.walk(all + "objects/", 1000));
      assertThat(caller.json(all + "objects/?match%5Bspec_version%5D=2.0").has("objects")).isFalse();
    });
    for (String version : List.of("first", "last", "all")) {
      rule("match[version]=" + version + " of what has one version", () -> assertThat(
          caller.walk(all + "objects/" + first + "/?match%5Bversion%5D=" + version, 9)).hasSize(1));
    }
    rule("match[version] of a moment", () -> {
      String version = caller.json(all + "objects/" + first + "/versions/").get("versions").get(0).asString();
      assertThat(caller.walk(all + "objects/" + first + "/?match%5Bversion%5D=" + version, 9)).hasSize(1);
      assertThat(caller.json(all + "objects/" + first + "/?match%5Bversion%5D=1999-01-01T00:00:00.000Z")
          .has("objects")).isFalse();
    });
    status("match[version] of no moment", 400, all + "objects/?match%5Bversion%5D=newest");
    status("a filter that there is not", 400, all + "objects/?match%5Bcolour%5D=red");
    return List.copyOf(rules).stream();
  }

  @TestFactory
  Stream<DynamicTest> pages() throws Exception {
    rules.clear();
    number = 66;
    for (String wrong : List.of("0", "-1", "abc")) {
      status("limit " + wrong, 400, all + "objects/?limit=" + wrong);
    }
    status("a huge limit is capped", 200, all + "objects/?limit=99999999999999999999");
    rule("a walk by next equals one pass, filtered or not", () -> {
      for (String path : List.of("objects/", "manifest/", "objects/?match%5Btype%5D=note,relationship")) {
        assertThat(caller.walk(all + path, 3)).isEqualTo(caller.walk(all + path, 1000)).hasSizeGreaterThan(6);
      }
    });
    rule("a walk by X-TAXII-Date-Added-Last alone equals one pass", () -> {
      List<String> seen = new ArrayList<>();
      HttpResponse<String> page = caller.get(all + "objects/?limit=5");
      while (page.headers().firstValue("X-TAXII-Date-Added-Last").isPresent()) {
        seen.addAll(ids(JSON.readTree(page.body()).get("objects")));
        page = caller.get(all + "objects/?limit=5&added_after="
            + page.headers().firstValue("X-TAXII-Date-Added-Last").orElseThrow());
      }
      assertThat(seen).isEqualTo(ids(caller.walk(all + "objects/", 1000)));
    });
    status("a forged next", 400, all + "objects/?limit=2&next=AAAA");
    rule("a next of other filters", () -> {
      String next = caller.json(all + "objects/?limit=2").get("next").asString();
      assertThat(caller.get(all + "manifest/?limit=2&next=" + encoded(next)).statusCode()).isEqualTo(400);
      assertThat(caller.get(all + "objects/?match%5Btype%5D=note&next=" + encoded(next)).statusCode())
          .isEqualTo(400);
    });
    rule("X-TAXII-Date-Added-First and -Last on objects, object, manifest, versions", () -> {
      for (String path : List.of("objects/", "objects/" + first + "/", "manifest/",
          "objects/" + first + "/versions/")) {
        var headers = caller.get(all + path).headers();
        String from = headers.firstValue("X-TAXII-Date-Added-First").orElseThrow();
        assertThat(from).isLessThanOrEqualTo(headers.firstValue("X-TAXII-Date-Added-Last").orElseThrow());
        assertThat(from).isEqualTo(caller.json(all + "manifest/?match%5Bid%5D=" + first).get("objects").get(0)
            .get("date_added").asString());
      }
    });
    rule("nothing found has neither", () -> assertThat(caller.get(all + "objects/?match%5Btype%5D=malware").headers()
        .firstValue("X-TAXII-Date-Added-Last")).isEmpty());
    rule("a watch has its claims and their reports, and no others", () -> {
      List<JsonNode> notes = caller.walk(caller.collection(watch()) + "objects/?match%5Btype%5D=note", 9);
      assertThat(notes).isNotEmpty().hasSizeLessThan(
          caller.walk(all + "objects/?match%5Btype%5D=note", 1000).size());
    });
    rule("the objects are those of the export", () -> assertThat(ids(caller.walk(all + "objects/", 50)))
        .containsExactlyInAnyOrderElementsOf(ids(JSON.readTree(site.get("/documents.stix.json").body())
            .get("objects"))));
    return List.copyOf(rules).stream();
  }

  private String watch() throws Exception {
    return caller.json(ROOT + "collections/").get("collections").get(1).get("alias").asString();
  }

  private static List<String> dates(List<JsonNode> entries) {
    return entries.stream().map(entry -> entry.get("date_added").asString()).toList();
  }
}

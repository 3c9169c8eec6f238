package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.fetch.Neighbour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bundles of STIX from the command line: in, out, and in again.
class BundlesTest {
  private static final String REPORT = """
      Grey Heron behind ferry intrusion

      Microsoft attributed the intrusion at Fjordline Booking to Grey Heron on 6 February 2019.
      """;
  private static final String FOREIGN = """
      {"type":"bundle","id":"bundle--0a1b2c3d-0000-4000-8000-000000000000","objects":[
      {"type":"identity","spec_version":"2.1","id":"identity--0a1b2c3d-0000-4000-8000-000000000001","created":"2024-05-01T08:00:00.000Z","modified":"2024-05-01T08:00:00.000Z","name":"Elvheim Institute"},
      {"type":"x-tide","spec_version":"2.1","id":"x-tide--0a1b2c3d-0000-4000-8000-000000000005","created":"2024-05-01T08:00:00.000Z","modified":"2024-05-01T08:00:00.000Z","height":1.50},
      {"type":"campaign","spec_version":"2.1","id":"campaign--0a1b2c3d-0000-4000-8000-000000000002","created":"2024-05-01T08:00:00.000Z","modified":"2024-05-01T08:00:00.000Z","name":"Harbour raid"},
      {"type":"intrusion-set","spec_version":"2.1","id":"intrusion-set--0a1b2c3d-0000-4000-8000-000000000003","created":"2024-05-01T08:00:00.000Z","modified":"2024-05-01T08:00:00.000Z","name":"Copper Lynx"},
      {"type":"relationship","spec_version":"2.1","id":"relationship--0a1b2c3d-0000-4000-8000-000000000004","created":"2024-05-02T08:00:00.000Z","modified":"2024-05-03T08:00:00.000Z","relationship_type":"attributed-to","created_by_ref":"identity--0a1b2c3d-0000-4000-8000-000000000001","source_ref":"campaign--0a1b2c3d-0000-4000-8000-000000000002","target_ref":"intrusion-set--0a1b2c3d-0000-4000-8000-000000000003"},
      {"type":"note","spec_version":"2.1","id":"note--0a1b2c3d-0000-4000-8000-000000000006","created":"2024-05-02T08:00:00Z","modified":"2024-05-03T08:00:00.000Z","content":"x","object_refs":["x-tide--0a1b2c3d-0000-4000-8000-000000000005"]}
      ]}""";

  @TempDir
  Path folder;

  private Shell.Result run(String... words) {
    return new Shell(folder).run(words);
  }

  private Map<String, JsonNode> objects(String file) throws IOException {
    Map<String, JsonNode> objects = new TreeMap<>();
    JsonMapper.shared().readTree(Files.readString(folder.resolve(file))).path("objects").forEach(object -> objects.put(
        object.path("id").asString() + object.path("modified").asString(""), object));
    return objects;
  }

  @Test
  void aLedgerComesBackWholeOutOfItsBundle() throws IOException {
    Files.writeString(folder.resolve("ferry.txt"), REPORT);
    assertThat(run("add", "ferry.txt").status()).isZero();
    assertThat(run("export", "--to", "one.json").status()).isZero();
    Shell.Result added = run("add", "one.json", "--ledger", "other.ledger");
    assertThat(added.err()).isEmpty();
    assertThat(run("export", "--to", "two.json", "--ledger", "other.ledger").status()).isZero();
    assertThat(objects("two.json")).isEqualTo(objects("one.json"));
    assertThat(run("add", "one.json").out()).contains("0 new documents").contains("1 on record already");
    assertThat(run("ledger", "reread", "--ledger", "other.ledger").out()).startsWith("0 documents read again");
    Shell.Result report = run("add", "ferry.txt", "--ledger", "other.ledger");
    assertThat(report.status()).isZero();
    assertThat(report.out()).contains("0 new claims");
    assertThat(run("ledger", "verify", "--ledger", "other.ledger").status()).isZero();
  }

  private List<String> claims(String ledger) {
    List<String> ids = new ArrayList<>();
    JsonMapper.shared()
        .readTree(run("claims", "--format", "json", "--page-size", "1000", "--order", "recorded", "--ledger",
            ledger).out())
        .path("claims").forEach(claim -> ids.add(claim.path("id").asString()));
    Collections.sort(ids);
    return ids;
  }

  /// Names stand in the reports as they do, not as other tools spell them.
  @Test
  void everyClaimOfTheSamplesComesBackUnderItsId() {
    assertThat(run("add", ExamplesTest.project().resolve("samples").toString()).status()).isZero();
    assertThat(run("export", "--to", "samples.json").status()).isZero();
    assertThat(run("add", "samples.json", "--ledger", "other.ledger").status()).isZero();
    assertThat(claims("other.ledger")).hasSizeGreaterThan(500).isEqualTo(claims("tingbok.ledger"));
    assertThat(run("add", "samples.json").out()).contains("0 new documents with 0 new claims");
  }

  /// Written in one line, as servers write it, it speaks of titles and texts like a line of other JSON.
  @Test
  void aBundleInOneLineIsABundle() throws IOException {
    assertThat(run("add", ExamplesTest.project().resolve("samples/visma-two-names.md").toString()).status()).isZero();
    assertThat(run("export", "--to", "long.json").status()).isZero();
    JsonNode bundle = JsonMapper.shared().readTree(Files.readString(folder.resolve("long.json")));
    Files.writeString(folder.resolve("line.json"), "{\"more\":false,\"objects\":" + bundle.path("objects") + "}");
    assertThat(run("add", "line.json", "--ledger", "other.ledger").status()).isZero();
    assertThat(claims("other.ledger")).isNotEmpty().isEqualTo(claims("tingbok.ledger"));
  }

  private static final String TWO = """
      Grey Heron behind ferry intrusion

      Microsoft attributed the intrusion at Fjordline Booking to Grey Heron on 6 February 2019.

      ESET attributed the intrusion at Sund Ferries to Grey Heron on 7 February 2019.
      """;

  private String claimBy(String claimant) {
    return JsonMapper.shared().readTree(run("claims", "--format", "json", "--claimant", claimant).out())
        .path("claims").path(0).path("id").asString();
  }

  /// What an analyst decided here is not undone by the bundle's coming again.
  @Test
  void aMarkingTakenBackStaysSo() throws IOException {
    Files.writeString(folder.resolve("two.txt"), TWO);
    assertThat(run("add", "two.txt").status()).isZero();
    String claim = claimBy("Microsoft");
    assertThat(run("mark", claim, "amber", "--by", "ida", "--reason", "x").status()).isZero();
    assertThat(run("export", "--to", "one.json").status()).isZero();
    assertThat(run("add", "one.json", "--ledger", "other.ledger").status()).isZero();
    assertThat(run("claims", "--format", "json", "--ledger", "other.ledger").out()).contains("TLP:AMBER");
    assertThat(run("mark", claim, "--undo", "--by", "ida", "--reason", "y", "--ledger", "other.ledger").status())
        .isZero();
    assertThat(run("add", "one.json", "--ledger", "other.ledger").status()).isZero();
    assertThat(run("claims", "--format", "json", "--ledger", "other.ledger").out()).doesNotContain("TLP:AMBER");
  }

  /// What rests on words that are not on record cannot be marked, and does not hold up the rest.
  @Test
  void aMarkingOfAClaimThatCannotBeRecordedIsLeftOutWithIt() throws IOException {
    Files.writeString(folder.resolve("two.txt"), TWO);
    assertThat(run("add", "two.txt").status()).isZero();
    assertThat(run("mark", claimBy("ESET"), "amber", "--by", "ida", "--reason", "x").status()).isZero();
    assertThat(run("export", "--claimant", "Microsoft", "--to", "part.json").status()).isZero();
    assertThat(run("export", "--to", "whole.json").status()).isZero();
    assertThat(run("add", "part.json", "--ledger", "other.ledger").status()).isZero();
    Shell.Result whole = run("add", "whole.json", "--ledger", "other.ledger");
    assertThat(whole.err()).contains("DOCUMENT_QUOTED").doesNotContain("CLAIM_UNKNOWN");
    assertThat(whole.out()).contains("0 new documents");
    assertThat(run("ledger", "verify", "--ledger", "other.ledger").status()).isZero();
  }

  /// That a source went back on its word arrives with the claim, or later; once undone here it is not told anew.
  @Test
  void whatASourceTookBackIsTakenBackEverywhere() throws IOException {
    Files.writeString(folder.resolve("two.txt"), TWO);
    assertThat(run("add", "two.txt").status()).isZero();
    String claim = claimBy("Microsoft");
    assertThat(run("export", "--to", "before.json").status()).isZero();
    assertThat(run("add", "before.json", "--ledger", "other.ledger").status()).isZero();
    assertThat(run("ledger", "retract", claim, "--by", "Microsoft", "--date", "2022-01-10", "--where", "a note")
        .status()).isZero();
    for (String format : new String[] {"stix", "misp"}) {
      String file = "after-" + format + ".json";
      assertThat(run("export", "--format", format, "--to", file).status()).isZero();
      Shell.Result added = run("add", file, "--ledger", format + ".ledger");
      assertThat(added.err()).as(format).isEmpty();
      assertThat(run("show", claim, "--ledger", format + ".ledger").out()).as(format).contains("a note");
    }
    assertThat(run("add", "after-stix.json", "--ledger", "other.ledger").status()).isZero();
    assertThat(run("show", claim, "--ledger", "other.ledger").out()).contains("a note");
    assertThat(run("ledger", "retract", claim, "--undo", "--by", "ida", "--reason", "it did not", "--ledger",
        "other.ledger").status()).isZero();
    assertThat(run("add", "after-stix.json", "--ledger", "other.ledger").status()).isZero();
    assertThat(run("ledger", "verify", "--ledger", "other.ledger").out()).contains("2 retracted");
  }

  /// Whichever encoding of Unicode it came in, marked or not, it is a bundle and no report.
  @Test
  void aBundleIsReadInEveryEncodingOfUnicode() throws IOException {
    String bundle = FOREIGN.replaceFirst("(?s),\\s*\\{\"type\":\"note\".*?\\}(?=\\s*\\])", "");
    String once = "";
    for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      for (String mark : List.of("", "\ufeff")) {
        String name = charset + mark.length();
        Files.write(folder.resolve(name + ".json"),
            (mark + bundle).getBytes(java.nio.charset.Charset.forName(charset)));
        Shell.Result added = run("add", name + ".json", "--ledger", name + ".ledger");
        assertThat(added.err()).as(name).isEmpty();
        String claims = run("claims", "--format", "json", "--ledger", name + ".ledger").out()
            .replace(name, "").replaceAll("\"[^\"]*At\"[^,\n]*", "");
        assertThat(claims).as(name).contains("Copper Lynx");
        assertThat(once.isEmpty() ? claims : once).as(name).isEqualTo(claims);
        once = claims;
      }
    }
  }

  @Test
  void aBundleOfNothingIsRefusedInWords() throws IOException {
    Files.writeString(folder.resolve("none.json"),
        "{\"type\":\"bundle\",\"id\":\"bundle--0a1b2c3d-0000-4000-8000-000000000000\",\"objects\":[]}");
    Shell.Result refused = run("add", "none.json");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("STIX_BROKEN").contains("none.json");
  }

  @Test
  void othersObjectsAreKeptAndWhatIsBrokenIsTold() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(folder.resolve("in/raid.json"), FOREIGN);
    Files.writeString(folder.resolve("in/settings.json"), "{\"colour\":\"grey\"}");
    Shell.Result added = run("add", "in");
    assertThat(added.status()).as("a part was left out").isEqualTo(3);
    assertThat(added.err()).contains("STIX_RULE: in/raid.json: note--0a1b2c3d-0000-4000-8000-000000000006")
        .contains("created is not told to the millisecond").contains("passed over 1 file");
    assertThat(run("claims").out()).contains("Elvheim Institute holds Copper Lynx responsible");
    assertThat(run("export", "--to", "out.json").status()).isZero();
    assertThat(objects("out.json").values().stream().map(JsonNode::toString)).contains(
        objects("in/raid.json").values().stream().filter(one -> !one.path("type").asString().equals("note"))
            .map(JsonNode::toString).toArray(String[]::new));
    Files.writeString(folder.resolve("twice.json"), FOREIGN.replace("\"height\":1.50", "\"height\":1.50,\"height\":2"));
    Shell.Result refused = run("add", "twice.json", "--ledger", "none.ledger");
    assertThat(refused.err()).contains("STIX_BROKEN").contains("x-tide--0a1b2c3d-0000-4000-8000-000000000005");
    assertThat(folder.resolve("none.ledger")).doesNotExist();
  }

  @Test
  void aCollectionIsReadAndOnlyAskedForNewsTheNextTime() {
    String path = "/api/collections/0a1b2c3d-0000-4000-8000-00000000000a/";
    try (Neighbour neighbour = new Neighbour()) {
      neighbour.on(path + "objects/?limit=1000", exchange -> {
        exchange.getResponseHeaders().add("X-TAXII-Date-Added-Last", "2024-05-03T08:00:00.000001Z");
        Neighbour.send(exchange, 200, "application/taxii+json;version=2.1",
            FOREIGN.replaceFirst("\"type\":\"bundle\",\"id\":\"[^\"]*\",", ""));
      });
      neighbour.on(path + "objects/?limit=1000&added_after=2024-05-03T08%3A00%3A00.000001Z",
          exchange -> Neighbour.send(exchange, 200, "application/taxii+json;version=2.1", "{}"));
      String address = "taxii+http://localhost:" + neighbour.port() + path;
      assertThat(run("add", address, "--allow-host", "localhost").out()).contains("1 new document with 1 new claim");
      Shell.Result again = run("add", address, "--allow-host", "localhost");
      assertThat(again.status()).isZero();
      assertThat(again.err()).contains("nothing new in taxii+http://localhost:");
      assertThat(again.out()).doesNotContain("on record already");
      assertThat(neighbour.asked()).hasSize(2);
    }
  }

  private static final String TAXII = "application/taxii+json;version=2.1";
  private static final String ONE =
      "{\"id\":\"0a1b2c3d-0000-4000-8000-00000000000a\",\"title\":\"Tides\",\"alias\":\"tides\","
          + "\"can_read\":true,\"can_write\":false}";

  /// A server with one collection, or more.
  private static void serve(Neighbour neighbour, String collections) {
    neighbour.on("/taxii2/", exchange -> Neighbour.send(exchange, 200, TAXII,
        "{\"title\":\"Elvheim\",\"api_roots\":[\"/api/\"]}"));
    neighbour.on("/api/", exchange -> Neighbour.send(exchange, 200, TAXII,
        "{\"title\":\"Elvheim\",\"versions\":[\"" + TAXII + "\"],\"max_content_length\":1000}"));
    neighbour.on("/api/collections/",
        exchange -> Neighbour.send(exchange, 200, TAXII, "{\"collections\":[" + collections + "]}"));
    for (String name : List.of("0a1b2c3d-0000-4000-8000-00000000000a", "tides")) {
      neighbour.on("/api/collections/" + name + "/objects/?limit=1000", exchange -> {
        exchange.getResponseHeaders().add("X-TAXII-Date-Added-Last", "2024-05-03T08:00:00.000001Z");
        Neighbour.send(exchange, 200, TAXII, FOREIGN.replaceFirst("\"type\":\"bundle\",\"id\":\"[^\"]*\",", ""));
      });
      neighbour.on("/api/collections/" + name + "/objects/?limit=1000&added_after=2024-05-03T08%3A00%3A00.000001Z",
          exchange -> Neighbour.send(exchange, 200, TAXII, "{}"));
    }
  }

  @Test
  void aServerIsAskedWhichCollectionsItHas() {
    try (Neighbour neighbour = new Neighbour()) {
      serve(neighbour,
          ONE + ",{\"id\":\"0a1b2c3d-0000-4000-8000-00000000000b\",\"title\":\"Inbox\",\"can_read\":false}");
      for (String path : List.of("/taxii2/", "/api/", "/api/collections/", "/api/collections/tides/")) {
        String ledger = path.replaceAll("\\W", "") + ".ledger";
        assertThat(run("add", "taxii+http://localhost:" + neighbour.port() + path, "--allow-host", "localhost",
            "--ledger", ledger).out()).as(path).contains("1 new document with 1 new claim");
      }
    }
    try (Neighbour neighbour = new Neighbour()) {
      serve(neighbour, ONE + "," + ONE.replace("00a", "00b").replace("Tides", "Storms").replace("tides", "storms"));
      Shell.Result several =
          run("add", "taxii+http://localhost:" + neighbour.port() + "/taxii2/", "--allow-host", "localhost");
      assertThat(several.status()).isEqualTo(2);
      assertThat(several.err()).startsWith("TAXII_COLLECTIONS: ").contains("has 2 collections",
          "/api/collections/0a1b2c3d-0000-4000-8000-00000000000a/ (Tides, also known as tides)", "(Storms");
    }
  }

  @Test
  void aCollectionIsSubscribedToAndFetchedStepByStep() {
    try (Neighbour neighbour = new Neighbour()) {
      serve(neighbour, ONE);
      String server = "taxii+http://localhost:" + neighbour.port() + "/taxii2/";
      assertThat(run("subscribe", server, "--by", "ida", "--allow-host", "localhost").out())
          .contains("/api/collections/0a1b2c3d-0000-4000-8000-00000000000a/");
      assertThat(run("fetch", "--allow-host", "localhost").out()).contains("1 new document");
      Shell.Result again = run("fetch", "--allow-host", "localhost");
      assertThat(again.err()).isEmpty();
      assertThat(again.out()).contains("0 new documents").doesNotContain("on record already");
      assertThat(run("subscriptions").out()).contains("1 report");
      assertThat(run("claims").out()).contains("Elvheim Institute holds Copper Lynx responsible");
    }
  }
}

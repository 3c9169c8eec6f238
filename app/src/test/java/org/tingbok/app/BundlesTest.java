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
      assertThat(again.err()).isEmpty();
      assertThat(again.out()).contains("0 new documents").contains("1 on record already");
      assertThat(neighbour.asked()).hasSize(2);
    }
  }
}

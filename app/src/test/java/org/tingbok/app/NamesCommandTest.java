package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.testkit.Casebook;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists of names, what follows from them under a view, and what analysts decide, from the command line.
class NamesCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path GOLDEN = Path.of("src/test/resources/org/tingbok/app/names");
  private static final String BUNDLE = """
      {"type": "bundle", "id": "bundle--1", "objects": [
       {"type": "intrusion-set", "id": "intrusion-set--1", "name": "Grey Heron", "modified": "2025-03-10T00:00:00Z",
        "aliases": ["Grey Heron", "UNC9077"], "x_mitre_domains": ["enterprise-attack"], "external_references": [
         {"source_name": "mitre-attack", "external_id": "G9001", "url": "https://example.org/G9001"},
         {"source_name": "UNC9077", "description": "(Citation: Strand 2019)"},
         {"source_name": "Strand 2019", "url": "https://example.org/herons",
          "description": "Strand, I. (2019, March 4). Herons."}]},
       {"type": "intrusion-set", "id": "intrusion-set--2", "name": "Arctic Tern", "modified": "2025-04-10T00:00:00Z",
        "aliases": ["Arctic Tern", "Sleet Tern"], "x_mitre_domains": ["enterprise-attack"], "external_references": [
         {"source_name": "mitre-attack", "external_id": "G9002", "url": "https://example.org/G9002"}]}]}""";
  private static final String GALAXY = """
      {"type": "threat-actor", "values": [
       {"value": "Grey Heron", "uuid": "1", "meta": {"synonyms": ["UNC9077", "Arctic Tern", "Tide Castle"],
         "origin:UNC9077": "Mandiant"},
        "related": [{"dest-uuid": "2", "type": "similar",
          "tags": ["estimative-language:likelihood-probability=\\"likely\\""]}]},
       {"value": "Pewter Gull", "uuid": "2"}]}""";
  private static final String MAPPING = """
      [{"Threat actor name": "Amber Fjord", "Other names": "Grey Heron, <b>Bold & \\"Brave\\"</b>"},
       {"Threat actor name": "Pewter Fjord", "Other names": "Tide Castle"}]""";

  @TempDir
  private Path folder = Path.of("");

  @BeforeEach
  void importTheLists() throws IOException {
    try (Ledger ledger = Ledgers.open(folder.resolve("tingbok.ledger"), Casebook.CLOCK)) {
      ledger.append(Casebook.readings());
    }
    write("attack.json", BUNDLE);
    write("misp.json", GALAXY);
    write("microsoft.json", MAPPING);
    ok("names", "import", "attack", "attack.json");
    ok("names", "import", "misp", "misp.json", "--date", "2026-08-01");
    ok("names", "import", "microsoft", "microsoft.json", "--date", "2026-08-20");
  }

  @Test
  void printsNamesByGiverAndWhoFirstSaidSo() throws IOException {
    golden("any", ok("names", "grey", "heron"));
    golden("microsoft", ok("names", "Tide Castle", "--view", "microsoft"));
    golden("either", ok("names", "UNC9077", "--view", "all-analysts"));
    golden("as-of", ok("names", "Arctic Tern", "--as-of", "2025-12-31", "--view", "attack"));
  }

  @Test
  void tellsOfANameNobodySpeaksOfWhatTablesOrItsShapeTell() throws IOException {
    golden("inferred", ok("names", "mauve typhoon"));
    golden("inferred-twice", ok("names", "Velour Wolf"));
    golden("tables", ok("names", "Earth Zhulong", "--as-of", "2026-01-01"));
    golden("otherwise", ok("names", "AstraZeneca"));
    assertThat(ok("names", "Activision Blizzard")).doesNotContain("probably");
    golden("inferred-json", ok("names", "Mauve Typhoon", "--format", "json"));
    JsonNode known = json("names", "1937CN", "--format", "json").get("knowledge");
    assertThat(known.get("inferred").asBoolean()).isFalse();
    assertThat(known.get("actors").get(0).get("names").get(1).get("givers").get(0).asString()).isEqualTo("Trend Micro");
    assertThat(json("names", "Tide Castle", "--format", "json").get("rows").get(0).get("givers").get(0).get("inferred")
        .asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mauve Typhoon --as-of 2020", "Nobody Wolfish", "--"})
  void infersNothingWhereNothingImpliesIt(String words) {
    assertThat(run(("names " + words).split(" ")).status()).isNotZero();
  }

  @Test
  void tellsBodiesAndStatesByAnyOfTheirNames() throws IOException {
    golden("body", ok("names", "POLITIETS", "SIKKERHETSTENESTE"));
    for (String name : List.of("PST", "Norway's police secret service", "politiets sikkerhetstjeneste")) {
      assertThat(ok("names", name)).as(name).contains("Norwegian Police Security Service, security, Norway (NO)");
    }
    golden("state", ok("names", "Oslo"));
    golden("unit", ok("names", "Unit 26165"));
    assertThat(ok("names", "the Norwegian government")).contains("Norwegian government, government, Norway (NO)");
    JsonNode state = json("names", "Oslo", "--format", "json").get("knowledge").get("states").get(0);
    assertThat(state.get("as").asString()).isEqualTo("capital");
    assertThat(state.get("inferred").asBoolean()).isFalse();
  }

  @Test
  void tellsABodysPastAndWhoSpokeForItAsOfTheDay() throws IOException {
    golden("body-merged", ok("names", "CESG"));
    assertThat(ok("names", "CESG", "--as-of", "2016-09-30")).contains("part of  GCHQ").doesNotContain("carried on by");
    golden("office", ok("names", "Auswärtiges Amt"));
    assertThat(ok("names", "Auswärtiges Amt", "--as-of", "2019")).contains("Heiko Maas").doesNotContain("Baerbock");
    assertThat(ok("names", "Annalena Baerbock")).contains("foreign minister  Auswärtiges Amt");
    assertThat(run("names", "Annalena Baerbock", "--as-of", "2019").err()).startsWith("NAME_UNKNOWN: ");
  }

  @Test
  void printsContradictionsWithBothTexts() throws IOException {
    golden("contradictions", ok("names", "contradictions"));
    JsonNode page = json("names", "contradictions", "--format", "json");
    assertThat(page.get("contradicted").asInt()).isEqualTo(page.get("contradictions").size()).isEqualTo(3);
    assertThat(page.get("pairs").asInt()).isEqualTo(11);
  }

  @Test
  void importingAgainAddsNothingAndALaterEditionOnlyWhatChanged() throws IOException {
    JsonNode again = json("names", "import", "misp", "misp.json", "--date", "2026-09-01", "--format", "json");
    assertThat(again.get("added").asInt()).isZero();
    assertThat(again.get("known").asInt()).isEqualTo(6);
    write("misp.json", GALAXY.replace("\"Tide Castle\"", "\"Tidal Castle\""));
    JsonNode later = json("names", "import", "misp", "misp.json", "--date", "2026-10-01", "--format", "json");
    assertThat(List.of(later.get("added").asInt(), later.get("withdrawn").asInt())).containsExactly(1, 1);
    assertThat(names("Grey Heron", "--view", "misp")).contains("Tidal Castle").doesNotContain("Tide Castle");
    assertThat(names("Grey Heron", "--view", "misp", "--as-of", "2026-09-30")).contains("Tide Castle")
        .doesNotContain("Tidal Castle");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"names import attack misp.json|LIST_KIND", "names import misp attack.json|LIST_KIND",
          "names import microsoft misp.json|LIST_KIND", "names import csv misp.json|LIST_KIND",
          "names import rumours misp.json|LIST_KIND", "names import misp nowhere.json|PATH_MISSING",
          "names import misp .|PATH_UNREADABLE", "names import misp half.json|LIST_CUT_OFF",
          "names import misp http://127.0.0.1:9/x|LIST_UNAVAILABLE",
          "names import misp http://exa mple/|PATH_UNREADABLE",
          "names import misp misp.json --date June|DATE_UNREADABLE",
          "names import misp misp.json --date 2026|DATE_UNREADABLE",
          "names import misp misp.json --date 2027-01-01|DATE_TO_COME",
          "names decide same Heron Tern --reason x --by y --date 2027-01-01|DATE_TO_COME",
          "names Heron --view Nobody|VIEW_UNKNOWN", "incidents --view only:|VIEW_UNREADABLE", "names|USAGE",
          "names decide maybe A B --reason x --by y|VERDICT_UNKNOWN",
          "names decide same A a --reason x --by y|DECISION_OF_ONE",
          "names decide same A B --reason x|USAGE", "names reject Sandworm --reason x|DECISION_INCOMPLETE",
          "names reject --reason x --by y|USAGE", "names reject --from own.csv|DECISION_FORM",
          "read own.csv --ledger none.ledger|LEDGER_MISSING", "names resolve own.csv --column Bird|COLUMN_UNKNOWN"})
  void refusesInOneLine(String words, String code) throws IOException {
    write("half.json", GALAXY.substring(0, GALAXY.length() / 2));
    write("own.csv", "name\nx\n");
    byte[] before = Files.readAllBytes(folder.resolve("tingbok.ledger"));
    Shell.Result result = run(words.replace("exa mple", "exa\u0000mple").split(" ", -1));
    assertThat(result.errors()).as(result.err()).hasSize(1);
    assertThat(result.err()).startsWith(code + ": ");
    assertThat(result.status()).isEqualTo(2);
    assertThat(Files.readAllBytes(folder.resolve("tingbok.ledger"))).isEqualTo(before);
  }

  @Test
  void saysThatANameIsNotOnRecord() {
    Shell.Result result = run("names", "Nobody's Name");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).startsWith("NAME_UNKNOWN: ");
  }

  @Test
  void fetchesAListFromAnAddress() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/list", exchange -> {
      byte[] body = GALAXY.replace("Pewter Gull", "Brass Gull").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(ok("names", "import", "misp", address + "/list")).contains("2 new listings");
      assertThat(run("names", "import", "misp", address + "/none").err()).startsWith("LIST_UNAVAILABLE: ")
          .contains("404");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatAnAnalystSeparatesStaysSeparatedUntilUndone() {
    assertThat(names("Grey Heron", "--view", "any")).contains("UNC9077");
    ok("names", "decide", "distinct", "Grey Heron", "UNC9077", "--reason", "other hours", "--by", "ida");
    for (String view : List.of("any", "2-origins", "all", "misp+analysts")) {
      assertThat(names("Grey Heron", "--view", view)).as(view).doesNotContain("UNC9077");
    }
    assertThat(names("Grey Heron", "--view", "misp")).contains("UNC9077");
    assertThat(ok("names", "Grey Heron")).contains("ida: other hours");
    assertThat(ok("names", "decide", "distinct", "Grey Heron", "UNC9077", "--reason", "other hours", "--by", "ida"))
        .contains("on record already");
    ok("names", "decide", "undone", "UNC9077", "Grey Heron", "--reason", "misread", "--by", "ida");
    assertThat(names("Grey Heron", "--view", "any")).contains("UNC9077");
  }

  @Test
  void aRejectedNameIsNoActorInWhatIsReadFromThenOn() throws IOException {
    write("museum.txt", """
        Harbour Gazette

        1 March 2024

        Microsoft blamed Sandworm for the attack on the museum in Oslo.
        """);
    write("grid.txt", """
        Harbour Gazette

        2 March 2024

        Microsoft blamed Sandworm for the attack on the power grid of Ukraine.
        """);
    assertThat(accused()).isEqualTo(2);
    assertThat(ok("names", "reject", "Sandworm", "--reason", "a machine", "--by", "ida", "--context", "museum"))
        .isEqualTo("recorded: Sandworm is not an actor's name near 'museum', by ida on 2026-11-22: a machine\n");
    assertThat(accused()).isEqualTo(1);
    assertThat(ok("names", "reject", "Sandworm", "--reason", "a mollusc", "--by", "ida")).startsWith("recorded");
    assertThat(ok("names", "reject", "Sandworm", "--reason", "a mollusc", "--by", "ida")).startsWith("on record");
    assertThat(accused()).isZero();
    ok("add", "museum.txt", "grid.txt");
    assertThat(ok("actors")).doesNotContain("Sandworm");

    ok("names", "reject", "sandworm", "--undo", "--reason", "it was them", "--by", "per");
    assertThat(accused()).isEqualTo(2);
    golden("rejected", ok("names", "rejected"));
    JsonNode rows = json("names", "rejected", "--format", "json").get("decisions");
    assertThat(rows.size()).isEqualTo(4);
    assertThat(rows.get(0).get("standing").asBoolean()).isFalse();

    write("decisions.tsv", ok("names", "rejected", "--export"));
    assertThat(ok("names", "reject", "--from", "decisions.tsv", "--ledger", "other.ledger"))
        .isEqualTo("recorded 4 decisions, 0 on record already\n");
    assertThat(ok("names", "rejected", "--export", "--ledger", "other.ledger"))
        .isEqualTo(ok("names", "rejected", "--export"));
    Shell.Result nothing = run("names", "reject", "Sandworm", "--undo", "--reason", "again", "--by", "per");
    assertThat(nothing.status()).isEqualTo(1);
    assertThat(nothing.err()).startsWith("REJECTION_UNKNOWN: ");
  }

  private long accused() {
    return json("read", "museum.txt", "grid.txt", "--ledger", "tingbok.ledger", "--format", "json").get("claims")
        .valueStream()
        .filter(claim -> claim.get("type").asString().equals("attribution") && claim.toString().contains("Sandworm\""))
        .count();
  }

  @Test
  void annotatesATableWithoutTouchingItsColumns() throws IOException {
    write("own.csv",
        "id;Group;note\r\n1;unc9077;\"a; b \"\"c\"\"\"\r\n2;Nobody;\r\n3;;empty\r\n4;=1+1;x\r\n5;Mauve Typhoon;\r\n6;1937CN;\r\n7;Velour Wolf;\r\n");
    String out = ok("names", "resolve", "own.csv", "--view", "attack");
    assertThat(out).isEqualTo("""
        id;Group;note;tingbok_actor;tingbok_names;tingbok_either;tingbok_overlaps;tingbok_several;tingbok_said_by;tingbok_status;tingbok_view;\
        tingbok_inferred_giver;tingbok_inferred_state;tingbok_inferred_from
        1;unc9077;"a; b ""c""\";Grey Heron;"Grey Heron; UNC9077";;;;MITRE ATT&CK;known;attack;;;
        2;Nobody;;Nobody;Nobody;;;;;unknown;attack;;;
        3;;empty;;;;;;;unknown;attack;;;
        4;=1+1;x;'=1+1;'=1+1;;;;;unknown;attack;;;
        5;Mauve Typhoon;;Mauve Typhoon;Mauve Typhoon;;;;;unknown;attack;Microsoft;CN;convention
        6;1937CN;;1937CN;1937CN;;;;;unknown;attack;;CN;tables
        7;Velour Wolf;;Velour Wolf;Velour Wolf;;;;;unknown;attack;CrowdStrike or BI.ZONE;;convention
        """.replace("\n", "\r\n"));
    JsonNode row = json("names", "resolve", "own.csv", "--view", "attack", "--format", "json").get("rows").get(0);
    assertThat(row.get("cells").get("note").asString()).isEqualTo("a; b \"c\"");
    assertThat(row.get("resolved").get("names").size()).isEqualTo(2);
    assertThat(new Shell(folder).input("name\nUNC9077\n").run("names", "resolve", "-").out()).contains("Grey Heron");
  }

  @Test
  void tellsAnOverlapOfTheTwoNamesThatItIsSaidOf() throws IOException {
    assertThat(ok("names", "Pewter Gull")).contains("∩  Grey Heron",
        "∩ Grey Heron overlaps with Pewter Gull, “likely”: MISP galaxy, in its edition of 1 August 2026\n")
        .doesNotContain("UNC9077");
    JsonNode overlap = json("names", "UNC9077", "--view", "misp+overlap", "--format", "json").get("overlaps").get(0);
    assertThat(overlap.get("own").asString()).isEqualTo("Grey Heron");
    assertThat(overlap.get("other").asString()).isEqualTo("Pewter Gull");
    assertThat(overlap.get("counts").asBoolean()).isTrue();
    write("own.csv", "name\nPewter Gull\nUNC9077\n");
    assertThat(ok("names", "resolve", "own.csv", "--view", "misp+overlap")).contains(
        "Pewter Gull,Pewter Gull,Pewter Gull,,\"Grey Heron (of Pewter Gull, MISP galaxy: likely)\",",
        ",\"Pewter Gull (of Grey Heron, MISP galaxy: likely)\",");
    assertThat(ok("names", "resolve", "own.csv", "--view", "misp")).doesNotContain("likely");
  }

  @Test
  void marksANameThatListsGiveToSeveral() throws IOException {
    write("two.csv", "name,actor,source\nMoor Lark,Moor Lark,Tarn Desk\nFen,Moor Lark,Tarn Desk\nMoor Owl,Moor Owl,"
        + "Tarn Desk\nFen,Moor Owl,Tarn Desk\n");
    ok("names", "import", "csv", "two.csv", "--date", "2026-08-01");
    assertThat(ok("names", "Moor Owl")).contains("=  Fen*",
        "* Fen is a name of several: Moor Lark (Tarn Desk), Moor Owl (Tarn Desk)");
    write("own.csv", "name\nFen\nMoor Owl\n");
    assertThat(ok("names", "resolve", "own.csv")).contains(",Moor Lark (Tarn Desk); Moor Owl (Tarn Desk),",
        "Moor Owl,Moor Owl,Fen; Moor Owl,,,,Tarn Desk,known,any");
  }

  @Test
  void narrowsContradictionsToAnActor() {
    assertThat(ok("names", "contradictions", "UNC9077", "--view", "attack"))
        .contains("UNC9077 and Arctic Tern", "of 7 pairs with a name of UNC9077")
        .doesNotContain("Arctic Tern and Tide");
    assertThat(run("names", "contradictions", "Nobody's Name").err()).startsWith("NAME_UNKNOWN: ");
  }

  @Test
  void listsDecisionsAndThoseThatWereTakenBack() throws IOException {
    assertThat(run("names", "decisions").status()).isEqualTo(1);
    ok("names", "decide", "distinct", "Grey Heron", "UNC9077", "--reason", "other hours", "--by", "ida", "--date",
        "2026-09-01");
    ok("names", "decide", "undone", "UNC9077", "Grey Heron", "--reason", "misread", "--by", "per");
    ok("names", "decide", "same", "Arctic Tern", "Tide Castle", "--reason", "one server", "--by", "ida");
    golden("decisions", ok("names", "decisions"));
    assertThat(ok("names", "decisions", "UNC9077")).contains("taken back by per").doesNotContain("one server");
    assertThat(ok("names", "UNC9077")).contains("(taken back by per on\n2026-11-22: misread)");
    JsonNode rows = json("names", "decisions", "--format", "json").get("decisions");
    assertThat(rows.get(0).get("standing").asBoolean()).isFalse();
    assertThat(rows.get(1).get("standing").asBoolean()).isTrue();
    assertThat(ok("names", "decisions", "--as-of", "2026-09-30")).doesNotContain("taken back");
  }

  @Test
  void refusesADecisionThatWouldDoNothing() {
    Shell.Result typo = run("names", "decide", "same", "Gray Heron", "UNC9077", "--reason", "x", "--by", "ida");
    assertThat(typo.err()).startsWith("NAME_UNUSED: ").contains("Gray Heron", "the nearest on record: Grey Heron");
    assertThat(typo.status()).isEqualTo(1);
    assertThat(ok("names", "decide", "same", "Gray Heron", "UNC9077", "--reason", "x", "--by", "ida", "--anyway"))
        .startsWith("recorded");
    Shell.Result nothing = run("names", "decide", "undone", "Grey Heron", "UNC9077", "--reason", "x", "--by", "ida");
    assertThat(nothing.err()).startsWith("DECISION_UNKNOWN: ");
  }

  @Test
  void saysWhyAnActorHasNoLevels() {
    assertThat(ok("actor", "Pewter Fjord")).contains("Level by level",
        "Nobody on record says whom it acts for, belongs to or is part of");
  }

  @Test
  void takesGalaxiesOfActorsOnly() throws IOException {
    write("galaxy.json", "{\"category\": \"tool\", \"type\": \"ransomware\", \"values\": [{\"value\": \"$$$\"}]}");
    assertThat(run("names", "import", "misp", "galaxy.json").err())
        .isEqualTo("LIST_KIND: galaxy.json is a MISP galaxy of "
            + "tools and malware (ransomware), not of actors; take one of actors, such as threat-actor.json\n");
    write("galaxy.json",
        "{\"type\": \"our-actors\", \"values\": [{\"value\": \"Moor Lark\", \"uuid\": \"7\", \"meta\": "
            + "{\"synonyms\": [\"$$$\"]}}]}");
    assertThat(run("names", "import", "misp", "galaxy.json").err())
        .isEqualTo("LIST_NAME_UNREADABLE: galaxy.json: '$$$' is "
            + "no name, for it has neither letter nor digit, in the entry of 'Moor Lark', 7, of misp/our-actors\n");
    write("galaxy.json",
        "{\"type\": \"our-actors\", \"values\": [{\"value\": \"Moor Lark\", \"uuid\": \"7\", \"meta\": "
            + "{\"synonyms\": [\"Fen Lark (IBM)\", \"Subgroup: Reed Lark\", \"Bog Lark,\"]}}]}");
    ok("names", "import", "misp", "galaxy.json", "--date", "2026-08-01");
    assertThat(ok("names", "Moor Lark")).contains("=  Fen Lark", "IBM X-Force", "=  Bog Lark ", "∩  Reed Lark",
        "∩ Reed Lark is part of Moor Lark: MISP galaxy");
  }

  @Test
  void readsEmbassiesMinistriesAndOfficesByTheirWords() throws IOException {
    golden("embassy", ok("names", "the Russian embassy in Oslo"));
    golden("ministry", ok("names", "Ministry of Transport of Norway"));
    golden("minister", ok("names", "utenriksministeren"));
    golden("minister-of-state", ok("names", "Norges utenriksminister", "--as-of", "2022-06-01"));
    golden("surname", ok("names", "Lavrov"));
    golden("look-alike", ok("names", "Flash Flood"));
    JsonNode composed =
        json("names", "ambassade de Chine à Paris", "--format", "json").get("knowledge").get("composed");
    assertThat(composed.get(0).get("state").get("code").asString()).isEqualTo("CN");
    assertThat(composed.get(0).get("host").get("code").asString()).isEqualTo("FR");
    assertThat(composed.get(0).get("language").asString()).isEqualTo("French");
  }

  @Test
  void everyQueryTakesAView() {
    assertThat(ok("incident", "fjordline", "--view", "attack")).contains("Disputed").doesNotContain("also as");
    assertThat(ok("incident", "fjordline", "--view", "misp")).contains("Grey Heron (also as Arctic Tern)");
    JsonNode held = json("incident", "fjordline", "--view", "misp", "--format", "json").get("held");
    assertThat(held.size()).isEqualTo(1);
    assertThat(held.get(0).get("alsoAs").get(0).asString()).isEqualTo("Arctic Tern");
    assertThat(held.get(0).get("origins").asInt()).isEqualTo(2);
    assertThat(ok("disputes", "--view", "attack")).contains("Grey Heron is accused");
    assertThat(ok("disputes", "--view", "misp")).doesNotContain("Arctic Tern is accused");
    assertThat(ok("incidents", "--view", "misp")).contains("Names under the view misp.");
    assertThat(json("actors", "--view", "misp", "--format", "json").get("actors").toString())
        .contains("\"known\":[\"Grey Heron\",\"Tide Castle\",\"UNC9077\"]");
    assertThat(ok("actor", "UNC9077", "--view", "misp")).contains("Grey Heron", "Intrusion at Fjordline Booking");
    assertThat(ok("actor", "Pewter Fjord")).contains("also Tide Castle");
    String claim = json("incident", "fjordline", "--format", "json").get("held").get(0).get("holdings").get(0)
        .get("claims").get(0).asString();
    assertThat(ok("show", claim, "--view", "attack")).contains("Grey Heron is also UNC9077");
  }

  private String names(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "names";
    System.arraycopy(words, 0, all, 1, words.length);
    all[all.length - 2] = "--format";
    all[all.length - 1] = "json";
    return json(all).get("names").toString();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private Shell.Result run(String... words) {
    return new Shell(folder).run(words);
  }

  private String ok(String... words) {
    Shell.Result result = run(words);
    assertThat(result.err()).as("standard error").isEmpty();
    assertThat(result.status()).as("exit status").isZero();
    return result.out();
  }

  private JsonNode json(String... words) {
    return JSON.readTree(ok(words));
  }

  /// Compares with what was approved; `-Dgolden=accept` writes it instead, and fails.
  private static void golden(String name, String actual) throws IOException {
    Path approved = GOLDEN.resolve(name + ".txt");
    if ("accept".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(approved, actual);
      return;
    }
    if (!Files.exists(approved)) {
      fail("nothing approved as " + approved);
    }
    assertThat(actual).isEqualTo(Files.readString(approved));
  }

  @Test
  void anAcceptingRunProvesNothing() {
    assertThat(System.getProperty("golden", "")).as("an accepting run does not pass").isNotEqualTo("accept");
  }
}

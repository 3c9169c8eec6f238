package org.tingbok.exchange.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tingbok.claim.Citation;
import org.tingbok.claim.Listing;
import org.tingbok.ledger.NameList;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.TingbokException;

class ListReaderTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final String GROUP = """
      {"modified": "2025-03-10T20:15:06.958Z", "name": "Salt Otter", "aliases": ["Salt Otter", "UNC9077", "Brine Weasel"],
       "description": "(Citation: Not an alias)", "id": "intrusion-set--1", "type": "intrusion-set",
       "x_mitre_domains": ["enterprise-attack"],
       "external_references": [
         {"source_name": "mitre-attack", "external_id": "G9001", "url": "https://example.org/G9001"},
         {"source_name": "UNC9077", "description": "(Citation: Strand Otters 2019)(Citation: Lost note)"},
         {"source_name": "Strand Otters 2019", "url": "https://example.org/otters",
          "description": "Strand, I. (2019, March 4). Otters. Retrieved May 1, 2020."}]}""";
  private static final String BUNDLE = """
      {"type": "bundle", "id": "bundle--1", "objects": [
        {"type": "attack-pattern", "id": "a--1", "name": "Not an actor", "modified": "2025-06-01T00:00:00Z",
         "aliases": ["UNC9077"], "kill": [{"deep": [1, {"x": "}"}]}]},
        %s,
        {"type": "intrusion-set", "id": "intrusion-set--2", "name": "Gone Tern", "aliases": ["Tern"], "revoked": true,
         "modified": "2024-01-01T00:00:00Z", "x_mitre_domains": ["enterprise-attack"]}]}""";
  private static final String GALAXY = """
      {"authors": ["Various"], "name": "Threat Actor", "values": [
        {"value": "Salt Otter", "uuid": "u1",
         "meta": {"synonyms": ["UNC9077", " Brine Weasel", ""], "refs": ["https://example.org/a"],
           "name-attribution": ["UNC9077:da5cdcd1-7b15-4371-b7eb-ca32916d2052", "Salt Otter:not-known"],
           "origin:BRINE WEASEL": "Lantern Labs"},
         "related": [
           {"dest-uuid": "u2", "type": "similar",
            "tags": ["estimative-language:likelihood-probability=\\"likely\\""]},
           {"dest-uuid": "u2", "type": "uses"}, {"dest-uuid": "elsewhere", "type": "similar"}]},
        {"value": "Iron Heron - G0088", "uuid": "u2"}],
       "type": "threat-actor", "version": 3}""";
  private static final String MAPPING = """
      [{"Threat actor name": "Amber Fjord", "Origin/Threat": "Elvheim", "Other names": "Salt Otter, UNC9077, "},
       {"Threat actor name": "Pewter Fjord", "Origin/Threat": "Varland", "Other names": ""}]""";

  @Test
  void readsABundleWithTheDocumentsCitedForEachAlias() {
    NameList list = read(ListKind.ATTACK, BUNDLE.formatted(GROUP));
    assertThat(list.list()).isEqualTo("attack/enterprise-attack");
    assertThat(list.day()).isEqualTo("2025-06-01");
    assertThat(list.listings()).extracting(Listing::name).containsExactly("Salt Otter", "UNC9077", "Brine Weasel");
    assertThat(list.listings()).extracting(Listing::claimant).containsOnly("MITRE ATT&CK");
    Listing alias = list.listings().get(1);
    assertThat(alias.entry()).isEqualTo("G9001");
    assertThat(alias.saidOn()).isEqualTo(PartialDate.parse("2025-03-10"));
    assertThat(alias.citations()).containsExactly(
        new Citation("Strand, I. (2019, March 4). Otters. Retrieved May 1, 2020.",
            Optional.of("https://example.org/otters"), PartialDate.parse("2019-03-04")),
        new Citation("Lost note", Optional.empty(), PartialDate.NOT_STATED));
    assertThat(alias.words()).isEqualTo("aliases: UNC9077 (Citation: Strand Otters 2019)(Citation: Lost note)");
    assertThat(list.listings().get(2).citations()).isEmpty();
  }

  private static String set(String id, String name, String more) {
    return """
        {"type": "intrusion-set", "id": "intrusion-set--%s", "name": "%s", "modified": "2025-01-02T00:00:00Z",
         "x_mitre_domains": ["enterprise-attack"], %s,
         "external_references": [{"source_name": "mitre-attack", "external_id": "G900%s"}]}"""
        .formatted(id, name, more, id);
  }

  private static String revokedBy(String revoked, String successor, String day) {
    return """
        {"type": "relationship", "relationship_type": "revoked-by", "modified": "%sT00:00:00Z",
         "source_ref": "intrusion-set--%s", "target_ref": "intrusion-set--%s"}""".formatted(day, revoked, successor);
  }

  private static List<String> former(String... objects) {
    return read(ListKind.ATTACK, "{\"type\": \"bundle\", \"objects\": [" + String.join(",", objects) + "]}").listings()
        .stream().filter(listing -> listing.relation() == AliasRelation.FORMER)
        .map(listing -> listing.entry() + " " + listing.actor() + " < " + listing.name() + ", " + listing.saidOn().iso()
            + ": " + listing.words())
        .toList();
  }

  @Test
  void leadsARevokedNameToItsSuccessor() {
    String otter = set("1", "Salt Otter", "\"aliases\": [\"Salt Otter\", \"UNC9077\"]");
    String tern = set("2", "Gone Tern", "\"revoked\": true, \"aliases\": [\"Gone Tern\", \"UNC 9077\", \"Sea Tern\"]");
    String gull = set("3", "Grey Gull", "\"revoked\": true, \"aliases\": []");
    assertThat(former(tern, otter, revokedBy("2", "1", "2024-03-04"))).containsExactly(
        "G9001 Salt Otter < Gone Tern, 2024-03-04: Gone Tern, revoked by Salt Otter",
        "G9001 Salt Otter < Sea Tern, 2024-03-04: aliases: Sea Tern, of Gone Tern, revoked by Salt Otter");
    assertThat(former(gull, tern, otter, revokedBy("3", "2", "2024-02-01"), revokedBy("2", "1", "2024-03-04")))
        .contains("G9001 Salt Otter < Grey Gull, 2024-02-01: Grey Gull, revoked by Salt Otter");
    assertThat(former(gull, tern, otter, revokedBy("3", "2", "2024-02-01"), revokedBy("2", "3", "2024-03-04")))
        .isEmpty();
    assertThat(former(tern, otter, revokedBy("2", "7", "2024-03-04"))).isEmpty();
  }

  @Test
  void keepsWhatADeprecatedGroupSays() {
    String tern = set("2", "Old Tern", "\"x_mitre_deprecated\": true, \"aliases\": [\"Old Tern\", \"Sea Tern\"]");
    assertThat(read(ListKind.ATTACK, "{\"type\": \"bundle\", \"objects\": [" + tern + "]}").listings())
        .extracting(listing -> listing.name() + " " + listing.words())
        .containsExactly("Old Tern name: Old Tern (deprecated)", "Sea Tern aliases: Sea Tern (deprecated)");
  }

  @Test
  void takesTheNewestVersionOfAGroup() {
    String newer = GROUP.replace("2025-03-10", "2025-05-01").replace(", \"Brine Weasel\"", "");
    for (String both : List.of(GROUP + "," + newer, newer + "," + GROUP)) {
      assertThat(read(ListKind.ATTACK, BUNDLE.formatted(both)).listings()).hasSize(2);
    }
  }

  @Test
  void readsAGalaxyWithWhoCoinedANameAndWhatIsRelated() {
    NameList list = read(ListKind.MISP, GALAXY);
    assertThat(list.list()).isEqualTo("misp/threat-actor");
    assertThat(list.day()).isEqualTo(TODAY);
    assertThat(list.listings()).extracting(Listing::name)
        .containsExactly("Salt Otter", "UNC9077", "Brine Weasel", "Iron Heron", "Iron Heron");
    assertThat(list.listings()).extracting(listing -> listing.giver().orElse("-"))
        .containsExactly("-", "Mandiant", "Lantern Labs", "-", "-");
    Listing related = list.listings().get(3);
    assertThat(related.relation()).isEqualTo(AliasRelation.OVERLAP);
    assertThat(related.certainty().level()).isEqualTo(CertaintyLevel.MODERATE);
    assertThat(related.certainty().likelihood()).contains(Likelihood.LIKELY);
    assertThat(related.words()).isEqualTo("related: Iron Heron, similar, likely");
  }

  @Test
  void readsMicrosoftsMapping() {
    NameList list = read(ListKind.MICROSOFT, MAPPING);
    assertThat(list.listings()).extracting(listing -> listing.actor() + "/" + listing.name())
        .containsExactly("Amber Fjord/Amber Fjord", "Amber Fjord/Salt Otter", "Amber Fjord/UNC9077",
            "Pewter Fjord/Pewter Fjord");
    assertThat(list.listings().getFirst().giver()).contains("Microsoft");
  }

  @Test
  void readsATable() {
    NameList list = read(ListKind.CSV, """
        \ufeffactor;NAME;giver;source;date;note
        Salt Otter;UNC9077;Mandiant;"Tide; Research";2023-05;x
        Salt Otter;"Brine ""W"" Weasel";;Lantern Labs;;

        """);
    assertThat(list.list()).isEqualTo("csv/list");
    assertThat(list.listings()).extracting(listing -> listing.claimant() + "/" + listing.name()).containsExactly(
        "Tide; Research/UNC9077", "Tide; Research/Salt Otter", "Lantern Labs/Brine \"W\" Weasel",
        "Lantern Labs/Salt Otter");
    assertThat(list.listings().getFirst().saidOn()).isEqualTo(PartialDate.parse("2023-05"));
    assertThat(list.listings().getFirst().giver()).contains("Mandiant");
  }

  @Test
  void unpacksAndTakesWhatItIsTold() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(MAPPING.getBytes(StandardCharsets.UTF_8));
    }
    ListOrder order = new ListOrder(ListKind.MICROSOFT, "m.json.gz", TODAY, Optional.of(TODAY.minusDays(9)),
        Optional.of("Somebody"), Optional.of("ours"));
    NameList list = ListReader.read(new ByteArrayInputStream(packed.toByteArray()), order);
    assertThat(list.day()).isEqualTo(TODAY.minusDays(9));
    assertThat(list.list()).isEqualTo("ours");
    assertThat(list.listings()).hasSize(4).extracting(Listing::claimant).containsOnly("Somebody");
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    assertThat(refused("LIST_CUT_OFF", () -> ListReader.read(new ByteArrayInputStream(half), order)))
        .hasMessageContaining("m.json.gz");
  }

  /// Wherever a list is cut, it is refused.
  @ParameterizedTest
  @EnumSource(names = {"ATTACK", "MISP", "MICROSOFT"})
  void refusesHalfAFile(ListKind kind) {
    String whole = switch (kind) {
      case ATTACK -> BUNDLE.formatted(GROUP);
      case MISP -> GALAXY;
      case MICROSOFT, CSV -> MAPPING;
    };
    for (int length = 1; length < whole.length(); length++) {
      String half = whole.substring(0, length);
      assertThatExceptionOfType(TingbokException.class).as(half).isThrownBy(() -> read(kind, half))
          .satisfies(refusal -> assertThat(refusal.code()).isIn("LIST_CUT_OFF", "LIST_UNREADABLE"))
          .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n"));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"ATTACK|LIST_KIND|[]", "ATTACK|LIST_KIND|{}",
      "ATTACK|LIST_KIND|7", "ATTACK|LIST_KIND|{\"type\":\"bundle\",\"objects\":[3]}", "ATTACK|LIST_KIND|` `",
      "ATTACK|LIST_UNREADABLE|<html>no list</html>", "ATTACK|LIST_EMPTY|{\"type\":\"bundle\",\"objects\":[]}",
      "ATTACK|LIST_CLAIMANT|{\"type\":\"bundle\",\"objects\":[{\"type\":\"intrusion-set\",\"id\":\"i\",\"name\":\"A\"}]}",
      "ATTACK|LIST_UNREADABLE|{\"type\":\"bundle\",\"objects\":[{\"modified\":\"yesterday, I think\"}]}",
      "MISP|LIST_KIND|[]", "MISP|LIST_KIND|{\"type\":\"bundle\",\"objects\":[]}", "MISP|LIST_EMPTY|{\"values\":[]}",
      "MISP|LIST_DUPLICATE|{\"values\":[{\"value\":\"A\",\"uuid\":\"1\"},{\"value\":\"B\",\"uuid\":\"1\"}]}",
      "MISP|LIST_NAME_UNREADABLE|{\"values\":[{\"uuid\":\"1\"}]}",
      "MISP|LIST_NAME_UNREADABLE|{\"values\":[{\"value\":\"a\\u202eb\",\"uuid\":\"1\"}]}",
      "MISP|LIST_NAME_UNREADABLE|{\"values\":[{\"value\":\"a\\u001b[31mb\",\"uuid\":\"1\"}]}",
      "MISP|LIST_UNREADABLE|{\"values\":[{\"value\":\"A\",\"uuid\":\"1\"}]} x",
      "MICROSOFT|LIST_KIND|{}", "MICROSOFT|LIST_KIND|[{\"name\":\"A\"}]",
      "MICROSOFT|LIST_DUPLICATE|[{\"Threat actor name\":\"A\"},{\"Threat actor name\":\"a\"}]",
      "CSV|LIST_KIND|a,b", "CSV|LIST_CLAIMANT|`name,actor`", "CSV|LIST_UNREADABLE|`name,actor,source\nA,B`",
      "CSV|LIST_UNREADABLE|`name,actor,source,date\nA,B,C,once`", "CSV|LIST_CUT_OFF|`name,actor,source\nA,B,\"C`"})
  void refusesInOneLineWhatIsNoList(ListKind kind, String code, String content) {
    assertThat(refused(code, () -> read(kind, content))).hasMessageContaining("list.json")
        .extracting(Throwable::getMessage).asString().doesNotContain("\n", "\u001b", "\u202e").hasSizeLessThan(400);
  }

  @Test
  void refusesNamesAndEntriesWithoutMeasure() {
    refused("LIST_NAME_UNREADABLE",
        () -> read(ListKind.MICROSOFT, "[{\"Threat actor name\":\"" + "(a+)+".repeat(1000) + "\"}]"));
    StringBuilder names = new StringBuilder("x0");
    for (int i = 1; i < 700; i++) {
      names.append(", x").append(i);
    }
    refused("LIST_TOO_LARGE",
        () -> read(ListKind.MICROSOFT, "[{\"Threat actor name\":\"A\",\"Other names\":\"" + names + "\"}]"));
    refused("LIST_KIND", () -> read(ListKind.MISP, "{\"values\":" + "[".repeat(5000)));
    refused("LIST_TOO_LARGE",
        () -> read(ListKind.MISP, "{\"values\":[{\"value\":\"A\",\"meta\":" + "[".repeat(5000)));
  }

  @Test
  void refusesAListThatCallsNearlyEveryNameEveryOther() {
    StringBuilder table = new StringBuilder("name,actor,source\n");
    for (int actor = 0; actor < 60; actor++) {
      for (int name = 0; name < 190; name++) {
        table.append("Wren ").append(actor + name).append(",Heron ").append(actor).append(",The one source\n");
      }
    }
    assertThat(refused("LIST_TOO_LARGE", () -> read(ListKind.CSV, table.toString())))
        .hasMessageContaining("pairs of names");
  }

  @Test
  void duplicateIdsAreRefused() {
    refused("LIST_DUPLICATE", () -> read(ListKind.ATTACK, BUNDLE.formatted(GROUP + "," + GROUP)));
    refused("LIST_DUPLICATE", () -> read(ListKind.ATTACK,
        BUNDLE.formatted(GROUP + "," + GROUP.replace("intrusion-set--1", "intrusion-set--3"))));
  }

  /// Nothing but groups is held: a bundle of any size takes no more memory than its names.
  @Test
  void streamsABigBundle() {
    byte[] object = ("{\"type\":\"malware\",\"id\":\"m\",\"description\":\"" + "x".repeat(4000) + "\"},")
        .getBytes(StandardCharsets.UTF_8);
    List<InputStream> parts = new java.util.ArrayList<>(List.of(bytes("{\"type\":\"bundle\",\"objects\":[")));
    parts.addAll(Collections.nCopies(10_000, object).stream().map(ByteArrayInputStream::new).toList());
    parts.add(bytes(GROUP + "]}"));
    NameList list = ListReader.read(new SequenceInputStream(Collections.enumeration(parts)), order(ListKind.ATTACK));
    assertThat(list.listings()).hasSize(3);
  }

  @Test
  void writesRowsAsTheyAreReadAgain() throws IOException {
    List<String> cells = List.of("plain", "with, comma", "with \"quotes\"", "two\nlines", " blank ", "", "=1+1");
    for (char separator : new char[] {',', ';', '\t'}) {
      String head = "a" + separator + "b" + separator + "c\r\n";
      Csv csv = new Csv(bytes(head + Csv.line(cells, separator)), "t");
      assertThat(csv.row()).contains(List.of("a", "b", "c"));
      assertThat(csv.row()).contains(cells);
      assertThat(csv.row()).isEmpty();
    }
  }

  private static NameList read(ListKind kind, String content) {
    return ListReader.read(bytes(content), order(kind));
  }

  private static ListOrder order(ListKind kind) {
    return new ListOrder(kind, "list.json", TODAY, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static TingbokException refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call,
      String... orElse) {
    TingbokException refusal = org.assertj.core.api.Assertions.catchThrowableOfType(TingbokException.class, call);
    assertThat(refusal).isNotNull();
    List<String> codes = new java.util.ArrayList<>(List.of(orElse));
    codes.add(code);
    assertThat(refusal.code()).as(refusal.getMessage()).isIn(codes);
    return refusal;
  }
}

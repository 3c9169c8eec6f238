package org.tingbok.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.Extracts;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.mention.Party;
import org.tingbok.testkit.Casebook;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import tools.jackson.databind.JsonNode;

class StixImporterTest {
  private final ReadingGenerator generator = ReadingGenerator.printingItsSeed();

  static byte[] exported(List<Reading> readings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StixWriter.write(out, Extracts.of(readings));
    return out.toByteArray();
  }

  static Imported read(byte[] bytes) {
    return Imports.read("x.stix.json", bytes).orElseThrow();
  }

  private static Map<String, Claim> claims(List<Reading> readings) {
    return readings.stream().flatMap(reading -> reading.claims().stream())
        .collect(Collectors.toMap(Claim::id, claim -> claim));
  }

  /// By id and version, so that the order of a bundle does not matter.
  static Map<String, JsonNode> objects(byte[] bundle) {
    Map<String, JsonNode> objects = new HashMap<>();
    BundleReader.MAPPER.readTree(bundle).path("objects")
        .forEach(object -> objects.put(object.path("id").asString() + object.path("modified").asString(""), object));
    return objects;
  }

  @Test
  void importOfAnExportIsTheLedger() {
    for (int round = 0; round < 200; round++) {
      List<Reading> readings = round == 0 ? Casebook.readings() : generator.readings(1 + round % 7);
      byte[] bundle = exported(readings);
      Imported imported = read(bundle);
      assertThat(imported.faults()).isEmpty();
      assertThat(claims(imported.readings())).isEqualTo(claims(readings));
      Map<String, Reading> back = imported.readings().stream()
          .collect(Collectors.toMap(one -> one.document().id().value(), one -> one));
      for (Reading reading : readings.stream().filter(one -> !one.claims().isEmpty()).toList()) {
        Reading again = java.util.Objects.requireNonNull(back.get(reading.document().id().value()));
        assertThat(again.document().sha256()).isEqualTo(reading.document().sha256());
        assertThat(again.document().title().filter(title -> !title.isBlank()))
            .isEqualTo(reading.document().title().filter(title -> !title.isBlank()));
        assertThat(again.document().publisher()).isEqualTo(reading.document().publisher());
        assertThat(again.document().published()).isEqualTo(reading.document().published());
        assertThat(KeptObjects.words(again.document())).hasSameSizeAs(reading.document().text());
      }
      assertThat(back.keySet()).isEqualTo(readings.stream().filter(one -> !one.claims().isEmpty())
          .map(one -> one.document().id().value()).collect(Collectors.toSet()));
    }
  }

  @Test
  void exportOfAnImportIsTheBundle() {
    for (int round = 0; round < 60; round++) {
      byte[] bundle = exported(generator.readings(1 + round % 7));
      byte[] again = exported(read(bundle).readings());
      assertThat(objects(again)).isEqualTo(objects(bundle));
    }
  }

  @Test
  void onlyBundlesAreRecognised() {
    StixImporter importer = new StixImporter();
    List.of("", " ", "{", "%PDF-1.7", "<html>", "{\"Event\":{\"uuid\":\"1\"}}", "{\"documents\":[],\"claims\":[]}",
        "[1]", "A bundle--of sticks", "{\"objects\":[]}", "{\"objects\":[{\"id\":3}]}").forEach(
            text -> assertThat(importer.recognises("a.json", text.getBytes(StandardCharsets.UTF_8))).as(text)
                .isFalse());
    List.of("{\"type\":\"bundle\"}", "\ufeff {\"type\":\"bundle\"", "{\"id\":\"bundle--x\",,",
        "{\"more\":false,\"objects\":[{\"type\":\"note\",\"id\":\"note--1\"}]}",
        "{\"objects\":[{\"type\":\"x\",\"spec_version\":\"2.1\"}],\"type\":\"bundle\"}",
        "{\"type\":\"report\",\"id\":\"report--26ffb872-1dd9-446e-b6f5-d58527e5b5d2\"}").forEach(
            text -> assertThat(importer.recognises("a.txt", text.getBytes(StandardCharsets.UTF_8))).as(text).isTrue());
  }

  private static final String BUNDLE = """
      {"type":"bundle","id":"bundle--26ffb872-1dd9-446e-b6f5-d58527e5b5d0","objects":[
      {"type":"identity","spec_version":"2.1","id":"identity--26ffb872-1dd9-446e-b6f5-d58527e5b5d1","created":"2024-05-01T08:00:00.000Z",
       "modified":"2024-05-01T08:00:00.000Z","name":"Elvheim Institute","identity_class":"organization"},
      {"type":"identity","spec_version":"2.1","id":"identity--26ffb872-1dd9-446e-b6f5-d58527e5b5d2","created":"2024-05-01T08:00:00.000Z",
       "modified":"2024-05-01T08:00:00.000Z","name":"Ministry of Tides","identity_class":"organization"},
      {"type":"campaign","spec_version":"2.1","id":"campaign--26ffb872-1dd9-446e-b6f5-d58527e5b5d3","created":"2024-05-01T08:00:00.000Z",
       "modified":"2024-05-01T08:00:00.000Z","name":"Harbour raid","first_seen":"2024-03-02T00:00:00Z","last_seen":"2024-03-09T00:00:00Z"},
      {"type":"intrusion-set","spec_version":"2.1","id":"intrusion-set--26ffb872-1dd9-446e-b6f5-d58527e5b5d4","created":"2024-05-01T08:00:00.000Z",
       "modified":"2024-06-01T08:00:00.000Z","name":"Copper Lynx","aliases":["Copper Lynx","Tin Heron"],"created_by_ref":"identity--26ffb872-1dd9-446e-b6f5-d58527e5b5d1"},
      {"type":"relationship","spec_version":"2.1","id":"relationship--26ffb872-1dd9-446e-b6f5-d58527e5b5d5","created":"2024-05-02T08:00:00.000Z",
       "modified":"2024-05-03T08:00:00.000Z","relationship_type":"attributed-to","description":"The tools point that way.","confidence":85,
       "created_by_ref":"identity--26ffb872-1dd9-446e-b6f5-d58527e5b5d1","external_references":[{"source_name":"Tide notes","url":"https://example.org/tide"}],
       "source_ref":"campaign--26ffb872-1dd9-446e-b6f5-d58527e5b5d3","target_ref":"intrusion-set--26ffb872-1dd9-446e-b6f5-d58527e5b5d4"},
      {"type":"relationship","spec_version":"2.1","id":"relationship--26ffb872-1dd9-446e-b6f5-d58527e5b5d6","created":"2024-05-02T08:00:00.000Z",
       "modified":"2024-05-03T08:00:00.000Z","relationship_type":"targets",
       "source_ref":"campaign--26ffb872-1dd9-446e-b6f5-d58527e5b5d3","target_ref":"identity--26ffb872-1dd9-446e-b6f5-d58527e5b5d2"},
      {"type":"opinion","spec_version":"2.1","id":"opinion--26ffb872-1dd9-446e-b6f5-d58527e5b5d7","created":"2024-05-04T08:00:00.000Z",
       "modified":"2024-05-04T08:00:00.000Z","opinion":"disagree","explanation":"Others had the same tools.","authors":["Fjord Post"],
       "object_refs":["relationship--26ffb872-1dd9-446e-b6f5-d58527e5b5d5"]},
      {"type":"opinion","spec_version":"2.1","id":"opinion--26ffb872-1dd9-446e-b6f5-d58527e5b5d8","created":"2024-05-05T08:00:00.000Z",
       "modified":"2024-05-05T08:00:00.000Z","opinion":"strongly-disagree","authors":["Copper Lynx"],
       "object_refs":["relationship--26ffb872-1dd9-446e-b6f5-d58527e5b5d5"]},
      {"type":"report","spec_version":"2.1","id":"report--26ffb872-1dd9-446e-b6f5-d58527e5b5d9","created":"2024-05-02T08:00:00.000Z",
       "modified":"2024-05-03T08:00:00.000Z","published":"2024-05-03T00:00:00Z","name":"Who raided the harbour","description":"Charts were taken.","created_by_ref":"identity--26ffb872-1dd9-446e-b6f5-d58527e5b5d1",
       "x_shelf":{"row":3},"object_refs":["relationship--26ffb872-1dd9-446e-b6f5-d58527e5b5d5","opinion--26ffb872-1dd9-446e-b6f5-d58527e5b5d7"]},
      {"type":"x-tide-table","spec_version":"2.1","id":"x-tide-table--26ffb872-1dd9-446e-b6f5-d58527e5b5da","created":"2024-05-02T08:00:00.000Z",
       "modified":"2024-05-03T08:00:00.000Z","heights":[1.50,2.25]}
      ]}""";

  @Test
  void readsWhatOthersSay() {
    Imported imported = read(BUNDLE.getBytes(StandardCharsets.UTF_8));
    assertThat(imported.faults()).isEmpty();
    assertThat(imported.readings()).hasSize(2);
    Reading report = imported.readings().getFirst();
    assertThat(report.document().title()).contains("Who raided the harbour");
    assertThat(report.document().publisher()).contains("Elvheim Institute");
    assertThat(report.document().published().iso()).isEqualTo("2024-05-03");
    assertThat(report.claims()).hasSize(2);
    Claim.Attribution accusation = (Claim.Attribution) report.claims().getFirst();
    assertThat(accusation.saying().claimants()).extracting(Party::name).containsExactly("Elvheim Institute");
    assertThat(accusation.saying().ownVoice()).isTrue();
    assertThat(accusation.saying().certainty().level()).isEqualTo(CertaintyLevel.HIGH);
    assertThat(accusation.saying().saidOn().iso()).isEqualTo("2024-05-02");
    assertThat(accusation.accused()).extracting(Party::name).containsExactly("Copper Lynx");
    assertThat(accusation.evidence()).extracting(Evidence::quote).containsExactly(
        "Harbour raid attributed-to Copper Lynx", "The tools point that way.", "confidence 85",
        "Tide notes https://example.org/tide");
    assertThat(accusation.incident().orElseThrow().victims()).extracting(Party::name)
        .containsExactly("Ministry of Tides");
    assertThat(accusation.incident().orElseThrow().period().iso()).isEqualTo("2024-03-02/2024-03-09");
    Claim.NonAttribution doubt = (Claim.NonAttribution) report.claims().get(1);
    assertThat(doubt.saying().claimants()).extracting(Party::name).containsExactly("Fjord Post");
    assertThat(doubt.saying().reportedBy()).containsExactly("Elvheim Institute");
    assertThat(doubt.accused()).extracting(Party::name).containsExactly("Copper Lynx");
    List<Claim> rest = imported.readings().get(1).claims();
    assertThat(rest).hasSize(1).first().isInstanceOf(Claim.Denial.class);
    assertThat(rest.getFirst().saying().claimants()).extracting(Party::name).containsExactly("Copper Lynx");
    assertThat(read(BUNDLE.getBytes(StandardCharsets.UTF_8)).readings()).isEqualTo(imported.readings());
  }

  @Test
  void handsOnWhatOthersWroteAsItCame() {
    byte[] bundle = BUNDLE.getBytes(StandardCharsets.UTF_8);
    Map<String, JsonNode> again = objects(exported(read(bundle).readings()));
    assertThat(again).containsAllEntriesOf(objects(bundle));
  }

  @Test
  void aliasesOfASetAreItsMakersClaims() {
    String loose = BUNDLE.replaceAll("(?s)\\{\"type\":\"report\".*?\\]\\},", "");
    Imported imported = read(loose.getBytes(StandardCharsets.UTF_8));
    assertThat(imported.readings()).hasSize(1);
    List<Claim> claims = imported.readings().getFirst().claims();
    assertThat(claims.stream().map(claim -> claim.type().code()).sorted(Comparator.naturalOrder()))
        .containsExactly("alias", "attribution", "denial", "non-attribution");
    Claim.Alias alias = claims.stream().filter(Claim.Alias.class::isInstance).map(Claim.Alias.class::cast).findFirst()
        .orElseThrow();
    assertThat(alias.relation()).isEqualTo(AliasRelation.SAME);
    assertThat(alias.second().name()).isEqualTo("Tin Heron");
    assertThat(alias.evidence().getFirst().quote()).isEqualTo("Copper Lynx, alias Tin Heron");
  }

  @Test
  void whatNobodySaysIsNoClaim() {
    String nobody = BUNDLE.replace(",\"authors\":[\"Fjord Post\"]", "").replace(
        "\"created_by_ref\":\"identity--26ffb872-1dd9-446e-b6f5-d58527e5b5d1\",\"external",
        "\"created_by_ref\":\"identity--26ffb872-1dd9-446e-b6f5-d58527e5b5ff\",\"external");
    Imported imported = read(nobody.getBytes(StandardCharsets.UTF_8));
    assertThat(imported.faults()).extracting(Imported.Fault::message).anyMatch(
        message -> message.contains("relationship--26ffb872-1dd9-446e-b6f5-d58527e5b5d5")
            && message.contains("created_by_ref"));
  }

  /// Version 2.0 says no version in its objects, and calls types labels.
  @Test
  void readsVersionTwoAsTwoOne() {
    String old = BUNDLE.replace("\"spec_version\":\"2.1\",", "").replace("\"published\"",
        "\"labels\":[\"campaign\"],\"published\"");
    Imported imported = read(old.getBytes(StandardCharsets.UTF_8));
    assertThat(imported.faults()).isEmpty();
    assertThat(imported.readings().getFirst().claims()).hasSize(2);
    JsonNode report = objects(exported(imported.readings())).values().stream()
        .filter(one -> one.path("name").asString("").equals("Who raided the harbour")).findFirst().orElseThrow();
    assertThat(report.path("spec_version").asString()).isEqualTo("2.1");
    assertThat(report.path("report_types").get(0).asString()).isEqualTo("campaign");
    assertThat(report.has("labels")).isFalse();
  }
}

package org.tingbok.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.Extracts;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;
import org.tingbok.testkit.Casebook;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.SourceReliability;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StixWriterTest {
  private static final Path SCHEMA = Path.of("..", "docs", "claim-provenance.schema.json");
  private final ReadingGenerator generator = ReadingGenerator.printingItsSeed();

  private static String text(Extract extract) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StixWriter.write(out, extract);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonNode bundle(Extract extract) {
    return JsonMapper.shared().readTree(text(extract));
  }

  private static List<JsonNode> objects(JsonNode bundle, String type) {
    return bundle.path("objects").valueStream().filter(one -> one.path("type").asString().equals(type)).toList();
  }

  @Test
  void breaksNoRuleInTwoHundredLedgers() {
    assertThat(StixRules.breaches(bundle(Extracts.of(Casebook.readings())))).isEmpty();
    for (int round = 0; round < 200; round++) {
      assertThat(StixRules.breaches(bundle(Extracts.of(generator.readings(1 + round % 7))))).isEmpty();
    }
  }

  @Test
  void noticesWhatBreaksARule() {
    String good = text(Extracts.of(Casebook.readings()));
    Map<String, String> faults = Map.of("\"spec_version\" : \"2.1\"", "\"spec_version\" : \"2.0\"",
        "\"labels\" : [ \"standing\" ]", "\"labels\" : [ ]", ".000Z\"", "Z\"", "\"source_ref\" : \"incident--",
        "\"source_ref\" : \"incident--0", "\"strongly-disagree\"", "\"never\"", "\"own_voice\" : false",
        "\"own_voice\" : null");
    faults.forEach((was, is) -> assertThat(StixRules.breaches(JsonMapper.shared().readTree(
        good.replaceFirst(java.util.regex.Pattern.quote(was), java.util.regex.Matcher.quoteReplacement(is)))))
        .as("%s for %s", is, was).isNotEmpty());
  }

  @Test
  void fitsThePublishedExtension() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(Files.readString(SCHEMA));
    Set<String> described = new HashSet<>();
    JsonMapper.shared().readTree(Files.readString(SCHEMA)).path("properties").propertyNames().forEach(described::add);
    Set<String> used = new HashSet<>();
    for (int round = 0; round < 40; round++) {
      List<Reading> readings = generator.readings(5);
      List<Act.Recorded> acts = Stream.concat(retractions(readings).stream(), grades(readings)).toList();
      for (JsonNode object : bundle(Extracts.of(readings, acts, _ -> true)).path("objects")) {
        JsonNode extension = object.path("extensions").path(Provenance.ID);
        if (!extension.isMissingNode()) {
          assertThat(schema.validate(extension)).extracting(Error::toString).isEmpty();
          extension.propertyNames().forEach(used::add);
        }
      }
    }
    used.add("ruling");
    used.add("copy_of");
    assertThat(used).isEqualTo(described);
  }

  /// Of everybody who claims something.
  private static Stream<Act.Recorded> grades(List<Reading> readings) {
    return readings.stream().flatMap(reading -> reading.claims().stream())
        .flatMap(claim -> claim.saying().claimants().stream()).map(Party::name).distinct()
        .map(name -> new Act.Recorded(new Act.Graded(name, Optional.of(SourceReliability.C), "its record", "desk",
            LocalDate.of(2026, 11, 23)), Extracts.RECORDED.plusSeconds(90)));
  }

  /// Of some claims, and of a document as a whole.
  private static List<Act.Recorded> retractions(List<Reading> readings) {
    List<Claim> claims = readings.stream().flatMap(reading -> reading.claims().stream()).toList();
    return Stream.concat(claims.stream().limit(3)
        .map(claim -> retracted(claim.id(), claim.saying().claimants().getFirst().name(), Optional.of(claim.id()))),
        claims.stream().skip(3).map(claim -> claim.document().value()).distinct().limit(1)
            .map(document -> retracted(document, "Its Publisher", Optional.empty())))
        .toList();
  }

  private static Act.Recorded retracted(String subject, String by, Optional<String> replacement) {
    return new Act.Recorded(new Act.Retracted(subject, RetractionKind.WITHDRAWN, by, LocalDate.of(2026, 11, 23),
        "in a later note", replacement), Extracts.RECORDED.plusSeconds(60));
  }

  @Test
  void whatWasTakenBackComesBackAsThat() {
    for (int round = 0; round < 40; round++) {
      List<Reading> readings = generator.readings(5);
      List<Act> acts = retractions(readings).stream().map(Act.Recorded::act).toList();
      Imported back = Imports
          .read("x.json",
              text(Extracts.of(readings, retractions(readings), _ -> true)).getBytes(StandardCharsets.UTF_8))
          .orElseThrow();
      assertThat(back.acts()).allMatch(acts::contains);
      assertThat(back.acts().isEmpty()).isEqualTo(acts.isEmpty());
    }
  }

  @Test
  void losesNoWordsAndMergesNoClaimants() {
    for (int round = 0; round < 30; round++) {
      List<Reading> readings = generator.readings(6);
      JsonNode bundle = bundle(Extracts.of(readings));
      Map<String, JsonNode> notes = new HashMap<>();
      objects(bundle, "note").forEach(note -> notes.put(claimOf(note), note));
      Map<String, List<JsonNode>> relationships = objects(bundle, "relationship").stream()
          .filter(one -> one.has("extensions")).collect(Collectors.groupingBy(StixWriterTest::claimOf));
      Set<String> ids = new HashSet<>();
      for (Claim claim : readings.stream().flatMap(reading -> reading.claims().stream()).toList()) {
        ids.add(claim.id());
        assertThat(notes).containsKey(claim.id());
        JsonNode note = java.util.Objects.requireNonNull(notes.get(claim.id()));
        claim.evidence().forEach(one -> assertThat(note.path("content").asString()).contains(one.quote()));
        assertThat(note.path("authors").valueStream().map(JsonNode::asString))
            .containsExactlyElementsOf(claim.saying().claimants().stream().map(Party::name).distinct().toList());
        assertThat(note.path("object_refs").valueStream().map(JsonNode::asString)).anyMatch(
            ref -> ref.startsWith("report--"));
        assertThat(note.path("extensions").path(Provenance.ID).path("evidence").valueStream()
            .map(one -> new Evidence(one.path("start").asInt(), one.path("end").asInt(), one.path("quote").asString())))
            .containsExactlyElementsOf(claim.evidence());
        if (claim instanceof Claim.Attribution attribution && note.path("extensions").path(Provenance.ID)
            .has("incident_ref")) {
          assertThat(relationships.get(claim.id())).as(claim.id()).hasSize((int) attribution.accused().stream()
              .map(party -> party.name() + (party.kind() == org.tingbok.mention.PartyKind.THREAT_ACTOR ? 1
                  : party.kind() == org.tingbok.mention.PartyKind.STATE ? 2 : 3))
              .distinct().count());
        }
      }
      assertThat(notes.keySet()).isEqualTo(ids);
    }
  }

  private static String claimOf(JsonNode object) {
    return object.path("extensions").path(Provenance.ID).path("claim_id").asString("");
  }

  @Test
  void writesTheSameBytesInWhateverOrderItWasRead() {
    List<Reading> readings = new ArrayList<>(generator.readings(20));
    String written = text(Extracts.of(readings));
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(readings, new Random(round));
      assertThat(text(Extracts.of(readings))).isEqualTo(written);
    }
  }

  /// A reader knows a version by id and `modified`: whatever is asked for, one version has one content.
  @Test
  void oneVersionHasOneContentWhateverIsAskedFor() {
    for (int round = 0; round < 30; round++) {
      List<Reading> readings = generator.readings(5);
      Map<String, String> versions = new HashMap<>();
      for (int part = 0; part < 6; part++) {
        int modulus = part;
        JsonNode bundle = bundle(Extracts.of(readings, List.of(),
            one -> modulus == 0 || Math.floorMod(one.id().hashCode(), 6) < modulus));
        assertThat(StixRules.breaches(bundle)).isEmpty();
        for (JsonNode object : bundle.path("objects")) {
          String version = object.path("id").asString() + object.path("modified").asString();
          assertThat(versions.computeIfAbsent(version, _ -> object.toString())).isEqualTo(object.toString());
        }
      }
    }
  }

  @Test
  void aRetractedClaimHasANewVersionAndANote() {
    List<Reading> readings = Casebook.readings();
    RecordedClaim first = Extracts.of(readings).parts().iterator().next().claims().getFirst();
    Act.Recorded act = new Act.Recorded(new Act.Retracted(first.id(), RetractionKind.WITHDRAWN,
        first.claim().saying().claimants().getFirst().name(), LocalDate.of(2026, 11, 23), "a note of its own",
        Optional.empty()), Extracts.RECORDED.plusSeconds(60));
    JsonNode before = bundle(Extracts.of(readings));
    JsonNode after = bundle(Extracts.of(readings, List.of(act), _ -> true));
    assertThat(StixRules.breaches(after)).isEmpty();
    JsonNode was = note(before, first.id());
    JsonNode is = note(after, first.id());
    assertThat(is.path("id")).isEqualTo(was.path("id"));
    assertThat(is.path("created")).isEqualTo(was.path("created"));
    assertThat(is.path("modified").asString()).isGreaterThan(was.path("modified").asString());
    assertThat(is.path("labels").get(0).asString()).isEqualTo("withdrawn");
    assertThat(is.has("revoked")).isFalse();
    assertThat(objects(after, "note")).extracting(note -> note.path("content").asString())
        .anyMatch(content -> content.contains("a note of its own"));
  }

  @Test
  void aDocumentWithoutClaimsIsAReportAllTheSame() {
    Extract.Part part = Extracts.of(Casebook.readings()).parts().iterator().next();
    Extract bare = new Extract("bare", org.tingbok.ledger.AsOf.NOW,
        List.of(new Extract.Part(part.document(), part.recordedAt(), List.of(), List.of(), true)),
        _ -> Optional.empty(),
        _ -> Optional.empty());
    assertThat(StixRules.breaches(bundle(bare))).isEmpty();
    assertThat(objects(bundle(bare), "report")).hasSize(1);
  }

  /// What was known of an incident by some day is an older version of it, for whoever has both.
  @Test
  void anIncidentAsOfADayIsAnOlderVersion() {
    Extract now = Extracts.of(Casebook.readings());
    Extract then = new Extract(now.title(), org.tingbok.ledger.AsOf.said(LocalDate.of(2020, 1, 1)), now.parts(),
        now.incidents(), now.copies());
    assertThat(objects(bundle(then), "incident").getFirst().path("modified").asString())
        .isLessThan(objects(bundle(now), "incident").getFirst().path("modified").asString());
    assertThat(StixRules.breaches(bundle(then))).isEmpty();
  }

  private static JsonNode note(JsonNode bundle, String claim) {
    return objects(bundle, "note").stream().filter(one -> claimOf(one).equals(claim)).findFirst().orElseThrow();
  }

  @Test
  void aDenialDeniesTheAccusationOfItsOwnReport() {
    JsonNode bundle = bundle(Extracts.of(Casebook.readings()));
    JsonNode denial = objects(bundle, "opinion").getFirst();
    JsonNode denied = bundle.path("objects").valueStream()
        .filter(one -> one.path("id").equals(denial.path("object_refs").get(0))).findFirst().orElseThrow();
    assertThat(denied.path("relationship_type").asString()).isEqualTo("attributed-to");
    assertThat(denied.path("description").asString())
        .startsWith("Claim by Norwegian Police Security Service: The group");
    assertThat(denial.path("authors").get(0).asString()).isEqualTo("Embassy of China in Norway");
  }

  @Test
  void tellsWhatOpenCtiTakesForOne() {
    Reading one = Casebook.readings().get(1);
    Reading copy = Casebook.reprint();
    StixManifest manifest = StixWriter.write(new ByteArrayOutputStream(), Extracts.of(List.of(one, copy)));
    assertThat(manifest.collapsing()).isNotEmpty().allSatisfy(row -> assertThat(row.relationships()).hasSize(2));
    assertThat(manifest.objects()).containsEntry("report", 2).containsEntry("note", manifest.claims());
  }
}

package org.tingbok.exchange.misp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.Extracts;
import org.tingbok.mention.Party;
import org.tingbok.testkit.Casebook;
import org.tingbok.testkit.ReadingGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MispWriterTest {
  /// What MISP's own templates let objects hold, as far as they are used here.
  private static final Map<String, Set<String>> TEMPLATES = Map.of(
      "38597424-f9bb-4865-9b4b-819172df0334", Set.of("name", "description"),
      "bfe96eae-e37a-4ecf-8012-1cdb478571a5", Set.of("name"),
      "70a68471-df22-4e3f-aa1a-5a3be19f82df", Set.of("title", "summary", "link", "report-file"),
      "f750e12b-127a-432c-b022-b3f9153c4e2a", Set.of("name"),
      "a15b0477-e9d1-4b9c-9546-abe78a4f4248", Set.of("alias"),
      "5d8dc046-15a1-4ca3-a09f-ed4ede7c4487", Set.of("text", "ref", "attachment"));

  private final ReadingGenerator generator = ReadingGenerator.printingItsSeed();

  private static String text(List<Reading> readings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MispWriter.write(out, Extracts.of(readings));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<JsonNode> events(List<Reading> readings) {
    JsonNode read = JsonMapper.shared().readTree(text(readings));
    return read.has("Event") ? List.of(read.get("Event"))
        : read.path("response").valueStream().map(one -> one.path("Event")).toList();
  }

  @Test
  void everyEventIsCleanByTheTemplates() {
    for (int round = 0; round < 60; round++) {
      Set<String> uuids = new HashSet<>();
      for (JsonNode event : events(generator.readings(1 + round % 6))) {
        assertThat(uuids.add(event.path("uuid").asString())).isTrue();
        assertThat(event.path("info").asString()).isNotBlank();
        assertThat(event.path("date").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        Set<String> inside = new HashSet<>();
        event.path("Object").forEach(object -> inside.add(object.path("uuid").asString()));
        event.path("Object").forEach(object -> {
          assertThat(uuids.add(object.path("uuid").asString())).isTrue();
          assertThat(object.path("Attribute")).isNotEmpty();
          object.path("Attribute").forEach(attribute -> {
            assertThat(uuids.add(attribute.path("uuid").asString())).isTrue();
            assertThat(attribute.path("value").asString()).isNotBlank();
            assertThat(TEMPLATES.get(object.path("template_uuid").asString()))
                .contains(attribute.path("object_relation").asString());
          });
          object.path("ObjectReference").forEach(reference -> {
            assertThat(uuids.add(reference.path("uuid").asString())).isTrue();
            assertThat(inside).contains(reference.path("referenced_uuid").asString());
          });
        });
      }
    }
  }

  /// What MISP's templates are by name, what its categories take, which relations a template lets stand once only, and what tags
  /// its taxonomies know.
  @Test
  void everyEventKeepsToTheMechanicsOfMisp() {
    Map<String, String> templates = Map.of("incident", "38597424-f9bb-4865-9b4b-819172df0334/1", "intrusion-set",
        "bfe96eae-e37a-4ecf-8012-1cdb478571a5/1", "report", "70a68471-df22-4e3f-aa1a-5a3be19f82df/8", "organization",
        "f750e12b-127a-432c-b022-b3f9153c4e2a/9", "person", "a15b0477-e9d1-4b9c-9546-abe78a4f4248/19", "annotation",
        "5d8dc046-15a1-4ca3-a09f-ed4ede7c4487/3");
    Set<String> kinds = Set.of("text in Other", "link in External analysis", "attachment in External analysis");
    Set<String> creators = new HashSet<>();
    for (int round = 0; round < 30; round++) {
      for (JsonNode event : events(generator.readings(1 + round % 6))) {
        creators.add(event.path("Orgc").path("uuid").asString());
        assertThat(event.path("Tag").valueStream().map(tag -> tag.path("name").asString()))
            .containsExactly("type:OSINT");
        assertThat(event.path("timestamp").asString()).matches("[1-9]\\d{9}");
        event.path("Object").forEach(object -> {
          assertThat(object.path("distribution").asString()).isEqualTo("5");
          assertThat(object.path("template_uuid").asString() + "/" + object.path("template_version").asString())
              .isEqualTo(templates.get(object.path("name").asString()));
          Set<String> once = new HashSet<>();
          object.path("Attribute").forEach(attribute -> {
            String relation = attribute.path("object_relation").asString();
            assertThat(attribute.path("distribution").asString()).isEqualTo("5");
            assertThat(kinds)
                .contains(attribute.path("type").asString() + " in " + attribute.path("category").asString());
            assertThat(once.add(relation)).as(relation).isTrue();
            assertThat(attribute.path("type").asString().equals("attachment")).isEqualTo(attribute.has("data"));
            attribute.path("Tag").forEach(tag -> assertThat(tag.path("name").asString()).matches(
                "estimative-language:(likelihood-probability=\"(almost-no-chance|very-unlikely|unlikely|roughly-even-chance"
                    + "|likely|very-likely|almost-certain)\"|confidence-in-analytic-judgment=\"(low|moderate|high)\")"));
          });
        });
      }
    }
    assertThat(creators).hasSize(1);
  }

  @Test
  void everyClaimIsAnAnnotationWithItsWordsAndItsClaimants() {
    List<Reading> readings = generator.readings(20);
    Map<String, JsonNode> annotations = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    events(readings).forEach(event -> event.path("Object").forEach(object -> {
      JsonNode first = object.path("Attribute").get(0);
      names.put(object.path("uuid").asString(), first.path("value").asString());
      if (object.path("name").asString().equals("annotation")) {
        String words = first.path("value").asString();
        annotations.put(words.substring(words.lastIndexOf("claim--")), object);
      }
    }));
    List<Claim> claims = readings.stream().flatMap(reading -> reading.claims().stream()).toList();
    assertThat(annotations).hasSameSizeAs(claims);
    for (Claim claim : claims) {
      JsonNode annotation = java.util.Objects.requireNonNull(annotations.get(claim.id()));
      claim.evidence().forEach(one -> assertThat(annotation.path("Attribute").get(0).path("value").asString())
          .contains(one.quote()));
      assertThat(annotation.path("ObjectReference").valueStream()
          .filter(one -> one.path("relationship_type").asString().equals("claimed-by"))
          .map(one -> names.get(one.path("referenced_uuid").asString())))
          .containsExactlyInAnyOrderElementsOf(
              claim.saying().claimants().stream().map(party -> (party.kind() == org.tingbok.mention.PartyKind.PERSON)
                  + party.name()).distinct().map(name -> name.replaceFirst("true|false", ""))
                  .map(name -> name.isBlank() ? "not named" : name).toList());
    }
  }

  @Test
  void aDenialAnnotatesTheAccusation() {
    JsonNode event = events(List.of(Casebook.readings().get(1))).stream()
        .filter(one -> one.path("info").asString().contains("Fjordline")).findFirst().orElseThrow();
    Map<String, JsonNode> objects = new HashMap<>();
    event.path("Object").forEach(object -> objects.put(object.path("uuid").asString(), object));
    JsonNode denial = objects.values().stream()
        .filter(object -> object.path("Attribute").get(0).path("value").asString().contains("fairy tale")).findFirst()
        .orElseThrow();
    assertThat(
        denial.path("ObjectReference").valueStream().filter(one -> one.path("comment").asString().equals("denies"))
            .map(one -> java.util.Objects.requireNonNull(objects.get(one.path("referenced_uuid").asString()))
                .path("Attribute").get(0).path("value").asString()))
        .singleElement().asString().contains("The group Arctic Tern broke into");
  }

  @Test
  void writesTheSameBytesInWhateverOrderItWasRead() {
    List<Reading> readings = new ArrayList<>(generator.readings(12));
    String written = text(readings);
    Collections.shuffle(readings, new Random(1));
    assertThat(text(readings)).isEqualTo(written);
  }

  @Test
  void speaksOfPartiesByTheirNames() {
    Party police = Casebook.readings().get(2).claims().getFirst().saying().claimants().getFirst();
    assertThat(text(Casebook.readings())).contains(police.name().replace("\"", "\\\""));
  }
}

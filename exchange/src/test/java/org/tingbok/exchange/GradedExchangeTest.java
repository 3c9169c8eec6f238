package org.tingbok.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.misp.MispImporter;
import org.tingbok.exchange.misp.MispWriter;
import org.tingbok.exchange.stix.StixImporter;
import org.tingbok.exchange.stix.StixRules;
import org.tingbok.exchange.stix.StixWriter;
import org.tingbok.ledger.Act;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.SourceReliability;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an organisation thinks of sources goes out with what they say; what others think is told and decides nothing.
class GradedExchangeTest {
  private static final List<Reading> READINGS =
      Casebook.readings().stream().filter(reading -> reading.claims().size() > 1).toList();
  private static final String CLAIMANT =
      READINGS.getFirst().claims().getFirst().saying().claimants().getFirst().name();
  private static final String PUBLISHER = READINGS.getLast().document().publisher().orElseThrow();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Act.Recorded grade(String source, Optional<SourceReliability> letter, int minutes) {
    return new Act.Recorded(new Act.Graded(source, letter, "a reason that stays at home", "Nordic desk",
        LocalDate.of(2026, 11, 22)), Instant.parse("2026-11-22T09:00:00Z").plusSeconds(60L * minutes));
  }

  private static Extract graded(Act.Recorded... acts) {
    return Extracts.of(READINGS, List.of(acts), _ -> true);
  }

  private static byte[] stix(Extract extract) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StixWriter.write(out, extract);
    return out.toByteArray();
  }

  private static byte[] misp(Extract extract) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MispWriter.write(out, extract);
    return out.toByteArray();
  }

  private static List<JsonNode> notes(byte[] bundle) {
    return JSON.readTree(bundle).path("objects").valueStream()
        .filter(object -> object.path("abstract").asString("").equals("source reliability")).toList();
  }

  private static long latest(JsonNode events) {
    return events.findValuesAsString("timestamp").stream().mapToLong(Long::parseLong).max().orElseThrow();
  }

  @Test
  void stixHasANoteForEachGradeAndALaterVersionOnceItIsTakenBack() {
    Act.Recorded first = grade(CLAIMANT.toUpperCase(java.util.Locale.ROOT), Optional.of(SourceReliability.B), 0);
    byte[] bundle = stix(graded(first, grade(PUBLISHER, Optional.of(SourceReliability.F), 1),
        grade("Nobody in this extract", Optional.of(SourceReliability.E), 2)));
    assertThat(StixRules.breaches(JSON.readTree(bundle))).isEmpty();
    assertThat(notes(bundle)).hasSize(2).extracting(note -> note.path("content").asString()).anyMatch(
        words -> words.startsWith("Nordic desk grades " + CLAIMANT + " B, usually reliable"));
    assertThat(new String(bundle, StandardCharsets.UTF_8)).doesNotContain("stays at home", "Nobody in this extract")
        .contains("admiralty-scale:source-reliability=\\\"f\\\"");

    JsonNode was = notes(stix(graded(first))).getFirst();
    JsonNode is = notes(stix(graded(first, grade(CLAIMANT, Optional.empty(), 5)))).getFirst();
    assertThat(is.path("id")).isEqualTo(was.path("id"));
    assertThat(is.path("created")).isEqualTo(was.path("created"));
    assertThat(is.path("modified").asString()).isGreaterThan(was.path("modified").asString());
    assertThat(is.path("content").asString()).contains("no longer grades " + CLAIMANT);
    assertThat(is.has("labels")).isFalse();
  }

  @Test
  void mispHasTheTagAtTheNameAndAtTheReportAndALaterStamp() {
    JsonNode plain = JSON.readTree(misp(graded()));
    byte[] bytes = misp(graded(grade(CLAIMANT, Optional.of(SourceReliability.B), 0),
        grade(PUBLISHER, Optional.of(SourceReliability.D), 1)));
    JsonNode events = JSON.readTree(bytes);
    List<JsonNode> tagged = events.findParents("Tag").stream().filter(node -> node.path("Tag").valueStream()
        .anyMatch(tag -> tag.path("name").asString().startsWith("admiralty-scale:source-reliability="))).toList();
    assertThat(tagged).anyMatch(node -> node.path("object_relation").asString("").equals("name")
        && node.path("value").asString().equals(CLAIMANT)
        && node.path("Tag").get(0).path("name").asString().endsWith("=\"b\""));
    assertThat(tagged).anyMatch(node -> node.path("object_relation").asString("").equals("title")
        && node.path("Tag").get(0).path("name").asString().endsWith("=\"d\""));
    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("stays at home");
    assertThat(latest(events)).isGreaterThan(latest(plain));
    assertThat(JSON.readTree(misp(graded(grade(CLAIMANT, Optional.of(SourceReliability.B), 0),
        grade(CLAIMANT, Optional.empty(), 1)))).toString()).doesNotContain("admiralty-scale");
  }

  /// Handing in a file decides nothing for the organisation whose ledger it is.
  @Test
  void whatOthersThinkIsToldAndNotRecorded() {
    Extract extract = graded(grade(CLAIMANT, Optional.of(SourceReliability.B), 0),
        grade(PUBLISHER, Optional.of(SourceReliability.D), 1));
    for (Imported in : List.of(new StixImporter().read("ours.json", stix(extract)),
        new MispImporter().read("ours.json", misp(extract)))) {
      assertThat(in.acts()).noneMatch(act -> act instanceof Act.Graded);
      assertThat(in.faults()).extracting(Imported.Fault::code).containsOnly("GRADE_TOLD");
      assertThat(in.faults()).noneMatch(Imported.Fault::leftOut).extracting(Imported.Fault::message)
          .anyMatch(told -> told.contains(" grades " + CLAIMANT + " B, usually reliable"))
          .anyMatch(told -> told.contains(" grades " + PUBLISHER + " D, not usually reliable"));
    }
  }

  @Test
  void anEventOfOthersTellsWhatItThinksOfWhomItNames() {
    Imported in = new MispImporter().read("theirs.json", """
        {"Event": {"uuid": "5b2d6f1c-93aa-4a60-9d37-d9d30ad04f2b", "info": "Raid on a harbour", "date": "2026-02-03",
         "Orgc": {"name": "Example CERT", "uuid": "0a0b0c0d-93aa-4a60-9d37-d9d30ad04f2b"},
         "Tag": [{"name": "admiralty-scale:source-reliability=\\"a\\""}],
         "Object": [{"name": "organization", "uuid": "1b2d6f1c-93aa-4a60-9d37-d9d30ad04f2b", "Attribute": [
           {"object_relation": "name", "type": "text", "value": "Fjord Wire",
            "Tag": [{"name": "admiralty-scale:source-reliability=\\"c\\""}]},
           {"object_relation": "alias", "type": "text", "value": "The Wire",
            "Tag": [{"name": "admiralty-scale:source-reliability=\\"g\\""}]}]}]}}
        """.getBytes(StandardCharsets.UTF_8));
    assertThat(in.faults()).extracting(Imported.Fault::message)
        .filteredOn(told -> told.contains("grades"))
        .containsExactly("Example CERT grades Fjord Wire C, fairly reliable; 'tingbok grade' records it where your"
            + " organisation thinks so too");
    assertThat(in.acts()).isEmpty();
    assertThat(in.readings().getFirst().document().text()).contains("admiralty-scale:source-reliability=\"a\"");
  }
}

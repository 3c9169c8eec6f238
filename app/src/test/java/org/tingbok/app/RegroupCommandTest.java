package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// An analyst joins and splits incidents, sees why they are what they are, and takes it back.
class RegroupCommandTest extends CasebookCommands {
  private String document(String publisher) {
    for (JsonNode report : json("incident", "fjordline").get("reports")) {
      if (report.get("publisher").asString().equals(publisher)) {
        return report.get("id").asString();
      }
    }
    throw new AssertionError("no report of " + publisher);
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>();
    json("incidents").get("incidents").forEach(one -> ids.add(one.get("id").asString()));
    return ids;
  }

  @Test
  void tellsWhyReportsAreOneIncident() {
    assertThat(printed("incident", "fjordline", "--why")).contains("Why these are one incident")
        .contains("the victim “fjordline booking”");
    assertThat(json("incident", "fjordline").get("why").get(0).get("grounds").get(0).get("kind").asString())
        .isEqualTo("victim");
  }

  @Test
  void splitsAndUndoes() {
    String whole = json("incident", "fjordline").get("id").asString();
    String gone = document("The Sound");

    assertThat(printed("regroup", "split", "fjordline", gone, "--reason", "the second break-in", "--by", "ida"))
        .contains("recorded by ida: the second break-in");
    assertThat(ids()).hasSize(3).contains(whole);
    assertThat(json("incident", whole).get("reports").size()).isEqualTo(1);
    assertThat(printed("incident", whole)).contains("kept apart: ")
        .contains("the second break-in (ida, 22 November 2026)");
    refused("ACCOUNT_UNKNOWN", "regroup", "split", whole, gone, "--reason", "again", "--by", "ola");

    String apart = json("incident", whole).get("regrouped").get(0).get("id").asString();
    printed("regroup", "undo", apart.substring(0, 20), "--reason", "one break-in", "--by", "ola");
    assertThat(ids()).hasSize(2);
    assertThat(printed("incident", whole)).doesNotContain("kept apart");
  }

  @Test
  void joinsKeepsBothIdsAndUndoes() {
    List<String> before = ids();
    assertThat(before).hasSize(2);

    JsonNode joined = json("regroup", "join", before.get(0), before.get(1), "--reason", "one night", "--by", "ida");
    assertThat(joined.get("recorded").asInt()).isEqualTo(1);
    assertThat(ids()).hasSize(1);
    String now = ids().getFirst();
    before.forEach(id -> assertThat(json("incident", id).get("id").asString()).isEqualTo(now));
    assertThat(printed("incident", now, "--why")).contains("joined: ").contains("one night (ida, 22")
        .contains("an analyst: one");
    refused("GROUPING_ONE", "regroup", "join", before.get(0), before.get(1), "--reason", "again", "--by", "ida");

    printed("regroup", "undo", now, "--reason", "two nights after all", "--by", "ola");
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(before);
    refused("GROUPING_NONE", "regroup", "undo", now, "--reason", "again", "--by", "ola");
  }

  @Test
  void refusesWhatCannotBeMeant() {
    refused("INCIDENT_UNKNOWN", "regroup", "join", "fjordline", "nowhere", "--reason", "why", "--by", "ida");
    refused("ACCOUNT_UNKNOWN", "regroup", "split", "fjordline", "0000", "--reason", "why", "--by", "ida");
    refused("GROUPING_WHOLE", "regroup", "split", "fjordline", document("The Sound"), document("Harbour Gazette"),
        "--reason", "why", "--by", "ida");
    refused("INCIDENT_AMBIGUOUS", "regroup", "undo", "o", "--reason", "why", "--by", "ida");
    refused("GROUPING_INCOMPLETE", "regroup", "split", "fjordline", document("The Sound"), "--reason", " ", "--by",
        "ida");
  }
}

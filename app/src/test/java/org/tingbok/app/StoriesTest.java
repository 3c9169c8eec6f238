package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Origins, time lines, comparisons and grades on the command line.
class StoriesTest extends CasebookCommands {
  @Test
  void followsAccusationsToWhoeverMadeThem() {
    assertThat(text("origins", "fjordline")).contains("Grey Heron is accused origins: 1 (of 1 report)",
        "credibility 4, doubtful: as many independent origins contradict it as stand behind it", "* Nordlys Lab",
        "* Norwegian Police Security Service", "<- Radio North [the text names it] <-");
    JsonNode page = json("origins", "fjordline");
    assertThat(page.get("matters").get(0).get("words").asString()).isEqualTo("origins: 1 (of 1 report)");
    String claim = page.get("matters").get(0).get("from").get(0).get("traces").get(0).get("claim").asString();
    assertThat(json("origins", claim.substring(7, 15)).get("claim").get("id").asString())
        .isEqualTo(claim);
  }

  @Test
  void tellsAnIncidentAnActorAndTwoStatesInOrderOfTime() {
    assertThat(text("timeline", "fjordline")).contains("happened, by", "Nordlys Lab holds Grey Heron responsible",
        "First attributed 6 February 2019, Grey Heron, by Nordlys Lab", "after the deed",
        "Who agrees with whom");
    assertThat(text("timeline", "Arctic", "Tern")).contains("Arctic Tern", "Grey Heron overlaps with Arctic Tern")
        .doesNotContain("holds Grey Heron responsible");
    JsonNode pair = json("timeline", "NO", "CN");
    assertThat(pair.get("of").asString()).isEqualTo("between Norway and China");
    assertThat(pair.get("moments").toString()).contains("denial", "summons");
    assertThat(json("timeline", "fjordline", "--as-of", "2020").get("moments").toString())
        .doesNotContain("Arctic Tern");
  }

  @Test
  void setsTwoOfAKindSideBySide() {
    assertThat(text("compare", "Grey Heron", "Arctic Tern")).contains("accused of both: ",
        "only Grey Heron: Nordlys Lab", "said of the two");
    assertThat(text("compare", "Nordlys Lab", "Norwegian Police Security Service")).contains("they differ",
        "only Nordlys Lab: Grey Heron", "only Norwegian Police Security Service: Arctic Tern");
    assertThat(text("compare", "Grey Heron", "grey-heron")).contains("accused of both: ");
    Shell.Result mixed = new Shell(folder()).run("compare", "Grey Heron", "nobody at all");
    assertThat(mixed.err()).startsWith("COMPARE_UNKNOWN");
  }

  @Test
  void tellsConflictsWithLevelDaysAndASentence() {
    JsonNode rivals = json("disputes").get("disputes").get(0);
    assertThat(rivals.get("kind").asString()).isEqualTo("rival-accused");
    assertThat(rivals.get("level").asString()).isEqualTo("named-group");
    assertThat(rivals.get("opened").get("from").asString()).isEqualTo("2021-06-18");
    assertThat(text("disputes")).contains("Disputed", "rival-accused, named-group; opened 18 June 2021",
        "They differ at the level of groups.");
  }

  @Test
  void keepsGradesWithTheirHistory() {
    assertThat(new Shell(folder()).run("grade").status()).isEqualTo(1);
    assertThat(run("grade", "Nordlys Lab", "B", "--reason", "its record", "--by", "desk", "--date", "2022-01-01").out())
        .isEqualTo("recorded: Nordlys Lab B, usually reliable, by desk on 2022-01-01\n");
    run("grade", "nordlys lab", "d", "--reason", "two retractions", "--by", "desk", "--date", "2023-01-01");
    assertThat(text("grade", "Nordlys Lab")).contains("D, not usually reliable", "2022-01-01 B desk its record");
    assertThat(json("grade", "--as-of", "2022").get("grades").get(0).get("reliability").asString())
        .isEqualTo("B");
    assertThat(text("origins", "fjordline")).contains("graded D");
    run("grade", "Nordlys Lab", "--undo", "--reason", "mixed up", "--by", "desk", "--date", "2023-02-01");
    assertThat(text("grade", "Nordlys Lab")).contains("no longer graded");
    assertThat(new Shell(folder()).run("grade", "Nordlys Lab", "Z", "--reason", "x", "--by", "y").err())
        .startsWith("GRADE_UNREADABLE");
    assertThat(new Shell(folder()).run("grade", "Nordlys Lab", "A").err()).startsWith("GRADE_INCOMPLETE");
  }
}

package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the queries answer about a ledger that holds the casebook.
class QueryTest extends CasebookCommands {
  @Test
  void listsIncidentsTheLastSpokenOfFirst() {
    JsonNode incidents = json("incidents").get("incidents");
    assertThat(incidents.size()).isEqualTo(2);
    assertThat(incidents.get(0).get("name").asString()).startsWith("Attack on <script>");
    JsonNode ferry = incidents.get(1);
    assertThat(ferry.get("id").asString()).startsWith("incident--");
    assertThat(ferry.get("victims").get(0).get("name").asString()).isEqualTo("Fjordline Booking");
    assertThat(ferry.get("disputed").asBoolean()).isTrue();
    assertThat(run("incidents").out()).contains("disputed").contains("Grey Heron, Arctic Tern")
        .contains("nobody named").contains("2 incidents, 1 disputed");
    assertThat(run("incidents", "arctic", "tern").out()).contains("1 incident,");
  }

  @Test
  void showsBothSidesAndTheOverlapBetweenThem() {
    String out = run("incident", "fjordline").out();
    assertThat(out).contains("Held responsible", "Grey Heron", "by Nordlys Lab", "since 6 February 2019",
        "Arctic Tern", "by Norwegian Police Security Service", "since 18 June 2021", "origins: 1 (of 1 report)",
        "The Sound",
        "Denied", "Embassy of China in Norway denies it", "Answered", "summons Embassy of China in Norway", "Disputed",
        "Grey Heron overlaps with Arctic Tern");
    JsonNode page = json("incident", "fjordline");
    assertThat(page.get("disputes").size()).isPositive();
    assertThat(page.get("held").size()).isEqualTo(2);
    assertThat(page.get("summary").asString()).startsWith("Laid on Grey Heron by Nordlys Lab on 6 February 2019");
    JsonNode claim = page.get("newestFirst").get(0);
    assertThat(claim.get("summary").asString()).isEqualTo("Embassy of China in Norway denies it");
    assertThat(claim.propertyNames()).doesNotContain("gist", "accused", "names");
  }

  @Test
  void answersByWhatHadBeenSaid() {
    String out = run("incident", "fjordline", "--as-of", "2020-01-01").out();
    assertThat(out).contains("Grey Heron", "By what had been said by 2020-01-01.").doesNotContain("Arctic Tern",
        "Denied");
    assertThat(run("incident", "fjordline", "--as-of", "2021-06").out()).contains("Arctic Tern");
    assertThat(new Shell(folder()).run("incidents", "--as-of", "2018").status()).isEqualTo(1);
  }

  @Test
  void keepsTheIdOfAnIncidentWhateverDayIsAskedFor() {
    String id = json("incident", "fjordline").get("id").asString();
    assertThat(json("incident", id, "--as-of", "2020").get("id").asString()).isEqualTo(id);
    assertThat(json("incident", id.substring(0, id.indexOf("--") + 8)).get("id").asString())
        .isEqualTo(id);
    assertThat(json("incident", id.substring(id.indexOf("--") + 2, id.indexOf("--") + 10)).get("id")
        .asString()).isEqualTo(id);
  }

  @Test
  void tellsActorsTheirNamesAndWhoRelatesThem() {
    assertThat(run("actors").out()).contains("Arctic Tern", "Grey Heron", "Ministry of State Security");
    assertThat(run("actor", "arctic", "tern").out().replaceAll("\\s+", " ")).contains(
        "Nordlys Lab: Grey Heron overlaps with Arctic Tern",
        "Arctic Tern is linked to Ministry of State Security (moderate certainty)", "Fjordline Booking",
        "“moderate confidence”");
    assertThat(json("actor", "GREY-HERON").get("party").get("name").asString())
        .isEqualTo("Grey Heron");
  }

  @Test
  void tellsWhomAnActorIsSaidToBePartOfLevelByLevel() {
    assertThat(run("actor", "arctic tern").out().replaceAll("\\s+", " ")).contains(
        "Level by level agency Ministry of State Security · Arctic Tern is linked to it (unit not told): Nordlys Lab, by 19"
            + " June 2021, moderate certainty",
        "unit nobody on record says which named group Arctic Tern", "against it: Embassy of China in Norway");
    JsonNode ladder = json("actor", "arctic tern").get("ladder");
    assertThat(ladder.get("tiers").get(0).get("level").asString()).isEqualTo("agency");
    assertThat(ladder.get("tiers").get(0).get("rungs").get(0).get("steps").get(0).get("skipped").get(0).asString())
        .isEqualTo("unit");
    assertThat(run("actor", "grey heron", "--as-of", "2020").out()).contains("Grey Heron")
        .contains("Nobody on record says whom it acts for").doesNotContain("named group");
    assertThat(json("actors").get("actors").get(0).has("ladder")).isFalse();
  }

  @Test
  void putsDisputesSideBySide() {
    assertThat(run("disputes").out()).contains("Disputed", "Grey Heron is accused", "Arctic Tern is accused",
        "Bears on it");
    assertThat(json("disputes").get("disputes").get(0).get("sides").size()).isGreaterThan(1);
  }

  @Test
  void showsAClaimInItsParagraphWithTheWayItTook() {
    JsonNode claims = json("incident", "fjordline").get("newestFirst");
    String id = "";
    for (JsonNode claim : claims) {
      if (claim.get("type").asString().equals("attribution") && claim.has("speaker")) {
        id = claim.get("id").asString();
      }
    }
    String out = run("show", id.substring(7, 15)).out();
    assertThat(out.replaceAll("\\s+", " ")).contains(
        "»The group Arctic Tern broke into Fjordline Booking in 2018,", "told Radio North on Friday.«",
        "claimant Norwegian Police Security Service", "speaker Kari Nordmo head", "told Radio North",
        "published by The Sound 19 June 2021", "said 18 June 2021", "recorded 2026-11-22T08:00:00Z");
    assertThat(json("show", id).get("claim").get("id").asString()).isEqualTo(id);
  }

  @Test
  void findsNothingWithStatusOne() {
    Shell shell = new Shell(folder());
    for (String[] words : new String[][] {{"incident", "nowhere"}, {"actor", "nobody"}, {"show", "ffffffff"}}) {
      Shell.Result result = shell.run(words);
      assertThat(result.status()).isEqualTo(1);
      assertThat(result.errors()).hasSize(1);
      assertThat(result.err()).contains("_UNKNOWN: ").contains(words[1]);
      assertThat(result.out()).isEmpty();
    }
    assertThat(shell.run("incidents", "nowhere").status()).isEqualTo(1);
    assertThat(json("incidents", "fjordline").get("incidents").size()).isEqualTo(1);
  }

  @Test
  void paintsOnATerminalOnlyAndLetsNoControlCharacterThrough() {
    assertThat(run("incidents").out()).doesNotContain("\u001b");
    Shell.Result painted = new Shell(folder()).onTerminal().run("incidents");
    assertThat(painted.out()).contains("\u001b[31mdisputed\u001b[0m");
    assertThat(run("disputes").out()).doesNotContain("\u001b");
  }

  @Test
  void leavesTheLedgerAsItWasWhenAskedOnly() throws java.io.IOException {
    byte[] before = java.nio.file.Files.readAllBytes(folder().resolve("tingbok.ledger"));
    run("incidents");
    run("actors");
    assertThat(java.nio.file.Files.readAllBytes(folder().resolve("tingbok.ledger"))).isEqualTo(before);
  }
}

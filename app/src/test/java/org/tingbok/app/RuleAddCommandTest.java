package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// An analyst finds a claim in a text where no reader did.
class RuleAddCommandTest extends CasebookCommands {
  private static final String UNREAD = "Whoever sat behind the keyboard remains the subject of an inquiry";

  private String document() {
    return json("search", "fairy", "--in", "documents").get("documents").get(0).get("document").get("id").asString();
  }

  private String add(String... more) {
    String[] words = {"rule", "add", document(), "--quote", UNREAD, "--type", "non-attribution", "--claimant",
        "Kari Nordmo=person,NO", "--reason", "the last line was not read", "--by", "ida"};
    String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(words), java.util.Arrays.stream(more))
        .toArray(String[]::new);
    return json(all).get("claim").asString();
  }

  @Test
  void isAClaimLikeAnyOtherAndSaysWhoFoundIt() {
    String incident = json("incident", "fjordline").get("id").asString();
    String id = add("--operation", incident, "--said", "2021-06-18", "--certainty", "low=remains");
    JsonNode claim = json("show", id).get("claim");
    assertThat(claim.get("added").get("by").asString()).isEqualTo("ida");
    assertThat(claim.get("added").get("reason").asString()).isEqualTo("the last line was not read");
    assertThat(claim.get("evidence").get(0).get("quote").asString()).isEqualTo(UNREAD);
    assertThat(claim.get("incident").get("id").asString()).isEqualTo(incident);
    assertThat(claim.get("saidOn").get("from").asString()).isEqualTo("2021-06-18");
    assertThat(printed("show", id)).contains("added by", "ida", "2026-11-22: the last line was not read");
    assertThat(printed("claims", "--type", "non-attribution")).contains("added by ida");
    assertThat(printed("ledger", "verify")).contains("all as recorded");
    refused("CLAIM_KNOWN", "rule", "add", document(), "--quote", UNREAD, "--type", "non-attribution", "--claimant",
        "Kari Nordmo=person,NO", "--operation", incident, "--reason", "again", "--by", "per");
  }

  @Test
  void isTakenBackAndComesBack() {
    String id = add();
    printed("rule", "reject", id, "--reason", "said by nobody", "--by", "per");
    assertThat(json("claims", "--count").get("count").asInt()).isEqualTo(9);
    printed("rule", "undo", id, "--reason", "it is", "--by", "ida");
    assertThat(json("claims", "--count").get("count").asInt()).isEqualTo(10);
  }

  @Test
  void staysWhateverIsReadAndGoesAlongWithTheLedger() {
    String id = add("--operation", "the dark winter at the weather mast", "--victim", "Vardø Mast");
    assertThat(printed("incidents", "vardø")).contains("Vardø Mast");
    printed("ledger", "export", "all.jsonl");
    printed("ledger", "import", "all.jsonl", "--ledger", "other.ledger");
    assertThat(json("show", id, "--ledger", "other.ledger").get("claim").get("added").get("by").asString())
        .isEqualTo("ida");
    assertThat(printed("ledger", "verify", "--ledger", "other.ledger")).contains("all as recorded");
    printed("ledger", "reread");
    assertThat(json("show", id).has("gone")).isFalse();
    printed("ledger", "erase", document(), "--reason", "the court of Vik", "--by", "lex", "--yes");
    JsonNode left = json("show", id).get("claim");
    assertThat(left.get("evidence").get(0).get("quote").asString()).matches("\u2588+");
    assertThat(left.get("added").get("by").asString()).isEqualTo("ida");
    assertThat(printed("ledger", "verify")).contains("all as recorded");
    refused("DOCUMENT_ERASED", "rule", "add", left.get("document").get("id").asString(), "--evidence", "0-5", "--type",
        "denial", "--reason", "x", "--by", "per");
  }

  @Test
  void partiesAreThoseOnRecordAndInTheTables() {
    JsonNode claim = json("show", json("rule", "add", document(), "--quote", "Grey Heron and Arctic Tern share servers",
        "--type", "attribution", "--claimant", "Nordlys Lab", "--accused", "grey heron", "--reason", "why", "--by",
        "ida")
        .get("claim").asString()).get("claim");
    assertThat(claim.get("accused").get(0).get("name").asString()).isEqualTo("Grey Heron");
    assertThat(claim.get("accused").get(0).get("country").asString()).isEqualTo("CN");
    JsonNode other = json("show",
        json("rule", "add", document(), "--quote", "Stolen passwords opened the door", "--type",
            "attribution", "--accused", "APT28", "--reason", "why", "--by", "ida").get("claim").asString())
        .get("claim");
    assertThat(other.get("ownVoice").asBoolean()).isTrue();
    assertThat(other.get("claimants").get(0).get("name").asString()).isEqualTo("The Sound");
    assertThat(other.get("accused").get(0).get("country").asString()).isEqualTo("RU");
  }

  @Test
  void isRefusedUnlessItStandsThereAndSaysSomething() {
    String[][] bad = {{"QUOTE_UNKNOWN", "--quote", "words of nobody", "--type", "denial", "--reason", "x"},
        {"QUOTE_AMBIGUOUS", "--quote", "Arctic Tern", "--type", "denial", "--reason", "x"},
        {"CLAIM_WITHOUT_EVIDENCE", "--type", "denial", "--reason", "x"},
        {"CORRECTION_SLOT", "--quote", UNREAD, "--reason", "x"},
        {"CORRECTION_SLOT", "--quote", UNREAD, "--type", "attribution", "--reason", "x"},
        {"CORRECTION_PLACE", "--evidence", "5-100000", "--type", "denial", "--reason", "x"},
        {"INCIDENT_UNKNOWN", "--quote", UNREAD, "--type", "denial", "--operation", "incident--0000", "--reason", "x"},
        {"ADDITION_INCOMPLETE", "--quote", UNREAD, "--type", "denial", "--reason", " "}};
    for (String[] one : bad) {
      String[] words =
          java.util.stream.Stream.concat(java.util.stream.Stream.of("rule", "add", document(), "--by", "ida"),
              java.util.Arrays.stream(one).skip(1)).toArray(String[]::new);
      refused(one[0], words);
    }
    assertThat(json("claims", "--count").get("count").asInt()).isEqualTo(9);
  }
}

package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tingbok.testkit.Casebook;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.web.LedgerSource;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import tools.jackson.databind.JsonNode;

/// Claims and texts are found, ruled on, retracted, erased, watched and read again, as a person does it.
class ActsCommandTest extends CasebookCommands {
  private String idOf(String... conditions) {
    List<String> words = new ArrayList<>(List.of("claims"));
    words.addAll(List.of(conditions));
    JsonNode claims = json(words.toArray(String[]::new)).get("claims");
    assertThat(claims.size()).isEqualTo(1);
    return claims.get(0).get("id").asString();
  }

  private static List<String> types(JsonNode claims) {
    List<String> types = new ArrayList<>();
    claims.get("claims").forEach(claim -> types.add(claim.get("type").asString()));
    return types;
  }

  @Test
  void findsClaimsByEveryCondition() {
    assertThat(types(json("claims", "--accused", "grey-heron", "--type", "attribution")))
        .containsExactly("attribution");
    assertThat(types(json("claims", "--type", "denial,response", "--order", "oldest")))
        .containsExactly("denial", "response");
    assertThat(json("claims", "--certainty", "moderate", "--count").get("count").asInt()).isEqualTo(1);
    assertThat(json("claims", "--incident", "fjordline", "--count").get("count").asInt()).isEqualTo(6);
    assertThat(json("claims", "--claimant", "Nordlys Lab", "--count").get("count").asInt()).isEqualTo(3);
    assertThat(json("claims", "--claimant-kind", "body", "--state", "Norway", "--count").get("count").asInt())
        .isEqualTo(3);
    assertThat(json("claims", "--accused-state", "CN", "--count").get("count").asInt()).isEqualTo(2);
    assertThat(json("claims", "--victim", "Fjordline Booking", "--victim-state", "NO", "--count").get("count").asInt())
        .isEqualTo(6);
    assertThat(json("claims", "--happened", "2018-05", "--said", "..2019", "--count").get("count").asInt())
        .isEqualTo(2);
    assertThat(json("claims", "--recorded", "2026-11-22", "--count").get("count").asInt()).isEqualTo(9);
    assertThat(types(json("claims", "--quote", "\"fairy tale\""))).containsExactly("denial");
    String incident = json("incident", "fjordline").get("id").asString();
    assertThat(json("claims", "--incident", incident, "--count").get("count").asInt()).isEqualTo(6);
    assertThat(printed("claims", "--as-of", "2020", "--type", "attribution")).contains("Nordlys Lab holds Grey Heron",
        "1 claim", "By what had been said by 2020-12-31.");
    assertThat(new Shell(folder()).run("claims", "--sector", "energy").status()).isEqualTo(1);
    assertThat(new Shell(folder()).run("claims", "--as-of-recorded", "2026-11-21").status()).isEqualTo(1);
  }

  @Test
  void goesOnPageByPage() {
    List<String> all = new ArrayList<>();
    JsonNode page = json("claims", "--page-size", "4", "--order", "recorded");
    page.get("claims").forEach(claim -> all.add(claim.get("id").asString()));
    while (page.has("next")) {
      page = json("claims", "--page-size", "4", "--order", "recorded", "--page", page.get("next").asString());
      page.get("claims").forEach(claim -> all.add(claim.get("id").asString()));
    }
    assertThat(all).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void searchesTextsAndQuotes() {
    assertThat(printed("search", "fairy", "tale")).contains("Service names a second group in the ferry case",
        "called the accusation a fairy tale", "1 document", "Embassy of China in Norway denies it",
        "1 claim quoting it").doesNotContain("*");
    JsonNode found = json("search", "\"Grey Heron\"", "--in", "documents");
    JsonNode excerpt = found.get("documents").get(0).get("excerpt");
    JsonNode mark = excerpt.get("marks").get(0);
    assertThat(excerpt.get("text").asString().substring(mark.get("start").asInt(), mark.get("end").asInt()))
        .isEqualTo("Grey Heron");
    assertThat(found.has("quotes")).isFalse();
    assertThat(new Shell(folder()).onTerminal().run("search", "fairy").out()).contains("\u001b[30;43mfairy\u001b[0m");
    assertThat(new Shell(folder()).run("search", "cookies").status()).as("what is not read is not searched")
        .isEqualTo(1);
    assertThat(json("search", "group", "--in", "documents", "--published", "2021", "--publisher", "the sound",
        "--language", "en").get("documents").size()).isEqualTo(1);
    refused("QUERY_EMPTY", "search", "…");
  }

  @Test
  void aSentenceIsSetAsideAndTakenBack() {
    JsonNode sentence = json("unread").get("unread").get(0);
    String id = sentence.get("id").asString();
    String digits = id.substring(8, 16);
    assertThat(printed("unread")).contains("Whoever sat behind the keyboard", digits, "1 sentence");
    refused("RULING_INCOMPLETE", "rule", "aside", digits, "--by", "ida");
    refused("UNREAD_UNKNOWN", "rule", "aside", "00000000", "--reason", "x", "--by", "ida");
    refused("RULING_NONE", "rule", "reopen", digits, "--reason", "x", "--by", "ida");
    assertThat(printed("rule", "aside", digits, "--reason", "an aside", "--by", "ida"))
        .isEqualTo("recorded: sentence " + digits + " is no claim, by ida\n");
    assertThat(new Shell(folder()).run("unread").status()).isEqualTo(1);
    refused("RULED_MEANWHILE", "rule", "aside", id, "--reason", "mine", "--by", "per");
    assertThat(printed("unread", "--aside")).contains("set aside by ida: an aside", digits);
    assertThat(json("rule", "reopen", digits, "--reason", "it tells who", "--by", "per").get("verdict").asString())
        .isEqualTo("unread");
    assertThat(printed("unread")).contains("unread again, by per on 22 November 2026: it tells who");
    printed("ledger", "export", "all.jsonl");
    printed("ledger", "import", "all.jsonl", "--ledger", "other.ledger");
    assertThat(printed("unread", "--ledger", "other.ledger")).contains("unread again, by per");
    assertThat(printed("ledger", "verify", "--ledger", "other.ledger")).contains("1 reopened");
  }

  @Test
  void aRulingIsToldEverywhereAndTakenBack() {
    String id = idOf("--accused", "Grey Heron", "--type", "attribution");
    String digits = id.substring(7, 15);
    assertThat(printed("rule", "confirm", digits, "--by", "ida")).isEqualTo("recorded: claim " + digits
        + " confirmed by ida\n");
    assertThat(printed("rule", "confirm", id, "--by", "ida")).startsWith("on record already");
    assertThat(printed("show", digits)).contains("confirmed by ida");
    assertThat(json("show", digits).get("claim").get("ruling").get("verdict").asString()).isEqualTo("confirmed");

    printed("rule", "correct", digits, "--accused", "Arctic Tern=threat-actor,CN", "--certainty", "low=may", "--reason",
        "misread", "--by", "ola");
    JsonNode page = json("show", id);
    assertThat(page.get("claim").get("summary").asString())
        .isEqualTo("Nordlys Lab holds Arctic Tern responsible (low certainty)");
    assertThat(page.get("claim").get("id").asString()).isEqualTo(id);
    assertThat(page.get("history").size()).isEqualTo(2);
    assertThat(printed("claims", "--accused", "Arctic Tern", "--type", "attribution")).contains("corrected by ola");
    printed("rule", "confirm", digits, "--by", "ida");
    assertThat(printed("show", digits)).contains("Arctic Tern", "confirms the correction of ola");

    printed("rule", "reject", digits, "--reason", "a headline", "--by", "ida");
    assertThat(printed("show", digits)).contains("No longer on record: rejected by ida on 22 November 2026: a headline",
        "Nordlys Lab holds Grey Heron responsible");
    assertThat(printed("incident", "fjordline")).doesNotContain("Grey Heron\n");
    printed("rule", "undo", digits, "--reason", "rash", "--by", "ida");
    assertThat(json("show", id).get("claim").get("summary").asString())
        .isEqualTo("Nordlys Lab holds Grey Heron responsible");
  }

  @Test
  void refusesRulingsThatSayNothingOrTheWrongThing() {
    String id = idOf("--type", "denial");
    refused("CORRECTION_NONE", "rule", "correct", id, "--reason", "why", "--by", "ida");
    refused("CORRECTION_SLOT", "rule", "correct", id, "--accused", "X", "--reason", "why", "--by", "ida");
    refused("CORRECTION_SLOT", "rule", "correct", id, "--type", "attribution", "--reason", "why", "--by", "ida");
    refused("CORRECTION_PLACE", "rule", "correct", id, "--evidence", "5-4000", "--reason", "why", "--by", "ida");
    refused("RULING_INCOMPLETE", "rule", "reject", id, "--by", "ida");
    refused("RULING_NONE", "rule", "undo", id, "--reason", "why", "--by", "ida");
    refused("CLAIM_UNKNOWN", "rule", "confirm", "0000000000", "--by", "ida");
    refused("STATE_UNKNOWN", "claims", "--state", "Atlantis");
    refused("RANGE_UNREADABLE", "claims", "--said", "soon");
    refused("CURSOR_UNREADABLE", "claims", "--page", "nonsense");
    refused("PAGE_SIZE", "claims", "--page-size", "0");
    assertThat(printed("rule", "correct", id, "--type", "attribution", "--accused", "Grey Heron", "--evidence", "0-7",
        "--reason", "why", "--by", "ida")).startsWith("recorded");
  }

  @Test
  void whatItsSourceWentBackOnIsHeldNoLonger() {
    String id = idOf("--accused", "Arctic Tern", "--type", "attribution");
    assertThat(printed("disputes")).contains("Arctic Tern is accused");
    printed("ledger", "retract", id.substring(0, 15), "--by", "Norwegian Police Security Service", "--date",
        "2022-02-01",
        "--where", "a note");
    assertThat(printed("claims", "--accused", "Arctic Tern", "--type", "attribution").replaceAll("\\s+", " "))
        .contains("retracted by Norwegian Police Security Service on 1 February 2022");
    JsonNode now = json("incident", "fjordline");
    assertThat(now.get("held").size()).isEqualTo(1);
    assertThat(now.get("withdrawn").size()).isEqualTo(1);
    assertThat(json("incident", "fjordline", "--as-of", "2022-01-31").get("held").size()).isEqualTo(2);
    assertThat(printed("incident", "fjordline", "--as-of", "2022-01-31")).doesNotContain("retracted");
    refused("DOCUMENT_UNKNOWN", "ledger", "retract", "document--00000000", "--by", "x", "--date", "2022-02-01",
        "--where", "y");
  }

  @Test
  void anErasedTextIsGoneAndEverySurfaceTellsWhy() {
    String document = json("claims", "--type", "denial").get("claims").get(0).get("document").get("id").asString();
    String[] erase = {"ledger", "erase", document.substring(0, 18), "--reason", "court order 7", "--by", "counsel"};
    assertThat(printed(erase)).startsWith("would erase");
    assertThat(printed("search", "fairy")).contains("fairy");
    assertThat(printed("claims", "--document", document)).contains("by stolen passwords");
    List<String> now = new ArrayList<>(List.of(erase));
    now.add("--yes");
    assertThat(printed(now.toArray(String[]::new))).startsWith("erased: the text of ferry-2021.txt");
    assertThat(printed(now.toArray(String[]::new))).startsWith("erased already");
    assertThat(new Shell(folder()).run("search", "fairy").status()).isEqualTo(1);
    String why = "text erased on 22 November 2026 by order of counsel: court order 7";
    String claims = printed("claims", "--document", document).replaceAll("\\s+", " ");
    assertThat(claims).contains("Embassy of China in Norway denies it", "“████", why).doesNotContain("fairy",
        "servers", "stolen");
    assertThat(claims).containsPattern("by █{8} [0-9a-f]{8}");
    assertThat(printed("claims", "--document", document, "--format", "json")).contains("Embassy of China in Norway")
        .doesNotContain("fairy", "stolen");
    JsonNode page = json("claims", "--type", "denial").get("claims").get(0);
    assertThat(page.get("document").get("erased").get("reason").asString()).isEqualTo("court order 7");
    assertThat(printed("show", page.get("id").asString())).contains("████", "court order 7").doesNotContain("fairy");
    assertThat(printed("incident", "fjordline")).contains("Arctic Tern").doesNotContain("fairy");
    try (Ledger ledger = Ledgers.read(folder().resolve("tingbok.ledger"))) {
      Desk desk = LedgerSource.of(ledger).desk(AsOf.NOW, java.util.Optional.empty());
      assertThat(desk.documents().page(document).erased()).isPresent();
      assertThat(desk.documents().page(document).paragraphs().toString()).contains("████").doesNotContain("fairy");
    }
  }

  @Test
  void anErasureNamesTheCopiesThatKeepTheText() {
    String document = json("claims", "--type", "denial").get("claims").get(0).get("document").get("id").asString();
    String[] erase = {"ledger", "erase", document, "--reason", "court order 7", "--by", "counsel"};
    assertThat(printed(erase)).doesNotContain("is kept in");
    try (Ledger ledger = Ledgers.open(folder().resolve("tingbok.ledger"), Casebook.CLOCK)) {
      ledger.append(List.of(Casebook.reprint()));
    }
    String kept = "the same text, or nearly the same, is kept in reprint.txt (";
    assertThat(printed(erase).replaceAll("\\s+", " ")).contains(kept);
    List<String> now = new ArrayList<>(List.of(erase));
    now.add("--yes");
    assertThat(printed(now.toArray(String[]::new)).replaceAll("\\s+", " ")).contains("erased:", kept);
    String copy = Casebook.reprint().document().id().value();
    assertThat(json("ledger", "erase", copy, "--reason", "court order 7", "--by", "counsel").get("copies").size())
        .isZero();
  }

  @Test
  void aWatchTellsWhatIsNewSinceItWasLookedAt() {
    assertThat(printed("watch", "set", "tern", "--by", "ida", "--accused", "Arctic Tern", "--quote", "\"broke into\""))
        .contains("1 claim now");
    assertThat(printed("watch", "set", "other", "--by", "ida", "--type", "denial")).doesNotContain("It asked before");
    assertThat(printed("watch", "set", "other", "--by", "ida", "--accused", "Arctic Tern"))
        .contains("It asked before: --type denial");
    printed("watch", "drop", "other");
    assertThat(printed("watch", "list")).contains("tern", "never looked at", "--accused 'Arctic Tern'",
        "--quote '\"broke into\"'");
    assertThat(printed("watch", "show", "tern")).contains("holds Arctic Tern responsible", "1 claim new on tern");
    assertThat(json("watch", "show", "tern", "--seen").get("markedSeen").asBoolean()).isTrue();
    assertThat(new Shell(folder()).run("watch", "show", "tern").status()).isEqualTo(1);
    printed("rule", "confirm", idOf("--accused", "Arctic Tern", "--type", "attribution"), "--by", "ola");
    assertThat(printed("watch", "show", "tern", "--seen")).contains("confirmed by ola").doesNotContain("Gone");
    printed("rule", "reject", idOf("--accused", "Arctic Tern", "--type", "attribution"), "--by", "ola", "--reason",
        "the text asks");
    assertThat(printed("watch", "show", "tern")).contains("0 claims new on tern", ", 1 gone",
        "Gone: rejected by ola", "the text asks", "holds Arctic Tern responsible");
    JsonNode gone = json("watch", "show", "tern", "--seen");
    assertThat(gone.get("claims").size()).isZero();
    assertThat(gone.get("gone").get(0).get("because").asString()).contains("the text asks");
    assertThat(new Shell(folder()).run("watch", "show", "tern").status()).isEqualTo(1);
    printed("watch", "drop", "tern");
    refused("WATCH_UNKNOWN", "watch", "show", "tern");
    refused("WATCH_UNKNOWN", "watch", "drop", "tern");
  }

  @Test
  void readsAgainOnceAndLeavesDecidedWhatWasDecided() {
    String confirmed = idOf("--type", "denial");
    printed("rule", "confirm", confirmed, "--by", "ida");
    JsonNode dry = json("ledger", "reread", "--dry-run");
    assertThat(dry.get("recorded").asBoolean()).isFalse();
    assertThat(dry.get("read").asInt()).isEqualTo(3);
    JsonNode first = json("ledger", "reread");
    assertThat(first.get("changed")).isEqualTo(dry.get("changed"));
    assertThat(first.get("changed").size()).as("the casebook is read by hand").isPositive();
    assertThat(json("ledger", "reread").get("changed").size()).isZero();
    assertThat(printed("show", confirmed)).contains("confirmed by ida").doesNotContain("No longer on record");
    assertThat(printed("ledger", "reread", "--document",
        json("show", confirmed).get("claim").get("document").get("id").asString()))
        .contains("1 document read again, 0 otherwise");
  }

  @Test
  void theReaderAgreesWithItself() {
    Reading own = org.tingbok.reading.ReportReader.standard().read(org.tingbok.reading.ReportReader.standard()
        .parse("own.txt", """
            Harbour office names the intruders

            The Vik Herald, 4 March 2024

            Norway's Police Security Service said on Monday that APT28 was behind the attack on the harbour office.
            """.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    try (Ledger ledger = Ledgers.open(folder().resolve("own.ledger"), Clock.systemUTC())) {
      ledger.append(List.of(own));
    }
    assertThat(own.claims()).isNotEmpty();
    assertThat(json("ledger", "reread", "--ledger", "own.ledger").get("changed").size()).isZero();
  }

  @Test
  void readingAgainHeedsWhatNamesWereDecidedToMean() throws java.io.IOException {
    java.nio.file.Files.writeString(folder().resolve("own.txt"), """
        Harbour office names the intruders

        The Vik Herald, 4 March 2024

        Norway's Police Security Service said on Monday that Sandworm was behind the attack on the harbour office.
        """);
    printed("names", "reject", "Sandworm", "--reason", "a machine", "--by", "ida");
    run("add", "own.txt");
    String document = json("search", "harbour", "--in", "documents").get("documents").get(0).get("document").get("id")
        .asString();
    String[] again = {"ledger", "reread", "--document", document};
    assertThat(printed(again)).contains("0 otherwise");
    assertThat(new Shell(folder()).run("claims", "--accused", "Sandworm", "--count").out()).isEqualTo("0\n");
    printed("names", "reject", "Sandworm", "--undo", "--reason", "it was them", "--by", "per");
    assertThat(printed(again)).contains("1 added");
    assertThat(json("claims", "--accused", "Sandworm", "--count").get("count").asInt()).isEqualTo(1);
    printed("names", "reject", "Sandworm", "--reason", "a machine after all", "--by", "ida");
    assertThat(printed(again)).contains("1 no longer read");
    assertThat(new Shell(folder()).run("claims", "--accused", "Sandworm", "--count").out()).isEqualTo("0\n");
  }

  @Test
  void aRetractionIsOfSomebodyWhoSaidItAndOfADayAfterAndIsTakenBack() {
    String id = idOf("--accused", "Arctic Tern", "--type", "attribution");
    String service = "Norwegian Police Security Service";
    String[] rest = {"--date", "2022-02-01", "--where", "a note"};
    refused("RETRACTION_STRANGER", with(rest, "ledger", "retract", id, "--by", "Nobody At All"));
    refused("RETRACTION_EARLY", "ledger", "retract", id, "--by", service, "--date", "2020-01-01", "--where", "x");
    refused("DATE_TO_COME", "ledger", "retract", id, "--by", service, "--date", "2030-01-01", "--where", "x");
    refused("DATE_TO_COME", "rule", "confirm", id, "--by", "ida", "--date", "2030-01-01");
    refused("RETRACTION_INCOMPLETE", "ledger", "retract", id, "--by", service, "--date", "2022-02-01");
    refused("RETRACTION_INCOMPLETE", "ledger", "retract", id, "--by", "ida", "--undo");
    refused("RETRACTION_NONE", "ledger", "retract", id, "--by", "ida", "--undo", "--reason", "x");
    printed(with(rest, "ledger", "retract", id, "--by", "PST"));
    assertThat(json("show", id).get("claim").get("retracted").get("by").asString()).isEqualTo(service);
    assertThat(printed("ledger", "retract", id, "--by", "ida", "--undo", "--reason", "of another report"))
        .contains("not retracted after all, by ida");
    JsonNode back = json("show", id);
    assertThat(back.get("claim").has("retracted")).isFalse();
    assertThat(back.get("history").size()).isEqualTo(2);
    assertThat(json("incident", "fjordline").get("held").size()).isEqualTo(2);
    String document = back.get("claim").get("document").get("id").asString().substring(10, 18);
    assertThat(printed(with(rest, "ledger", "retract", document, "--by", "the sound")))
        .contains("document " + document);
    assertThat(json("show", id).get("claim").get("retracted").get("of").asString()).isEqualTo("document");
  }

  private static String[] with(String[] rest, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(rest));
    return all.toArray(String[]::new);
  }

  @Test
  void whatOneOfSeveralGoesBackOnTheOthersStillSay() {
    String id = idOf("--accused", "Grey Heron", "--type", "attribution");
    printed("rule", "correct", id, "--claimant", "Nordlys Lab", "--claimant", "Vik Lab", "--reason", "both", "--by",
        "ida");
    printed("ledger", "retract", id, "--by", "Vik Lab", "--date", "2020-02-01", "--where", "a note");
    JsonNode claim = json("show", id).get("claim");
    assertThat(claim.get("summary").asString()).isEqualTo("Nordlys Lab holds Grey Heron responsible");
    assertThat(claim.has("retracted")).isFalse();
    assertThat(claim.get("retractedByOthers").get(0).get("by").asString()).isEqualTo("Vik Lab");
    assertThat(text("claims", "--claimant", "Vik Lab")).contains("Nordlys Lab holds Grey Heron responsible",
        "retracted by Vik Lab on 1 February 2020");
    assertThat(text("incident", "fjordline")).contains("Nordlys Lab").doesNotContain("Taken back");
    assertThat(json("show", id, "--as-of", "2019-12-31").get("claim").get("claimants").size()).isEqualTo(2);
    printed("ledger", "retract", id, "--by", "Nordlys Lab", "--date", "2020-03-01", "--where", "a note");
    assertThat(json("show", id).get("claim").get("retracted").get("by").asString()).isEqualTo("Nordlys Lab");
    printed("ledger", "retract", id, "--by", "ida", "--undo", "--reason", "not they");
    assertThat(json("show", id).get("claim").get("claimants").size()).isEqualTo(1);
  }

  @Test
  void aWatchTellsNothingGoneThatWentBeforeItWasLookedAt() {
    String id = idOf("--accused", "Grey Heron", "--type", "attribution");
    printed("rule", "reject", id, "--reason", "a headline", "--by", "ida");
    assertThat(text("watch", "set", "my watch", "--by", "ida")).contains("'tingbok watch show \"my watch\"'");
    assertThat(text("watch", "show", "my watch", "--seen")).contains("8 claims new");
    assertThat(new Shell(folder()).run("watch", "show", "my watch").status()).isEqualTo(1);
    assertThat(new Shell(folder()).run("watch", "show", "my watch").out()).doesNotContain("Gone");
  }

  @Test
  void asksWhatWasOnRecordByAMomentEverywhere() {
    String[][] questions = {{"incidents"}, {"actors"}, {"disputes"}, {"claims"}, {"search", "fairy"}};
    for (String[] question : questions) {
      List<String> words = new ArrayList<>(List.of(question));
      words.addAll(List.of("--as-of-recorded", "2026-11-21"));
      assertThat(new Shell(folder()).run(words.toArray(String[]::new)).status()).as(question[0]).isEqualTo(1);
    }
    for (String known : List.of("incident", "timeline", "origins")) {
      assertThat(printed(known, "fjordline", "--as-of-recorded", "2026-11-22"))
          .contains("By what was on record by 2026-11-22T23:59:59.999Z.");
      refused("INCIDENT_UNKNOWN", known, "fjordline", "--as-of-recorded", "2026-11-21");
    }
    String id = idOf("--type", "denial");
    refused("CLAIM_UNKNOWN", "show", id, "--as-of-recorded", "2020");
    Shell.Result wrong = new Shell(folder()).run("claims", "--as-of-recorded", "yesterday");
    assertThat(wrong.err()).startsWith("RANGE_UNREADABLE").contains("2024-05-02T12:00:00Z").doesNotContain("'..'");
  }

  @Test
  void refusesWhatAsksForNothing() {
    for (String option : List.of("--claimant", "--quote", "--state", "--incident", "--said")) {
      refused("USAGE", "claims", option, "");
    }
    refused("USAGE", "claims", "--sector", "banana");
    refused("VIEW_UNKNOWN", "claims", "--view", "nobodyknows");
    refused("PAGE_SIZE", "claims", "--count", "--page-size", "0");
    refused("CURSOR_UNREADABLE", "claims", "--count", "--page", "nonsense");
  }

  @Test
  void countsWhatADayCannotPlace() {
    JsonNode count = json("claims", "--count", "--as-of", "2021-06-18");
    assertThat(count.get("unplaced").asLong())
        .isEqualTo(ledgerAsOf(java.time.LocalDate.of(2021, 6, 18)).unplaced());
    assertThat(count.get("count").asInt()).isEqualTo(3);
    assertThat(json("claims", "--count").has("unplaced")).isFalse();
  }

  private org.tingbok.ledger.Snapshot ledgerAsOf(java.time.LocalDate day) {
    try (Ledger ledger = Ledgers.read(folder().resolve("tingbok.ledger"))) {
      return ledger.asOf(AsOf.said(day));
    }
  }

  @Test
  void searchHoldsItsFiltersAgainstQuotesToo() {
    assertThat(json("search", "fairy", "--in", "quotes", "--publisher", "the sound").get("quotes").size()).isEqualTo(1);
    for (String[] filter : new String[][] {{"--publisher", "Harbour Gazette"}, {"--language", "de"},
        {"--published", "2019"}, {"--language", "en' OR 1=1 --"}}) {
      assertThat(new Shell(folder()).run(with(filter, "search", "fairy", "--in", "quotes")).status()).isEqualTo(1);
    }
  }
}

package org.tingbok.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.tingbok.claim.NameDecision;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.NameMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.TingbokException;
import tools.jackson.databind.json.JsonMapper;

/// What a model proposes, against an endpoint that answers what the test tells it to.
class SecondReaderTest {
  private static final String WHOLE = """
      {"claims": [{
        "type": "attribution",
        "claimants": [{"name": "harbour office of Lillevik", "text": "the harbour office of Lillevik", "kind": "body"}],
        "speaker": null, "ownVoice": false, "reportedBy": [],
        "certainty": {"level": "moderate", "text": "most likely"},
        "saidOn": {"from": "2021-03-03", "to": "2021-03-03", "text": "on Wednesday"},
        "incident": "n1",
        "accused": [{"name": "Fancy Bear", "text": "APT28"}],
        "evidence": [{"quote": "Lay it, if you will, at the door of APT28"}]}],
       "incidents": [{"id": "n1", "name": "tide tables of the harbour office were taken", "victims":
         [{"name": "harbour office of Lillevik", "text": "the harbour office of Lillevik", "kind": "body"}], "period": null}]}
      """;

  private static SecondReader.Outcome read(String answer, Text text, Reading reading) {
    try (ModelServer server = ModelServer.saying(answer); SecondReader reader = SecondReader.at(server.endpoint())) {
      return reader.read(text, reading);
    }
  }

  private static SecondReader.Outcome read(String answer) {
    return read(answer, Bulletin.text(), Bulletin.unread());
  }

  @Test
  void takesNoNameForAnActorThatAnAnalystRejected() {
    NameDecision rejected =
        new NameDecision("APT28", NameMeaning.OTHER, "", "ida", LocalDate.of(2026, 11, 23), "a buoy of the harbour");
    try (ModelServer server = ModelServer.saying(WHOLE);
        SecondReader reader = SecondReader.at(server.endpoint(), NameDecisions.of(List.of(rejected)))) {
      SecondReader.Outcome outcome = reader.read(Bulletin.text(), Bulletin.unread());
      assertThat(outcome.taken()).isZero();
      assertThat(outcome.refused()).extracting(Refusal::code).containsExactly("PROPOSAL_REJECTED_NAME");
    }
  }

  @Test
  void takesAClaimThatTheDocumentBearsOut() {
    SecondReader.Outcome outcome = read(WHOLE);
    assertThat(outcome.refused()).isEmpty();
    assertThat(outcome.taken()).isEqualTo(1);
    Claim.Attribution claim = (Claim.Attribution) outcome.reading().claims().getFirst();
    assertThat(claim.saying().readBy()).contains(ModelServer.MODEL);
    assertThat(claim.saying().claimants()).containsExactly(new Party("harbour office of Lillevik", PartyKind.BODY,
        Optional.empty(), "the harbour office of Lillevik"));
    assertThat(claim.accused()).extracting(Party::name, Party::kind).containsExactly(
        org.assertj.core.groups.Tuple.tuple("APT28", PartyKind.THREAT_ACTOR));
    assertThat(claim.saying().certainty().level()).isEqualTo(CertaintyLevel.MODERATE);
    assertThat(claim.saying().certainty().words()).contains("most likely");
    assertThat(claim.saying().saidOn()).isEqualTo(PartialDate.day(LocalDate.of(2021, 3, 3)));
    assertThat(claim.incident().orElseThrow().label()).isEqualTo("tide tables of the harbour office were taken");
    Evidence evidence = claim.evidence().getFirst();
    assertThat(Bulletin.REPORT.substring(evidence.start(), evidence.end()))
        .isEqualTo("Lay it, if you will, at the door of APT28").isEqualTo(evidence.quote());
    assertThat(outcome.reading().unread()).as("it has been read now").isEmpty();
  }

  @Test
  void leavesUnreadWhatTheModelMakesNothingOf() {
    SecondReader.Outcome outcome = read("{\"claims\": [], \"incidents\": []}");
    assertThat(outcome.reading()).isEqualTo(Bulletin.unread());
    assertThat(outcome.taken()).isZero();
  }

  @Test
  void asksNothingAboutADocumentThatWasReadToTheEnd() {
    try (ModelServer server = ModelServer.saying(WHOLE); SecondReader reader = SecondReader.at(server.endpoint())) {
      Reading whole = Bulletin.unread(Bulletin.text());
      assertThat(reader.read(Bulletin.text(), whole).reading()).isEqualTo(whole);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void asksByTheOpenProtocol() {
    try (ModelServer server = ModelServer.saying(WHOLE);
        SecondReader reader = SecondReader.at(Endpoint.of(server.address(), ModelServer.MODEL,
            Optional.of("a-secret-key"), Duration.ofSeconds(20)))) {
      reader.read(Bulletin.text(), Bulletin.unread());
      ModelServer.Asked asked = server.asked().getFirst();
      assertThat(asked.path()).isEqualTo("/v1/chat/completions");
      assertThat(asked.authorization()).contains("Bearer a-secret-key");
      assertThat(asked.body().path("model").asString()).isEqualTo(ModelServer.MODEL);
      assertThat(asked.body().toString()).doesNotContain("a-secret-key");
      var data = JsonMapper.shared().readTree(asked.message("user").asString());
      assertThat(data.at("/document/published").asString()).isEqualTo("2021-03-04");
      assertThat(data.at("/document/text").asString()).contains("grey boats");
      assertThat(data.at("/unread/0").asString()).isEqualTo(Bulletin.SENTENCE);
    }
  }

  @Test
  void asksWithoutAKeyWhereThereIsNone() {
    try (ModelServer server = ModelServer.saying(WHOLE); SecondReader reader = SecondReader.at(server.endpoint())) {
      reader.read(Bulletin.text(), Bulletin.unread());
      assertThat(server.asked().getFirst().authorization()).isEmpty();
    }
  }

  @Test
  void keepsWhatTheFirstReaderRead() {
    Reading first = read(WHOLE).reading();
    Reading both = new Reading(first.document(), first.claims(), Bulletin.unread().unread());
    SecondReader.Outcome again = read(WHOLE, Bulletin.text(), both);
    assertThat(again.taken()).as("the same claim once more").isZero();
    assertThat(again.reading()).isEqualTo(both);
  }

  @Test
  void tellsTheModelOfOperationsThatAreFoundAlready() {
    IncidentAccount theft = new IncidentAccount(Bulletin.text().document().id(), "7", "theft of tide tables", List.of(),
        PartialDate.NOT_STATED, Set.of(), Set.of());
    Claim claim = read(WHOLE).reading().claims().getFirst();
    Reading first = new Reading(Bulletin.text().document(), List.of(new Claim.Denial(claim.document(), claim.saying(),
        Optional.of(theft), claim.evidence())), Bulletin.unread().unread());
    SecondReader.Outcome outcome = read(WHOLE.replace("\"incident\": \"n1\"", "\"incident\": \"i1\""), Bulletin.text(),
        first);
    assertThat(outcome.reading().claims()).extracting(Claim::account).containsExactly(Optional.of(theft),
        Optional.of(theft));
  }

  @Test
  void findsQuotesPastTagsAndWraps() {
    Text page = Bulletin.text("page.html", """
        <html><head><title>Harbour</title></head><body><article><h1>Harbour</h1>
        <p>Something was taken from the harbour office of Lillevik in the night, and much was said about it after.</p>
        <p>Lay it at the door of <b>APT28</b>,
        said the “harbour&nbsp;office”, and shut its own behind the reporters who had come from the city.</p>
        </article></body></html>
        """);
    String raw = page.document().text();
    String sentence = raw.substring(raw.indexOf("Lay it"), raw.indexOf(" from the city") + 15);
    SecondReader.Outcome outcome = read("""
        {"claims": [{"type": "attribution", "ownVoice": true, "accused": ["APT28"],
          "evidence": [{"quote": "at the door of APT28, said the \\"harbour office\\""}]}]}
        """, page, Bulletin.unread(page, sentence));
    assertThat(outcome.refused()).isEmpty();
    assertThat(outcome.reading().claims().getFirst().evidence().getFirst().quote())
        .startsWith("at the door of <b>APT28</b>,\nsaid").endsWith("office”");
  }

  @Test
  void readsPastThoughtsAndFences() {
    assertThat(read("<think>Who was it? {\"claims\": []}</think>\n```json\n" + WHOLE + "\n```").taken()).isEqualTo(1);
  }

  /// Each row breaks one thing of a claim that would be taken otherwise.
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "type": "attribution"                   | "type": "verdict"                         | VOCABULARY_UNKNOWN
      "type": "attribution",                  | ""                                        | CONTRACT_UNREADABLE
      "type": "attribution"                   | "type": ["attribution"]                   | CONTRACT_UNREADABLE
      at the door of APT28"                   | at the gates of APT28"                    | EVIDENCE_NOT_VERBATIM
      [{"quote": "Lay it                      | [{"quote": "OSLO, 4 March"}, {"quote": "Fay it  | EVIDENCE_NOT_VERBATIM
      "Lay it, if you will, at the door of APT28" | "Russia's embassy had nothing to add" | PROPOSAL_ELSEWHERE
      "Lay it, if you will, at the door of APT28" | "APT28"                               | PROPOSAL_ELSEWHERE
      "evidence": [{                          | "evidence": [], "proof": [{               | CLAIM_WITHOUT_EVIDENCE
      "evidence": [{                          | "evidence": 7, "proof": [{                | CONTRACT_UNREADABLE
      "text": "APT28"                         | "text": "APT29"                           | PROPOSAL_NOT_VERBATIM
      "text": "APT28"                         | "text": "APT2"                            | PROPOSAL_NOT_VERBATIM
      "text": "APT28"                         | "text": "the crew"                        | PROPOSAL_NOT_VERBATIM
      [{"name": "Fancy Bear", "text": "APT28"}] | []                                      | CLAIM_WITHOUT_ACCUSED
      "kind": "body"                          | "kind": "god"                             | VOCABULARY_UNKNOWN
      "ownVoice": false                       | "ownVoice": "no"                          | CONTRACT_UNREADABLE
      "claimants"                             | "claimant"                                | CLAIM_WITHOUT_CLAIMANT
      "reportedBy": []                        | "reportedBy": ["The Moon Post"]           | PROPOSAL_NOT_VERBATIM
      "speaker": null                         | "speaker": {"name": "Kari Nordmann"}      | PROPOSAL_NOT_VERBATIM
      "level": "moderate"                     | "level": "total"                          | VOCABULARY_UNKNOWN
      "text": "most likely"                   | "text": "for certain"                     | PROPOSAL_NOT_VERBATIM
      "text": "most likely"                   | "text": "nothing to add"                  | PROPOSAL_NOT_VERBATIM
      "text": "most likely"                   | "text": null                              | CONTRACT_UNREADABLE
      "from": "2021-03-03"                    | "from": "2021-02-30"                      | PROPOSAL_DATE
      "from": "2021-03-03"                    | "from": "2021-03-04"                      | PROPOSAL_DATE
      "2021-03-03", "to": "2021-03-03"        | "2031-03-03", "to": "2031-03-03"          | PROPOSAL_DATE
      "text": "on Wednesday"                  | "text": "on Thursday"                     | PROPOSAL_NOT_VERBATIM
      "incident": "n1"                        | "incident": "n2"                          | PROPOSAL_INCIDENT_UNKNOWN
      "name": "tide tables of the             | "name": "state secrets of the             | PROPOSAL_NOT_VERBATIM
      """)
  void refusesWhatTheDocumentDoesNotBearOut(String right, String wrong, String code) {
    assertThat(WHOLE).contains(right);
    SecondReader.Outcome outcome = read(WHOLE.replace(right, wrong.equals("\"\"") ? "" : wrong));
    assertThat(outcome.refused()).extracting(Refusal::code).containsExactly(code);
    assertThat(outcome.reading()).isEqualTo(Bulletin.unread());
  }

  @Test
  void refusesOneProposalWithoutTheOthers() {
    String claim = WHOLE.substring(WHOLE.indexOf("[{") + 1, WHOLE.indexOf("}],\n \"incidents\"") + 1);
    SecondReader.Outcome outcome = read(WHOLE.replace(claim, "{}, 7, \"steal\", null, [], " + claim + ", " + claim));
    assertThat(outcome.taken()).isEqualTo(1);
    assertThat(outcome.refused()).hasSize(5).allMatch(refusal -> refusal.code().equals("CONTRACT_UNREADABLE"));
  }

  @Test
  void looksAtNoMoreThanAHundredProposals() {
    SecondReader.Outcome outcome = read("{\"claims\": [" + "{},".repeat(500) + "{}]}");
    assertThat(outcome.refused()).hasSize(SecondReader.MOST_CLAIMS + 1).last().extracting(Refusal::code)
        .isEqualTo("PROPOSAL_TOO_MANY");
  }

  @Test
  void readsTheOtherTypesToo() {
    String common = "\"ownVoice\": true, \"evidence\": [{\"quote\": \"at the door of APT28\"}]";
    SecondReader.Outcome outcome = read("{\"claims\": ["
        + "{\"type\": \"non-attribution\", \"withdraws\": true, \"accused\": [{\"name\": \"APT28\"}], " + common + "},"
        + "{\"type\": \"denial\", " + common + "},"
        + "{\"type\": \"alias\", \"relation\": \"distinct\", \"names\": [\"APT28\", \"Sandworm\"], " + common + "},"
        + "{\"type\": \"affiliation\", \"relation\": \"linked-to\", \"actor\": {\"name\": \"APT28\"}, \"sponsor\":"
        + " {\"name\": \"Russia\"}, " + common + "},"
        + "{\"type\": \"response\", \"kind\": \"protest\", \"target\": {\"name\": \"Russia's embassy\"}, " + common
        + "},"
        + "{\"type\": \"impact\", \"what\": \"tide tables\", " + common + "},"
        + "{\"type\": \"method\", \"what\": \"grey boats\", \"polarity\": \"negated\", \"ownVoice\": true, \"evidence\":"
        + " [\"at the door of APT28\", \"and CVE-2021-26855 was not used\"]},"
        + "{\"type\": \"alias\", \"relation\": \"same\", \"names\": [\"APT28\", \"APT28\"], " + common + "}]}");
    assertThat(outcome.refused()).extracting(Refusal::code).containsExactly("CONTRACT_UNREADABLE");
    assertThat(outcome.reading().claims()).extracting(claim -> claim.type().code()).containsExactlyInAnyOrder(
        "non-attribution", "denial", "alias", "affiliation", "response", "impact", "method");
    assertThat(outcome.reading().claims()).filteredOn(Claim.Method.class::isInstance).first()
        .satisfies(claim -> assertThat(((Claim.Method) claim).vulnerabilities()).containsExactly("CVE-2021-26855"));
    assertThat(outcome.reading().claims()).filteredOn(Claim.Response.class::isInstance).first()
        .satisfies(claim -> assertThat(((Claim.Response) claim).target().getFirst().country()).contains("RU"));
  }

  /// A thousand answers that are nearly right: each ends in claims that the document bears out, or in a code.
  @Test
  void takesNothingElseWhateverTheAnswer() {
    long seed = Long.getLong("tingbok.seed", System.nanoTime());
    System.out.println("answers mutated with -Dtingbok.seed=" + seed);
    Random random = new Random(seed);
    String[] pieces =
        {"\"", "{", "}", "[", "]", ",", ":", "null", "7", "\\", "\u0000", "\ud83d", "APT28", "Iceland", "quote",
            "\"text\": \"Iceland\"", "true", "\n", "Russia's embassy had nothing to add."};
    AtomicReference<String> answer = new AtomicReference<>(WHOLE);
    Text text = Bulletin.text();
    Reading first = Bulletin.unread();
    try (ModelServer server = new ModelServer(exchange -> ModelServer.reply(exchange, 200, "application/json",
        ModelServer.completion(answer.get(), "stop"))); SecondReader reader = SecondReader.at(server.endpoint())) {
      for (int i = 0; i < 1000; i++) {
        StringBuilder mutant = new StringBuilder(WHOLE);
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
          int at = random.nextInt(mutant.length());
          int until = Math.min(mutant.length(), at + random.nextInt(12));
          mutant.replace(at, until, random.nextBoolean() ? pieces[random.nextInt(pieces.length)] : "");
        }
        answer.set(mutant.toString());
        try {
          for (Claim claim : reader.read(text, first).reading().claims()) {
            assertThat(claim.evidence()).allMatch(evidence -> evidence.matches(Bulletin.REPORT));
            assertThat(claim.saying().claimants()).allMatch(party -> Bulletin.REPORT.contains(party.text()));
            assertThat(claim.saying().readBy()).contains(ModelServer.MODEL);
            assertThat(claim.toString()).doesNotContain("Iceland");
          }
        } catch (TingbokException e) {
          assertThat(e.code()).isEqualTo("SECOND_READER_NONSENSE");
        }
      }
    }
  }

  @Test
  void sendsOfALongDocumentWhatLiesNear() {
    String far = "Fish were landed and weighed and sold at the old quay that day. ".repeat(20) + "\n\n";
    Text text =
        Bulletin.text("long.txt", "Harbour office shut\n\n" + far.repeat(60) + Bulletin.REPORT + far.repeat(60));
    try (ModelServer server = ModelServer.saying(WHOLE); SecondReader reader = SecondReader.at(server.endpoint())) {
      assertThat(reader.read(text, Bulletin.unread(text, Bulletin.SENTENCE)).taken()).isEqualTo(1);
      String sent = JsonMapper.shared().readTree(server.asked().getFirst().message("user").asString())
          .at("/document/text").asString();
      assertThat(sent).contains(Bulletin.SENTENCE).hasSizeBetween(Question.LONGEST_TEXT / 2, Question.LONGEST_TEXT);
    }
  }
}

package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.GroupingVerdict;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.Tlp;

/// What entries hold of acts loses nothing and stays readable by later versions.
class ActFormatTest {
  private static final String[] WORDS = {"tide", "\"quoted\"", "back\\slash", "\u0000", "\ud83d", "🛟", "\n", "Øyfjord",
      "\u2028", "港湾"};

  @Test
  void givesBackEqualWhatWasWritten() {
    Random random = ReadingGenerator.printedRandom();
    ReadingGenerator generator = new ReadingGenerator(random.nextLong());
    for (int i = 0; i < 400; i++) {
      Reading reading = generator.reading(2);
      for (Act act : acts(reading, random)) {
        assertThat(ActJson.read(ActJson.kind(act), bytes(ActJson.write(act)))).isEqualTo(act);
        assertThat(ActJson.write(act)).doesNotContain("\n");
      }
    }
  }

  private static List<Act> acts(Reading reading, Random random) {
    Claim claim = reading.claims().getFirst();
    Claim other = reading.claims().getLast();
    RulingVerdict verdict = pick(random, List.of(RulingVerdict.values()));
    DocumentId document = reading.document().id();
    return List.of(
        new Act.Ruled(new Ruling(claim.id(), verdict,
            verdict == RulingVerdict.CORRECTED ? Optional.of(other) : Optional.empty(), text(random), text(random),
            day(random), maybe(random, other.id()))),
        new Act.Misread(claim.id(), text(random), text(random)),
        new Act.Reopened("unread--1", text(random), text(random), day(random)), new Act.Revised(claim, text(random)),
        new Act.Retracted(random.nextBoolean() ? claim.id() : document.value(),
            pick(random, List.of(RetractionKind.values())), text(random), day(random),
            text(random), maybe(random, other.id())),
        new Act.Marked(random.nextBoolean() ? claim.id() : document.value(),
            random.nextBoolean() ? Optional.empty() : Optional.of(pick(random, List.of(Tlp.values()))), text(random),
            text(random)),
        new Act.Erased(document, text(random), text(random), day(random)),
        new Act.Grouped(List.of(new AccountRef(document, text(random)), new AccountRef(document, "b")),
            pick(random, List.of(GroupingVerdict.values())), text(random), text(random), day(random)),
        new Act.WatchSet(text(random), random.nextBoolean() ? "" : text(random), text(random)),
        new Act.WatchSeen(text(random), Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
        new Act.WatchDropped(text(random)), new Act.Subscribed(text(random), random.nextBoolean(), text(random)),
        new Act.Fetched(document, text(random), text(random), Instant.ofEpochSecond(random.nextInt()),
            maybe(random, text(random)), maybe(random, text(random)), maybe(random, text(random)),
            maybe(random, text(random))));
  }

  /// A change here changes the files of everybody: old entries have to stay readable.
  @Test
  void writesTheDocumentedForm() {
    LocalDate day = LocalDate.of(2024, 3, 5);
    assertThat(ActJson.write(new Act.Ruled(new Ruling("claim--1", RulingVerdict.REJECTED, Optional.empty(),
        "the text asks", "ida", day, Optional.of("claim--0"))))).isEqualTo("""
            {"claim":"claim--1","verdict":"rejected","reason":"the text asks","by":"ida","day":"2024-03-05",\
            "carriedFrom":"claim--0"}""");
    assertThat(ActJson.write(new Act.Misread("claim--1", "not read again", "tingbok 2"))).isEqualTo("""
        {"claim":"claim--1","reason":"not read again","reader":"tingbok 2"}""");
    assertThat(ActJson.write(new Act.Reopened("unread--1", "a claim", "ida", day))).isEqualTo("""
        {"sentence":"unread--1","reason":"a claim","by":"ida","day":"2024-03-05"}""");
    assertThat(ActJson.write(new Act.Retracted("claim--1", RetractionKind.CORRECTED, "Elvheim Gazette", day,
        "its page 2", Optional.of("claim--2")))).isEqualTo("""
            {"subject":"claim--1","kind":"corrected","by":"Elvheim Gazette","day":"2024-03-05","where":"its page 2",\
            "replacement":"claim--2"}""");
    Act.Erased erased = new Act.Erased(new DocumentId("document--1"), "court order 7", "the editor", day);
    assertThat(ActJson.write(erased)).isEqualTo("""
        {"document":"document--1","reason":"court order 7","by":"the editor","day":"2024-03-05"}""");
    assertThat(ActJson.erased(erased, "00ff")).isEqualTo("""
        {"document":"document--1","reason":"court order 7","by":"the editor","day":"2024-03-05","left":"00ff"}""");
    assertThat(ActJson.left(bytes(ActJson.erased(erased, "00ff")))).hasValue("00ff");
    assertThat(ActJson.read("erased", bytes(ActJson.erased(erased, "00ff")))).isEqualTo(erased);
    assertThat(ActJson.write(new Act.Grouped(
        List.of(new AccountRef(new DocumentId("document--2"), "7"),
            new AccountRef(new DocumentId("document--1"), "90")),
        GroupingVerdict.APART, "two years", "ida", day))).isEqualTo("""
            {"accounts":[{"document":"document--1","key":"90"},{"document":"document--2","key":"7"}],\
            "verdict":"apart","reason":"two years","by":"ida","day":"2024-03-05"}""");
    assertThat(ActJson.write(new Act.WatchSet("tides", "accused=Copper Lynx", "ida"))).isEqualTo("""
        {"name":"tides","question":"accused=Copper Lynx","by":"ida"}""");
    assertThat(ActJson.write(new Act.WatchSeen("tides", Instant.ofEpochMilli(1)))).isEqualTo("""
        {"name":"tides","upTo":"1970-01-01T00:00:00.001Z"}""");
    assertThat(ActJson.write(new Act.WatchDropped("tides"))).isEqualTo("""
        {"name":"tides"}""");
    assertThat(ActJson.write(new Act.Subscribed("https://a.example/feed", false, "ida"))).isEqualTo("""
        {"address":"https://a.example/feed","wanted":false,"by":"ida"}""");
    assertThat(
        ActJson.write(new Act.Fetched(new DocumentId("document--1"), "https://a.example/1", "https://a.example/2",
            Instant.ofEpochMilli(1), Optional.of("https://a.example/feed"), Optional.of("urn:1"), Optional.of("\"7\""),
            Optional.empty())))
        .isEqualTo("""
            {"document":"document--1","asked":"https://a.example/1","found":"https://a.example/2",\
            "at":"1970-01-01T00:00:00.001Z","feed":"https://a.example/feed","entry":"urn:1","etag":"\\"7\\""}""");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"rumoured|{}", "grouped|{\"accounts\":[\"a\",\"b\"]}", "ruled|{}",
          "erased|{\"document\":\"d\",\"reason\":\"r\",\"by\":\"b\",\"day\":\"soon\"}",
          "watch-seen|{\"name\":\"n\",\"upTo\":\"yesterday\"}", "misread|[]",
          "revised|{\"claim\":{},\"reader\":\"r\"}"})
  void refusesWhatIsNoAct(String kind, String json) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> ActJson.read(kind, bytes(json)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("ENTRY_UNREADABLE"));
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private static String text(Random random) {
    return "a " + WORDS[random.nextInt(WORDS.length)] + WORDS[random.nextInt(WORDS.length)];
  }

  private static LocalDate day(Random random) {
    return LocalDate.ofEpochDay(random.nextInt(40_000));
  }

  private static Optional<String> maybe(Random random, String text) {
    return random.nextBoolean() ? Optional.of(text) : Optional.empty();
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}

package org.tingbok.reading.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.TingbokException;

/// Documents that would hurt a careless reader.
class HostileDocumentsTest {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

  @ParameterizedTest
  @CsvSource({"a.html, <div>, 50000", "a.html, <b>, 50000", "a.html, <table><tr><td>, 2000",
      "a.html, &amp;&nosuch;&#x41;, 20000",
      "a.txt, *a , 100000", "a.txt, [, 200000", "a.txt, [a](, 100000", "a.md, _a, 200000", "a.txt, &, 300000",
      "a.txt, <http, 200000",
      "a.txt, 1.2., 300000", "a.txt, aB.C, 200000", "a.txt, a | b | , 100000", "a.md, | a | b |, 100000",
      "a.txt, *, 300000"})
  void readsRunsOfSignsInReasonableTime(String name, String sign, int times) {
    byte[] bytes = ("Some words stand here first. " + sign.repeat(times)).getBytes(StandardCharsets.UTF_8);
    Text text = Assertions.assertTimeoutPreemptively(LONG_ENOUGH, () -> DocumentParser.parse(name, bytes));
    assertThat(text.view()).startsWith("Some words");
  }

  @Test
  void readsAnEndlessLine() {
    byte[] bytes = "The quick crab jumps over the lazy pilot, and nobody in the harbour says a word. ".repeat(30_000)
        .getBytes(StandardCharsets.UTF_8);
    Text text = Assertions.assertTimeoutPreemptively(LONG_ENOUGH, () -> DocumentParser.parse("a.txt", bytes));
    assertThat(text.document().body()).hasSize(1);
  }

  @Test
  void refusesWhatIsNoText() {
    byte[] noise = new byte[50_000];
    new Random(20261122L).nextBytes(noise);
    assertThat(code("a.txt", noise)).isEqualTo("DOCUMENT_BINARY");
    assertThat(code("a.txt", new byte[5000])).isEqualTo("DOCUMENT_BINARY");
    assertThat(code("a.txt", new byte[0])).isEqualTo("DOCUMENT_EMPTY");
    assertThat(code("a.txt", " \r\n\t ".getBytes(StandardCharsets.UTF_8))).isEqualTo("DOCUMENT_EMPTY");
    assertThat(code("a.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
        .isEqualTo("FORMAT_UNKNOWN");
    assertThat(code("a.gz", new byte[] {0x1F, (byte) 0x8B, 8, 0})).isEqualTo("FORMAT_UNKNOWN");
  }

  private static String code(String name, byte[] bytes) {
    TingbokException refusal =
        Assertions.assertThrows(BadInputException.class, () -> DocumentParser.parse(name, bytes));
    assertThat(refusal.getMessage()).startsWith(name + ": ").doesNotContain("\n");
    return refusal.code();
  }

  @Test
  void keepsToItsLimit() {
    byte[] bytes = "Eleven signs".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> new DocumentParser(ofBytes(11)).read("a.txt", bytes))
        .hasMessageContaining("12 bytes, the limit is 11")
        .extracting(e -> ((TingbokException) e).code()).isEqualTo("DOCUMENT_TOO_LARGE");
    assertThat(new DocumentParser(ofBytes(12)).read("a.txt", bytes).view()).isEqualTo("Eleven signs");
  }

  private static Budget ofBytes(int bytes) {
    Budget usual = Budget.USUAL;
    return new Budget(bytes, usual.characters(), usual.pages(), usual.depth(), usual.entries(), usual.ratio(),
        usual.time(), usual.memory());
  }
}

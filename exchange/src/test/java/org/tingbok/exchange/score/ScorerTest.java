package org.tingbok.exchange.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.databind.json.JsonMapper;

class ScorerTest {
  private static final Path HERE = Path.of("src", "test", "resources", "org", "tingbok", "exchange", "score");

  @ParameterizedTest
  @CsvSource({"rules,rules", "perturbed-1,dev", "perturbed-2,dev", "perturbed-3,dev"})
  void printsWhatTheReferencePrints(String reading, String gold) throws IOException {
    Score score = score(reading, gold);

    assertThat(score.print(true)).isEqualTo(Files.readString(HERE.resolve(reading + ".score.txt")));
    assertThat(JsonMapper.shared().readTree(score.json()))
        .isEqualTo(JsonMapper.shared().readTree(Files.readString(HERE.resolve(reading + ".score.json"))));
  }

  @Test
  void printsNoComplaintsUnlessAsked() throws IOException {
    assertThat(score("rules", "rules").print(false)).startsWith("attribution ").doesNotContain("wrong", "extra");
  }

  @Test
  void comparesNamesAsTheReferenceDoes() throws IOException {
    List<String> lines = Files.readAllLines(HERE.resolve("keys.tsv"));

    assertThat(lines).hasSizeGreaterThan(60).allSatisfy(line -> {
      String[] columns = line.split("\t", -1);
      assertThat(GoldNames.key(unescape(columns[0]))).isEqualTo(unescape(columns[1]));
    });
  }

  /// The reference falls over here: neither document is marked as a copy.
  @Test
  void countsAnUnmarkedCopyAsWrong() {
    String reading = """
        {"documents": [{"id": "a", "source": "harbour.md", "copyOf": null}, {"id": "b", "source": "echo.txt"}],
         "claims": []}""";

    Score score = Scorer.score(stream(reading), HERE.resolve("rules"), HERE.resolve("rules"));

    assertThat(score.slots()).containsEntry("copies", new Score.Slot(0, 2));
  }

  @Test
  void refusesGoldThatIsNotInItsText(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("one.txt"), "The port is open.");
    Files.writeString(folder.resolve("one.json"),
        "{\"claims\": [{\"type\": \"denial\", \"claimant\": [], \"evidence\": [\"The port is shut.\"]}]}");

    assertThatThrownBy(() -> Scorer.score(stream("{\"documents\": [], \"claims\": []}"), folder, folder))
        .isInstanceOf(BadInputException.class).hasMessageContaining("The port is shut.")
        .extracting("code").isEqualTo("GOLD_QUOTE_MISSING");
  }

  @Test
  void refusesWhatIsNoReading() {
    assertThatThrownBy(() -> Scorer.score(stream("[]"), HERE.resolve("rules"), HERE.resolve("rules")))
        .isInstanceOf(BadInputException.class).extracting("code").isEqualTo("SCORE_UNREADABLE");
    assertThatThrownBy(() -> Scorer.score(stream("{"), HERE.resolve("rules"), HERE.resolve("rules")))
        .isInstanceOf(BadInputException.class).extracting("code").isEqualTo("SCORE_UNREADABLE");
  }

  private static Score score(String reading, String gold) throws IOException {
    try (InputStream in = Files.newInputStream(HERE.resolve(reading + ".json"))) {
      return Scorer.score(in, HERE.resolve(gold), HERE.resolve(gold));
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int digits = text.startsWith("\\u", i) ? 4 : text.startsWith("\\x", i) ? 2 : 0;
      if (digits == 0) {
        out.append(text.charAt(i));
      } else {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 2 + digits), 16));
        i += 1 + digits;
      }
    }
    return out.toString();
  }
}

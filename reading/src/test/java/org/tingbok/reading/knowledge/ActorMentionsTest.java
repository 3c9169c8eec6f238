package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorMentionsTest {
  private static List<String> actors(String text) {
    return Names.standard().actors(text).stream().map(match -> text.substring(match.start(), match.end())).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The service named Sandworm and Turla.                          | Sandworm
      The port was shut by the hackers of Play.                      | Play
      Play claimed the breach. The Play gang had posted the files.   | Play
      A hacking group called Velvet Otter broke into the port.       | Velvet Otter
      The vendor tracks the group as MistyGoat. MistyGoat is new.    | MistyGoat
      """)
  void findsWhoIsMeantAsAGroup(String text, String name) {
    assertThat(actors(text)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The children play by the port.", "Play the recording once more.",
      "See https://example.org/reports/turla/index.html for more.", "The file sandworm.exe is harmless.",
      "The group of ministers met in Cuba.", "The Port Authority met."})
  void leavesOtherMeaningsAlone(String text) {
    assertThat(actors(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The vendor tracks the group as MistyGoat. MistyGoat is new. | 2
      Play claimed it. The Play gang had posted the files.        | 2
      """)
  void staysWithWhatTheTextHasIntroduced(String text, int times) {
    assertThat(actors(text)).hasSize(times);
  }
}

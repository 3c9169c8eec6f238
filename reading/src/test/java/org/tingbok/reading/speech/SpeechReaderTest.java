package org.tingbok.reading.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.document.Span;
import org.tingbok.reading.syntax.SyntaxAnalyzer;

class SpeechReaderTest {
  private static final SpeechReader READER = new SpeechReader(SyntaxAnalyzer.load("en"));

  private static String words(String text, List<Span> spans) {
    return String.join(" … ", spans.stream().map(span -> span.of(text)).toList());
  }

  private static List<String> outermost(String text) {
    return READER.outermost(text).stream().map(speech -> words(text, speech.source()) + " / "
        + words(text, speech.cue()) + " / " + words(text, speech.content())).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      The ministry said the port was closed.                   | The ministry / said / the port was closed
      The ministry has also said that the port was closed.     | The ministry / has also said / that the port was closed
      According to two officials, the port was closed.         | two officials / According to / the port was closed
      The port was closed, according to two officials.         | two officials / according to / The port was closed
      “We saw nothing,” the minister said.                     | the minister / said / “We saw nothing,”
      “We saw nothing,” said Ann Berg, a harbour pilot.        | Ann Berg, a harbour pilot / said / “We saw nothing,”
      The minister said: “We saw nothing at all.”              | The minister / said / “We saw nothing at all.”
      "We saw nothing," she told the paper. "It was dark."     | she / told / "We saw nothing," … "It was dark."
      The minister calls for new laws.                         | The minister / calls for / new laws
      The company wants to rebuild the port.                   | The company / wants / to rebuild the port
      The company has declined to comment.                     | The company / has declined / to comment
      """)
  void tellsWhoSaysWhat(String text, String expected) {
    assertThat(outermost(text)).contains(expected);
  }

  @Test
  void listsWhatStandsWithinSomethingReported() {
    String text = "The ministry said that the police believe the port was closed.";
    assertThat(READER.read(text)).extracting(speech -> words(text, speech.cue())).containsExactly("said", "believe");
    assertThat(READER.outermost(text)).extracting(speech -> words(text, speech.cue())).containsExactly("said");
  }

  @Test
  void carriesAQuotationOnIntoTheNextParagraph() {
    String text = "“We saw nothing,” the minister said. “It was dark.\n\n“Nobody was there.”";
    assertThat(outermost(text)).hasSize(1).first().asString().endsWith("“It was dark. … “Nobody was there.”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"The port was closed.", "It snowed in the night.", "", " \n \n"})
  void leavesOtherSentencesAlone(String text) {
    assertThat(READER.read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"He said, “", "“", "”” “said” ”,", "said said said", "\"a\" \"b\", he said \"c",
      "According to", "''Yes'' he said ''"})
  void staysWithinTheTextWhateverItsMarks(String text) {
    for (ReportedSpeech speech : READER.read(text)) {
      assertThat(speech.cue()).isNotEmpty().allMatch(span -> span.end() <= text.length() && span.length() > 0);
      assertThat(speech.content()).isNotEmpty().allMatch(span -> span.end() <= text.length());
    }
  }
}

package org.tingbok.reading.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.document.Span;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;

@DisplayName("Syntax")
class SyntaxAnalyzerTest {
  private static final String ENGLISH = """
      MINISTRY BLAMES RIVER GROUP

      The foreign ministry's spokesman, Mr. J. Holt, said on 3 March that "River Group" (also: RG-17) hadn't acted
      alone. "We've seen it before," he added; e.g. in the U.S. and at St. Olav's… Who paid for it?
      - A list item without an end
      - Another one, with CVE-2031-12345 and http://example.org/a?b=c.
      It cost $1,200.50, or 40% of the budget – state-sponsored or not.
      """;
  private static final String NORWEGIAN =
      "Regjeringen anklaget 3. mai Lavland for innbruddet. «Vi er sikre», sa ministeren.";
  private static final String GERMAN =
      "Am 3. Mai machte Nordland die Gruppe z. B. für den Angriff verantwortlich. Das ist neu.";
  private static final String FRENCH =
      "L'agence n'a pas attribué l'attaque. Elle accuse-t-elle un groupe ? Aujourd'hui, non.";

  private static final String SPANISH =
      "¿Quién fue? El Sr. Lara acusó ayer a EE. UU. del ataque: «No lo negarán», dijo. ¡Nadie lo esperaba!";

  private static List<Sentence> analyze(String language, String text) {
    return SyntaxAnalyzer.load(language).analyze(text, 0, text.length());
  }

  private static List<String> sentences(String language, String text) {
    return SyntaxAnalyzer.load(language).split(text, 0, text.length()).stream().map(range -> range.of(text)).toList();
  }

  private static List<String> tokens(String language, String text) {
    return SyntaxAnalyzer.load(language).tokenise(text, 0, text.length()).stream().map(range -> range.of(text))
        .toList();
  }

  private static void holdsTogether(String text, List<Sentence> sentences) {
    boolean[] covered = new boolean[text.length()];
    int last = 0;
    for (Sentence sentence : sentences) {
      assertThat(sentence.start()).isGreaterThanOrEqualTo(last);
      last = sentence.end();
      int roots = 0;
      for (Token token : sentence.tokens()) {
        assertThat(text.substring(token.start(), token.end())).isEqualTo(token.form());
        for (int i = token.start(); i < token.end(); i++) {
          assertThat(covered[i]).isFalse();
          covered[i] = true;
        }
        roots += token.head() < 0 ? 1 : 0;
        assertThat(token.head() < 0).isEqualTo(token.deprel().equals("root"));
        assertThat(token.lemma()).isNotEmpty();
        int steps = 0;
        for (Token at = token; at.head() >= 0; at = sentence.tokens().get(at.head())) {
          assertThat(++steps).isLessThanOrEqualTo(sentence.tokens().size());
        }
      }
      assertThat(roots).isEqualTo(1);
    }
    for (int i = 0; i < text.length(); i++) {
      assertThat(covered[i]).as("code unit %d", i).isEqualTo(!Spelling.isSpace(text.charAt(i)));
    }
  }

  @Test
  void coversEveryTextWithTokensThatMakeTrees() {
    holdsTogether(ENGLISH, analyze("en", ENGLISH));
    holdsTogether(NORWEGIAN, analyze("nb", NORWEGIAN));
    holdsTogether(GERMAN, analyze("de", GERMAN));
    holdsTogether(FRENCH, analyze("fr", FRENCH));
    holdsTogether(SPANISH, analyze("es", SPANISH));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \n\t ", ".", "…", "\"", "((", "))))", "a", "'s", "\u00A0x\u00A0", "\uD83D\uDE00 ok", "-- - —",
          "www.", "n't", "U.S.", "$", "a/b/c", "[.]", "x\n\n\ny", "1.", "1. ", "l'", "•", "A.B", "?!?!", "\uD83D"})
  void takesAnyText(String text) {
    for (String language : List.of("en", "nb", "de", "fr", "es")) {
      holdsTogether(text, analyze(language, text));
    }
  }

  @Test
  void takesTextWithoutSentences() {
    String table = "0x4f 17 ; ".repeat(400);
    holdsTogether(table, analyze("en", table));
  }

  @Test
  void readsAgainTheSame() {
    assertThat(analyze("en", ENGLISH)).isEqualTo(analyze("en", ENGLISH));
  }

  @Test
  void readsAPartAsItReadsTheWhole() {
    String around = "Before. " + ENGLISH;
    List<Sentence> inside = SyntaxAnalyzer.load("en").analyze(around, 8, around.length());
    assertThat(inside.stream().map(sentence -> around.substring(sentence.start(), sentence.end())))
        .isEqualTo(sentences("en", ENGLISH));
  }

  @Test
  void refusesALanguageItHasNoModelFor() {
    assertThatThrownBy(() -> SyntaxAnalyzer.load("tlh")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tlh");
  }

  @Test
  void endsSentencesAtHeadingsListsAndBlankLines() {
    assertThat(sentences("en", ENGLISH)).containsExactly("MINISTRY BLAMES RIVER GROUP",
        "The foreign ministry's spokesman, Mr. J. Holt, said on 3 March that \"River Group\" (also: RG-17) hadn't acted\n"
            + "alone.",
        "\"We've seen it before,\" he added; e.g. in the U.S. and at St. Olav's…", "Who paid for it?",
        "- A list item without an end", "- Another one, with CVE-2031-12345 and http://example.org/a?b=c.",
        "It cost $1,200.50, or 40% of the budget – state-sponsored or not.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"en | It was found in the U.S. The agency said so. | 2",
      "en | Gen. Smith met No. 5 of Acme Inc. in Jan. 2020. | 1", "en | He said: \"It was them.\" She agreed. | 2",
      "en | \"Was it them?\" he asked. | 1", "en | They met J. R. Holt. He left. | 2",
      "en | It rose 3.5 percent. Then it fell. | 2", "nb | Den 3. mai kl. 10 kom saken. Det var nr. 2 i år. | 2",
      "de | Am 29. 5. 2025 traf er Dr. Weber. Das war neu. | 2", "de | Das gilt z. B. für ihn. | 1",
      "fr | M. Roux est venu. Il est reparti. | 2", "es | El Sr. Lara y la Dra. Gil llegaron. Se fueron. | 2",
      "es | Lo dijo EE. UU. ayer. | 1", "es | Fue EE.UU. El ministro lo negó. | 2",
      "es | ¿Quién fue? ¡Nadie! ¿Seguro? | 3", "es | «¿Fue ella?», preguntó. Nadie contestó. | 2",
      "es | El art. 5 y el n.º 7 de Acme S. A. siguen. | 1", "es | Subió un 3.500 % aprox. en mayo. | 1"})
  void knowsWhichFullStopsEndASentence(String language, String text, int count) {
    assertThat(sentences(language, text)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "en | Russia's GRU didn't hack it. | Russia 's GRU did n't hack it .",
      "en | state-sponsored, China-linked e-mail | state-sponsored , China-linked e-mail",
      "en | APT-C-09 (UNC2452) used CVE-2021-26855. | APT-C-09 ( UNC2452 ) used CVE-2021-26855 .",
      "en | NoName057(16) and Storm-0558 hit U.S. firms | NoName057(16) and Storm-0558 hit U.S. firms",
      "en | It cost $1,200.50—or 40%. | It cost $1,200.50 — or 40 % .",
      "en | see http://a.example/b?c=d, evil[.]example and a@b.example. "
          + "| see http://a.example/b?c=d , evil[.]example and a@b.example .",
      "en | they cannot and/or the hackers' | they can not and / or the hackers '",
      "en | 2021-03-04 at 10:30, 24/7 | 2021-03-04 at 10:30 , 24/7",
      "en | “It’s them,” he said | “ It ’s them , ” he said",
      "fr | L'agence n'a pas dit qu'aujourd'hui | L' agence n' a pas dit qu' aujourd'hui",
      "es | ¿Quién atacó al SEPE? | ¿ Quién atacó al SEPE ?", "es | ¡No!, dijo. | ¡ No ! , dijo .",
      "es | Lo negó EE. UU. (2,6 GB) | Lo negó EE. UU. ( 2,6 GB )",
      "es | —No —dijo el Sr. Gil—. | — No — dijo el Sr. Gil — .",
      "es | «Volverá a dárselo» | « Volverá a dárselo »", "es | el 97 % y 1.500 | el 97 % y 1.500",
      "fr | a-t-il accusé le groupe ? | a -t-il accusé le groupe ?", "de | Am 3. Mai 2025. | Am 3. Mai 2025 ."})
  void cutsTokens(String language, String text, String expected) {
    assertThat(String.join(" ", tokens(language, text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"accused, accuse", "held, hold", "blamed, blame", "laid, lay", "attributed, attribute", "sought, seek",
      "found, find", "stole, steal"})
  void findsDictionaryForms(String form, String lemma) {
    String text = "The agency " + form + " it.";
    assertThat(analyze("en", text).getFirst().tokens().get(2).lemma()).isEqualTo(lemma);
  }

  @Test
  void cutsWithoutAModel() {
    assertThat(SentenceSplitter.of("de").split("Eins. Zwei.", 0, 11)).containsExactly(new Span(0, 5), new Span(6, 11));
    assertThat(Tokenizer.of("de").tokenise("Eins.", 0, 5)).containsExactly(new Span(0, 4), new Span(4, 5));
  }

  @Test
  void aFrenchQuotationBeginsAndEndsASentence() {
    String text = "La régie confirme. « Nous ne savons rien. » Le maire attend.";
    assertThat(SentenceSplitter.of("fr").split(text, 0, text.length()).stream().map(span -> span.of(text)))
        .containsExactly("La régie confirme.", "« Nous ne savons rien. »", "Le maire attend.");
  }
}

package org.tingbok.reading.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.document.Span;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.reading.time.TimeExpressions;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

class MaskedNamesTest {
  private static final String BEFORE = "One sentence before it. ";

  private static Sentence parse(String sentence) {
    String view = BEFORE + sentence + " And one after it.";
    Span span = new Span(BEFORE.length(), BEFORE.length() + sentence.length());
    List<NameMatch> names = Names.standard().find(view).stream()
        .filter(match -> match.start() < span.end() && match.end() > span.start()).toList();
    TimeExpressions times = new TimeExpressions(Optional.of(LocalDate.of(2021, 6, 19)), OptionalInt.empty());
    return MaskedNames.parse(SyntaxAnalyzer.load("en"), view, span, names,
        times.find(view, span.start(), span.end()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"On 18 June 2021 the Norwegian Police Security Service named APT31.",
      "Recorded Future, which calls it UNC4899 (or Storm-0558), was hacked two weeks earlier.",
      "The IT systems of Visma were breached on March 3, 2019, as Rapid7's report of 6 February 2019 says.",
      "In December, Cozy Bear broke into the port.", "Midnight Blizzard's e-mails came from the US on 4 May 2017.",
      "In 2018 attack followed attack (nobody counted them) in the 2018 report."})
  void tokensReadAsTheViewDoes(String sentence) {
    Sentence parsed = parse(sentence);
    String view = BEFORE + sentence;
    int last = BEFORE.length();
    for (Token token : parsed.tokens()) {
      assertThat(token.form()).isEqualTo(view.substring(token.start(), token.end()));
      assertThat(token.start()).isGreaterThanOrEqualTo(last);
      assertThat(token.head()).isBetween(-1, parsed.tokens().size() - 1);
      last = token.end();
    }
    assertThat(parsed.start()).isEqualTo(BEFORE.length());
    assertThat(parsed.end()).isEqualTo(view.length());
    assertThat(parsed.tokens()).filteredOn(token -> token.head() < 0).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The service said that Midnight Blizzard broke into the port. | Midnight Blizzard
      The service said that UNC4899 broke into the port. | UNC4899
      Analysts at Recorded Future named nobody. | Recorded Future
      It was said by the Norwegian Police Security Service. | Norwegian Police Security Service
      """)
  void aKnownNameIsOneProperNoun(String sentence, String name) {
    assertThat(parse(sentence).tokens()).filteredOn(token -> token.form().equals(name))
        .satisfiesExactly(token -> assertThat(token.upos()).isEqualTo(Upos.PROPN));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The port was shut on 4 May 2017 by the crew. | 4 May 2017
      The port was shut in early March 2019 by the crew. | early March 2019
      """)
  void aDateIsOneWord(String sentence, String date) {
    assertThat(parse(sentence).tokens()).extracting(Token::form).contains(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The intruders (whom nobody had seen) left.", "The IT staff left."})
  void sparesTheParserWhatMisleadsIt(String sentence) {
    assertThat(parse(sentence).tokens()).filteredOn(token -> token.head() < 0).extracting(Token::form)
        .containsExactly("left");
  }
}

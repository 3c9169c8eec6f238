package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.query.TextMatch;
import org.tingbok.query.TextQuery;
import org.tingbok.query.WordForms;

class StemsTest {
  @ParameterizedTest
  @CsvSource({"en, They were attacking ports, attacks", "en, the ATTACKED harbour, attack",
      "nb, angrepene mot havna, angrep",
      "de, die Angriffe auf den Hafen, Angriff", "fr, les attaques contre le port, attaque",
      "es, los ataques al puerto, ataque", "und, Ålesund havn, alesund", "en, the Øyfjord pilots, oyfjord"})
  void findsAWordInAnotherForm(String language, String text, String word) {
    assertThat(TextMatch.of(TextQuery.parse(word), text, language, Stems.FORMS)).isPresent();
  }

  @Test
  void leavesWordsOfOtherLanguagesAsTheyStand() {
    assertThat(Stems.FORMS.words("attacks гавань 港湾", "und")).extracting(WordForms.Word::form)
        .isEqualTo(List.of("attacks", "гавань", "港", "湾"));
    assertThat(TextMatch.of(TextQuery.parse("attack"), "attacks", "und", Stems.FORMS)).isEmpty();
  }

  @Test
  void tellsWhereWordsAre() {
    String text = "Pilots' e\u0301cole, attacked";
    assertThat(Stems.FORMS.words(text, "en")).extracting(word -> text.substring(word.start(), word.end()))
        .isEqualTo(List.of("Pilots", "e\u0301cole", "attacked"));
  }
}

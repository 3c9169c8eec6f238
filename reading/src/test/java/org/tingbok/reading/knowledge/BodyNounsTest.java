package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies of every state are known by their nouns, as whole words.
class BodyNounsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Außenministerium in Wien | Foreign Ministry
      Militärgeheimdienst | military intelligence
      utenriksdepartementet mener | Foreign Ministry
      etterretningstjenesten | intelligence service
      ministère tchèque des Affaires étrangères | Foreign Ministry
      ministère de l’Intérieur | Interior Ministry
      Ministerio checo de Asuntos Exteriores | Foreign Ministry
      servicios de inteligencia rusos | intelligence services
      """)
  void tellsWhatABodyIs(String phrase, String english) {
    assertThat(BodyNouns.standard().english(phrase)).contains(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Regierungsviertel", "politisk redaktør", "ministerium", "", "armé"})
  void keepsToWholeWords(String phrase) {
    assertThat(BodyNouns.standard().english(phrase)).isEmpty();
  }
}

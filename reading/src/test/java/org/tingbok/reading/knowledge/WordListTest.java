package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tingbok.vocabulary.FaultException;

class WordListTest {
  @Test
  void holdsItsWordsAndCompoundsThatEndAsOne() {
    WordList body = WordList.of("body");
    assertThat(body.contains("ministry")).isTrue();
    assertThat(body.contains("hafenbehörde")).isTrue();
    assertThat(body.contains("kystdirektoratet")).isTrue();
  }

  @Test
  void doesNotHoldOtherWordsNorBareEnds() {
    WordList body = WordList.of("body");
    assertThat(body.contains("herring")).isFalse();
    assertThat(body.contains("samt")).isFalse();
    assertThat(body.contains("")).isFalse();
  }

  @Test
  void countsWordsWithinOthers() {
    assertThat(WordList.of("cyber").count("cyberangrepet rammet serveren", 9)).isEqualTo(2);
    assertThat(WordList.of("cyber").count("cyberangrepet rammet serveren", 1)).isEqualTo(1);
    assertThat(WordList.of("cyber").count("the herring is early", 9)).isZero();
  }

  @Test
  void aListThatDoesNotShipIsOurFault() {
    assertThatThrownBy(() -> WordList.of("herrings")).isInstanceOf(FaultException.class)
        .hasMessageContaining("herrings");
  }
}

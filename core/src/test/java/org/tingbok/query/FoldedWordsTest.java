package org.tingbok.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedWordsTest {
  private static List<String> forms(String text) {
    return WordForms.FOLDED.words(text, "und").stream().map(WordForms.Word::form).toList();
  }

  @Test
  void foldsCaseAccentsAndStrokes() {
    assertThat(forms("ØYFJORD Évrecy Łódź đak İzmir ılık Straße Ærø œuvre ﬁn"))
        .containsExactly("oyfjord", "evrecy", "lodz", "dak", "izmir", "ilik", "strasse", "aero", "oeuvre", "fin");
  }

  @Test
  void aLetterAndItsAccentApartAreOneWord() {
    assertThat(forms("e\u0301te\u0301 été")).containsExactly("ete", "ete");
  }

  @Test
  void cutsAtSignsAndKeepsDigits() {
    assertThat(forms("L'attaque «APT-31», 2024; CVE-2024-1 — \ud83d 🛟 _x_"))
        .containsExactly("l", "attaque", "apt", "31", "2024", "cve", "2024", "1", "x");
  }

  @Test
  void anIdeographIsAWordByItself() {
    assertThat(forms("港湾APT攻撃")).containsExactly("港", "湾", "apt", "攻", "撃");
  }

  @Test
  void tellsWhereEachWordStands() {
    String text = "  Die 𝔊raue Straße.";
    assertThat(WordForms.FOLDED.words(text, "de")).extracting(word -> text.substring(word.start(), word.end()))
        .containsExactly("Die", "𝔊raue", "Straße");
  }

  @Test
  void aWordAskedForHasTheFormOfTheSameWordInAText() {
    for (String word : List.of("Øyfjord", "STRASSE", "straße", "E\u0301te\u0301", "гавань", "APT31")) {
      assertThat(WordForms.FOLDED.forms(word)).containsExactlyElementsOf(forms(word));
    }
  }
}

package org.tingbok.reading.clause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// What articles and pronouns say of who acts, over trees in which a parser went by the order of words.
class GermanCasesTest {
  /// Tokens as `form/upos/xpos/relation/head`, the head counted from 0, -1 for the root.
  private static Sentence tree(String words) {
    String[] parts = words.split(" ", -1);
    List<Token> tokens = new java.util.ArrayList<>();
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      String[] fields = parts[i].split("/", -1);
      tokens.add(new Token(i, at, at + fields[0].length(), fields[0], fields[0], Upos.valueOf(fields[1]), fields[2],
          Integer.parseInt(fields[4]), fields[3]));
      at += fields[0].length() + 1;
    }
    return new Sentence(0, at, tokens);
  }

  private static String relation(Sentence sentence, String form) {
    Optional<Token> token = sentence.tokens().stream().filter(one -> one.form().equals(form)).findFirst();
    return token.orElseThrow().deprel();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Eine/DET/ART/det/1 Gruppe/NOUN/NN/nsubj/2 nannte/VERB/VVFIN/root/-1 der/DET/ART/det/4 Sprecher/NOUN/NN/obj/2 | Sprecher | nsubj
      Dort/ADV/ADV/advmod/1 klagte/VERB/VVFIN/root/-1 ihn/PRON/PPER/nsubj/1 die/DET/ART/det/4 Justiz/NOUN/NN/obj/1 | Justiz | nsubj
      Dort/ADV/ADV/advmod/1 klagte/VERB/VVFIN/root/-1 ihn/PRON/PPER/nsubj/1 die/DET/ART/det/4 Justiz/NOUN/NN/obj/1 | ihn | obj
      Medien/NOUN/NN/nsubj/1 schrieben/VERB/VVFIN/root/-1 ihn/PRON/PPER/obj/1 der/DET/ART/det/4 Gruppe/NOUN/NN/obl/1 zu/ADP/PTKVZ/compound:prt/1 | Gruppe | iobj
      Ihn/PRON/PPER/obj/1 schrieb/VERB/VVFIN/root/-1 sie/PRON/PPER/nsubj/1 derselben/DET/PDAT/det/4 Gruppe/NOUN/NN/obj/1 zu/ADP/PTKVZ/compound:prt/1 | Gruppe | iobj
      sei/AUX/VAFIN/aux/5 der/DET/ART/det/2 Angriff/NOUN/NN/obj/5 chinesischen/ADJ/ADJA/amod/4 Akteuren/NOUN/NN/obj/5 zuzurechnen/VERB/VVINF/root/-1 | Angriff | nsubj:pass
      sei/AUX/VAFIN/aux/5 der/DET/ART/det/2 Angriff/NOUN/NN/obj/5 chinesischen/ADJ/ADJA/amod/4 Akteuren/NOUN/NN/obj/5 zuzurechnen/VERB/VVINF/root/-1 | Akteuren | iobj
      Die/DET/ART/det/1 Behörde/NOUN/NN/nsubj/2 nannte/VERB/VVFIN/root/-1 eine/DET/ART/det/4 Gruppe/NOUN/NN/obj/2 | Gruppe | obj
      Die/DET/ART/det/1 Behörde/NOUN/NN/nsubj/2 nannte/VERB/VVFIN/root/-1 eine/DET/ART/det/4 Gruppe/NOUN/NN/obj/2 | Behörde | nsubj
      """)
  void formsSayWhoActs(String words, String form, String relation) {
    assertThat(relation(GermanCases.read(tree(words)), form)).isEqualTo(relation);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Badin/PROPN/NE/nsubj/4 soll/AUX/VMFIN/aux/4 der/DET/ART/det/3 Einheit/NOUN/NN/obj/4 angehören/ADJ/ADJA/root/-1 | angehören | VERB
      Die/DET/ART/det/1 Firma/NOUN/NN/nsubj/3 ist/AUX/VAFIN/cop/3 verschwiegen/ADJ/ADJD/root/-1 | verschwiegen | ADJ
      """)
  void aVerbBehindAnAuxiliaryIsNoAdjective(String words, String form, Upos upos) {
    assertThat(GermanCases.read(tree(words)).tokens().stream().filter(token -> token.form().equals(form))
        .map(Token::upos)).containsExactly(upos);
  }
}

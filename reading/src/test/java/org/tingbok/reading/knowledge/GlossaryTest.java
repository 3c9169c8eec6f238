package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Nouns of other languages are known in all their forms, German verbs with their particles; English stays as it is.
class GlossaryTest {
  @ParameterizedTest
  @CsvSource({"nb, gruppen, group", "nb, hackergruppen, group", "nb, Dataangrepene, attack",
      "nb, ambassadørens, ambassador",
      "de, Hackerangriffs, attack", "de, Innenministeriums, ministry", "de, Tätergruppierungen, group",
      "de, Sicherheitsbehörden, agency", "fr, attaquants, attacker", "fr, réseaux, network",
      "es, acusaciones, accusation",
      "es, atacantes, attacker"})
  void tellsWhatANounMeans(String language, String form, String meaning) {
    assertThat(lemma(language, token(0, form, form, Upos.NOUN, -1, "root"))).isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource({"nb, grupperte", "de, Griff", "de, Eingriff", "fr, volonté", "es, robot", "en, gruppe", "en, server"})
  void leavesOtherWords(String language, String form) {
    assertThat(lemma(language, token(0, form, form, Upos.NOUN, -1, "root"))).isEqualTo(form);
  }

  @Test
  void leavesNames() {
    assertThat(lemma("de", new Token(0, 0, 6, "Gruppe", "Gruppe", Upos.PROPN, "NNP", -1, "root"))).isEqualTo("Gruppe");
  }

  @ParameterizedTest
  @CsvSource({"zugeschrieben, zuschreiben", "zuzuordnen, zuordnen", "zurückgewiesen, zurückweisen",
      "einbestellte, einbestellen", "wies, weisen", "schreibt, schreiben"})
  void tellsGermanVerbs(String form, String lemma) {
    assertThat(lemma("de", token(0, form, form, Upos.VERB, -1, "root"))).isEqualTo(lemma);
  }

  @Test
  void putsAGermanVerbAndItsParticleTogether() {
    Token verb = token(0, "ordnete", "ordnen", Upos.VERB, -1, "root");
    Token particle = token(1, "zu", "zu", Upos.ADP, 0, "compound:prt");
    Sentence read = Glossary.standard().read(new Sentence(0, 10, List.of(verb, particle)), "de");
    assertThat(read.tokens()).extracting(Token::lemma).containsExactly("zuordnen", "zu");
  }

  @Test
  void knowsNorwegianDefiniteForms() {
    assertThat(Glossary.standard().definite("ambassaden")).isTrue();
    assertThat(Glossary.standard().definite("angrepet")).isTrue();
    assertThat(Glossary.standard().definite("angrep")).isFalse();
    assertThat(Glossary.standard().definite("behörden")).isFalse();
  }

  private static Token token(int index, String form, String lemma, Upos upos, int head, String relation) {
    return new Token(index, 0, form.length(), form, lemma, upos, "", head, relation);
  }

  private static String lemma(String language, Token token) {
    return Glossary.standard().read(new Sentence(0, token.end(), List.of(token)), language).tokens().get(0).lemma();
  }
}

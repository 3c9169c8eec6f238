package org.tingbok.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tingbok.vocabulary.BadInputException;

class TextQueryTest {
  private static TextQuery.Term word(String... words) {
    return new TextQuery.Term(List.of(words), false);
  }

  @Test
  void readsWordsPhrasesBeginningsAndWhatMustNotBeThere() {
    assertThat(TextQuery.parse("storting \"parliament breach\" hack* -rumour -\"tide tables\""))
        .isEqualTo(new TextQuery(List.of(word("storting"), word("parliament", "breach"),
            new TextQuery.Term(List.of("hack"), true)), List.of(word("rumour"), word("tide", "tables"))));
  }

  @Test
  void aWordWithSignsIsAPhraseOfItsParts() {
    assertThat(TextQuery.parse("APT-31 l'attaque").wanted()).containsExactly(word("APT", "31"), word("l", "attaque"));
  }

  @Test
  void aPhraseMayBeLeftOpenAndMayEndInABeginning() {
    assertThat(TextQuery.parse("\"tide tab*").wanted())
        .containsExactly(new TextQuery.Term(List.of("tide", "tab"), true));
  }

  @Test
  void whateverIsTypedIsAQueryOrHasNoWordInIt() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String signs = "ab-\"* \t'()ø港\ud83d\u0000:^|~&";
    for (int i = 0; i < 5000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        typed.append(signs.charAt(random.nextInt(signs.length())));
      }
      try {
        assertThat(TextQuery.parse(typed.toString()).wanted()).as("'%s'", typed).isNotEmpty()
            .allMatch(term -> !term.words().isEmpty());
      } catch (BadInputException e) {
        assertThat(e.code()).isEqualTo("QUERY_EMPTY");
      }
    }
  }

  @Test
  void refusesNoWordAndTooMany() {
    for (String typed : List.of("", "  ", "\"\"", "-rumour", "- * …")) {
      assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> TextQuery.parse(typed))
          .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("QUERY_EMPTY"));
    }
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> TextQuery.parse("word ".repeat(33)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("QUERY_LONG"));
    assertThat(TextQuery.parse("word ".repeat(32)).wanted()).hasSize(32);
  }
}

package org.tingbok.reading.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;

/// Reads the sentences of `constructions-en.txt` and `-es.txt`, and counts how many of the arcs asked for are found.
@DisplayName("Constructions that claims are made of")
class ConstructionsTest {
  @ParameterizedTest
  @CsvSource({"en, 0.95, 0.96", "es, 0.88, 0.94"})
  void findsTheArcsThatClaimsAreReadOff(String language, double labelledFloor, double unlabelledFloor)
      throws IOException {
    List<String> missed = new ArrayList<>();
    int asked = 0;
    int labelled = 0;
    int unlabelled = 0;
    for (String block : constructions(language).split("\n\n", -1)) {
      List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
      if (lines.isEmpty()) {
        continue;
      }
      String text = lines.getFirst();
      Sentence sentence = SyntaxAnalyzer.load(language).parse(text, 0, text.length());
      for (String line : lines.subList(1, lines.size())) {
        String[] arc = line.split(" ", -1);
        Token child = token(sentence, arc[0]);
        int head = arc[2].equals("-") ? -1 : token(sentence, arc[2]).index();
        boolean attached = child.head() == head;
        asked++;
        unlabelled += attached ? 1 : 0;
        if (attached && child.deprel().equals(arc[1])) {
          labelled++;
        } else {
          String found = child.head() < 0 ? "-" : sentence.tokens().get(child.head()).form();
          missed.add(text + "\n  asked " + line + ", found " + child.deprel() + " " + found);
        }
      }
    }
    String report = String.join("\n", missed);
    assertThat((double) labelled / asked).as("labelled, of %d arcs, missed:%n%s", asked, report)
        .isGreaterThanOrEqualTo(labelledFloor);
    assertThat((double) unlabelled / asked).as("unlabelled, of %d arcs, missed:%n%s", asked, report)
        .isGreaterThanOrEqualTo(unlabelledFloor);
  }

  private static Token token(Sentence sentence, String name) {
    int hash = name.indexOf('#');
    int left = hash < 0 ? 1 : Integer.parseInt(name.substring(hash + 1));
    String form = hash < 0 ? name : name.substring(0, hash);
    for (Token token : sentence.tokens()) {
      if (token.form().equals(form) && --left == 0) {
        return token;
      }
    }
    throw new IllegalArgumentException("no \"" + name + "\" in the sentence");
  }

  private static String constructions(String language) throws IOException {
    try (InputStream in = ConstructionsTest.class.getResourceAsStream("constructions-" + language + ".txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package org.tingbok.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tingbok.document.Span;

class TextMatchTest {
  private static Optional<TextMatch> match(String typed, String text) {
    return TextMatch.of(TextQuery.parse(typed), text, "en", WordForms.FOLDED);
  }

  private static List<String> marked(String typed, String text) {
    return match(typed, text).orElseThrow().marks().stream().map(mark -> mark.of(text)).toList();
  }

  @Test
  void marksEveryOccurrenceAndJoinsThoseThatOverlap() {
    assertThat(marked("tide", "Tide tables, tide gauges.")).containsExactly("Tide", "tide");
    assertThat(marked("\"a b\" \"b a\"", "a b a b c")).containsExactly("a b a b");
    assertThat(marked("tab*", "Tables and a tab")).containsExactly("Tables", "tab");
  }

  @Test
  void wantsAllAndRefusesWhatIsUnwanted() {
    assertThat(match("tide tables", "Tide gauges")).isEmpty();
    assertThat(match("tide -gauges", "Tide gauges")).isEmpty();
    assertThat(match("tide -\"tide tables\"", "Tide gauges and tables")).isPresent();
    assertThat(match("\"tide tables\"", "Tide gauges and tables")).isEmpty();
    assertThat(match("\"tide tables\"", "tide-tables")).isPresent();
  }

  @Test
  void ranksMoreOfTheWordsCloserTogetherInAShorterTextHigher() {
    String filler = " nothing of note".repeat(200);
    assertThat(score("tide tables", "Tide tables.")).isGreaterThan(score("tide tables", "Tide. Nothing. Tables."));
    assertThat(score("tide", "tide, tide and tide")).isGreaterThan(score("tide", "tide, ebb and flow"));
    assertThat(score("tide", "tide")).isGreaterThan(score("tide", "tide" + filler));
    assertThat(score("tide", "x")).isZero();
  }

  private static double score(String typed, String text) {
    return match(typed, text).map(TextMatch::score).orElse(0.0);
  }

  @Test
  void cutsOutTheStretchThatHasMost() {
    String filler = "Nothing of note was said. ".repeat(20);
    String text = "A tide. " + filler + "Copper Lynx took the tide tables. " + filler;
    Span excerpt = match("tide tables", text).orElseThrow().excerpt(text, 120);
    assertThat(excerpt.of(text)).contains("took the tide tables").hasSizeLessThanOrEqualTo(120)
        .doesNotStartWith(" ").doesNotEndWith("Nothin");
    assertThat(new TextMatch(List.of(), 0).excerpt("Short.", 120)).isEqualTo(new Span(0, 6));
    assertThat(new TextMatch(List.of(), 0).excerpt("", 120)).isEqualTo(new Span(0, 0));
  }

  @Test
  void anExcerptHoldsItsWordsAndPartsNoPair() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int words = 1 + random.nextInt(60); words > 0; words--) {
        text.append(List.of("tide", " ", "🛟🛟🛟", "longerwordwithoutanyblank", "\n", "ebb ").get(random.nextInt(6)));
      }
      int length = 12 + random.nextInt(80);
      Span excerpt = match("tide", text.toString()).map(match -> match.excerpt(text.toString(), length))
          .orElse(new Span(0, 0));
      assertThat(excerpt.length()).isLessThanOrEqualTo(length);
      String cut = excerpt.of(text.toString());
      if (!cut.isEmpty()) {
        assertThat(cut).as("of '%s', %s", text, length).contains("tide");
        assertThat(Character.isLowSurrogate(cut.charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 1))).isFalse();
      }
    }
  }

  @Test
  void findsNamesWithAndWithoutASignBeforeTheNumber() {
    for (String typed : java.util.List.of("APT-31", "apt31", "\"APT 31\"", "APT–31")) {
      for (String text : java.util.List.of("it was APT31 again", "it was APT-31 again", "it was APT 31 again")) {
        assertThat(TextMatch.of(TextQuery.parse(typed), text, "en", WordForms.FOLDED)).as(typed + " in " + text)
            .hasValueSatisfying(match -> assertThat(match.marks()).hasSize(1));
      }
      assertThat(TextMatch.of(TextQuery.parse(typed), "APT 3 and 31 others", "en", WordForms.FOLDED)).as(typed)
          .isEmpty();
    }
  }
}

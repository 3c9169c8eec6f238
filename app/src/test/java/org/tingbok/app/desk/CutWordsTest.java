package org.tingbok.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutWordsTest {
  private static final String TEXT =
      "The harbour was closed. A state may have sponsored it, they wrote; pilots use charts.\n";

  @ParameterizedTest
  @CsvSource({"the com-, promised harbour, false", "a state-, sponsored crew, true", "the IT-, based log, true",
      "clear char-, ts of it, false"})
  void keepsTheHyphenOfAWordThatHasOne(String before, String after, boolean stays) {
    String text = TEXT + before + "\n" + after;
    CutWords words = new CutWords(text);
    int place = text.length() - after.length();
    assertThat(words.cut(before, place)).isTrue();
    assertThat(words.hyphenStays(before, place)).isEqualTo(stays);
  }

  @Test
  void leavesHyphensThatCutNothing() {
    String text = TEXT + "pre-\nand postwar, Oslo-\nBergen";
    CutWords words = new CutWords(text);
    assertThat(words.cut("pre-", text.indexOf("and postwar"))).isFalse();
    assertThat(words.cut("Oslo-", text.indexOf("Bergen"))).isFalse();
    assertThat(words.cut("pre", text.indexOf("and postwar"))).isFalse();
  }
}

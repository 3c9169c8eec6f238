package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameMatcherTest {
  private static Name name(String canonical) {
    return new Name(canonical, canonical, Name.Sort.ACTOR, Optional.empty(), "");
  }

  private static NameMatcher knowing(String... spellings) {
    NameMatcher matcher = new NameMatcher();
    for (String spelling : spellings) {
      matcher.add(spelling, name(spelling), false);
    }
    return matcher;
  }

  private static List<String> words(NameMatcher matcher, String text) {
    return matcher.find(text).stream().map(match -> text.substring(match.start(), match.end())).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"APT31", "APT 31", "APT-31"})
  void takesLettersAndDigitsForOneNameHoweverTheyAreJoined(String spelling) {
    assertThat(words(knowing("APT31"), "The group (" + spelling + ") came.")).containsExactly(spelling);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      US  | They told us so. | nothing
      US  | The US said so.  | US
      Turla | the turla of old | nothing
      Turla | Turla, of old | Turla
      Turla | TURLA of old | TURLA
      botnet | The Botnet fell. | Botnet
      APT3 | APT31 came. | nothing
      Fin | FIN7 and Finland | nothing
      """)
  void holdsNamesToTheirCaseAndTheirEnds(String spelling, String text, String found) {
    assertThat(words(knowing(spelling), text)).isEqualTo(found.equals("nothing") ? List.of() : List.of(found));
  }

  @Test
  void prefersTheLongestName() {
    assertThat(words(knowing("Cozy", "Cozy Bear", "Bear"), "Cozy Bear and a Bear")).containsExactly("Cozy Bear",
        "Bear");
    assertThat(words(knowing("The National", "National Cyber Centre"), "The National Cyber Centre said"))
        .containsExactly("National Cyber Centre");
    assertThat(words(knowing("Lazarus Group of Seven", "Lazarus"), "Lazarus Group said")).containsExactly("Lazarus");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      It fell to Cozy. bear with us. | false
      It fell to Cozy, Bear and others. | false
      It fell to Cozy-Bear. | true
      """)
  void joinsNoWordsOverTheEndOfASentenceOrAList(String text, boolean joined) {
    assertThat(words(knowing("Cozy Bear"), text)).hasSize(joined ? 1 : 0);
  }

  @Test
  void tellsAllThatASpellingMayDenote() {
    NameMatcher matcher = new NameMatcher();
    matcher.add("Panda", name("the bank"), false);
    matcher.add("Panda", name("the animal"), true);
    matcher.add("Bear", name("the bear"), true);
    List<NameMatch> found = matcher.find("Panda and Bear");
    assertThat(found.getFirst().names()).extracting(Name::canonical).containsExactly("the bank", "the animal");
    assertThat(found).extracting(NameMatch::weak).containsExactly(false, true);
  }

  @Test
  void findsNothingInNothing() {
    assertThat(knowing("Turla").find("")).isEmpty();
    assertThat(new NameMatcher().find("Turla")).isEmpty();
  }
}

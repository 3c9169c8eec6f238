package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs the texts that the table of look-alikes carries.
class LookAlikesTest {
  private static final Table TABLE = Table.read("look-alikes.tsv");

  record Case(String name, String text) {
  }

  static Stream<Case> examples() {
    return cases("examples");
  }

  static Stream<Case> counterexamples() {
    return cases("counterexamples");
  }

  private static Stream<Case> cases(String column) {
    return IntStream.range(0, TABLE.size()).boxed().flatMap(row -> TABLE.list(row, column).stream()
        .map(text -> new Case(TABLE.cell(row, "name"), text)));
  }

  /// Actors that a text names beyond doubt.
  private static List<String> actors(String text) {
    return Names.standard().find(text).stream().filter(match -> match.as(Name.Sort.ACTOR).isPresent())
        .filter(match -> !match.weak()).map(match -> ActorName.folded(text.substring(match.start(), match.end())))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void findsTheActor(Case example) {
    assertThat(actors(example.text())).as(example.text())
        .anyMatch(name -> name.startsWith(ActorName.folded(example.name())));
  }

  @ParameterizedTest
  @MethodSource("counterexamples")
  void findsNoActorWhereSomethingElseIsMeant(Case example) {
    assertThat(actors(example.text())).as(example.text()).doesNotContain(ActorName.folded(example.name()));
  }

  @Test
  void staysWithWhatOnePlaceOfTheTextDecides() {
    assertThat(actors("The Akira gang is back. Akira was first seen in 2023.")).containsExactly("akira", "akira");
    assertThat(actors("Akira was first seen in 2023.")).isEmpty();
  }

  @Test
  void hasExamplesOfBothForEveryNameThatIsAnActors() {
    for (int row = 0; row < TABLE.size(); row++) {
      String name = TABLE.cell(row, "name");
      if (Names.standard().actorNames(name).stream().anyMatch(known -> known.use().sought())) {
        assertThat(TABLE.list(row, "examples")).as(name).isNotEmpty();
      }
    }
  }
}

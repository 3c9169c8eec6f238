package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.NameDecision;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NameMeaning;

class NameDecisionsTest {
  private static final String TEXT = "Sandworm struck the grid. In the museum, Sandworm is a machine.";

  private static NameDecision decision(NameMeaning means, String near) {
    return new NameDecision("Sandworm", means, near, "analyst", LocalDate.of(2026, 11, 23), "looked it up");
  }

  private static List<Integer> actors(NameDecisions decisions, String text) {
    return Names.standard().with(decisions).find(text).stream()
        .filter(match -> match.as(Name.Sort.ACTOR).isPresent()).map(NameMatch::start).toList();
  }

  @Test
  void rejectsANameWhereItWasDecided() {
    assertThat(actors(NameDecisions.none(), TEXT)).hasSize(2);
    assertThat(actors(NameDecisions.of(List.of(decision(NameMeaning.OTHER, "museum"))), TEXT))
        .containsExactly(0);
    assertThat(actors(NameDecisions.of(List.of(decision(NameMeaning.OTHER, ""))), TEXT)).isEmpty();
  }

  @Test
  void takesBackByAFurtherDecision() {
    NameDecisions decisions = NameDecisions.of(List.of(decision(NameMeaning.OTHER, "")));
    NameDecisions undone = decisions.and(decision(NameMeaning.OPEN, ""));

    assertThat(actors(undone, TEXT)).hasSize(2);
    assertThat(undone.list()).hasSize(2);
    assertThat(decisions.standing("SAND worm")).hasSize(1);
    assertThat(undone.standing()).isEmpty();
  }

  @Test
  void confirmsWhatTheTablesDoubt() {
    NameDecision play =
        new NameDecision("play", NameMeaning.ACTOR, "encrypted", "analyst", LocalDate.of(2026, 1, 2),
            "their post");

    assertThat(actors(NameDecisions.of(List.of(play)), "Play encrypted the town's files.")).containsExactly(0);
  }

  @Test
  void letsTheNearerDecisionGoFirst() {
    NameDecisions decisions = NameDecisions.of(List.of(decision(NameMeaning.ACTOR, "grid"),
        decision(NameMeaning.OTHER, "")));

    assertThat(actors(decisions, TEXT)).containsExactly(0);
  }

  @Test
  void writesWhatItReads() {
    NameDecisions decisions = NameDecisions.of(List.of(decision(NameMeaning.OTHER, "museum"),
        decision(NameMeaning.OPEN, "museum")));

    assertThat(NameDecisions.parse(decisions.format()).list()).isEqualTo(decisions.list());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sandworm\tother\tmuseum", "Sandworm\tperhaps\t\tanalyst\t2026-11-23\twhy",
      "Sandworm\tother\t\tanalyst\tyesterday\twhy", "\tother\t\tanalyst\t2026-11-23\twhy",
      "Sandworm\tother\t\tanalyst\t2026-11-23\t"})
  void refusesLinesThatAreNoDecision(String line) {
    assertThatThrownBy(() -> NameDecisions.parse("#name\n" + line)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("line 2");
  }
}

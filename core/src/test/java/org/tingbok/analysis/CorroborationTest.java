package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.PartialDate;

class CorroborationTest {
  private final Press press = new Press();

  @Test
  void countsOneStatementOnceHoweverManyReportIt() {
    for (int i = 0; i < 10; i++) {
      report("outlet " + i, Press.GUARD, i % 2 == 0 ? "2031-06-03" : "");
    }

    Corroboration corroboration = only();

    assertThat(corroboration.origins()).hasSize(1);
    assertThat(corroboration.reports()).isEqualTo(10);
    assertThat(corroboration.origins().getFirst().said()).isEqualTo(PartialDate.parse("2031-06-03"));
  }

  @Test
  void countsClaimantsApartAndWhatTheySayTogetherAsAThird() {
    report("a", Press.GUARD, "");
    report("b", Press.LABS, "");
    Press.Article article = press.article("c", "2031-06-05");
    article.jointly(List.of(Press.LABS, Press.GUARD), List.of(Press.OTTER), account(article));

    assertThat(only().origins()).extracting(Corroboration.Origin::claimants).containsExactlyInAnyOrder(
        List.of("Elvheim Coast Guard"), List.of("Lantern Labs"), List.of("Elvheim Coast Guard", "Lantern Labs"));
    assertThat(only().voices()).isEqualTo(3);
  }

  @Test
  void countsWhatAClaimantSaysOnTwoDaysAsTwoStatementsOfOneVoice() {
    report("a", Press.GUARD, "2031-06-03");
    report("b", Press.GUARD, "2031-09-20");

    assertThat(only().origins()).hasSize(2);
    assertThat(only().voices()).isEqualTo(1);
  }

  @Test
  void countsTwoSpeakersOfOneBodyApart() {
    Press.Article first = press.article("a", "2031-06-03");
    first.attribution(Press.GUARD, "Ada Lind", Press.OTTER, account(first), "2031-06-03");
    Press.Article second = press.article("b", "2031-06-03");
    second.attribution(Press.GUARD, "Bo Ek", Press.OTTER, account(second), "2031-06-03");

    assertThat(only().origins()).hasSize(2);
  }

  @Test
  void countsCopiesOnceThoughTheyDateTheStatementDifferently() {
    Press.Article original = press.article("a", "2031-06-03");
    original.attribution(Press.GUARD, Press.OTTER, account(original), "2031-06-02");
    Press.Article copy = press.copy(original, "b", "2032-01-01");
    copy.attribution(Press.GUARD, Press.OTTER, account(copy), "2031-12-31");

    assertThat(only().origins()).hasSize(1);
    assertThat(only().reports()).isEqualTo(2);
  }

  @Test
  void doesNotDependOnTheOrderOfArrival() {
    report("a", Press.GUARD, "2031-06-03");
    report("b", Press.GUARD, "");
    report("c", Press.LABS, "2031-06");
    report("d", Press.GUARD, "2031-09-20");
    List<Corroboration> corroborations = press.analysis().corroborations();

    for (int seed = 0; seed < 20; seed++) {
      assertThat(Analysis.of(press.shuffled(seed)).corroborations()).isEqualTo(corroborations);
    }
  }

  private void report(String publisher, Party claimant, String said) {
    Press.Article article = press.article(publisher, "2031-06-04");
    article.attribution(claimant, Press.OTTER, account(article), said);
  }

  private static IncidentAccount account(Press.Article article) {
    return article.account("break-in", "2031-05", Press.HARBOUR);
  }

  private Corroboration only() {
    assertThat(press.analysis().corroborations()).hasSize(1);
    return press.analysis().corroborations().getFirst();
  }
}

package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.CertaintyLevel;

class CredibilityTest {
  private final Press press = new Press();

  @Test
  void everyCaseHasARule() {
    for (int origins = 0; origins < 6; origins++) {
      for (int against = 0; against < 6; against++) {
        for (boolean denied : new boolean[] {true, false}) {
          for (boolean withdrawn : new boolean[] {true, false}) {
            assertThat(Credibility.of(origins, against, denied, withdrawn).grade()).isNotNull();
          }
        }
      }
    }
  }

  @Test
  void moreOriginsNeverMakeItLessAndMoreAgainstItNeverMakeItMoreCredible() {
    for (int origins = 1; origins < 6; origins++) {
      for (int against = 0; against < 6; against++) {
        for (boolean denied : new boolean[] {true, false}) {
          Credibility here = Credibility.of(origins, against, denied, false);
          assertThat(Credibility.of(origins + 1, against, denied, false).grade())
              .isLessThanOrEqualTo(here.grade());
          assertThat(Credibility.of(origins, against + 1, denied, false).grade())
              .isGreaterThanOrEqualTo(here.grade());
          assertThat(Credibility.of(origins, against, true, false).grade()).isGreaterThanOrEqualTo(
              Credibility.of(origins, against, false, false).grade());
        }
      }
    }
  }

  @Test
  void oneOriginIsPossibleTwoProbableThreeConfirmed() {
    report("a", Press.LABS, Press.OTTER);
    assertThat(code()).isEqualTo("3");
    report("b", Press.TIDE, Press.OTTER);
    assertThat(code()).isEqualTo("2");
    report("c", Press.GUARD, Press.OTTER);
    assertThat(code()).isEqualTo("1");
  }

  @Test
  void copiesUnnamedSourcesAndCertaintyChangeNothing() {
    Press.Article first = report("a", Press.LABS, Press.OTTER);
    press.copy(first, "The Echo", "2031-06-09").attribution(Press.LABS, Press.OTTER, told(first), "");
    report("c", new Party("some officials", PartyKind.DESCRIBED, Optional.empty(), "some officials"), Press.OTTER);
    Press.Article own = press.article("Lantern Labs", "2031-06-02");
    own.ownVoice(Press.OTTER, told(own), CertaintyLevel.HIGH);

    assertThat(code()).isEqualTo("3");
  }

  @Test
  void aRivalMakesItDoubtfulUntilItIsTakenBack() {
    report("a", Press.LABS, Press.OTTER);
    report("b", Press.TIDE, Press.HERON);
    assertThat(code()).isEqualTo("4");

    Press.Article later = press.article("c", "2031-08-01");
    later.notAttributed(Press.TIDE, Optional.of(Press.HERON), told(later), true, "2031-07-31");
    assertThat(code()).isEqualTo("3");
  }

  @Test
  void aDenialKeepsItFromBeingConfirmed() {
    report("a", Press.LABS, Press.OTTER);
    report("b", Press.TIDE, Press.OTTER);
    Press.Article last = report("c", Press.GUARD, Press.OTTER);
    last.denial(Press.VARLAND, Optional.of(told(last)), "");

    assertThat(code()).isEqualTo("2");
  }

  @Test
  void whatNobodyCanBeAskedAboutCannotBeJudged() {
    report("c", new Party("some officials", PartyKind.DESCRIBED, Optional.empty(), "some officials"), Press.OTTER);

    assertThat(code()).isEqualTo("6");
  }

  @Test
  void thePageHasTheTable() throws IOException {
    List<String> rules = Files.readAllLines(Path.of("src/main/resources/org/tingbok/analysis/credibility.tsv")).stream()
        .filter(line -> !line.startsWith("#")).map(line -> "| " + line.replace("\t", " | ") + " |").toList();
    List<String> page = Files.readAllLines(Path.of("../docs/grades.md")).stream()
        .filter(line -> line.matches("\\| [1-6] \\|([^|]*\\|){5}")).toList();

    assertThat(page).isEqualTo(rules);
  }

  private Press.Article report(String publisher, Party claimant, Party accused) {
    Press.Article article = press.article(publisher, "2031-06-04");
    article.reported(claimant, accused, told(article), "2031-06-03");
    return article;
  }

  private static IncidentAccount told(Press.Article article) {
    return article.account("break-in", "2031-05", Press.HARBOUR);
  }

  private String code() {
    Analysis analysis = press.analysis();
    Matter matter = analysis.origins().accusation(analysis.incidents().getFirst(), Press.OTTER).orElseThrow();
    return Credibility.of(matter, analysis.conflicts(), analysis.origins()).grade().code();
  }
}

package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.ResponseKind;

/// One incident over half a year: not attributed, attributed, denied, answered, taken back.
class IncidentStatusTest {
  private final Press press = new Press();
  private final Press.Article may = press.article("The Daily Gull", "2031-05-20");
  private final Press.Article june = press.article("Vestvik Tidende", "2031-06-04");
  private final Press.Article december = press.article("Fjord Agency", "2031-12-02");
  private Claim open;
  private Claim accused;
  private Claim denied;
  private Claim summoned;
  private Claim withdrawn;

  @BeforeEach
  void tell() {
    open = may.notAttributed(Press.GUARD, Optional.empty(), account(may), false, "2031-05-19");
    IncidentAccount inJune = account(june);
    accused = june.attribution(Press.GUARD, Press.OTTER, inJune, "2031-06-03");
    denied = june.denial(Press.VARLAND, Optional.of(inJune), "");
    summoned = june.response(Press.ELVHEIM, ResponseKind.SUMMONS, Press.VARLAND, inJune, "2031-06-03");
    IncidentAccount inDecember = account(december);
    withdrawn = december.notAttributed(Press.GUARD, Optional.of(Press.OTTER), inDecember, true, "2031-12-01");
    december.attribution(Press.LABS, Press.HERON, inDecember, "");
  }

  @Test
  void isUnattributedWhileOnlyThatHasBeenSaid() {
    IncidentStatus status = status("2031-05-31");

    assertThat(status.unattributed()).isTrue();
    assertThat(status.nonAttributions()).extracting(c -> c.claim()).containsExactly(open);
  }

  @Test
  void tellsWhoHoldsWhomSinceWhen() {
    IncidentStatus status = status("2031-06-30");

    assertThat(status.unattributed()).isFalse();
    assertThat(status.held()).singleElement().satisfies(holding -> {
      assertThat(holding.accused()).isEqualTo(Press.OTTER);
      assertThat(holding.claimant()).isEqualTo(Press.GUARD);
      assertThat(holding.since()).isEqualTo(PartialDate.parse("2031-06-03"));
      assertThat(holding.claims()).extracting(c -> c.claim()).containsExactly(accused);
    });
    assertThat(status.denials()).extracting(c -> c.claim()).containsExactly(denied);
    assertThat(status.responses()).extracting(c -> c.claim()).containsExactly(summoned);
  }

  @Test
  void setsApartWhatWasTakenBack() {
    IncidentStatus status = status("2031-12-31");

    assertThat(status.withdrawn()).singleElement().extracting(IncidentStatus.Holding::claimant).isEqualTo(Press.GUARD);
    assertThat(status.held()).singleElement().extracting(IncidentStatus.Holding::accused).isEqualTo(Press.HERON);
  }

  @Test
  void theTimeLineTellsItInOrder() {
    Analysis analysis = press.analysis();
    Timeline timeline = analysis.timeline(analysis.incidents().getFirst());

    assertThat(timeline.entries().getFirst()).isInstanceOf(Timeline.Happened.class)
        .extracting(Timeline.Entry::when).isEqualTo(PartialDate.parse("2031-05-02"));
    assertThat(timeline.entries().stream().skip(1).map(entry -> ((Timeline.Said) entry).claims().getFirst().claim()))
        .startsWith(open, accused, summoned, denied, withdrawn).hasSize(6);
  }

  @Test
  void theTimeLineShowsAStatementOfSeveralReportsOnce() {
    Press.Article other = press.article("The Echo", "2031-06-09");
    other.attribution(Press.GUARD, Press.OTTER, account(other), "2031-06-03");
    Press.Article copy = press.copy(june, "The Parrot", "2031-06-10");
    copy.denial(Press.VARLAND, Optional.of(account(copy)), "");
    Analysis analysis = press.analysis();

    List<Timeline.Entry> entries = analysis.timeline(analysis.incidents().getFirst()).entries();

    assertThat(entries).hasSize(7);
    assertThat(entries).filteredOn(entry -> entry instanceof Timeline.Said said && said.claims().size() == 2)
        .hasSize(2);
  }

  private static IncidentAccount account(Press.Article article) {
    return article.account("break-in", "2031-05-02", Press.HARBOUR);
  }

  private IncidentStatus status(String day) {
    Analysis analysis = Analysis.of(press.snapshot(AsOf.said(LocalDate.parse(day))));
    return analysis.status(analysis.incidents().getFirst());
  }
}

package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.vocabulary.PartialDate;

/// What was said before a deed, is said again, or rests on somebody's advice.
class ToldAnewTest {
  private final Press press = new Press();

  @Test
  void isNotLedByWhatWasSaidBeforeItHappened() {
    Press.Article article = press.article("The Daily Gull", "2031-07-20");
    IncidentAccount account = article.account("the break-in at the harbour", "2031-03", Press.HARBOUR);
    Claim early = article.attribution(Press.ELVHEIM, Press.VARLAND, account, "2030-10-13");
    Claim late = article.attribution(Press.ELVHEIM, Press.SUNDMARK, account, "2031-07-19");
    Analysis analysis = press.analysis();
    Incident incident = analysis.incidents().getFirst();

    assertThat(analysis.claimsOn(incident)).extracting(claim -> claim.claim()).containsExactly(late);
    assertThat(analysis.saidBefore(incident)).extracting(claim -> claim.claim()).containsExactly(early);
    assertThat(analysis.status(incident).held()).extracting(held -> held.accused().name())
        .containsExactly(Press.SUNDMARK.name());
    assertThat(analysis.incidentOf(early)).isEmpty();
    assertThat(analysis.disputes()).isEmpty();
  }

  @Test
  void keepsWhatWasSaidWithinWeeksOfADateThatTellsWhenItWasFound() {
    Press.Article article = press.article("The Daily Gull", "2031-03-20");
    IncidentAccount account = article.account("the break-in at the harbour", "2031-03", Press.HARBOUR);
    Claim before = article.attribution(Press.ELVHEIM, Press.VARLAND, account, "2031-02-20");

    assertThat(press.analysis().claimsOn(press.analysis().incidents().getFirst())).extracting(claim -> claim.claim())
        .containsExactly(before);
  }

  @Test
  void datesARetellingByWhatItTellsOf() {
    accuse("2030-10-13", "2030-10-13");
    accuse("2033-02-01", "2030");
    accuse("2033-05-01", "2033-05-01");
    Analysis analysis = press.analysis();

    assertThat(said(analysis)).extracting(Timeline.Said::when).containsExactly(PartialDate.parse("2030-10-13"));
    assertThat(said(analysis).getFirst().claims()).hasSize(3);
  }

  @Test
  void keepsWhatIsSaidAgainOnADayOfItsOwn() {
    accuse("2030-10-13", "2030-10-13");
    accuse("2033-02-09", "2033-02-01");

    assertThat(said(press.analysis())).extracting(Timeline.Said::when)
        .containsExactly(PartialDate.parse("2030-10-13"), PartialDate.parse("2033-02-01"));
  }

  @Test
  void countsAnAdviserAndTheAdvisedOnce() {
    rests("Lantern Labs found the tools of Salt Otter at the port.", Press.LABS);
    rests("Tide Research blamed Salt Otter after advice from Lantern Labs and left it there.", Press.TIDE);

    Matter matter = press.analysis().origins().accusation(press.analysis().incidents().getFirst(), Press.OTTER)
        .orElseThrow();
    assertThat(matter.independent()).isEqualTo(1);
    assertThat(matter.words()).isEqualTo("origins: 1 (of 2 reports)");
  }

  @Test
  void countsTwoWhoAreOnlyNamedTogether() {
    rests("Lantern Labs found the tools of Salt Otter at the port.", Press.LABS);
    rests("Tide Research blamed Salt Otter, not having seen what Lantern Labs has.", Press.TIDE);

    assertThat(press.analysis().origins().accusation(press.analysis().incidents().getFirst(), Press.OTTER)
        .orElseThrow().independent()).isEqualTo(2);
  }

  @Test
  void tellsWhatContradictsAndWhoDenies() {
    Press.Article article = press.article("The Daily Gull", "2031-07-20");
    IncidentAccount account = article.account("the break-in at the harbour", "2031-03", Press.HARBOUR);
    article.attribution(Press.LABS, Press.OTTER, account, "2031-07-19");
    article.attribution(Press.TIDE, Press.LYNX, account, "2031-07-20");
    article.denial(Press.VARLAND, Optional.of(account), "2031-07-20");
    Analysis analysis = press.analysis();
    Matter matter = analysis.origins().accusation(analysis.incidents().getFirst(), Press.OTTER).orElseThrow();

    assertThat(Credibility.of(matter, analysis.conflicts(), analysis.origins()).because())
        .contains("Copper Lynx is accused by Tide Research").contains("denied by Varland");
  }

  @Test
  void saysThatAGroupClaimsADeedNotThatItAccusesItself() {
    Press.Article article = press.article("The Daily Gull", "2031-07-20");
    IncidentAccount account = article.account("the break-in at the harbour", "2031-03", Press.HARBOUR);
    article.attribution(Press.OTTER, Press.OTTER, account, "2031-07-19");
    article.denial(Press.VARLAND, Optional.of(account), "2031-07-20");

    assertThat(press.analysis().conflicts()).singleElement().extracting(Conflict::sentence)
        .isEqualTo("Salt Otter claims it (2031-07-19); Varland denies (2031-07-20).");
  }

  @Test
  void putsAnIncidentIntoTheCampaignThatATextSaysItIsPartOf() {
    campaign("The break-in at Vestvik Lines was one episode of Grey Tide, a campaign against shipping.");
    assertThat(parts()).containsExactly("Vestvik Lines");
  }

  @Test
  void putsNoIncidentIntoACampaignThatATextOnlyNamesBesideIt() {
    campaign("The break-in at Vestvik Lines has nothing to do with Grey Tide, the harbour said.");
    assertThat(parts()).isEmpty();
  }

  private void campaign(String text) {
    Press.Article article = press.article("The Daily Gull", "2031-07-20", text);
    IncidentAccount part = article.account("the break-in", "2031-03", Press.company("Vestvik Lines"));
    IncidentAccount whole = article.account("Grey Tide", "2029-01-01/2031-12-31", Set.of("Grey Tide"));
    article.attribution(Press.LABS, Press.OTTER, part, "2031-07-19");
    article.attribution(Press.LABS, Press.OTTER, whole, "2031-07-19");
  }

  private List<String> parts() {
    Analysis analysis = press.analysis();
    return analysis.incidents().stream().flatMap(incident -> incident.parts().stream())
        .map(part -> analysis.incident(part.incident()).orElseThrow().victims().getFirst().name()).toList();
  }

  private void rests(String text, org.tingbok.mention.Party claimant) {
    Press.Article article = press.article("House of " + claimant.name(), "2031-06-01", text);
    article.attribution(claimant, Press.OTTER, article.account("the attack on the port", "2031-05", Press.HARBOUR),
        "2031-06-01");
  }

  private void accuse(String published, String said) {
    Press.Article article = press.article("The Daily Gull", published);
    IncidentAccount account = article.account("the break-in at the harbour", "2030-08", Press.HARBOUR);
    article.attribution(Press.ELVHEIM, Press.VARLAND, account, said);
  }

  private static List<Timeline.Said> said(Analysis analysis) {
    return analysis.timeline(analysis.incidents().getFirst()).entries().stream()
        .filter(Timeline.Said.class::isInstance).map(Timeline.Said.class::cast).toList();
  }
}

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
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.ResponseKind;

/// Two break-ins, three accusers, one that changes its mind.
class ChronicleTest {
  private static final Party QUAY = Press.body("Quay Authority of Sund", "XS");

  private final Press press = new Press();
  private final Press.Article june = press.article("The Daily Gull", "2031-06-04");
  private final Press.Article july = press.article("Vestvik Tidende", "2031-07-04");
  private final Press.Article august = press.article("Fjord Agency", "2031-08-04");
  private Claim accused;
  private Claim denied;
  private Claim summoned;
  private Claim changed;

  @BeforeEach
  void tell() {
    IncidentAccount harbour = harbour(june);
    june.attribution(Press.LABS, Press.OTTER, harbour, "2031-06-03");
    accused = june.attribution(Press.GUARD, Press.VARLAND, harbour, "2031-06-03");
    denied = june.denial(Press.VARLAND, Optional.of(harbour), "2031-06-04");
    summoned = july.response(Press.ELVHEIM, ResponseKind.SUMMONS, Press.VARLAND, harbour(july), "2031-07-03");
    IncidentAccount quay = july.account("theft", "2031-06-20", QUAY);
    july.attribution(Press.TIDE, Press.HERON, quay, "2031-07-02");
    july.attribution(Press.LABS, Press.OTTER, quay, "2031-07-03");
    changed = august.attribution(Press.LABS, Press.HERON, harbour(august), "2031-08-03");
    august.alias(Press.TIDE, Press.OTTER, Press.HERON, AliasRelation.OVERLAP);
  }

  @Test
  void tellsHowLongTheFirstAttributionTookAndWhoseItWas() {
    List<Measures.First> first = chronicle().incident(incident("Harbour")).measures().first();

    assertThat(first).singleElement().satisfies(one -> {
      assertThat(one.fewest()).contains(3L);
      assertThat(one.most()).contains(33L);
      assertThat(one.by()).extracting(Party::name).containsExactlyInAnyOrder("Lantern Labs", "Elvheim Coast Guard");
    });
  }

  @Test
  void anActorsTimeLineRunsOverAllItIsAccusedOf() {
    Chronicle otter = chronicle().actor(Press.OTTER);

    assertThat(otter.incidents()).hasSize(2);
    assertThat(otter.moments()).filteredOn(moment -> moment.entry() instanceof Timeline.Happened).hasSize(2);
    assertThat(said(otter)).contains(denied).doesNotContain(changed, accused);
    assertThat(otter.moments()).filteredOn(moment -> moment.incident().isEmpty()).hasSize(1);
    assertThat(otter.moments()).extracting(moment -> moment.entry().when().first().orElse(LocalDate.MAX)).isSorted();
  }

  @Test
  void betweenTwoStatesOnlyTheirOwnBodiesCount() {
    Chronicle pair = chronicle().states("XE", "XV");

    assertThat(said(pair)).containsExactly(accused, denied, summoned);
    assertThat(chronicle().states("XV", "XE")).isEqualTo(pair);
    assertThat(chronicle().states("XS", "XV").moments()).isEmpty();
  }

  @Test
  void countsWhoAgreesWithWhom() {
    List<Measures.Agreement> agreements = chronicle().actor(Press.OTTER).measures().agreements();

    assertThat(agreements).contains(new Measures.Agreement("Lantern Labs", "Tide Research", 0, 0, 1));
    assertThat(agreements).contains(new Measures.Agreement("Lantern Labs", "Elvheim Coast Guard", 0, 1, 0));
  }

  @Test
  void tellsWhoRevisedWhatTheySaid() {
    assertThat(chronicle().incident(incident("Harbour")).measures().revisions()).singleElement()
        .extracting(Conflict::sentence)
        .isEqualTo("Lantern Labs accused Salt Otter (2031-06-03) and later Iron Heron (2031-08-03).");
  }

  @Test
  void tellsOnlyWhatWasSaidByTheDay() {
    Analysis early = Analysis.of(press.snapshot(AsOf.said(LocalDate.parse("2031-06-30"))));

    assertThat(early.chronicles().states("XE", "XV").moments()).hasSize(3);
    assertThat(early.chronicles().actor(Press.OTTER).incidents()).hasSize(1);
  }

  @Test
  void doesNotDependOnTheOrderOfArrival() {
    Chronicle otter = chronicle().actor(Press.OTTER);
    for (int seed = 0; seed < 10; seed++) {
      assertThat(Analysis.of(press.shuffled(seed)).chronicles().actor(Press.OTTER)).isEqualTo(otter);
    }
  }

  private Chronicle.Writer chronicle() {
    return press.analysis().chronicles();
  }

  private Incident incident(String word) {
    return press.analysis().incidents().stream().filter(one -> one.name().contains(word)).findFirst().orElseThrow();
  }

  private static List<Claim> said(Chronicle chronicle) {
    return chronicle.moments().stream().map(Chronicle.Moment::entry).filter(Timeline.Said.class::isInstance)
        .map(entry -> ((Timeline.Said) entry).claims().getFirst().claim()).toList();
  }

  private static IncidentAccount harbour(Press.Article article) {
    return article.account("break-in", "2031-05", Press.HARBOUR);
  }
}

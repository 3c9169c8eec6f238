package org.tingbok.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.AccountRef;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.GroupingVerdict;
import org.tingbok.vocabulary.PartialDate;

class IncidentIndexTest {
  private static final Party VISMA = Press.company("Visma");
  private static final Party HOSTS = new Party("hosting companies", PartyKind.DESCRIBED, Optional.empty(), "hosts");
  private static final LocalDate DAY = LocalDate.of(2031, 7, 1);

  @Test
  void holdsWhateverTheOrderAndWhateverTheBatches() {
    Random random = seeded();
    for (int round = 0; round < 20; round++) {
      List<IncidentAccount> accounts = random(random, 2 + random.nextInt(50));
      List<Incident> incidents = Incidents.group(accounts, published(accounts));
      for (int i = 0; i < 4; i++) {
        Collections.shuffle(accounts, random);
        IncidentIndex index = new IncidentIndex();
        for (IncidentAccount account : accounts) {
          index.add(account, day(account));
          if (random.nextInt(5) == 0) {
            index.settle();
          }
        }
        assertThat(index.incidents()).isEqualTo(incidents);
      }
    }
  }

  @Test
  void keepsAnIdOrLeadsFromItAsReportsComeIn() {
    Random random = seeded();
    int kept = 0;
    int all = 0;
    for (int round = 0; round < 30; round++) {
      List<IncidentAccount> accounts = random(random, 40);
      List<IncidentAccount> sorted = new ArrayList<>(accounts);
      sorted.sort(java.util.Comparator.comparing((IncidentAccount account) -> day(account).iso())
          .thenComparing(IncidentAccount::id));
      List<Incident> before = Incidents.group(sorted.subList(0, 25), published(accounts));
      List<Incident> after = Incidents.group(accounts, published(accounts));
      for (Incident old : before) {
        assertThat(after.stream().filter(incident -> incident.knownAs(old.id()))).hasSize(1);
        all++;
        kept += after.stream().anyMatch(incident -> incident.id().equals(old.id())) ? 1 : 0;
      }
    }
    assertThat((double) kept / all).as("ids kept as later reports come in").isGreaterThan(0.8);
  }

  /// Each order is a ledger of its own, which is asked after every report.
  @Test
  void hasTheSameIdsInWhateverOrderReportsArrive() {
    Press press = new Press();
    hit(press, "2031-06-04");
    hit(press, "2031-06-05");
    accuse(press, "2031-06-04", "the great mail robbery of Vestvik", "2031-05");
    accuse(press, "2031-06-01", "the great mail robbery in Vestvik", "2031-05");
    accuse(press, "2031-06-09", "a break-in without a name", "2029");
    List<Reading> readings = press.readings();
    List<String> expected = ids(readings);
    assertThat(expected).hasSize(3);
    for (List<Reading> order : orders(readings)) {
      Ledger ledger = Ledger.inMemory(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
      List<String> earlier = new ArrayList<>();
      for (Reading reading : order) {
        ledger.append(List.of(reading));
        Analysis analysis = Analysis.of(ledger.asOf(AsOf.NOW));
        analysis.incidents().forEach(incident -> earlier.add(incident.id()));
        assertThat(earlier).allSatisfy(id -> assertThat(analysis.incident(id)).isPresent());
      }
      assertThat(Analysis.of(ledger.asOf(AsOf.NOW)).incidents()).extracting(Incident::id)
          .containsExactlyElementsOf(expected);
    }
  }

  private static List<String> ids(List<Reading> readings) {
    Ledger ledger = Ledger.inMemory(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    ledger.append(readings);
    return Analysis.of(ledger.asOf(AsOf.NOW)).incidents().stream().map(Incident::id).toList();
  }

  private static <T> List<List<T>> orders(List<T> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> orders = new ArrayList<>();
    for (T first : all) {
      List<T> rest = new ArrayList<>(all);
      rest.remove(first);
      for (List<T> order : orders(rest)) {
        List<T> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }

  @Test
  void knowsNothingOfADayThatWasToldLater() {
    Press press = new Press();
    Press.Article first = press.article("The Daily Gull", "2031-06-04");
    first.attribution(Press.GUARD, Press.OTTER, first.account("the harbour break-in", "2031", Press.HARBOUR),
        "2031-06-04");
    Press.Article later = press.article("Mirror", "2032-02-01");
    later.attribution(Press.TIDE, Press.OTTER, later.account("the harbour break-in", "2031-05-02", Press.HARBOUR,
        Press.company("Vestvik Ferries")), "2032-02-01");
    List<Incident> all = Incidents.of(press.snapshot());
    Snapshot then = press.snapshot(AsOf.said(LocalDate.parse("2031-12-31")));

    List<Incident> known = Incidents.asOf(all, then);
    assertThat(known).extracting(Incident::id).isEqualTo(all.stream().map(Incident::id).toList());
    assertThat(known).singleElement().satisfies(incident -> {
      assertThat(incident.period()).isEqualTo(PartialDate.parse("2031"));
      assertThat(incident.victims()).containsExactly(Press.HARBOUR);
      assertThat(incident.documents()).containsExactly(first.document.id());
      assertThat(incident.reasons()).isEmpty();
    });
    assertThat(Incidents.asOf(all, press.snapshot(AsOf.said(LocalDate.parse("2030-12-31"))))).isEmpty();
  }

  @Test
  void takesWhatSomebodyWasAccusedOfForWhatHadHappenedByThen() {
    Press press = new Press();
    accuseAtHarbour(press, "2030-09-04", "2030-08-17");
    accuseAtHarbour(press, "2031-04-09", "2031-03-02");
    Press.Article later = press.article("Mirror", "2031-06-19");
    later.attribution(Press.GUARD, Press.OTTER, later.account("the break-in", "", Press.HARBOUR), "2030-10");
    Press.Article open = press.article("The Echo", "2031-06-20");
    open.attribution(Press.GUARD, Press.OTTER, open.account("a break-in", "", Press.HARBOUR), "2031-06-20");

    List<Incident> incidents = Incidents.of(press.snapshot());
    assertThat(incidents).extracting(Incident::documents).anySatisfy(documents -> assertThat(documents).hasSize(2)
        .contains(later.document.id()).doesNotContain(open.document.id()));
    assertThat(incidents).as("what fits both stays alone").hasSize(3);
  }

  private static void accuseAtHarbour(Press press, String published, String period) {
    Press.Article article = press.article("The Daily Gull", published);
    article.attribution(Press.GUARD, Press.OTTER, article.account("the break-in of that year", period, Press.HARBOUR),
        published);
  }

  @Test
  void saysWhyAccountsAreOne() {
    Incident incident = Incidents.group(List.of(account("a", "der Angriff auf Visma", "2018-08", Set.of(), VISMA),
        account("b", "the Visma hack", "2018-08-17", Set.of(), VISMA),
        account("c", "datainnbruddet hos Visma", "2018", Set.of(), VISMA)), Map.of()).getFirst();

    assertThat(incident.accounts()).hasSize(3);
    assertThat(incident.reasons()).hasSize(2).allSatisfy(reason -> assertThat(reason.grounds())
        .contains(new Reason.Ground(Reason.Kind.VICTIM, "visma")));
  }

  @Test
  void findsTheCampaignThatAnIncidentIsPartOf() {
    List<Incident> incidents = Incidents.group(List.of(
        account("a", "the Cloud Hopper campaign", "2014-01-01/2018-12-31", Set.of("Cloud Hopper"), HOSTS),
        account("b", "the intrusion at Visma", "2018-08-17/2018-09-01", Set.of("Cloud Hopper"), VISMA),
        account("c", "a theft at Visma", "2023-02", Set.of(), VISMA)), Map.of());

    assertThat(incidents).hasSize(3);
    Incident campaign = with(incidents, "a");
    assertThat(with(incidents, "b").whole()).get().satisfies(whole -> {
      assertThat(whole.incident()).isEqualTo(campaign.id());
      assertThat(whole.grounds()).contains(new Reason.Ground(Reason.Kind.NAME, "cloudhopper"));
    });
    assertThat(campaign.parts()).extracting(Incident.Part::incident).containsExactly(with(incidents, "b").id());
    assertThat(with(incidents, "c").whole()).isEmpty();
  }

  @Test
  void letsAnAnalystJoinAndSplitAndUndo() {
    Press press = new Press();
    IncidentAccount one = accuse(press, "2031-06-04", "the harbour affair", "2031-05");
    IncidentAccount other = accuse(press, "2031-06-09", "a break-in without a name", "2029");
    Act.Grouped join = grouped(GroupingVerdict.JOINED, one, other);
    Act.Grouped undo = grouped(GroupingVerdict.UNDONE, one, other);

    assertThat(incidents(press)).hasSize(2);
    assertThat(incidents(press, join)).singleElement().satisfies(incident -> assertThat(incident.reasons())
        .extracting(reason -> reason.grounds().getFirst()).containsExactly(
            new Reason.Ground(Reason.Kind.DECISION, "the clerk's laptop was the way in (Ada, 2031-07-01)")));
    assertThat(incidents(press, join, undo)).hasSize(2);
  }

  @Test
  void keepsApartWhatAnAnalystKeepsApart() {
    Press press = new Press();
    IncidentAccount one = hit(press, "2031-06-04");
    IncidentAccount other = hit(press, "2031-06-05");
    Act.Grouped apart = grouped(GroupingVerdict.APART, one, other);

    assertThat(incidents(press)).hasSize(1);
    assertThat(incidents(press, apart)).hasSize(2);
    assertThat(incidents(press, apart, grouped(GroupingVerdict.JOINED, one, other))).hasSize(1);
    assertThat(incidents(press, apart, grouped(GroupingVerdict.UNDONE, one, other))).hasSize(1);
  }

  @Test
  void findsAnAccountAgainThatANewerReaderHasMoved() {
    Press press = new Press();
    IncidentAccount one = accuse(press, "2031-06-04", "the harbour affair", "2031-05");
    IncidentAccount other = accuse(press, "2031-06-09", "a break-in without a name", "2029");
    Act.Grouped moved = new Act.Grouped(List.of(new AccountRef(one.document(), "999"), AccountRef.of(other)),
        GroupingVerdict.JOINED, "read anew", "Ada", DAY);

    assertThat(incidents(press, moved)).hasSize(1);
  }

  private static IncidentAccount accuse(Press press, String published, String label, String period) {
    Press.Article article = press.article("The Daily Gull", published);
    IncidentAccount account = article.account(label, period);
    article.attribution(Press.GUARD, Press.OTTER, account, published);
    return account;
  }

  private static IncidentAccount hit(Press press, String published) {
    Press.Article article = press.article("The Daily Gull", published);
    IncidentAccount account = new IncidentAccount(article.account("x", "").document(), "5", "the attack on the harbour",
        List.of(Press.HARBOUR), PartialDate.parse("2031-05"), Set.of(), Set.of());
    article.attribution(Press.GUARD, Press.OTTER, account, published);
    return account;
  }

  private static Act.Grouped grouped(GroupingVerdict verdict, IncidentAccount... accounts) {
    return new Act.Grouped(java.util.Arrays.stream(accounts).map(AccountRef::of).toList(), verdict,
        "the clerk's laptop was the way in", "Ada", DAY);
  }

  private static List<Incident> incidents(Press press, Act... acts) {
    Snapshot snapshot = press.snapshot();
    return Incidents.of(new Snapshot(AsOf.NOW, snapshot.documents(), snapshot.claims(), 0, snapshot.names(),
        java.util.Arrays.stream(acts).map(act -> new Act.Recorded(act, Instant.EPOCH)).toList()));
  }

  private static Incident with(List<Incident> incidents, String document) {
    return incidents.stream().filter(incident -> incident.documents().contains(new DocumentId("document--" + document)))
        .findFirst().orElseThrow();
  }

  private static Random seeded() {
    long seed = Optional.ofNullable(Long.getLong("tingbok.seed")).orElseGet(() -> new Random().nextLong());
    System.out.println("accounts generated with -Dtingbok.seed=" + seed);
    return new Random(seed);
  }

  private static List<IncidentAccount> random(Random random, int count) {
    List<Party> victims = List.of(VISMA, Press.HARBOUR, Press.ELVHEIM, HOSTS, Press.company("Visma AG"),
        Press.body("Coast Survey", "XE"));
    List<String> periods = List.of("", "2018", "2018-08", "2018-08-17", "2019-01-03", "2020", "2014-01-01/2018-12-31");
    List<String> labels = List.of("the break-in", "der Angriff", "the great mail robbery of Vestvik",
        "the Cloud Hopper campaign");
    List<IncidentAccount> accounts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Party> hit = new ArrayList<>(victims);
      Collections.shuffle(hit, random);
      String document = Integer.toString(random.nextInt(20));
      accounts.add(new IncidentAccount(new DocumentId("document--" + document), "key " + i,
          labels.get(random.nextInt(labels.size())), hit.subList(0, random.nextInt(3)),
          PartialDate.parse(periods.get(random.nextInt(periods.size()))),
          random.nextInt(4) == 0 ? Set.of("Cloud Hopper") : Set.of(), Set.of()));
    }
    return accounts;
  }

  private static Map<DocumentId, PartialDate> published(List<IncidentAccount> accounts) {
    Map<DocumentId, PartialDate> published = new TreeMap<>();
    accounts.forEach(account -> published.put(account.document(), day(account)));
    return published;
  }

  /// Every third document is undated.
  private static PartialDate day(IncidentAccount account) {
    int number = Integer.parseInt(account.document().value().substring("document--".length()));
    return number % 3 == 0 ? PartialDate.NOT_STATED : PartialDate.day(LocalDate.of(2018, 9, 1).plusDays(number * 40L));
  }

  private static IncidentAccount account(String document, String label, String period, Set<String> names,
      Party... victims) {
    return new IncidentAccount(new DocumentId("document--" + document), label, label, List.of(victims),
        PartialDate.parse(period), names, Set.of());
  }
}

package org.tingbok.reading.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.Reports;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.vocabulary.PartialDate;

class IncidentBookTest {
  private static final Set<String> NONE = Set.of();

  private final IncidentBook book = new IncidentBook();
  private int place;

  private IncidentBook.Entry tell(String label, String victim, String period) {
    return book.find(operation(label, victim, period));
  }

  private Operation operation(String label, String victim, String period) {
    return operation(label, victim, period, place++);
  }

  private static Operation operation(String label, String victim, String period, int at) {
    List<Party> victims = victim.isEmpty() ? List.of()
        : List.of(new Party(victim, PartyKind.ORGANISATION, Optional.empty(), victim));
    return new Operation(label, victims, PartialDate.parse(period), NONE, NONE, true, false, at);
  }

  private static List<Optional<IncidentAccount>> incidents(String... paragraphs) {
    return Reports.read(paragraphs).claims().stream().map(Claim::account).toList();
  }

  @Test
  void keepsTwoBreachesOfOneVictimAtDifferentTimesApart() {
    IncidentBook.Entry first = tell("the breach", "Norsk Hydro", "2019-03");
    assertThat(tell("the breach", "Norsk Hydro", "2022-06")).isNotEqualTo(first);
    assertThat(tell("the 2019 breach", "Norsk Hydro", "2019-03")).isEqualTo(first);
    assertThat(book.size()).isEqualTo(2);
  }

  @Test
  void aSimilarOneIsAnother() {
    IncidentBook.Entry first = tell("the outage", "Nobitex", "2023-12");
    Operation similar = new Operation("a similar outage", List.of(new Party("Nobitex", PartyKind.ORGANISATION,
        Optional.empty(), "Nobitex")), PartialDate.NOT_STATED, NONE, NONE, false, false, place++);
    assertThat(book.find(similar)).isNotEqualTo(first);
  }

  @Test
  void whatBefellThemAgainIsAnother() {
    IncidentBook.Entry first = tell("the break-in", "Port of Riga", "2020-09");
    Operation again = new Operation("hacked", List.of(new Party("Port of Riga", PartyKind.ORGANISATION,
        Optional.empty(), "Port of Riga")), PartialDate.NOT_STATED, NONE, NONE, false, true, place++);
    IncidentBook.Entry second = book.find(again);
    assertThat(second).isNotEqualTo(first);
    assertThat(tell("the hack", "", "")).isEqualTo(second);
  }

  @Test
  void whatBeginsLongAgoIsNotTheNews() {
    IncidentBook dated = new IncidentBook(
        KnownOperations.in(Names.standard(), Optional.of(LocalDate.parse("2017-01-04")), Set.of()));
    IncidentBook.Entry news = dated.find(operation("the intrusion", "a utility", "", 1));
    dated.dated(PartialDate.parse("2016-10"), 20);
    assertThat(dated.find(operation("the attack", "", "", 25))).isEqualTo(news);
    dated.sentence();
    dated.dated(PartialDate.parse("2011-11"), 50);
    assertThat(dated.find(operation("the attack", "", "", 60))).isNotEqualTo(news);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Officials in Lisbon attributed the intrusions of Salt Typhoon to China. | true",
      "Officials in Lisbon attributed the seven intrusions at the ministry to Turla. | false",
      "The Norwegian service attributed the APT31 intrusions at the governors' offices to China. | false"})
  void isCalledAfterAGroupOnlyWhereTheCampaignIs(String sentence, boolean named) {
    assertThat(incidents(sentence)).isNotEmpty().allSatisfy(account -> assertThat(account.map(IncidentAccount::names)
        .orElse(Set.of()).isEmpty()).isNotEqualTo(named));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Norway blamed Russia for the attack on the port of Riga which was discovered in March 2021. | 2021-03",
      "In March 2021 the Storting said that it was hacked again by China. | 2021-03"})
  void happenedWhenItCameToLight(String sentence, String period) {
    assertThat(incidents(sentence)).isNotEmpty().allSatisfy(account -> assertThat(account
        .map(one -> one.period().iso()).orElse("")).isEqualTo(period));
  }

  @Test
  void whoItIsLinkedToWasNotHit() {
    assertThat(incidents("The Norwegian service linked the attack to APT31, a Chinese group, on Monday."))
        .allSatisfy(account -> assertThat(account.map(IncidentAccount::victims).orElse(List.of())).isEmpty());
  }

  @Test
  void whereSomebodyPostsIsNotWhatWasHit() {
    assertThat(incidents("In a post on Twitter the group Turla said that it had hacked the port of Riga."))
        .isNotEmpty().allSatisfy(account -> assertThat(account.map(IncidentAccount::names).orElse(Set.of()))
            .noneMatch(name -> name.contains("Twitter")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"APT31 was behind the intrusion into the ferry line Fjordline in 2019.",
      "APT28 was behind the breach of the ferry line Fjordline.",
      "Salt Typhoon's hack of the ferry line Fjordline was the work of China.",
      "The intrusion into the ferry line Fjordline in 2021 was carried out by Volt Typhoon."})
  void whatAGroupDidIsNotTheCampaignThatIsCalledAfterIt(String sentence) {
    assertThat(incidents("Oslo, 4 March 2026. Norway's Police Security Service said on Monday that " + sentence))
        .isNotEmpty().allSatisfy(account -> assertThat(account.orElseThrow().names())
            .noneMatch(name -> name.contains("campaign") || name.contains("Campaign")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Canada's spy agency blamed China for the intrusions of Salt Typhoon.",
      "Canada's spy agency said that China was behind the Salt Typhoon intrusions."})
  void theDeedsOfAGroupAreTheCampaignThatIsCalledAfterIt(String sentence) {
    assertThat(incidents("Ottawa, 4 March 2026. " + sentence)).isNotEmpty()
        .allSatisfy(account -> assertThat(account.orElseThrow().names()).contains("Salt Typhoon campaign"));
  }

  @Test
  void whomAnAttackIsLinkedToWasNotHit() {
    assertThat(incidents("Oslo, 4 March 2024. While in an official statement, the PST did not link the attack to APT31,"
        + " Kari Lindstad, the head of analysis at the PST, gave an interview to state television pointing the finger at"
        + " the Chinese hacking group.")).isNotEmpty()
        .allSatisfy(account -> assertThat(account.map(IncidentAccount::victims).orElse(List.of())).isEmpty());
  }

  @Test
  void fillsAnOperationInAsTheTextGoesOn() {
    IncidentBook.Entry entry = tell("attack", "", "");
    assertThat(tell("the attack on Visma", "Visma", "2018")).isEqualTo(entry);
    assertThat(tell("the August attack", "", "2018-08")).isEqualTo(entry);
    IncidentAccount account = entry.account(Reports.read("Nothing.").document().id());
    assertThat(account.victims()).extracting(Party::name).containsExactly("Visma");
    assertThat(account.period().iso()).isEqualTo("2018-08");
  }

  @Test
  void keepsVictimsApart() {
    IncidentBook.Entry first = tell("the attack", "Visma", "");
    IncidentBook.Entry second = tell("the attack", "Maersk", "");
    assertThat(second).isNotEqualTo(first);
    assertThat(tell("it", "", "")).as("leads back to the last").isEqualTo(second);
    assertThat(tell("the attack on Visma", "Visma", "")).isEqualTo(first);
    assertThat(book.focus()).contains(first);
  }

  @Test
  void leadsBackOverASectionOnlyByName() {
    IncidentBook.Entry first = tell("the attack", "Visma", "");
    book.section(true);
    assertThat(book.focus()).isEmpty();
    IncidentBook.Entry second = tell("an attack", "", "");
    assertThat(second).isNotEqualTo(first);
    assertThat(tell("the attack on Visma", "Visma", "")).isEqualTo(first);
  }

  @Test
  void leadsBackOverHeadingsOfOneStory() {
    IncidentBook.Entry first = tell("the attack", "Visma", "");
    book.section(false);
    assertThat(tell("it", "", "")).isEqualTo(first);
  }

  @Test
  void tellsTwoBreachesOfOneVictimApartInAText() {
    assertThat(incidents("Turla breached Norsk Hydro in March 2019, ESET said. "
        + "Sandworm breached Norsk Hydro in June 2022, Dragos said.")).doesNotHaveDuplicates()
        .extracting(incident -> incident.orElseThrow().period().iso()).containsExactly("2019-03", "2022-06");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Belgium too says that Turla was behind it.",
      "Russia denied any involvement in the attack.", "Belgium too blamed Turla for the breach of Norsk Hydro."})
  void leadsBackToTheOperationToldOfBefore(String sentence) {
    List<IncidentAccount> accounts = incidents("ESET attributed the breach of Norsk Hydro to Turla. " + sentence)
        .stream().map(Optional::orElseThrow).toList();
    assertThat(accounts).hasSize(2);
    assertThat(accounts.getLast()).isEqualTo(accounts.getFirst());
    assertThat(accounts.getFirst().victims()).extracting(Party::name).containsExactly("Norsk Hydro");
  }

  @Test
  void tellsTheVictimsOfOneParagraphApart() {
    assertThat(incidents("Latvia attributed the attack on Visma to APT10. Estonia attributed the attack on Maersk to "
        + "Sandworm. Belgium too blamed Sandworm for the attack on Maersk."))
        .extracting(incident -> incident.orElseThrow().victims().getFirst().name())
        .containsExactly("Visma", "Maersk", "Maersk");
  }

  @Test
  void keepsTheSectionsOfARoundUpApart() {
    String roundUp = """
        # Nightly round-up: five stories about cyberattacks and hackers

        ## Port shut

        Latvia blamed Turla for the attack.

        ## Bank robbed

        Belgium blamed APT38 for the attack.

        ## Airline down

        Portugal blamed Killnet for the attack.

        ## Mine stopped

        Finland blamed APT28 for the attack.
        """;
    List<Claim> claims = Reports.READER
        .read(Reports.READER.parse("roundup.md", roundUp.getBytes(java.nio.charset.StandardCharsets.UTF_8))).claims();
    assertThat(claims).hasSize(4).extracting(claim -> claim.account().orElseThrow().id()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"Norsk Hydro, 2019-03, Norsk Hydro attack", "TV5Monde, , TV5Monde attack",
      "Storting, 2020-08, Storting breach of 2020", "Storting, 2021-03, Storting breach of 2021"})
  void knowsAnOperationByWhomItHitAndWhen(String victim, String period, String name) {
    IncidentBook informed = new IncidentBook(KnownOperations.in(Names.standard(), Optional.empty(), Set.of()));
    IncidentBook.Entry entry = informed.find(operation("the attack", victim, period == null ? "" : period));
    assertThat(entry.account(Reports.read("Nothing.").document().id()).names()).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({"Storting, , ", "TV5Monde, 2019-03, ", "Visma, 2012, "})
  void knowsNoOperationThatDoesNotFit(String victim, String period) {
    IncidentBook informed = new IncidentBook(KnownOperations.in(Names.standard(), Optional.empty(), Set.of()));
    for (int i = 0; i < 5; i++) {
      informed.paragraph();
    }
    IncidentBook.Entry entry = informed.find(operation("the attack", victim, period == null ? "" : period));
    assertThat(entry.account(Reports.read("Nothing.").document().id()).names()).isEmpty();
  }

  @Test
  void returnsToTheMainOperationInANewParagraph() {
    IncidentBook.Entry main = tell("the attack", "Visma", "");
    tell("the attack", "Maersk", "");
    assertThat(tell("the intrusion", "", "")).isNotEqualTo(main);
    book.paragraph();
    assertThat(tell("the intrusion", "", "")).isEqualTo(main);
  }

  @Test
  void doesNotReturnToAnOperationThatTheTextHasLongLeft() {
    IncidentBook.Entry main = tell("the attack", "Visma", "");
    for (int i = 0; i < 9; i++) {
      book.paragraph();
      tell("the attack", "Maersk", "");
    }
    book.paragraph();
    assertThat(tell("it", "", "")).isNotEqualTo(main);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a separate attempt", "another intrusion", "two further break-ins", "an earlier attack"})
  void takesAnotherAttackForAnother(String label) {
    IncidentBook.Entry first = tell("the attack", "", "");
    assertThat(tell(label, "", "")).isNotEqualTo(first);
  }

  @Test
  void doesNotMeanWhatTheSentenceTellsOfFurtherOn() {
    IncidentBook.Entry first = tell("the attack", "Visma", "");
    book.sentence();
    IncidentBook.Entry further = book.find(operation("the sabotage", "Maersk", "", 90));
    assertThat(book.focusAt(20)).contains(first);
    assertThat(book.focusAt(95)).contains(further);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Turla attacked Norsk Hydro from Russia, ESET said.",
      "In a message on Pastebin Killnet claimed the attack on Norsk Hydro."})
  void doesNotTakeForVictimsWhereAnAttackCameFromOrWasTold(String sentence) {
    assertThat(incidents(sentence)).isNotEmpty().allSatisfy(incident -> assertThat(incident.orElseThrow().victims())
        .extracting(Party::name).containsExactly("Norsk Hydro"));
  }

  @Test
  void takesADayBeforeTheOperationForTheBeginningOfAnother() {
    IncidentBook.Entry worm = tell("the worm", "Maersk", "2017-06-27");
    book.paragraph();
    book.dated(PartialDate.parse("2015-12"), 50);
    IncidentBook.Entry outage = tell("the outage", "", "");
    assertThat(outage).isNotEqualTo(worm);
    book.dated(PartialDate.parse("2015-12-23"), 60);
    assertThat(tell("the attack", "", "")).isEqualTo(outage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-06-20", "2017-07", "2018"})
  void takesADaySinceTheOperationForItsOwn(String day) {
    IncidentBook.Entry worm = tell("the worm", "Maersk", "2017-06-27");
    book.dated(PartialDate.parse(day), 50);
    assertThat(tell("the attack", "", "")).isEqualTo(worm);
  }

  @Test
  void takesWhatWasSaidBeforeForAnotherOfTheSameBody() {
    Party storting = new Party("Storting", PartyKind.BODY, Optional.of("NO"), "Storting");
    IncidentBook.Entry march =
        book.find(new Operation("the attack", List.of(storting), PartialDate.parse("2021-03"), NONE,
            NONE, true, false, place++));
    IncidentBook.Entry other = book.saidOf(march, PartialDate.parse("2020-10-13"), 70, Set.of("NO"), Optional.empty());
    assertThat(other).isNotEqualTo(march);
    assertThat(other.account(Reports.read("Nothing.").document().id()).victims()).containsExactly(storting);
    assertThat(book.saidOf(march, PartialDate.parse("2021-07-19"), 90, Set.of("NO"), Optional.empty()))
        .isEqualTo(march);
    assertThat(book.saidOf(march, PartialDate.parse("2020-10-13"), 95, Set.of("US"), Optional.empty())
        .account(Reports.read("Nothing.").document().id()).victims()).isEmpty();
  }

  @Test
  void thinksOfNoCampaignOfYearsForAVictimOfIt() {
    IncidentBook informed = new IncidentBook(KnownOperations.in(Names.standard(), Optional.empty(), Set.of()));
    IncidentBook.Entry entry = informed.find(operation("the attack", "Lumen", ""));
    assertThat(entry.account(Reports.read("Nothing.").document().id()).names()).isEmpty();
    IncidentBook named =
        new IncidentBook(KnownOperations.in(Names.standard(), Optional.empty(), Set.of("Salt Typhoon")));
    assertThat(
        named.find(operation("the attack", "Lumen", "")).account(Reports.read("Nothing.").document().id()).names())
        .containsExactly("Salt Typhoon campaign");
  }

  @Test
  void placesAClaimMadeBeforeTheOperationIsTold() {
    List<Optional<IncidentAccount>> accounts = incidents("Russia's embassy in Oslo denied the accusation.",
        "Norway blamed Sandworm for the attack on Visma.");
    assertThat(accounts).hasSize(2).doesNotContain(Optional.empty());
    assertThat(accounts.getFirst()).isEqualTo(accounts.getLast());
  }

  @Test
  void takesADenialForAnAnswerToTheLastAccusation() {
    List<Optional<IncidentAccount>> accounts = incidents(
        "Norway blamed Russia for the attack on Visma. Latvia blamed China for the attack on Maersk.",
        "Russia rejected the accusation.");
    assertThat(accounts.getLast().orElseThrow().victims()).extracting(Party::name).containsExactly("Visma");
  }
}

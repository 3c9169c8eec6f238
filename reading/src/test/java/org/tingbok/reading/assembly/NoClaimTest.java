package org.tingbok.reading.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import org.tingbok.reading.Reports;

/// Sentences of ordinary news on computer security that only sound like claims, beside such as are.
class NoClaimTest {
  private static List<String> accusations(String... paragraphs) {
    return Reports.read(Claim.Attribution.class, paragraphs).stream()
        .map(claim -> (claim.saying().ownVoice() ? "-" : names(claim.saying().claimants())) + " > "
            + names(claim.accused()))
        .toList();
  }

  private static String names(List<Party> parties) {
    return String.join(", ", parties.stream().map(Party::name).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      nb | Det er ingenting som tyder på at Russland sto bak dataangrepet på kommunen, sier Kripos.
      nb | PST har ikke holdepunkter for at Russland står bak dataangrepet på kommunen.
      nb | Kommunen vil ikke si hvem som var ansvarlig for dataangrepet.
      de | Das BSI sieht keine Hinweise darauf, dass Russland hinter dem Cyberangriff auf die Gemeinde steckt.
      de | Nach Angaben des Verfassungsschutzes deutet beim Cyberangriff nichts auf die Gruppe APT28 hin.
      fr | Rien n'indique que la Russie soit derrière la cyberattaque, selon l'ANSSI.
      fr | L'ANSSI n'a aucun élément permettant d'attribuer la cyberattaque contre la ville d'Angers à la Russie.
      es | Nada indica que Rusia esté detrás del ciberataque, según el CNI.
      es | El CNI no tiene pruebas de que el grupo APT28 sea responsable del ciberataque contra el puerto.
      """)
  void whatNothingShowsIsNoAccusation(String language, String sentence) {
    assertThat(accusations(sentence)).as(language).isEmpty();
  }

  @Test
  void whatItWasDoneToDidNotDoIt() {
    assertThat(accusations("PST mener at APT28 sto bak dataangrepet på departementet.",
        "Fra noen av dem ble det lastet ned sensitivt innhold."))
        .containsExactly("Norwegian Police Security Service > APT28");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Dataangrepet på departementet ble utført av APT28, opplyser PST. | Norwegian Police Security Service > APT28
      Nach dem Cyberangriff sprach das BSI. Nach Angaben des BSI wurde er von APT28 verübt. | BSI > APT28
      Der Cyberangriff traf den Hafen. Ausgeführt wurde er von APT28, teilte das BSI mit. | BSI > APT28
      Für den Cyberangriff wird eine unbekannte Hackergruppe verantwortlich gemacht, so das BSI. | BSI > eine unbekannte Hackergruppe
      Det ble pekt ut en ukjent hackergruppe som ansvarlig for dataangrepet på havnen, opplyste PST. | Norwegian Police Security Service > en ukjent hackergruppe
      """)
  void whoDidItInAPassiveIsAccusedAllTheSame(String sentence, String claim) {
    assertThat(accusations(sentence)).containsExactly(claim);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The Norwegian government offered no evidence to support its claim that Russia was behind the cyber attack. | Norwegian government > Russia
      The FBI said it had no reason to doubt that North Korea was behind the cyber theft from the exchange. | FBI > North Korea
      Nothing could be recovered, and the BfV says Lazarus Group was behind the cyber attack. | BfV > Lazarus Group
      The Dutch service AIVD said that a previously unknown Russian group they call Laundry Bear was behind the hack of the police. | AIVD > Laundry Bear
      There is no sign that Sandworm hacked the grid, but the SBU blames APT28 for the cyber attack. | Security Service of Ukraine > APT28
      """)
  void whatIsClaimedAllTheSameIs(String sentence, String claim) {
    assertThat(accusations(sentence)).containsExactly(claim);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The forum was broken into by unknown attackers, the company said.",
      "Their method makes it hard to attribute the intrusions to APT31.",
      "With the new tool, analysts can attribute attacks to Turla within a day.",
      "If confirmed, the breach of the port would be the work of Sandworm.",
      "The number in the mail was traced to Panama.",
      "The paper identified the senator as a target of the hackers.",
      "She sat right behind President Marek Dolny during the hearing on the breach.",
      "Do not write that Microsoft has accused APT31 of the breach.",
      "Never call the breach of the port the work of Turla.",
      "The ministry is expected to blame Russia for the hack next week.",
      "Nothing suggests that Russia was behind the hack of the port, the ministry said.",
      "According to Mnemonic, there is nothing to suggest that a state actor was involved in the hack.",
      "Police have seen no indication so far that Sandworm was responsible for the cyber attack.",
      "Washington has given no evidence that China hacked the ministry, Beijing's foreign ministry said.",
      "The ministry declined to say which group was behind the cyber attack on the port.",
      "It is too early to say who was responsible for the hack, the ministry said."})
  void nobodyIsAccusedOf(String sentence) {
    assertThat(accusations(sentence)).isEmpty();
  }

  @Test
  void hackersOfWhomMoreIsToldAreAccused() {
    assertThat(
        accusations("The inquiry concluded that the breach of the port was carried out by actors who operate from "
            + "Chinese soil."))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The airline has neither confirmed nor denied the breach of its booking system.",
      "It takes skill on both sides to produce software that keeps hackers out, the ministry said.",
      "The report describes a wave of politically motivated attacks on banks."})
  void nothingIsDenied(String sentence) {
    assertThat(Reports.read(Claim.Denial.class, sentence)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Adobe issued a security bulletin for a flaw in its player.",
      "Thieves could shut down the grid with such a tool, the ministry warned.",
      "The site was back after the police had executed a search warrant at another address."})
  void nobodyResponds(String sentence) {
    assertThat(Reports.read(Claim.Response.class, sentence)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Experts at CrowdStrike declined to identify the companies which were targeted by the hackers.",
          "The ministry did not name the victims of the hackers.",
          "Symantec refused to identify the banks hit by the attackers."})
  void unnamedVictimsAreNoUnnamedCulprits(String sentence) {
    assertThat(Reports.read(Claim.NonAttribution.class, sentence)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Lawmakers and experts debated how to answer the hack of the ministry, attributed to China. | - > China
      The panel compared the hack of the bank, attributed to North Korea, with older ones. | - > North Korea
      The FBI investigated the hack of the bank and attributed it to North Korea. | FBI > North Korea
      """)
  void whoTalksAboutAnAccusationHasNotMadeIt(String sentence, String claim) {
    assertThat(accusations(sentence)).containsExactly(claim);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The FBI blames North Korea, which denies any involvement in the hack of the bank. | North Korea
      The FBI blames North Korea for the hack of the bank, but North Korea denies any involvement. | North Korea
      The FBI, which blames North Korea for the hack of the bank, says that Pyongyang denies any involvement. | North Korea
      """)
  void theAntecedentOfARelativeClauseDenies(String sentence, String who) {
    assertThat(Reports.read(Claim.Denial.class, sentence)).singleElement()
        .satisfies(denial -> assertThat(denial.saying().claimants()).singleElement()
            .satisfies(party -> assertThat(party.name()).isEqualTo(who)));
  }

  @Test
  void whoCannotSayWhatHackersDidNamesNobody() {
    assertThat(Reports.read(Claim.NonAttribution.class,
        "The server was hacked in May. Kim believes that the attackers have not stolen any sensitive data.")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      The US and UK governments blamed Russia for the hack of the port. | US government, UK government > Russia
      Both US and South Korean governments blamed Pyongyang for the hack of the bank. | US government, South Korean government > North Korea
      The French government blamed Russia for the hack of the port. | French government > Russia
      """)
  void eachStateInARowHasItsGovernment(String sentence, String claim) {
    assertThat(accusations(sentence)).containsExactly(claim);
  }

  @Test
  void anOperationInARowWithAStateIsNotAccused() {
    assertThat(accusations(
        "The panel compared the Sony hack, attributed to North Korea, and the OPM hack, attributed to China."))
        .containsExactly("- > North Korea", "- > China");
  }

  @Test
  void aGangsOperationIsAccused() {
    assertThat(
        accusations("The police believe that the DragonForce ransomware operation was behind the hack of the shop."))
        .hasSize(1);
  }

  @Test
  void aStepBackTakesNothingBack() {
    assertThat(Reports.read(Claim.NonAttribution.class, "It is time to take a step back and to look at the breaches."))
        .isEmpty();
  }

  @Test
  void theGroupKnownAsLeadsBackToNobody() {
    assertThat(Reports.read(Claim.Alias.class, "APT28 broke into the ministry in May.",
        "Several firms joined forces against the espionage group known as Hidden Lynx.")).isEmpty();
    assertThat(Reports.read(Claim.Alias.class, "APT28 broke into the ministry in May.",
        "The group, also known as Fancy Bear, has been active for years.")).hasSize(1);
  }

  @Test
  void thoseWhoWereHitDoNotSayWhoItWas() {
    assertThat(accusations("The county governors, who were hacked by APT31 in 2018, have replaced their servers."))
        .containsExactly("- > APT31");
  }

  @Test
  void aPassiveHasTheAccuserThatItNames() {
    assertThat(
        accusations("The break-ins at the ministries have been attributed to Turla, a group that has been active "
            + "since 2008, by researchers at Kaspersky."))
        .containsExactly("Kaspersky > Turla");
  }

  @Test
  void whoeverIsBehindABreachIsAccusedByNobody() {
    assertThat(
        accusations("Turla broke into the ministry in May.", "The hackers behind the breach used a stolen password."))
        .noneMatch(one -> one.startsWith("- > hackers")).hasSize(1);
    assertThat(accusations("Turla is the group behind the breach of the ministry, Oslo said.")).hasSize(1);
  }

  @Test
  void aLonelyLikenessInALongTextIsNoClaim() {
    String filler =
        "The museum opened a new wing for its collection of ships, with a cafe and a shop for visitors. ".repeat(40);
    String tool = "To erase all files of the network, it first removes the attributes that APT31 has put on them.";
    assertThat(Reports.read(Claim.Attribution.class, filler, tool, filler)).isEmpty();
    assertThat(Reports.read(Claim.Attribution.class, filler,
        "Norway attributed the hack of the parliament's network to APT31.", filler)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      In October, the Danish government linked the NotPetya attack that crippled Maersk to Russia. | Danish government > Russia
      Iran accused of the hack that paralysed Albania's border system | - > Iran
      Mandiant identified Turla as the group behind the hack of the ministry. | Mandiant > Turla
      Senior officials revealed that a group of Chinese hackers broke into the networks of the agency. | Senior officials > group of Chinese hackers
      The bureau was hit again, and in 2013 Chinese hackers were accused by prosecutors of stealing the plans. | prosecutors > Chinese hackers
      One security vendor pointed at a disgruntled ex-Sony employee, whom it took for the hacker. | One security vendor > disgruntled ex-Sony employee
      The TTPs adopted by the attackers suggest the involvement of Russian hackers in the breach. | - > Russian hackers
      Initial media reports blamed China for the cyber attack on the weather bureau. | Initial media reports > China
      Criminals acting on their own were to blame for the cyber attack on the personnel office, Xinhua has reported. | Xinhua > Criminals acting on their own
      In a joint statement, the Five Eyes said Sandworm was to blame for the outage of the network. | Five Eyes > Sandworm
      Lazarus is a state actor believed to be responsible for the hack of Sony Pictures in 2014. | - > Lazarus
      U.S. officials suspected Chinese hackers of the intrusion into the bank. | U.S. officials > Chinese hackers
      The Ukrainian government is blaming Russian cyber units for continuous attacks against its systems. | Ukrainian government > Russian cyber units
      """)
  void whoAccusesWhom(String sentence, String claim) {
    assertThat(accusations(sentence)).containsExactly(claim);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Der Cyberangriff auf das Ministerium wird Russland zugeschrieben. | - > Russia
      El ciberataque fue en mayo. La oposición acusa a Rusia del ciberataque. | oposición > Russia
      Tras el ciberataque, los Mossos atribuyen la autoría a la banda RansomHouse. | Mossos d'Esquadra > RansomHouse
      Killnet claimed responsibility for the cyber attack on its Telegram channel. | Killnet > Killnet
      Costa Rica declared an emergency after Conti, a gang of criminals, hacked its ministry. | - > Conti
      Two people familiar with the case told Reuters that Chinese spies were behind the hack of Marriott. | Two people familiar with the case > Chinese spies
      CrowdStrike had earlier said that the intruders were Cozy Bear and Fancy Bear, two groups that it links to Russian intelligence. | CrowdStrike > Cozy Bear, Fancy Bear
      Canada and Australia joined Washington in blaming China for the hacks, while the European Union stopped short of naming Beijing. | Canada, Australia > China
      The U.S. Treasury accused two Iranians of the hack of the pipeline. | US Department of the Treasury > two Iranians
      The leak was the work of a disgruntled insider and not of Russian hackers, the party's lawyer argued. | party's lawyer > disgruntled insider
      Die Bundesregierung macht den russischen Militärgeheimdienst GRU für den Hackerangriff verantwortlich und bestellte den Geschäftsträger ein. | German government > GRU
      Citing two officials, CNN reported that Iran was suspected in the hack of the fuel tank gauges. | two officials > Iran
      Quoting Kaspersky, the paper reported that Turla was behind the hack of the ministry. | Kaspersky > Turla
      NRK meldte med henvisning til PST at APT28 sto bak dataangrepet på Stortinget. | Norwegian Police Security Service > APT28
      Der Spiegel berichtete unter Berufung auf Ermittler, dass russische Hacker hinter dem Cyberangriff stehen. | Ermittler > russische Hacker
      Citant l'ANSSI, Le Monde a écrit que le groupe APT28 était derrière la cyberattaque contre le ministère. | ANSSI > APT28
      Senator Lieberman sees Iran's Quds Force behind the cyber attack on the bank. | Lieberman > Quds Force
      After the cyber attack, which was blamed on the GRU, Washington ordered ten diplomats to leave. | - > GRU
      """)
  void whoAccusesWhomElsewhere(String sentence, String claim) {
    assertThat(accusations(sentence)).containsExactly(claim);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Politiet har ikke identifisert hackerne bak dataangrepet, og ingen har tatt på seg ansvaret.",
          "Für den Cyberangriff wurde bisher niemand verantwortlich gemacht, und der Kreml weist die Vorwürfe zurück."})
  void nobodyDidIt(String sentence) {
    assertThat(accusations(sentence)).isEmpty();
  }

  @Test
  void whoClaimsNothingWithholdsNothing() {
    assertThat(Reports.read(Claim.NonAttribution.class, "Der Cyberangriff auf den Hafen wird APT28 zugeschrieben.",
        "Die Gruppe APT28 bekannte sich nicht zu dem Cyberangriff.")).isEmpty();
  }

  @Test
  void whoRejectsWhatOthersAreAccusedOfDeniesNothing() {
    assertThat(Reports.read(Claim.Denial.class, "El ciberataque contra el banco se atribuyó a Corea del Norte.",
        "McAfee desmintió que el ciberataque fuera obra de ese país.")).isEmpty();
  }

  @Test
  void someBlameOneAndOthersAnother() {
    assertThat(
        accusations("Some blamed the Iranian government while others pointed toward China for the hacks of the banks."))
        .contains("some > Iranian government", "others > China");
  }

  @Test
  void whoWasBlamedInTheClauseBeforeDoesNotAccuse() {
    assertThat(
        accusations("Sofacy has been blamed by the U.S. government for the hack of the party, and Russia has been "
            + "accused of attempting to influence the election via these hacks."))
        .containsExactly("US government > Sofacy", "- > Russia");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Two malware campaigns were tied to the same attacker, Kaspersky said.",
      "\"We have attributed a whole bunch of hacks to one actor,\" Kaspersky said.",
      "Experts believe that China and Russia have the capabilities to hack the government networks.",
      "Germany says that APT28 is capable of hacking the power grid.",
      "The Pentagon reported that the Fighter-Jet Project came under assault from unknown hackers.",
      "Malware is also blamed for the outage of the network, said the hospital.",
      "Swedish transport agencies targeted in DDoS cyber attacks",
      "Some have directly attributed the Turla group to Russian entities, and its hacks go on."})
  void nobodyIsAccusedThere(String sentence) {
    assertThat(accusations(sentence)).isEmpty();
  }

  @Test
  void aFaultOfOnesOwnIsNoAccusationToDeny() {
    String hack = "Iranian hackers broke into accounts of the service, the ministry said.";
    assertThat(Reports.read(Claim.Denial.class, hack, "Telegram has denied any security issue in its application."))
        .isEmpty();
    assertThat(Reports.read(Claim.Denial.class, hack, "Iran has denied any involvement in the hack.")).hasSize(1);
  }

  @Test
  void whatAGroupNeverDoesIsNotWithheld() {
    assertThat(Reports.read(Claim.NonAttribution.class, "Kaspersky blamed Darkhotel for the hack of the hotel.",
        "The researchers noticed that the gang never goes after the same target twice.")).isEmpty();
    assertThat(Reports.read(Claim.NonAttribution.class, "Kaspersky blamed Darkhotel for the hack of the hotel.",
        "ESET said that Darkhotel did not hack the hotel.")).hasSize(1);
  }

  @Test
  void examplesInARowAreNotOneGroup() {
    assertThat(Reports.read(Claim.Alias.class, "Kaspersky reported on hacks by Russian groups.",
        "There are several others whose attribution is less clear, like MiniDuke, CosmicDuke and Sandworm.")).isEmpty();
    assertThat(Reports.read(Claim.Alias.class, "Kaspersky reported on hacks by Russian groups.",
        "One of them is APT28, also known as Sofacy.")).hasSize(1);
  }
}

package org.tingbok.reading.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import org.tingbok.reading.Reports;

/// Who accuses and who is accused where the words nearest to the accusation do not say.
class WhoIsMeantTest {
  private static List<String> accusations(String... paragraphs) {
    return Reports.read(Claim.Attribution.class, paragraphs).stream()
        .map(claim -> names(claim.saying().claimants()) + " > " + names(claim.accused())).toList();
  }

  private static String names(List<Party> parties) {
    return String.join(", ", parties.stream().map(Party::name).toList());
  }

  @Test
  void whoIsNamedBehindTheLastCommaSpeaks() {
    assertThat(accusations("Sandworm is responsible for the compromise of the ferry line's networks, the FBI confirmed "
        + "on Monday.")).containsExactly("FBI > Sandworm");
    assertThat(
        accusations("The intruders belonged to APT10, Recorded Future and Rapid7 conclude in a joint report on the "
            + "hack."))
        .containsExactly("Recorded Future, Rapid7 > APT10");
  }

  @Test
  void aClauseBehindACommaThatSaysMoreIsNoSpeaker() {
    assertThat(accusations("Sandworm is responsible for the compromise of the ferry line's networks, which the harbour "
        + "office has since rebuilt.")).noneMatch(one -> one.startsWith("harbour"));
  }

  @Test
  void aNameThatFollowsAnOfficeHoldsIt() {
    assertThat(accusations("The break-in at the registry was noticed in May, the head of cyber defence at the Security "
        + "Service of Ukraine, Illia Bondar, told Reuters.", "Bondar said that Sandworm was behind the attack."))
        .containsExactly("Security Service of Ukraine > Sandworm");
  }

  @Test
  void aFullNameBehindAnUnnamedOfficeIsItsHolder() {
    assertThat(accusations("The PST has closed its inquiry into the hack of the archive, its head has said.",
        "Turid Hovland told the broadcaster on Thursday that APT31 was behind the attack on the archive."))
        .containsExactly("Norwegian Police Security Service > APT31");
  }

  @Test
  void sheIsTheLastWhoWasNamedInFull() {
    assertThat(accusations("Hanne Blomli warned on Thursday of hackers in the water supply.",
        "She said that APT31 was behind the attack on the waterworks.")).containsExactly("Hanne Blomli > APT31");
  }

  @Test
  void hisInvestigatorsAreThoseOfHisBody() {
    assertThat(Reports.read(Claim.NonAttribution.class,
        "The then head of the agency ANSSI, Guillaume Poupard, told reporters that his investigators had found no trace "
            + "of APT28 in the hack of the campaign.")
        .stream().map(claim -> names(claim.saying().claimants()))).containsExactly("ANSSI");
  }

  @Test
  void theyWhoTakeResponsibilityAreTheHackers() {
    assertThat(accusations("The FBI issued an alert about the hackers of Scattered Spider on Friday.",
        "On Telegram they have taken responsibility for everything: the calls, the forms and the outage."))
        .contains("Scattered Spider > Scattered Spider").noneMatch(one -> one.contains("Federal Bureau"));
  }

  @Test
  void theSameActorWentAfterSomebody() {
    assertThat(accusations("Norway's security service PST said on Thursday that APT31 was behind the break-in at the "
        + "archive.", "The PST said that the same actor had gone after the software company Visma in 2018 as well."))
        .hasSize(2).allMatch(one -> one.equals("Norwegian Police Security Service > APT31"));
  }

  @Test
  void whereTwoFirmsAreFromIsNoThirdClaimant() {
    assertThat(accusations("In a report Recorded Future and Rapid7, both American, attributed the Visma intrusion to "
        + "APT10.")).containsExactly("Recorded Future, Rapid7 > APT10");
  }

  @Test
  void nobodyInParticularIsNotAccused() {
    assertThat(accusations("Norske myndigheter peker på en fremmed stat etter datainnbruddet i arkivet.")).isEmpty();
  }

  @Test
  void aHeadlinesParticipleTellsWhatHappenedToItsSubject() {
    assertThat(
        accusations("# Norwegian software maker hacked for Beijing's spies", "The maker noticed the hack in May."))
        .noneMatch(one -> one.contains("maker"));
  }

  @Test
  void whoWithholdsANameDoesNotWithholdTheirOwn() {
    assertThat(Reports.read(Claim.NonAttribution.class,
        "The ransomware group Conti hit the ferry line in May, but NSM does not confirm who was behind the attack.")
        .stream().flatMap(claim -> claim.accused().stream()).map(Party::name))
        .doesNotContain("Norwegian National Security Authority");
  }

  @Test
  void namesThatNobodyHasListedAreTakenWhole() {
    assertThat(
        accusations("The Coastal Records Office said on Monday that the gang Salt Hand was behind the attack on the "
            + "ferry line's servers."))
        .containsExactly("Coastal Records Office > Salt Hand");
  }

  @Test
  void hackersThatAClauseTellsOfAreNotTheLastGroup() {
    assertThat(accusations("The FBI warned of Sandworm on Friday.",
        "The Latvian defence ministry said that hackers in Belarus had breached the network of the waterworks."))
        .noneMatch(one -> one.endsWith("> Sandworm")).anyMatch(one -> one.endsWith("hackers in Belarus"));
  }

  @Test
  void whoeverIsAccusedIsNotWhoAccuses() {
    assertThat(accusations("Hackers of APT31 were behind the break-in at the archive, the PST said on Thursday.",
        "The British government accused it of the hack of legislators' mailboxes.")).contains(
            "UK government > APT31");
  }

  @Test
  void whoComesToAConclusionDrawsIt() {
    assertThat(accusations("The AIVD came to the conclusion that Turla was behind the hack of the port of Rotterdam."))
        .singleElement().asString().endsWith("> Turla").doesNotStartWith(" >");
  }

  @Test
  void inOtherWordsNobodySpeaks() {
    assertThat(accusations("The Kremlin rejected the charge of the hack of the port.",
        "ESET said that Turla, in other words the old hand, was behind the attack on the port."))
        .contains("ESET > Turla");
  }

  @Test
  void whoeverNamesTheGroupTheOtherNamesAreThePublications() {
    assertThat(Reports.read(Claim.Alias.class,
        "The group that FireEye calls APT32, also known as OceanLotus, broke into the shipyard's network.").stream()
        .filter(claim -> claim.first().name().equals("OceanLotus") || claim.second().name().equals("OceanLotus"))
        .map(claim -> names(claim.saying().claimants()))).isNotEmpty().noneMatch(name -> name.contains("FireEye"));
  }

  @Test
  void anotherGroupIsNotTheLastOne() {
    assertThat(Reports.read(Claim.Alias.class, "ESET wrote of Turla in May.",
        "For two years, it says, a group that it calls Brass Heron plundered the chip makers of Taiwan.")
        .stream().flatMap(claim -> Stream.of(claim.first(), claim.second())).map(Party::name)).doesNotContain("Turla");
  }

  @Test
  void researchersSpeakForWhomTheyWorkFor() {
    assertThat(
        accusations("Researchers from the security firm Norvik Labs have blamed Turla for the breach of the harbour.",
            "The researchers attributed the hack of the ferry line to APT31.",
            "According to the experts, Sandworm hacked the lighthouse."))
        .containsExactly("Norvik Labs > Turla", "Norvik Labs > APT31", "Norvik Labs > Sandworm");
    assertThat(accusations("Norvik's analysts blamed Turla for the breach of the harbour.")).containsExactly(
        "Norvik > Turla");
    assertThat(accusations("Western analysts blamed Turla for the breach of the harbour.")).containsExactly(
        "Western analysts > Turla");
  }

  @Test
  void twoNamesJoinedAreTwoPeople() {
    assertThat(accusations("The Justice Department charged Zhu Hua and Zhang Shilong with hacking into the networks of "
        + "a shipyard.")).containsExactly("US Department of Justice > Zhu Hua, Zhang Shilong");
  }

  @Test
  void aServiceOfAnotherStateIsNotTheOneInTheTables() {
    assertThat(accusations("The German Secret Service hacked the mail servers of three embassies, Reuters reported."))
        .containsExactly("Reuters > German secret service");
  }
}

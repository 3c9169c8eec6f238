package org.tingbok.reading.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import org.tingbok.reading.Reports;

/// What looks like a claim and is about something else makes none; what differs from it in that alone makes one.
class GroundsTest {
  private static List<String> accused(String... paragraphs) {
    return Reports.read(Claim.Attribution.class, paragraphs).stream().flatMap(claim -> claim.accused().stream())
        .map(Party::name).distinct().toList();
  }

  @Test
  void onlyWhoDidItCanBeWithheld() {
    assertThat(Reports.read(Claim.NonAttribution.class,
        "The council did not say how much data the hackers had copied from its servers.")).isEmpty();
    assertThat(Reports.read(Claim.NonAttribution.class,
        "The council did not say which group had copied data from its servers.")).hasSize(1);
  }

  @Test
  void whoWithholdsIsNotWhomItWithholds() {
    assertThat(Reports.read(Claim.NonAttribution.class, "The group Turla broke into the port of Varde.",
        "The harbour police confirmed that they knew of the hack but would not say who they believe to be responsible."))
        .singleElement().satisfies(claim -> assertThat(claim.accused()).isEmpty());
    assertThat(Reports.read(Claim.NonAttribution.class, "The group Turla broke into the port of Varde.",
        "Denmark would not confirm that Turla was responsible for the hack."))
        .singleElement()
        .satisfies(claim -> assertThat(claim.accused()).extracting(Party::name).containsExactly("Turla"));
  }

  @Test
  void inACellWhatIsSaidLaterIsNoOtherName() {
    assertThat(
        Reports.read(Claim.Alias.class, "Hackers broke into Kystnett in 2018 and into the port of Varde in 2020.",
            "| Case | Laid on | By |\n|---|---|---|\n| Kystnett, 2018 | APT10, later APT31 | PST |"))
        .isEmpty();
    assertThat(
        Reports.read(Claim.Alias.class, "Hackers broke into Kystnett in 2018 and into the port of Varde in 2020.",
            "| Case | Laid on | By |\n|---|---|---|\n| Varde, 2020 | APT28 (Fancy Bear) | PST |"))
        .hasSize(1);
  }

  @Test
  void whatWasNotEnteredIsNobodyWhoWasNotNamed() {
    assertThat(Reports.read(Claim.NonAttribution.class,
        "Kystnett said that the hack had been noticed early and that it was certain no customer's network had been entered."))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Lisbon lodged a protest with Moscow over the paint that was thrown at its embassy, a week after the hack of the "
          + "parliament's servers.",
      "The Danish police seized the tanker over a torn cable; hackers of APT28 were in the port's servers that week."})
  void anActOverSomethingElseAnswersNoOperation(String sentence) {
    assertThat(Reports.read(Claim.Response.class, sentence)).isEmpty();
  }

  @Test
  void anActOverAnOperationAnswersIt() {
    assertThat(Reports.read(Claim.Response.class,
        "Lisbon lodged a protest with Moscow over the hack of the parliament's e-mail system.")).hasSize(1);
  }

  @Test
  void whoTakesDownWhatIsTheirsAnswersNobody() {
    assertThat(Reports.read(Claim.Response.class,
        "After the cyberattack by the gang Akira the retailer took down its own website.")).isEmpty();
    assertThat(Reports.read(Claim.Response.class, "The FBI took down the website of the ransomware gang Akira."))
        .hasSize(1);
  }

  @Test
  void anArmOfABodyIsNotTheGroupThatTheBodySpeaksOf() {
    assertThat(Reports.read(Claim.Affiliation.class,
        "The National Cyber Security Centre, an arm of GCHQ, believes that APT31 scouted the network of the archive."))
        .isEmpty();
  }

  @Test
  void howTheIntrudersCameInTellsNotWhoTheyWere() {
    assertThat(accused("The insurer said that the intruders came into its network with the stolen password of a "
        + "supplier.")).isEmpty();
  }

  @Test
  void whoSomebodyPosedAsIsNotAccused() {
    assertThat(accused("Latvia said that Turla had posed as Iranian hackers in the breach of the port."))
        .containsExactly("Turla");
    assertThat(accused("Kaspersky found that a trace in the malware pointing to Lazarus had been forged.")).isEmpty();
  }

  @Test
  void whatSomebodyWouldDenyTheyHaveNotDenied() {
    assertThat(Reports.read(Claim.Denial.class,
        "Latvia blamed Russia for the hack of the port, adding that Moscow would of course deny it.")).isEmpty();
    assertThat(Reports.read(Claim.Denial.class, "Latvia blamed Russia for the hack of the port. Moscow denied it."))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ESET said it had found no evidence that Turla had a hand in the breach of the port.",
      "ESET has not been able to link the intrusion at the port to Turla.",
      "Turla is unlikely to have been behind the intrusion at the port, ESET said."})
  void whatIsNotShownIsWithheldAndNotClaimed(String sentence) {
    assertThat(accused(sentence)).isEmpty();
    assertThat(Reports.read(Claim.NonAttribution.class, sentence)).hasSize(1);
  }
}

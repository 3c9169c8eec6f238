package org.tingbok.reading.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  @ValueSource(strings = {"The forum was broken into by unknown attackers, the company said.",
      "Their method makes it hard to attribute the intrusions to APT31.",
      "With the new tool, analysts can attribute attacks to Turla within a day.",
      "If confirmed, the breach of the port would be the work of Sandworm.",
      "The number in the mail was traced to Panama.",
      "The paper identified the senator as a target of the hackers.",
      "She sat right behind President Marek Dolny during the hearing on the breach.",
      "Do not write that Microsoft has accused APT31 of the breach.",
      "Never call the breach of the port the work of Turla.",
      "The ministry is expected to blame Russia for the hack next week."})
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
}

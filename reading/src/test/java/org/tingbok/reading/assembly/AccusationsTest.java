package org.tingbok.reading.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import org.tingbok.reading.Reports;

/// What is an accusation, how many a sentence makes, and at whom a response is aimed.
class AccusationsTest {
  private static List<Claim.Attribution> accusations(String... paragraphs) {
    return Reports.read(Claim.Attribution.class, paragraphs);
  }

  private static List<String> accused(List<Claim.Attribution> claims) {
    return claims.stream().flatMap(claim -> claim.accused().stream()).map(Party::name).distinct().toList();
  }

  private static List<String> targets(String... paragraphs) {
    return Reports.read(Claim.Response.class, paragraphs).stream().flatMap(claim -> claim.target().stream())
        .map(Party::name).toList();
  }

  @Test
  void whatSomebodyWouldNotSayIsNoAccusation() {
    assertThat(accusations("The Portuguese defence minister would not say that Iran was behind the cyberattack."))
        .isEmpty();
    assertThat(accusations("The Portuguese government did not say who was behind the cyberattack on the ministry."))
        .isEmpty();
    assertThat(accused(accusations("The Portuguese government said that Iran was behind the cyberattack.")))
        .containsExactly("Iran");
  }

  @Test
  void holdingSomebodyResponsibleIsOneClaim() {
    List<Claim.Attribution> claims =
        accusations("Portugal holds Russia responsible for the breach of the e-mail system of its parliament.");
    assertThat(claims).hasSize(1);
    assertThat(claims.getFirst().saying().claimants()).extracting(Party::name).containsExactly("Portugal");
  }

  @Test
  void oneOperationOnSeveralIsOneClaim() {
    assertThat(accusations("Canada blamed North Korea for the attack on Microsoft and Google.")).hasSize(1);
    assertThat(accusations("Canada blamed North Korea for attacks on banks and hospitals.")).hasSize(1);
  }

  @Test
  void goingOnWithAnAccusationIsNoSecondOne() {
    assertThat(accusations("The FBI said that the Lazarus Group had hacked a bank in Manila.",
        "They broke into its network with the stolen password of a contractor.")).hasSize(1);
  }

  @Test
  void whoBoastsOfADeedClaimsItWhoeverPassesThatOn() {
    assertThat(
        accusations("The FBI is aware that Killnet has claimed responsibility for the attack on the port of Lisbon."))
        .singleElement().satisfies(claim -> assertThat(claim.saying().claimants()).extracting(Party::name)
            .containsExactly("Killnet"));
  }

  @Test
  void aMinistryIsThatOfTheStateThatItsAdjectiveNames() {
    String before = "Das Datenleck im Parlament in Prag wurde im März entdeckt. Die Abgeordneten sind beunruhigt. ";
    assertThat(accusations(before + "Das tschechische Außenministerium machte APT28 für den Angriff verantwortlich."))
        .singleElement().satisfies(claim -> assertThat(claim.saying().claimants()).extracting(Party::name)
            .containsExactly("Czech Foreign Ministry"));
    assertThat(accusations(before + "Das deutsche Außenministerium machte APT28 für den Angriff verantwortlich."))
        .singleElement().satisfies(claim -> assertThat(claim.saying().claimants()).extracting(Party::name)
            .containsExactly("Auswärtiges Amt"));
  }

  @Test
  void unrestIsNoOperation() {
    assertThat(accusations("Portugal accused China of dumping steel on the European market.")).isEmpty();
  }

  @Test
  void targetsKeepTheHalfThatTellsWhoseTheyAre() {
    assertThat(targets("Police in Lisbon arrested five members of the gang over the ransomware attack."))
        .contains("five members of the gang");
    assertThat(targets("The United States imposed sanctions on Iran over the cyberattack.")).contains("Iran");
  }

  @Test
  void condemningWhatSomebodyWasAccusedOfMeansThem() {
    assertThat(targets("The United Kingdom said that Russia had hacked the ministry.",
        "Portugal condemned the cyberattack in the strongest terms.")).containsExactly("Russia");
  }
}

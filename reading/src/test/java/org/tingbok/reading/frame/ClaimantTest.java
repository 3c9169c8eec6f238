package org.tingbok.reading.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.claim.Claim.Attribution;
import org.tingbok.mention.Party;
import org.tingbok.reading.Reports;

/// Whoever says it is found: by name, office, document or pronoun.
class ClaimantTest {
  private static List<String> claimants(String... paragraphs) {
    List<Attribution> claims = Reports.read(Attribution.class, paragraphs);
    return claims.isEmpty() ? List.of() : claims.getLast().saying().claimants().stream().map(Party::name).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Mr Henrik Aalto said that APT28 was behind the cyberattack on the port. | Henrik Aalto
      Dr Ines Marques blamed Sandworm for the breach of the grid. | Ines Marques
      A Danish firm, NordSpore, blamed North Korea for the breach of the bank. | NordSpore
      """)
  void aNameBesideATitlePossessorOrNounIsWhoSpeaks(String sentence, String claimant) {
    assertThat(claimants(sentence)).containsExactly(claimant);
  }

  @Test
  void anOfficeBesideANameDoesNotTakeTheStateThatWasAccusedBefore() {
    assertThat(claimants("Russia denied the hack of the ports.",
        "Foreign Minister Tomas Havel said that APT28 was behind the cyberattack on the port."))
        .noneMatch(name -> name.contains("Russia"));
  }

  @Test
  void aSpokespersonSpeaksForTheBodySpokenOfLast() {
    assertThat(claimants("The Dutch intelligence service AIVD had looked into the hack of the port for a year.",
        "A spokesman said that APT28 was behind the attack."))
        .singleElement().asString().isEqualTo("AIVD");
  }

  @Test
  void aDocumentLeadsBackToWhoPublishedIt() {
    assertThat(claimants("ESET published a report on the hack of the port on Monday.",
        "The attack was widely noticed, Microsoft said.", "The report attributes the attack to Sandworm."))
        .containsExactly("ESET");
  }

  @Test
  void aPronounGoesOnWithWhoSpokeBefore() {
    assertThat(claimants("Symantec said that Russia was behind the breach of the port.",
        "It also blamed Sandworm for the hack of the grid."))
        .containsExactly("Symantec");
  }

  @Test
  void aPronounLeadsToAWhoCameBetween() {
    assertThat(claimants("Symantec said that Russia was behind the breach of the port.",
        "ESET found traces of the hackers in March, and it blamed Sandworm for the hack of the grid."))
        .containsExactly("ESET");
  }

  @Test
  void theFirstPersonIsThePublicationsOwn() {
    List<Attribution> claims = Reports.read(Attribution.class,
        "After an inquiry by Europol we attribute the hack of the port to APT28.");
    assertThat(claims).singleElement().satisfies(claim -> assertThat(claim.saying().claimants()).extracting(Party::name)
        .containsExactly("The Example Wire"));
  }
}

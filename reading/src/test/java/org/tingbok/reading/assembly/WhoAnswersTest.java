package org.tingbok.reading.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.reading.Reports;

/// Short texts in plain words, and whose embassy or ministry answers in them.
class WhoAnswersTest {
  private static Reading read(String text) {
    return Reports.READER.read(Reports.READER.parse("note.txt", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> denials(String text) {
    return read(text).claims().stream().filter(Claim.Denial.class::isInstance)
        .map(claim -> claim.saying().claimants().getFirst().name()).toList();
  }

  @Test
  void anEmbassyIsNeverThatOfTheStateItStandsIn() {
    assertThat(
        denials("Hackers working for Beijing broke into the United States Treasury, officials said on Monday. The "
            + "embassy in Washington denies everything."))
        .containsExactly("Chinese embassy in Washington");
  }

  @Test
  void aMinistryWithoutAStateIsThatOfTheAccused() {
    assertThat(
        denials("Hackers working for Tehran broke into the Albanian registry, officials said on Monday. A foreign "
            + "ministry spokeswoman called the accusation groundless."))
        .hasSize(1).first().asString()
        .startsWith("Iranian");
  }

  @Test
  void aKnownSpokeswomanSpeaksForHerMinistry() {
    assertThat(
        denials("Hackers broke into the United States Treasury, and officials blamed Beijing. A foreign ministry "
            + "spokeswoman, Mao Ning, called the accusation groundless."))
        .containsExactly("Chinese Ministry of Foreign Affairs");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "The athlete was accused of doping on Monday. Officials in Moscow denied that the state had run a programme.",
      "Washington accused Beijing of stealing jobs and dumping steel. A spokesman said the charges were groundless.",
      "A Russian attaché was accused of spying on the naval base. Sweden expelled him, officials said. Burglars broke into "
          + "the embassy two years ago, police said.",
      "In the film, hackers broke into the Pentagon, the director said. The studio was accused of copying the plot."})
  void otherAccusationsAreNotRead(String text) {
    assertThat(read(text).claims()).isEmpty();
  }

  @Test
  void anOfficeAndItsHoldersNameAreOneWhoSpeaks() {
    assertThat(Reports
        .read(Claim.Attribution.class,
            "Utenriksminister Ine Eriksen Søreide sier at Russland sto bak datainnbruddet i Stortinget.")
        .getFirst().saying().claimants()).singleElement()
        .satisfies(party -> assertThat(party.name()).isEqualTo("Ine Eriksen Søreide"));
  }

  @Test
  void whoeverIsNamedBehindAQuotationOfSeveralSentencesSaysThemAll() {
    assertThat(Reports
        .read(Claim.Attribution.class, "“The intruders reached the mail servers in May. Turla was behind the "
            + "attack on the ministry.” reads the report published by ESET.")
        .getFirst().saying().claimants().getFirst()
        .name()).isEqualTo("ESET");
  }
}

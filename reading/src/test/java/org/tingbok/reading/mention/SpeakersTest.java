package org.tingbok.reading.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.claim.Reading;
import org.tingbok.reading.ReportReader;

/// For whom people speak whose body the text leaves out.
class SpeakersTest {
  private static List<String> claimants(String day, String sentence) {
    ReportReader reader = ReportReader.standard();
    String text = "Cyberattacks, networks and attribution\n\nThe Example Wire, " + day + "\n\n" + sentence + "\n";
    Reading reading = reader.read(reader.parse("report.txt", text.getBytes(StandardCharsets.UTF_8)));
    return reading.claims().stream().flatMap(claim -> claim.saying().claimants().stream())
        .map(party -> party.name() + " " + party.country().orElse("-")).distinct().toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      12 March 2024   | Portugal's Rita Salgado blamed Russia for the intrusion at the port on Tuesday.       | Portugal PT
      12 March 2024   | American intelligence officials attributed the breach of the ferry line to China.     | American intelligence officials US
      13 October 2020 | Ine Eriksen Søreide said that Russia was behind the attack on the Storting.           | Norwegian Ministry of Foreign Affairs NO
      12 March 2024   | Ine Eriksen Søreide said that Russia was behind the attack on the Storting.           | Ine Eriksen Søreide -
      12 March 2024   | Foggy Bottom blamed Iran for the attack on the water company.                         | US State Department US
      12 March 2024   | The Quai d'Orsay blamed APT28 for the attack on the water company.                    | French Foreign Ministry FR
      12 March 2024   | Oslo blamed Russia for the attack on the parliament.                                  | Norway NO
      """)
  void leadsToBodyOrState(String day, String sentence, String claimant) {
    assertThat(claimants(day, sentence)).containsExactly(claimant);
  }
}

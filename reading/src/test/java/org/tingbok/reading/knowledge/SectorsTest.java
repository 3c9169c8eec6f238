package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;

class SectorsTest {
  /// The vocabulary of STIX 2.1, 10.10.
  private static final Set<String> VOCABULARY =
      Set.of("agriculture", "aerospace", "automotive", "chemical", "commercial",
          "communications", "construction", "defense", "education", "energy", "entertainment", "financial-services",
          "government", "emergency-services", "government-local", "government-national", "government-public-services",
          "government-regional", "healthcare", "hospitality-leisure", "infrastructure", "dams", "nuclear", "water",
          "insurance", "manufacturing", "mining", "non-profit", "pharmaceuticals", "retail", "technology",
          "telecommunications", "transportation", "utilities");

  private static Set<String> of(String label, Party... victims) {
    return Sectors.standard().of(List.of(victims), label, Names.standard());
  }

  private static Party party(String name, PartyKind kind) {
    return new Party(name, kind, Optional.empty(), name);
  }

  @ParameterizedTest
  @CsvSource({
      "the breach of a parliament, government", "the attack on the ministries, government",
      "angrepet på Stortinget, government",
      "Angriff auf das Außenministerium, government", "l'attaque contre le ministère, government",
      "el ataque al Ayuntamiento, government", "the theft from a bank, financial-services",
      "datainnbrudd i sparebanken, financial-services", "der Angriff auf die Sparkasse, financial-services",
      "attaque contre une banque, financial-services", "el robo a un banco, financial-services",
      "the hospital attack, healthcare", "angrepet på sykehuset, healthcare", "Angriff auf das Klinikum, healthcare",
      "la cyberattaque de l'hôpital, healthcare", "ataque al hospital clínico, healthcare",
      "the power grid outage, energy", "angrepet på kraftverket, energy", "the theft of tide tables, ''"})
  void tellsTheSectorByTheWordsOfTheLabel(String label, String sector) {
    assertThat(of(label)).isEqualTo(sector.isEmpty() ? Set.of() : Set.of(sector));
  }

  @Test
  void tellsItByWhatIsKnownOfTheVictims() {
    assertThat(of("the breach", party("Storting", PartyKind.BODY))).containsExactly("government");
    assertThat(of("the breach", party("Harbour Inspectorate of Vestvik", PartyKind.BODY)))
        .containsExactly("government", "transportation");
    assertThat(of("the breach", party("University of Elvheim", PartyKind.ORGANISATION))).containsExactly("education");
    assertThat(of("the breach", party("Aftenposten", PartyKind.ORGANISATION))).containsExactly("communications");
    assertThat(of("the breach", party("Elvheim Hospital", PartyKind.ORGANISATION),
        party("Bank of Vik", PartyKind.ORGANISATION))).containsExactly("financial-services", "healthcare");
  }

  @Test
  void aStateIsOfNoSector() {
    assertThat(of("the breach", party("Norway", PartyKind.STATE), party("Ida Bank", PartyKind.PERSON))).isEmpty();
  }

  @Test
  void usesTheWordsOfTheVocabulary() {
    Table table = Table.read("sectors.tsv");
    for (int row = 0; row < table.size(); row++) {
      assertThat(VOCABULARY).contains(table.cell(row, "sector"));
      assertThat(Set.of("en", "nb", "de", "fr", "es")).contains(table.cell(row, "language"));
      assertThat(table.list(row, "words")).isNotEmpty();
    }
  }
}

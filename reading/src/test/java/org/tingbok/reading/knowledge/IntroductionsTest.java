package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Names that nobody has listed, found by how a text introduces them.
class IntroductionsTest {
  private static List<String> introduced(String language, String text) {
    return Names.standard().find(text, language).stream()
        .filter(match -> match.names().getFirst().id().startsWith("text:")).map(NameMatch::spelling).toList();
  }

  @Test
  void everyRuleFindsSomethingInItsExample() {
    Table table = Table.read("introductions.tsv");
    for (int row = 0; row < table.size(); row++) {
      String language = table.cell(row, "language").equals("-") ? "en" : table.cell(row, "language");
      String example = table.cell(row, "example") + " after the hack";
      assertThat(introduced(language, example)).as(example).isNotEmpty();
    }
  }

  @Test
  void aNameCountsThroughoutTheText() {
    assertThat(
        introduced("nb", "Gruppen Blå Skarv sto bak angrepet. Gruppen Blå Skarv het før gruppen Blå Skarv. Blå Skarv "
            + "er aktiv."))
        .hasSize(4);
    assertThat(introduced("de", "Torfwall Security fand Spuren. Die Firma Torfwall Security räumte auf."))
        .containsExactly("Torfwall Security", "Torfwall Security");
  }

  @Test
  void bodiesAreTakenWithWhatTheyAreFor() {
    assertThat(introduced("de", "Das Bundesamt für Netzschutz warnt.")).containsExactly("Bundesamt für Netzschutz");
    assertThat(introduced("nb", "Direktoratet for nettvern advarer.")).containsExactly("Direktoratet for nettvern");
    assertThat(introduced("fr", "La Direction des réseaux de l’État accuse."))
        .containsExactly("Direction des réseaux de l’État");
    assertThat(introduced("es", "La Oficina Nacional de Redes acusa.")).containsExactly("Oficina Nacional de Redes");
    assertThat(introduced("en", "The Coastal Records Office warned.")).containsExactly("Coastal Records Office");
  }

  @Test
  void whatBeginsASentenceOrIsNoGroupOfHackersIsNoName() {
    assertThat(introduced("en", "They hacked the group. The board met. A group Tuesday walked home.")).isEmpty();
    assertThat(introduced("fr", "Le groupe Beaumanoir vend des chemises.")).isEmpty();
  }

  @Test
  void whatTheTablesKnowStaysWhatItIs() {
    assertThat(introduced("en", "The security firm Mandiant blamed the group Sandworm.")).isEmpty();
  }
}

package org.tingbok.reading.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import org.tingbok.reading.Reports;

/// Who speaks where no verb of saying tells it: indirect speech that goes on, answers of an interview, leaders without a body.
class WhoGoesOnTest {
  private static List<String> speakers(Class<? extends Claim> type, String... paragraphs) {
    return Reports.read(type, paragraphs).stream()
        .map(claim -> String.join(", ", claim.saying().claimants().stream().map(Party::name).toList())).toList();
  }

  @Test
  void aGermanSubjunctiveGoesOnWithWhoSpoke() {
    assertThat(speakers(Claim.Attribution.class,
        "Der Hackerangriff auf den Hafen beschäftigt die Behörden, sagte ein Sprecher des Bundesamts für Verfassungsschutz.",
        "Hinter dem Hackerangriff stecke die Gruppe Sandworm."))
        .containsExactly("BfV");
  }

  @Test
  void aGermanIndicativeIsThePublicationsOwn() {
    assertThat(speakers(Claim.Attribution.class,
        "Der Hackerangriff auf den Hafen beschäftigt die Behörden, sagte ein Sprecher des Bundesamts für Verfassungsschutz.",
        "Hinter dem Hackerangriff steckt die Gruppe Sandworm."))
        .doesNotContain("BfV");
  }

  @Test
  void answersAreGivenByWhoeverIsInterviewed() {
    assertThat(speakers(Claim.Attribution.class,
        "Entrevista a Clara Ferrol, directora general del INCIBE, sobre el ciberataque al puerto.",
        "P. ¿Quién entró en la red del puerto?", "R. El ciberataque al puerto lo cometió el grupo Sandworm.",
        "P. ¿Están seguros?", "R. Sí, del todo."))
        .containsExactly("INCIBE");
  }

  @Test
  void whoLeadsAndIsNamedWithoutABodyLeadsTheLastOne() {
    assertThat(speakers(Claim.Affiliation.class,
        "Das Bundesamt für Netzschutz macht die Gruppe Sandworm für den Hackerangriff auf das Wasserwerk verantwortlich.",
        "Die Gruppe handle im Auftrag des russischen Geheimdienstes GRU, sagte Präsident Hartmut Velden am Donnerstag."))
        .containsExactly("Bundesamt für Netzschutz");
  }
}

package org.tingbok.reading.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.Reports;
import org.tingbok.vocabulary.PartialDate;

class IncidentBookTest {
  private static final Set<String> NONE = Set.of();

  private final IncidentBook book = new IncidentBook();
  private int place;

  private IncidentBook.Entry tell(String label, String victim, String period) {
    List<Party> victims = victim.isEmpty() ? List.of()
        : List.of(new Party(victim, PartyKind.ORGANISATION, Optional.empty(), victim));
    return book.find(new Operation(label, victims, PartialDate.parse(period), NONE, NONE, true, place++));
  }

  private static List<Optional<IncidentAccount>> incidents(String... paragraphs) {
    return Reports.read(paragraphs).claims().stream().map(Claim::account).toList();
  }

  @Test
  void keepsTwoBreachesOfOneVictimAtDifferentTimesApart() {
    IncidentBook.Entry first = tell("the breach", "Norsk Hydro", "2019-03");
    assertThat(tell("the breach", "Norsk Hydro", "2022-06")).isNotEqualTo(first);
    assertThat(tell("the 2019 breach", "Norsk Hydro", "2019-03")).isEqualTo(first);
    assertThat(book.size()).isEqualTo(2);
  }

  @Test
  void fillsAnOperationInAsTheTextGoesOn() {
    IncidentBook.Entry entry = tell("attack", "", "");
    assertThat(tell("the attack on Visma", "Visma", "2018")).isEqualTo(entry);
    assertThat(tell("the August attack", "", "2018-08")).isEqualTo(entry);
    IncidentAccount account = entry.account(Reports.read("Nothing.").document().id());
    assertThat(account.victims()).extracting(Party::name).containsExactly("Visma");
    assertThat(account.period().iso()).isEqualTo("2018-08");
  }

  @Test
  void keepsVictimsApart() {
    IncidentBook.Entry first = tell("the attack", "Visma", "");
    IncidentBook.Entry second = tell("the attack", "Maersk", "");
    assertThat(second).isNotEqualTo(first);
    assertThat(tell("it", "", "")).as("leads back to the last").isEqualTo(second);
    assertThat(tell("the attack on Visma", "Visma", "")).isEqualTo(first);
    assertThat(book.focus()).contains(first);
  }

  @Test
  void leadsBackOverASectionOnlyByName() {
    IncidentBook.Entry first = tell("the attack", "Visma", "");
    book.section(true);
    assertThat(book.focus()).isEmpty();
    IncidentBook.Entry second = tell("an attack", "", "");
    assertThat(second).isNotEqualTo(first);
    assertThat(tell("the attack on Visma", "Visma", "")).isEqualTo(first);
  }

  @Test
  void leadsBackOverHeadingsOfOneStory() {
    IncidentBook.Entry first = tell("the attack", "Visma", "");
    book.section(false);
    assertThat(tell("it", "", "")).isEqualTo(first);
  }

  @Test
  void tellsTwoBreachesOfOneVictimApartInAText() {
    assertThat(incidents("Turla breached Norsk Hydro in March 2019, ESET said. "
        + "Sandworm breached Norsk Hydro in June 2022, Dragos said.")).doesNotHaveDuplicates()
        .extracting(incident -> incident.orElseThrow().period().iso()).containsExactly("2019-03", "2022-06");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Belgium too says that Turla was behind it.",
      "Russia denied any involvement in the attack.", "Belgium too blamed Turla for the breach of Norsk Hydro."})
  void leadsBackToTheOperationToldOfBefore(String sentence) {
    List<IncidentAccount> accounts = incidents("ESET attributed the breach of Norsk Hydro to Turla. " + sentence)
        .stream().map(Optional::orElseThrow).toList();
    assertThat(accounts).hasSize(2);
    assertThat(accounts.getLast()).isEqualTo(accounts.getFirst());
    assertThat(accounts.getFirst().victims()).extracting(Party::name).containsExactly("Norsk Hydro");
  }

  @Test
  void tellsTheVictimsOfOneParagraphApart() {
    assertThat(incidents("Latvia attributed the attack on Visma to APT10. Estonia attributed the attack on Maersk to "
        + "Sandworm. Belgium too blamed Sandworm for the attack on Maersk."))
        .extracting(incident -> incident.orElseThrow().victims().getFirst().name())
        .containsExactly("Visma", "Maersk", "Maersk");
  }

  @Test
  void keepsTheSectionsOfARoundUpApart() {
    String roundUp = """
        # Nightly round-up: five stories about cyberattacks and hackers

        ## Port shut

        Latvia blamed Turla for the attack.

        ## Bank robbed

        Belgium blamed APT38 for the attack.

        ## Airline down

        Portugal blamed Killnet for the attack.

        ## Mine stopped

        Finland blamed APT28 for the attack.
        """;
    List<Claim> claims = Reports.READER
        .read(Reports.READER.parse("roundup.md", roundUp.getBytes(java.nio.charset.StandardCharsets.UTF_8))).claims();
    assertThat(claims).hasSize(4).extracting(claim -> claim.account().orElseThrow().id()).doesNotHaveDuplicates();
  }
}

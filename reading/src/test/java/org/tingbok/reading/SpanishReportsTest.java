package org.tingbok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.mention.Party;

/// Whole reports in Spanish: that they are taken for Spanish, and that what they claim is found.
@DisplayName("Reports in Spanish")
class SpanishReportsTest {
  private static final String LEAD =
      "Los técnicos del puerto de Vigo hallaron el lunes que un ciberataque había cifrado"
          + " los servidores. La intrusión empezó con un correo y el robo de datos duró tres semanas.";

  private static Reading read(String sentence) {
    return Reports.read(LEAD, sentence);
  }

  private static List<String> names(List<Party> parties) {
    return parties.stream().map(Party::name).toList();
  }

  @Test
  void areTakenForSpanish() {
    assertThat(read("Nadie lo ha reivindicado.").document().language()).isEqualTo("es");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      El Gobierno español acusó a Rusia de hackear los servidores del puerto. | Spanish government | Russia
      La empresa eslovaca ESET atribuyó el ciberataque al grupo Sandworm. | ESET | Sandworm
      El ciberataque fue atribuido a APT28 por Microsoft. | Microsoft | APT28
      Mandiant responsabilizó a APT41 de la intrusión. | Mandiant | APT41
      Kaspersky ha vinculado la intrusión con Turla. | Kaspersky | Turla
      El grupo LockBit se atribuyó el ciberataque en su blog. | LockBit | LockBit
      """)
  void sayWhoAccusesWhom(String sentence, String claimant, String accused) {
    assertThat(read(sentence).claims()).filteredOn(Claim.Attribution.class::isInstance)
        .map(Claim.Attribution.class::cast).anySatisfy(claim -> {
          assertThat(names(claim.saying().claimants())).containsExactly(claimant);
          assertThat(names(claim.accused())).containsExactly(accused);
        });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      El Kremlin negó toda implicación en el ataque. | Kremlin
      La embajada de Rusia en Madrid rechazó las acusaciones. | Russian embassy in Madrid
      """)
  void sayWhoDenies(String sentence, String claimant) {
    assertThat(read(sentence).claims()).filteredOn(Claim.Denial.class::isInstance)
        .anySatisfy(claim -> assertThat(names(claim.saying().claimants())).containsExactly(claimant));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"El ministro atribuyó la sequía al calentamiento.",
      "El alcalde acusó a la oposición de mentir.", "La defensa rechazó la oferta del club."})
  void leaveOutWhatIsNoClaimOfThisKind(String sentence) {
    assertThat(Reports.read("El pleno duró dos horas y terminó sin acuerdo entre los grupos.", sentence).claims())
        .isEmpty();
  }
}

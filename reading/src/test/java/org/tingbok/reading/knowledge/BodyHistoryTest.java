package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyHistoryTest {
  private static final Names NAMES = Names.standard();

  private static Name body(String name) {
    return NAMES.lookUp(name).flatMap(match -> match.as(Name.Sort.BODY)).orElseThrow();
  }

  private static List<String> successors(String name, String day) {
    return NAMES.successors(body(name), LocalDate.parse(day)).stream().map(Name::canonical).toList();
  }

  @ParameterizedTest
  @CsvSource({"CESG,2016-09-30,CESG", "CESG,2016-10-01,UK National Cyber Security Centre", "DCRI,2020-01-01,DGSI",
      "Direction de la surveillance du territoire,2020-01-01,DGSI", "GRU,2026-01-01,GRU"})
  void tellsWhatABodyHasBecome(String before, String day, String after) {
    assertThat(successors(before, day)).containsExactly(after);
  }

  @Test
  void tellsAllThatABodyWasDividedInto() {
    assertThat(successors("PLA Strategic Support Force", "2024-04-18")).hasSize(1);
    assertThat(successors("PLA Third Department", "2024-04-19")).containsExactly("PLA Information Support Force",
        "PLA Cyberspace Force", "PLA Aerospace Force");
  }

  @ParameterizedTest
  @CsvSource({"Ine Eriksen Søreide,2020-10-13,Norwegian Ministry of Foreign Affairs",
      "Ine Eriksen Søreide,2015-01-01,Norwegian Ministry of Defence", "HEIKO MAAS,2020-01-01,Auswärtiges Amt"})
  void knowsWhoHeldAnOfficeOnADay(String person, String day, String body) {
    assertThat(NAMES.offices(person)).filteredOn(office -> office.on(LocalDate.parse(day)))
        .extracting(office -> office.body().canonical()).containsExactly(body);
  }

  @Test
  void knowsNoOfficeOfOneWhoHasLeftIt() {
    assertThat(NAMES.offices("Ine Eriksen Søreide")).isNotEmpty()
        .noneMatch(office -> office.on(LocalDate.of(2024, 3, 12)));
    assertThat(NAMES.offices("Rita Salgado")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Politiets sikkerhetstjeneste", "POLITIETS SIKKERHETSTJENESTE", "Politiets tryggingsteneste",
      "Norway's police secret service", "Norwegian Police Security Service", "norwegischer Inlandsgeheimdienst",
      "service de sécurité norvégien", "servicio de seguridad noruego"})
  void knowsOneBodyByItsNamesInFiveLanguages(String name) {
    assertThat(body(name).id()).isEqualTo("pst");
  }
}

package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
  private final Gazetteer gazetteer = Gazetteer.standard();

  @ParameterizedTest
  @CsvSource({"PST,pst", "politiets sikkerhetstjeneste,pst", "POLITIETS SIKKERHETSTENESTE,pst",
      "Norway's police secret service,pst", "CESG,cesg", "unit 26165,unit-26165", "Auswärtiges Amt,auswaertiges-amt",
      "Auswaertiges Amt,auswaertiges-amt", "the Norwegian government,norwegian-government"})
  void findsABodyByAnyOfItsNames(String spelling, String id) {
    assertThat(gazetteer.bodies(spelling)).extracting(body -> body.name().id()).containsExactly(id);
  }

  @Test
  void givesAllThatANameMayDenote() {
    assertThat(gazetteer.bodies("NCSC")).hasSizeGreaterThan(3).allMatch(body -> body.ambiguous().contains("NCSC"));
    assertThat(gazetteer.bodies("nobody's office")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Oslo,NO", "norway,NO", "Norvège,NO", "norwegisch,NO", "the Kremlin,RU", "PRC,CN"})
  void findsAStateByNameAdjectiveOrWhatStandsForIt(String spelling, String iso) {
    assertThat(gazetteer.states(spelling)).extracting(Gazetteer.State::iso2).contains(iso);
  }

  @Test
  void tellsTheLanguageOfANameByItsWords() {
    Map<String, List<String>> pst = gazetteer.body("pst").orElseThrow().names();
    assertThat(pst.get("nb")).contains("Politiets sikkerhetstjeneste");
    assertThat(pst.get("de")).contains("norwegischer Inlandsgeheimdienst");
    assertThat(pst.get("fr")).contains("service de sécurité norvégien");
    assertThat(pst.get("es")).contains("servicio de seguridad noruego");
    assertThat(pst.get("en")).contains("Norwegian PST").doesNotContain("Politiets sikkerhetstjeneste");
    assertThat(gazetteer.body("mfa-ru").orElseThrow().names().get("fr"))
        .contains("ministère russe des Affaires étrangères");
    assertThat(gazetteer.body("fsb").orElseThrow().names().get("short")).contains("FSB");
  }

  @ParameterizedTest
  @CsvSource({"mss, Ministry of State Security of China, en", "mea, MEA of India, en",
      "mfa-dk, Udenrigsministeriet, other", "mfa-se, Utrikesdepartementet, other",
      "aivd, Algemene Inlichtingen- en Veiligheidsdienst, other",
      "eda, Eidgenössisches Departement für auswärtige Angelegenheiten, de",
      "mfa-no, Utenriksdepartementet, nb", "auswaertiges-amt, Auswärtiges Amt, de",
      "mfa-ru, Ministerio de Exteriores ruso, es", "mfa-ru, ministère russe des Affaires étrangères, fr"})
  void tellsTheLanguageOfANameByItsOwnWords(String body, String name, String language) {
    assertThat(gazetteer.body(body).orElseThrow().names().get(language)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"Qin Gang, mfa-cn, 2023-03-01, true", "Qin Gang, mfa-cn, 2023-08-01, false",
      "Wang Yi, mfa-cn, 2023-03-01, false", "Yang Jiechi, mfa-cn, 2012-01-01, true",
      "Ulf Kristersson, swedish-government, 2024-01-01, true", "Boris Pistorius, bmvg, 2024-01-01, true",
      "Wang Wenbin, mfa-cn, 2021-07-20, true", "Oliver Dowden, uk-government, 2024-03-25, true",
      "Lloyd Austin, dod, 2023-01-01, true"})
  void knowsWhoHeldAnOfficeOnADay(String person, String body, LocalDate day, boolean held) {
    assertThat(Names.standard().holders(body).stream()
        .anyMatch(holder -> holder.person().equals(person) && holder.on(day))).isEqualTo(held);
  }

  @Test
  void climbsAndDescends() {
    assertThat(gazetteer.body("unit-26165").orElseThrow().partOf()).contains("gru");
    assertThat(gazetteer.parts("gru")).extracting(body -> body.name().id()).contains("unit-26165");
    assertThat(Names.standard().changesInto("ncsc-uk")).extracting(change -> change.body().id())
        .containsExactly("cert-uk", "cesg");
    assertThat(Names.standard().holders("auswaertiges-amt")).extracting(OfficeHolder::person)
        .containsSubsequence("Guido Westerwelle", "Heiko Maas", "Annalena Baerbock");
    assertThat(Names.standard().neverActor("Flash Flood")).isTrue();
    assertThat(Names.standard().neverActor("Mauve Typhoon")).isFalse();
  }
}

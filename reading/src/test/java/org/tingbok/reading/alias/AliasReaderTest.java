package org.tingbok.reading.alias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.reading.Reports;

class AliasReaderTest {
  private static List<String> aliases(String text) {
    return Reports.read(Claim.Alias.class, text).stream().map(alias -> alias.saying().claimants().getFirst().name()
        + ": " + alias.first().name() + " " + alias.relation().code() + " " + alias.second().name()).toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Analysts at ESET said that Sednit, also known as APT28, was active. | ESET: Sednit same APT28
      Sandworm, aka Voodoo Bear, attacked the grid, Dragos said. | Dragos: Sandworm same Voodoo Bear
      Forest Blizzard (APT28) had broken into the port, Microsoft said. | Microsoft: Forest Blizzard same APT28
      Microsoft calls Turla Secret Blizzard. | Microsoft: Turla same Secret Blizzard
      Turla, which Microsoft calls Secret Blizzard, left. | Microsoft: Turla same Secret Blizzard
      Snake, ESET's name for Turla, is older. | ESET: Snake same Turla
      Microsoft's name for Turla is Secret Blizzard. | Microsoft: Turla same Secret Blizzard
      UNC2452 was merged into APT29, Mandiant said. | Mandiant: UNC2452 same APT29
      Mandiant said that it had merged UNC2452 into APT29. | Mandiant: UNC2452 same APT29
      According to Dragos, ELECTRUM overlaps with Sandworm. | Dragos: ELECTRUM overlap Sandworm
      There are overlaps between APT10 and RedBravo. | The Example Wire: APT10 overlap RedBravo
      APT29, formerly known as NOBELIUM, broke into the port, Belgium said. | Belgium: APT29 former Nobelium
      Turla is not the same as Gamaredon, ESET said. | ESET: Turla distinct Gamaredon
      Gamaredon is distinct from Turla, ESET said. | ESET: Gamaredon distinct Turla
      Recorded Future reported on Friday. RedBravo is what the company calls APT31. | Recorded Future: RedBravo same APT31
      Sandworm corresponds to APT44 as Microsoft and Mandiant understand it. | The Example Wire: Sandworm same APT44
      APT38 is a subgroup of Lazarus, Mandiant said. | Mandiant: APT38 part-of Lazarus
      """)
  void readsWhoSaysThatTwoNamesStandInWhichRelation(String text, String alias) {
    assertThat(aliases(text)).containsExactly(alias);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Sandworm is Seashell Blizzard to Microsoft and Voodoo Bear to CrowdStrike, ESET said. | Microsoft: Sandworm same \
      Seashell Blizzard; CrowdStrike: Sandworm same Voodoo Bear
      Hackers of Turla broke in. Also known as: Snake; Venomous Bear (CrowdStrike); Secret Blizzard (Microsoft). | \
      CrowdStrike: Turla same Venomous Bear; Microsoft: Turla same Secret Blizzard; The Example Wire: Turla same Snake
      Turla broke into the ministry. Other names for it are Snake and Venomous Bear. | The Example Wire: Turla same \
      Snake; The Example Wire: Turla same Venomous Bear
      Sednit, which also answers to APT28 and Fancy Bear, broke into the ministry. | The Example Wire: Sednit same \
      APT28; The Example Wire: Sednit same Fancy Bear
      """)
  void readsListsInWhichEachNameMayHaveAGiverOfItsOwn(String text, String pairs) {
    assertThat(aliases(text)).containsExactlyInAnyOrder(pairs.split("; "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"The malware, Chaplin, is an offshoot of Meteor, ESET said.",
      "The hackers used the flaw Log4Shell (CVE-2021-44228) in the ministry's network.",
      "Turla, Sandworm and Gamaredon crop up in the same breath, ESET said.",
      "The notice names the National Authority (INMA), which Turla had hacked."})
  void joinsNeitherProgramsNorNamesThatOnlyStandSideBySide(String text) {
    assertThat(aliases(text)).isEmpty();
  }

  @Test
  void makesAPairOfEachNameOfAList() {
    assertThat(aliases("Turla, also known as Snake and Venomous Bear, broke into the ministry, ESET said."))
        .containsExactly("ESET: Turla same Snake", "ESET: Turla same Venomous Bear");
    assertThat(aliases("ESET said that Andariel and Bluenoroff are subgroups of Lazarus.")).containsExactly(
        "ESET: Andariel part-of Lazarus", "ESET: Bluenoroff part-of Lazarus");
  }

  @Test
  void putsThePresentNameFirst() {
    assertThat(Reports.read(Claim.Alias.class, "Microsoft renamed Strontium to Forest Blizzard."))
        .satisfiesExactly(alias -> {
          assertThat(alias.relation().code()).isEqualTo("former");
          assertThat(alias.first().name()).isEqualTo("Forest Blizzard");
          assertThat(alias.second().name()).isEqualTo("Strontium");
        });
  }

  @Test
  void takesTheDayFromWhoSaysIt() {
    assertThat(Reports.read(Claim.Alias.class, "Recorded Future said on Monday that RedBravo overlaps with APT31."))
        .extracting(alias -> alias.saying().saidOn().iso()).containsExactly("2022-05-09");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Is Turla the same as Snake?", "Turla and APT28 broke into the ministry, ESET said.",
      "Turla attacked the ministry (Belgium).", "The ministry calls Turla a nuisance.",
      "Microsoft and ESET are the same in this."})
  void readsNoneWhereNoNamesAreJoined(String text) {
    assertThat(aliases(text)).isEmpty();
  }
}

package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorNameTest {
  private static final Names NAMES = Names.standard();

  private static List<String> givers(String name) {
    return NAMES.actorNames(name).stream().flatMap(known -> known.giver().stream()).toList();
  }

  @ParameterizedTest
  @CsvSource({"Fancy Bear,CrowdStrike", "FANCYBEAR,CrowdStrike", "fancy-bear,CrowdStrike", "Pawn Storm,Trend Micro",
      "Group 74,Cisco Talos", "Crouching Yeti,Kaspersky", "Red Apollo,PwC", "Waterbug,Symantec", "Bluenoroff,Kaspersky",
      "Siamesekitten,ClearSky", "Hazy Hawk,Infoblox", "Rainbow Hyena,BI.ZONE", "SIG23,NSA",
      "Curly COMrades,Bitdefender"})
  void tellsWhoCallsAnActorSo(String name, String giver) {
    assertThat(givers(name)).contains(giver);
  }

  @Test
  void keepsSeveralGiversOfOneNameApart() {
    assertThat(givers("Laundry Bear")).contains("AIVD", "MIVD");
  }

  @Test
  void knowsContestedNamesWithoutSeekingThem() {
    List<ActorName> contested =
        NAMES.actorNames().stream().filter(name -> name.use() == ActorName.Use.CONTESTED).toList();

    assertThat(contested).isNotEmpty().allSatisfy(name -> assertThat(name.use().sought()).isFalse());
  }

  @Test
  void listsEveryNameWithItsSource() {
    assertThat(NAMES.actorNames()).hasSizeGreaterThan(3700)
        .allSatisfy(name -> assertThat(name.source()).isNotBlank());
  }

  @Test
  void knowsNothingOfNamesThatNobodyListed() {
    assertThat(NAMES.actorNames("Velvet Otter Collective")).isEmpty();
  }
}

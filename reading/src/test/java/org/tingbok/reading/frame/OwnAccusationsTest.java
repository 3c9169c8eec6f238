package org.tingbok.reading.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import org.tingbok.reading.Reports;

class OwnAccusationsTest {
  @ParameterizedTest
  @ValueSource(strings = {
      "The Chinese embassy in Oslo reacted with anger that Norway had pointed out China as responsible for the attack on the Storting.",
      "China's embassy in Oslo on Monday dismissed as groundless the accusation that China was behind the attack on the Storting.",
      "The Russian foreign ministry said that Norway's claim that Russia hacked the Storting was a provocation."})
  void nobodyWhoSpeaksForAStateAccusesIt(String sentence) {
    for (Claim claim : Reports.read(sentence).claims()) {
      if (claim instanceof Claim.Attribution attribution) {
        assertThat(attribution.saying().claimants()).extracting(Party::name).noneMatch(name -> name.contains("embassy")
            || name.contains("Foreign Ministry") || name.contains("Ministry of Foreign Affairs"));
      }
    }
  }

  @Test
  void aGroupThatClaimsItsDeedIsLeft() {
    List<Claim> claims = Reports.read("Killnet claimed responsibility for the attack on the port of Riga.").claims();
    assertThat(claims).anySatisfy(claim -> {
      assertThat(claim).isInstanceOf(Claim.Attribution.class);
      Set<String> accused = ((Claim.Attribution) claim).accused().stream().map(Party::name).collect(Collectors.toSet());
      assertThat(claim.saying().claimants()).extracting(Party::name).containsAll(accused);
    });
  }
}

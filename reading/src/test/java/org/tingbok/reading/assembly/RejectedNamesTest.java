package org.tingbok.reading.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.NameDecision;
import org.tingbok.mention.Party;
import org.tingbok.reading.ReportReader;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.NameMeaning;

/// Whichever reader finds a rejected name, and however the sentence makes an actor of it.
class RejectedNamesTest {
  private static NameDecision rejected(String name, String near) {
    return new NameDecision(name, NameMeaning.OTHER, near, "ida", LocalDate.of(2026, 11, 23), "looked it up");
  }

  private static List<String> meant(String sentence, NameDecision... decisions) {
    ReportReader reader = ReportReader.with(NameDecisions.of(List.of(decisions)));
    String report = "Harbour Gazette\n\n1 March 2024\n\n" + sentence
        + "\n\nThe cyberattack on the computer network was discovered in February, the newspaper wrote.\n";
    return reader.read(reader.parse("report.txt", report.getBytes(StandardCharsets.UTF_8))).claims().stream()
        .flatMap(RejectedNamesTest::parties).map(Party::name).distinct().toList();
  }

  private static Stream<Party> parties(Claim claim) {
    return switch (claim) {
      case Claim.Attribution said -> said.accused().stream();
      case Claim.NonAttribution said -> said.accused().stream();
      case Claim.Alias said -> Stream.of(said.first(), said.second());
      case Claim.Affiliation said -> Stream.of(said.actor(), said.sponsor());
      case Claim.Response said -> said.target().stream();
      case Claim.Denial _, Claim.Impact _, Claim.Method _ -> Stream.empty();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Microsoft blamed Sandworm for the attack on the power grid of Ukraine.",
      "Microsoft attributed the attack on the power grid of Ukraine to Sandworm.",
      "Microsoft said that Sandworm had attacked the power grid of Ukraine.",
      "The hacking group Sandworm was behind the attack on the power grid of Ukraine, Microsoft said.",
      "Microsoft said that a group known as Sandworm hacked the power grid of Ukraine.",
      "Microsoft blamed the Sandworm hackers for the attack on the power grid of Ukraine.",
      "Microsoft said that Sandworm belongs to the GRU.",
      "Sandworm is also known as Voodoo Bear, according to Microsoft."})
  void isNobodyWhateverTheSentence(String sentence) {
    assertThat(meant(sentence)).anySatisfy(name -> assertThat(name).contains("Sandworm"));
    assertThat(meant(sentence, rejected("sandworm", ""))).noneSatisfy(name -> assertThat(name).contains("Sandworm"));
  }

  @Test
  void leavesWhoElseIsAccused() {
    assertThat(meant("Microsoft blamed Sandworm and APT28 for the attack on the power grid of Ukraine.",
        rejected("Sandworm", ""))).containsExactly("APT28");
  }

  @Test
  void holdsOnlyWhereItWasDecided() {
    String grid = "Microsoft blamed Sandworm for the attack on the power grid of Ukraine.";
    assertThat(meant(grid, rejected("Sandworm", "museum"))).containsExactly("Sandworm");
    assertThat(meant("Microsoft blamed Sandworm for the attack on the museum in Oslo.",
        rejected("Sandworm", "museum"))).isEmpty();
    assertThat(meant(grid, rejected("Sandworm", ""), new NameDecision("Sandworm", NameMeaning.ACTOR, "grid", "per",
        LocalDate.of(2026, 11, 24), "it was them"))).containsExactly("Sandworm");
  }

  @Test
  void leavesACompanyOfThatName() {
    assertThat(meant("Portugal blamed Huawei for the attack on the power grid of Ukraine.", rejected("Huawei", "")))
        .containsExactly("Huawei");
  }
}

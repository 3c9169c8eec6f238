package org.tingbok.reading.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.vocabulary.NameLevel;

class ConventionsTest {
  private static final Conventions CONVENTIONS = new Conventions();

  @ParameterizedTest
  @CsvSource({"UNC9871,Mandiant,none", "Storm-8123,Microsoft,none", "DEV-9876,Microsoft,none",
      "TA9876,Proofpoint,none", "TAG-987,Recorded Future,none", "Maroon Typhoon,Microsoft,CN",
      "Maroon Blizzard,Microsoft,RU",
      "Maroon Sandstorm,Microsoft,IR", "Maroon Sleet,Microsoft,KP", "LANTERN PANDA,CrowdStrike,CN",
      "Lantern Kitten,CrowdStrike,IR", "BRONZE LANTERN,Secureworks,CN", "NICKEL LANTERN,Secureworks,KP",
      "Lantern Taurus,Unit 42,CN", "CL-STA-9876,Unit 42,none", "UAC-9876,CERT-UA,none", "Red Wendigo,PwC,CN",
      "Lantern Manticore,Check Point,IR"})
  void tellsTheGiverAndTheStateOfANameThatNobodyHasListed(String name, String giver,
      String country) {
    String text = "Last year " + name + " came back.";
    List<NameMatch> found = CONVENTIONS.add(text, List.of());
    assertThat(found).hasSize(1);
    assertThat(text.substring(found.getFirst().start(), found.getFirst().end())).isEqualTo(name);
    assertThat(found.getFirst().as(Name.Sort.ACTOR).orElseThrow().country().orElse("none")).isEqualTo(country);
    assertThat(CONVENTIONS.giver(name)).contains(giver);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a typhoon hit the coast", "the panda slept", "storm-4 came", "REFUNC1234x", "Cobalt Strike",
      "an unc1234 of flour", "TA98765"})
  void takesNoOtherWordsForNames(String text) {
    assertThat(CONVENTIONS.add(text, List.of())).isEmpty();
    assertThat(CONVENTIONS.giver(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"APT 731", "Advanced Persistent Threat 731", "advanced persistent threat-731", "TEMP.Lantern",
      "UNK_Lantern", "RedAlpha", "Blue Dev 7", "SectorA07", "FROZENLANTERN", "XENOTIME", "Sharp-Dragon", "T-APT-73",
      "GRU Unit 26165", "Threat Group-7311"})
  void findsEveryShapeThatANameMayHave(String name) {
    assertThat(CONVENTIONS.add(name, List.of())).as("alone").hasSize(1);
    assertThat(CONVENTIONS.add("In (" + name + "), then.", List.of())).as("between marks").hasSize(1);
    assertThat(CONVENTIONS.add("x" + name + "x", List.of())).as("within a word").isEmpty();
  }

  @Test
  void leavesAKnownActorAsItIsKnown() {
    Name known = new Name("known", "Known", Name.Sort.ACTOR, Optional.of("RU"), "");
    List<NameMatch> found = List.of(new NameMatch(4, 11, List.of(known), "UNC1234", false));
    assertThat(CONVENTIONS.add("The UNC1234 came.", found)).isEqualTo(found);
  }

  @Test
  void standsAboveAnotherSortOfNameWithinIt() {
    Name metal = new Name("metal", "Bronze", Name.Sort.ORGANISATION, Optional.empty(), "");
    List<NameMatch> found = CONVENTIONS.add("The BRONZE LANTERN came.",
        List.of(new NameMatch(4, 10, List.of(metal), "Bronze", false)));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().as(Name.Sort.ACTOR)).isPresent();
  }

  @Test
  void isAskedByTheKnowledgeOfNames() {
    assertThat(Names.standard().giver("UNC9871")).contains("Mandiant");
    assertThat(Names.standard().giver("Nobody at all")).isEmpty();
    assertThat(Names.standard().find("They call it Maroon Typhoon.")).filteredOn(match -> match.as(Name.Sort.ACTOR)
        .isPresent()).extracting(NameMatch::spelling).containsExactly("Maroon Typhoon");
  }

  static Stream<Convention> conventions() {
    return Names.standard().conventions().stream();
  }

  @ParameterizedTest
  @MethodSource("conventions")
  void fitsItsExamplesAndNotItsCounterexamples(Convention convention) {
    assertThat(convention.examples()).isNotEmpty().allMatch(convention::matches);
    assertThat(convention.counterexamples()).isNotEmpty().noneMatch(convention::matches);
  }

  @ParameterizedTest
  @MethodSource("conventions")
  void holdsFromADayOnAndNoLongerThanUntilAnother(Convention convention) {
    if (convention.until().stated()) {
      assertThat(convention.until().last().orElseThrow()).isAfter(convention.since().first().orElseThrow());
    }
    assertThat(convention.source()).isNotBlank();
    assertThat(Names.standard().lookUp(convention.giver())).as(convention.giver()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"UNC2452,ACTIVITY_CLUSTER", "CL-STA-9876,ACTIVITY_CLUSTER", "Storm-8123,TEMPORARY_GROUP",
      "TGR-STA-0043,TEMPORARY_GROUP", "Lantern Taurus,NAMED_GROUP", "Sofacy,NAMED_GROUP", "Unit 26165,UNIT",
      "GRU,AGENCY", "Norway,STATE"})
  void tellsHowHighANameStands(String name, NameLevel level) {
    assertThat(Names.standard().level(name)).contains(level);
  }

  @Test
  void tellsNoLevelOfWhatNobodyKnows() {
    assertThat(Names.standard().level("Velvet Otter Collective")).isEmpty();
  }

  @Test
  void leavesAShapeToAllWhoUseIt() {
    assertThat(Names.standard().conventions("Lantern Wolf")).extracting(Convention::giver)
        .containsExactly("CrowdStrike", "BI.ZONE");
    assertThat(CONVENTIONS.add("They blame Lantern Wolf.", List.of()).getFirst().as(Name.Sort.ACTOR).orElseThrow()
        .country()).isEmpty();
  }

  @Test
  void tellsAlignedStatesOfProofpointsNumbers() {
    assertThat(Names.standard().conventions("TA498")).extracting(Convention::kind).containsExactly("state-group");
    assertThat(Names.standard().conventions("TA598")).extracting(Convention::kind).containsExactly("");
  }

  /// Whatever word stands in a convention's place of freedom, the name is found whole, between any marks, and nowhere
  /// inside a longer word.
  @Test
  void findsMadeUpNamesOfEachConvention() {
    Random random = new Random(20);
    for (Convention convention : Names.standard().conventions()) {
      for (String example : convention.sought() ? convention.examples() : List.<String>of()) {
        String name = example.chars()
            .mapToObj(
                c -> Character.isDigit(c) && example.matches(".*-\\d{4}") ? (char) ('1' + random.nextInt(9)) : (char) c)
            .map(String::valueOf).collect(Collectors.joining());
        String before = List.of("", "by ", "(", "“", "- ").get(random.nextInt(5));
        String after = List.of("", ".", ", they say", ")", "’s").get(random.nextInt(5));
        String text = before + name + after;
        assertThat(CONVENTIONS.add(text, List.of())).as(text).hasSize(1).allSatisfy(match -> {
          assertThat(text.substring(match.start(), match.end())).isEqualTo(name);
          assertThat(match.as(Name.Sort.ACTOR)).isPresent();
        });
        assertThat(CONVENTIONS.add("x" + name + "x", List.of())).as(name).isEmpty();
      }
    }
  }
}

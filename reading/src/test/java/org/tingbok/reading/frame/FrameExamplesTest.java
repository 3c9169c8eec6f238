package org.tingbok.reading.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.mention.Party;
import org.tingbok.reading.Reports;

/// Every frame does with its own examples what it says.
///
/// An example stands behind a sentence that tells of an operation, since much is only said of one told of before.
class FrameExamplesTest {
  /// Frames with an example that the reader does not read as it should yet. A frame that does by now fails the test, so
  /// that this only shrinks.
  private static final Set<String> KNOWN_GAPS = Set.of(
      "decline-to-name", // "The port declined …": the labeller has to see it too, and is not sure enough of so short a text
      "not-say-who"); // "The airport does not say …": likewise, told in the publisher's own voice

  /// What stands before an example, by the language that it names in square brackets.
  private static final Map<String, String> LEADS = Map.of("en",
      "Portugal blamed APT32 for the breach of a bank in Lisbon.",
      "nb", "Portugal mener at det er APT32 som har brutt seg inn i en bank i Lisboa, og at de ikke var alene om det.",
      "de",
      "Portugal ist sich sicher, dass die Gruppe APT32 in das Netz einer Bank in Lissabon eingedrungen ist und dort war.",
      "fr",
      "Le Portugal estime que le groupe APT32 est entré dans le réseau d'une banque de la ville de Lisbonne avec les autres.",
      "es",
      "Portugal cree que el grupo APT32 entró en la red de un banco de la ciudad de Lisboa y que no lo hizo por sí solo.");
  private static final Pattern LANGUAGE = Pattern.compile("\\[(\\w\\w)\\] (.*)", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> readsTheExamplesOfEachFrame() {
    return FrameCatalogue.standard().frames().stream()
        .filter(frame -> !frame.matches().isEmpty() || !frame.mismatches().isEmpty())
        .map(frame -> dynamicTest(frame.id(), () -> {
          List<String> wrong = wrong(frame);
          if (KNOWN_GAPS.contains(frame.id())) {
            assertThat(wrong).as("%s is read by now: take it off the known gaps", frame.id()).isNotEmpty();
          } else {
            assertThat(wrong).isEmpty();
          }
        }));
  }

  @Test
  void everyFrameHasAnIdOfItsOwnAndEveryGapAFrame() {
    List<String> ids = FrameCatalogue.standard().frames().stream().map(Frame::id).toList();
    assertThat(ids).doesNotHaveDuplicates().containsAll(KNOWN_GAPS);
  }

  private static List<String> wrong(Frame frame) {
    List<String> wrong = new ArrayList<>();
    for (Frame.Example example : frame.matches()) {
      List<Claim> claims = claims(frame, example.text());
      if (claims.stream().noneMatch(claim -> fits(claim, example.expected()))) {
        wrong.add("no " + frame.type().code() + " with " + example.expected() + " in: " + example.text() + " but "
            + claims);
      }
    }
    for (String text : frame.mismatches()) {
      claims(frame, text).forEach(claim -> wrong.add(claim + " in: " + text));
    }
    return wrong;
  }

  private static List<Claim> claims(Frame frame, String example) {
    Matcher marked = LANGUAGE.matcher(example);
    boolean elsewhere = marked.matches();
    String text = elsewhere ? marked.group(2) : example;
    Reading reading = Reports.read(Objects.requireNonNull(LEADS.get(elsewhere ? marked.group(1) : "en")), text);
    int start = reading.document().text().indexOf(text);
    return reading.claims().stream()
        .filter(claim -> claim.type() == frame.type() && claim.evidence().getLast().start() >= start).toList();
  }

  private static boolean fits(Claim claim, Map<String, String> expected) {
    return expected.entrySet().stream().allMatch(slot -> fillers(claim, slot.getKey()).stream()
        .anyMatch(filler -> filler.toLowerCase(Locale.ROOT).contains(slot.getValue().toLowerCase(Locale.ROOT))));
  }

  /// What fills a slot: names and the words of the text that stand for them.
  private static List<String> fillers(Claim claim, String slot) {
    return switch (slot) {
      case "claimant" -> names(claim.saying().claimants());
      case "accused" -> claim instanceof Claim.Attribution one ? names(one.accused())
          : claim instanceof Claim.NonAttribution other ? names(other.accused()) : List.of();
      case "actor" -> claim instanceof Claim.Affiliation affiliation ? names(List.of(affiliation.actor())) : List.of();
      case "sponsor" ->
        claim instanceof Claim.Affiliation affiliation ? names(List.of(affiliation.sponsor())) : List.of();
      case "target" -> claim instanceof Claim.Response response ? names(response.target()) : List.of();
      case "what" -> claim instanceof Claim.Impact impact ? List.of(impact.what())
          : claim instanceof Claim.Method method ? List.of(method.what()) : List.of();
      default -> throw new AssertionError("an example asks for a slot that no claim has: " + slot);
    };
  }

  private static List<String> names(List<Party> parties) {
    return parties.stream().flatMap(party -> Stream.of(party.name(), party.text())).toList();
  }
}

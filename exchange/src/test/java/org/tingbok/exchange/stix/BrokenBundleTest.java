package org.tingbok.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tingbok.claim.Claim;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.databind.JsonNode;

/// A good bundle with one fault at a time: refused, or the object set aside, with its id and the rule that it breaks.
class BrokenBundleTest {
  private static String file(String name) {
    try (InputStream in = Objects.requireNonNull(BrokenBundleTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static final String GOOD = file("good.json");

  static Stream<List<String>> faults() {
    return file("faults.tsv").lines().filter(line -> !line.startsWith("#")).map(line -> List.of(line.split("\t", -1)));
  }

  private static Imported read(String bundle) {
    return Imports.read("broken.json", bundle.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Test
  void theGoodOneIsGood() {
    Imported imported = read(GOOD);
    assertThat(imported.faults()).isEmpty();
    assertThat(imported.readings()).hasSize(1);
    assertThat(imported.readings().getFirst().claims()).hasSize(2);
    assertThat(StixImporterTest.objects(StixImporterTest.exported(imported.readings())))
        .containsAllEntriesOf(StixImporterTest.objects(GOOD.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void eachFaultIsToldWithItsObjectAndRule(List<String> fault) {
    String was = fault.get(1).equals("~") ? "\"objects\": [" : fault.get(1);
    assertThat(GOOD).as(fault.getFirst()).contains(was);
    int at = GOOD.indexOf(was);
    String is = fault.get(1).equals("~") ? was + fault.get(2) : fault.get(2);
    String broken = GOOD.substring(0, at) + is + GOOD.substring(at + was.length());
    List<String> wanted = List.of(fault.get(3).split(" … ", -1));
    String answer = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
      try {
        Imported imported = read(broken);
        sound(imported, wanted.getFirst());
        return imported.faults().stream().map(one -> one.code() + " " + one.message())
            .collect(Collectors.joining("\n"));
      } catch (BadInputException e) {
        return e.code() + " " + e.getMessage();
      }
    });
    assertThat(answer).as(fault.getFirst()).contains(wanted);
  }

  /// What was set aside is nowhere: neither kept nor quoted nor a claim.
  private static void sound(Imported imported, String id) {
    if (id.contains("--")) {
      List<JsonNode> kept = imported.readings().stream().flatMap(reading -> KeptObjects.of(reading.document()).stream())
          .map(StixObject::json).filter(object -> object.path("id").asString("").equals(id)).toList();
      assertThat(kept).hasSizeLessThan(2);
      if (id.startsWith("relationship--")) {
        assertThat(kept).isEmpty();
        assertThat(imported.readings().getFirst().claims()).extracting(Claim::type).isEmpty();
      }
    }
  }

  /// No JSON has one; programs write it all the same, and it loses nothing to take it off.
  @Test
  void aByteOrderMarkIsTakenOff() {
    assertThat(read("\ufeff" + GOOD).faults()).isEqualTo(read(GOOD).faults());
    assertThat(read("\ufeff" + GOOD).readings()).isEqualTo(read(GOOD).readings());
  }

  /// What repeats itself is told once, with how often.
  @Test
  void aRuleThatAnObjectBreaksOftenIsToldOnce() {
    String note =
        "{\"type\":\"note\",\"spec_version\":\"2.1\",\"id\":\"note--26ffb872-1dd9-446e-b6f5-d58527e5b5d9\",\"created\":"
            + "\"2024-05-0%dT08:00:00Z\",\"modified\":\"2024-05-0%dT08:00:00.000Z\",\"content\":\"x\",\"object_refs\":"
            + "[\"x-tide--26ffb872-1dd9-446e-b6f5-d58527e5b5d8\"]}";
    String bundle = "{\"type\":\"bundle\",\"id\":\"bundle--26ffb872-1dd9-446e-b6f5-d58527e5b5d0\",\"objects\":["
        + note.formatted(1, 1) + "," + note.formatted(2, 2) + "," + note.formatted(3, 3) + "]}";
    assertThat(read(bundle).faults()).singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("note--26ffb872").endsWith("(3 times)"));
  }

  /// A rule that many objects break is one line, with how many and some of them.
  @Test
  void aRuleThatManyObjectsBreakIsToldOnce() {
    StringBuilder notes = new StringBuilder();
    for (int i = 1; i <= 40; i++) {
      notes.append(i == 1 ? "" : ",")
          .append("{\"type\":\"note\",\"spec_version\":\"2.1\",\"id\":\"note--26ffb872-1dd9-446e-b6f5-%012d"
              .formatted(i)
              + "\",\"created\":\"2024-05-01T08:00:00Z\",\"modified\":\"2024-05-01T08:00:00.000Z\",\"content\":\"x\","
              + "\"object_refs\":[\"x-tide--26ffb872-1dd9-446e-b6f5-d58527e5b5d8\"]}");
    }
    assertThat(read("{\"type\":\"bundle\",\"id\":\"bundle--26ffb872-1dd9-446e-b6f5-d58527e5b5d0\",\"objects\":[" + notes
        + "]}").faults()).singleElement().satisfies(fault -> assertThat(fault.message())
            .contains("note--26ffb872-1dd9-446e-b6f5-000000000001", "and 39 more, ", "000000000003")
            .endsWith(" among them)"));
  }

  @Test
  void depthLengthAndCountAreBounded() {
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
      String deep = "{\"type\":\"bundle\",\"id\":\"x\",\"objects\":[" + "[".repeat(100_000);
      assertThatThrownBy(() -> read(deep)).isInstanceOf(BadInputException.class).hasMessageContaining("depth");
      String large = GOOD + " ".repeat(BundleReader.LARGEST);
      assertThatThrownBy(() -> read(large)).isInstanceOf(BadInputException.class).hasMessageContaining("64 MiB");
      String many = "{\"type\":\"bundle\",\"id\":\"bundle--0a1b2c3d-0000-4000-8000-000000000000\",\"objects\":["
          + "{},".repeat(200_001) + "{}]}";
      assertThatThrownBy(() -> read(many)).isInstanceOf(BadInputException.class).hasMessageContaining("200000 objects");
    });
  }

  /// Texts that make a machine of patterns go over them again and again.
  @Test
  void hostileTextsAreRefusedAtOnce() {
    String many = "a".repeat(5_000_000);
    assertTimeoutPreemptively(Duration.ofSeconds(1),
        () -> assertThat(read(GOOD.replaceFirst("\"type\": \"note\"", "\"type\": \"" + many + "!\"")).faults())
            .hasSize(1));
    for (String slot : List.of("note--0a1b2c3d-0000-4000-8000-00000000000a",
        "cpe:2.3:a:elvheim:tidal:1.0:*:*:*:*:*:*:*",
        "[file:hashes.'SHA-256' = 'aa'", "\"selectors\": [\"name", "\"lang\": \"en", "application/octet-stream",
        "attributed-to", "2024-03-02T00:00:00Z", "CVE-2024-12345", "d41d8cd98f00b204e9800998ecf8427e")) {
      assertThat(GOOD).contains(slot);
      assertTimeoutPreemptively(Duration.ofSeconds(1),
          () -> assertThat(read(GOOD.replace(slot, slot + many)).faults()).as(slot).isNotEmpty());
    }
    String brackets = "[".repeat(100_000);
    assertThat(StixPattern.fault(brackets)).isPresent();
    assertThat(StixPattern.fault("(".repeat(100_000))).isPresent();
    assertThat(StixPattern.fault("[" + "(".repeat(100_000))).isPresent();
  }

  /// A bundle that names another place of the text than its words are at, or forges a digest, is set aside claim by claim.
  @Test
  void forgedClaimsOfOurOwnAreSetAside() {
    String good =
        new String(StixImporterTest.exported(org.tingbok.testkit.Casebook.readings()), StandardCharsets.UTF_8);
    int claims = read(good).readings().stream().mapToInt(reading -> reading.claims().size()).sum();
    List<String> forged = List.of(
        good.replaceFirst("\"quote_sha256\" : \"[0-9a-f]{8}", "\"quote_sha256\" : \"00000000"),
        good.replaceFirst("\"end\" : \\d+", "\"end\" : 2147483646"),
        good.replaceFirst("\"start\" : \\d+", "\"start\" : -1"),
        good.replaceFirst("\"level\" : \"[a-z]+\"", "\"level\" : \"sure\""),
        good.replaceFirst("\"document_sha256\" : \"[0-9a-f]{8}", "\"document_sha256\" : \"00000000"));
    for (String one : forged) {
      Imported imported = read(one);
      assertThat(imported.faults()).isNotEmpty();
      assertThat(imported.readings().stream().mapToInt(reading -> reading.claims().size()).sum()).isLessThanOrEqualTo(
          claims);
    }
  }
}

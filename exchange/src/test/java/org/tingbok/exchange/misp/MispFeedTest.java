package org.tingbok.exchange.misp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.Extracts;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.testkit.Casebook;
import org.tingbok.testkit.ReadingGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MispFeedTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final ReadingGenerator generator = ReadingGenerator.printingItsSeed();

  private static Map<String, byte[]> feed(Extract extract, Map<String, byte[]> before) {
    return MispFeed.of(extract, name -> Optional.ofNullable(before.get(name))).files();
  }

  private static JsonNode json(Map<String, byte[]> files, String name) {
    return JSON.readTree(java.util.Objects.requireNonNull(files.get(name)));
  }

  @Test
  void theManifestListsEveryEventAsItIs() {
    for (int round = 1; round < 8; round++) {
      Map<String, byte[]> files = feed(Extracts.of(generator.readings(round)), Map.of());
      JsonNode manifest = json(files, MispFeed.MANIFEST);
      Set<String> names = new TreeSet<>(files.keySet());
      names.remove(MispFeed.MANIFEST);
      names.remove(MispFeed.HASHES);
      assertThat(MispFeed.listed(java.util.Objects.requireNonNull(files.get(MispFeed.MANIFEST)))).isEqualTo(names);
      manifest.properties().forEach(entry -> {
        JsonNode event = json(files, entry.getKey() + ".json").path("Event");
        assertThat(event.path("uuid").asString()).isEqualTo(entry.getKey());
        assertThat(entry.getValue().propertyNames()).containsExactlyInAnyOrder("Orgc", "Tag", "info", "date",
            "analysis", "threat_level_id", "timestamp");
        entry.getValue().properties()
            .forEach(slot -> assertThat(slot.getValue()).isEqualTo(event.path(slot.getKey())));
        assertThat(event.path("timestamp").asString()).matches("\\d+");
      });
      assertThat(List.copyOf(files.keySet()).getLast()).isEqualTo(MispFeed.MANIFEST);
    }
  }

  @Test
  void hashesAreOfEveryValueThatIsNoFile() {
    Map<String, byte[]> files = feed(Extracts.of(Casebook.readings()), Map.of());
    String hashes = new String(java.util.Objects.requireNonNull(files.get(MispFeed.HASHES)), StandardCharsets.US_ASCII);
    assertThat(hashes).as("MD5 of 'Grey Heron'").contains("32c39cb8810579f8004b07d1d82b9fe8,");
    assertThat(hashes.lines()).allMatch(row -> row.matches("[0-9a-f]{32},[0-9a-f-]{36}")).doesNotHaveDuplicates();
    Set<String> uuids = new TreeSet<>();
    hashes.lines().forEach(row -> uuids.add(row.substring(33) + ".json"));
    assertThat(files.keySet()).containsAll(uuids);
  }

  @Test
  void whatDidNotChangeKeepsItsStampAndItsBytes() {
    List<Reading> readings = generator.readings(12);
    Map<String, byte[]> first = feed(Extracts.of(readings), Map.of());
    Map<String, byte[]> again = feed(Extracts.of(readings), first);
    assertThat(again.keySet()).isEqualTo(first.keySet());
    again.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
  }

  @Test
  void whateverChangedIsStampedLaterEvenIfTheLedgersClockIsNot() {
    List<Reading> readings = Casebook.readings();
    Map<String, byte[]> whole = feed(Extracts.of(readings), Map.of());
    Map<String, byte[]> fewer = feed(Extracts.of(readings, List.of(), recorded -> !denial(recorded)), whole);
    JsonNode before = json(whole, MispFeed.MANIFEST);
    JsonNode after = json(fewer, MispFeed.MANIFEST);
    int later = 0;
    for (var entry : after.properties()) {
      long old = before.path(entry.getKey()).path("timestamp").asLong();
      long now = entry.getValue().path("timestamp").asLong();
      boolean same = json(whole, entry.getKey() + ".json").equals(json(fewer, entry.getKey() + ".json"));
      assertThat(now).isEqualTo(same ? old : old + 1);
      later += same ? 0 : 1;
      JsonNode event = json(fewer, entry.getKey() + ".json").path("Event");
      Map<String, JsonNode> known = new HashMap<>();
      json(whole, entry.getKey() + ".json").path("Event").path("Object")
          .forEach(object -> known.put(object.path("uuid").asString(), object));
      event.path("Object").forEach(object -> Optional.ofNullable(known.get(object.path("uuid").asString()))
          .filter(last -> !last.equals(object))
          .ifPresent(last -> assertThat(object.path("timestamp").asLong()).isGreaterThan(
              last.path("timestamp").asLong())));
    }
    assertThat(later).isPositive();
  }

  private static boolean denial(RecordedClaim recorded) {
    return recorded.claim() instanceof org.tingbok.claim.Claim.Denial;
  }

  @Test
  void whatIsGoneIsSaidToBeDeletedWithoutItsWords() {
    List<Reading> readings = Casebook.readings();
    Map<String, byte[]> whole = feed(Extracts.of(readings), Map.of());
    Map<String, byte[]> fewer = feed(Extracts.of(readings, List.of(), recorded -> !denial(recorded)), whole);
    Map<String, byte[]> again = feed(Extracts.of(readings, List.of(), recorded -> !denial(recorded)), fewer);
    assertThat(text(whole)).contains("fairy tale");
    assertThat(text(fewer)).doesNotContain("fairy tale").contains("\"deleted\" : true");
    again.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(fewer.get(name)));
  }

  private static String text(Map<String, byte[]> files) {
    StringBuilder all = new StringBuilder();
    files.values().forEach(bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
    return all.toString();
  }

  @Test
  void anEventIsAsNewAsTheLastNewsOfIt() {
    Reading reading = Casebook.readings().getFirst();
    Instant later = Extracts.RECORDED.plusSeconds(3600);
    Act.Recorded act = new Act.Recorded(new Act.Ruled(new Ruling(reading.claims().getFirst().id(),
        org.tingbok.vocabulary.RulingVerdict.CONFIRMED, Optional.empty(), "read it", "ida",
        java.time.LocalDate.of(2026, 11, 22), Optional.empty())), later);
    JsonNode manifest = json(feed(Extracts.of(List.of(reading), List.of(act), _ -> true), Map.of()),
        MispFeed.MANIFEST);
    assertThat(manifest.valueStream().map(entry -> entry.path("timestamp").asLong()))
        .contains(later.getEpochSecond());
  }
}

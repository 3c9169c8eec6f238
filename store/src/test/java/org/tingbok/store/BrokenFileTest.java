package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.TingbokException;

/// A file that was cut off or in which bits flipped is never taken for sound, unless it still holds all that it held.
class BrokenFileTest {
  @TempDir
  Path folder;

  private Path file;
  private byte[] sound;
  private byte[] export;

  @BeforeEach
  void fillLedger() throws IOException {
    file = folder.resolve("leads.ledger");
    List<Reading> readings = new ReadingGenerator(31).readings(25);
    String claim = readings.stream().flatMap(reading -> reading.claims().stream()).findFirst().orElseThrow().id();
    try (Ledger ledger = Ledgers.open(file, new ManualClock(Instant.parse("2024-05-02T12:00:00Z")))) {
      ledger.append(readings.subList(0, 10));
      ledger.append(readings.subList(10, 25));
      ledger.act(List.of(new Act.Ruled(new Ruling(claim, RulingVerdict.REJECTED, Optional.empty(), "the text asks",
          "ida", LocalDate.of(2024, 5, 1), Optional.empty()))));
    }
    sound = Files.readAllBytes(file);
    export = export();
  }

  @Test
  void findsFlippedBits() throws IOException {
    flip(20);
  }

  @Test
  @Tag("long")
  void findsFlippedBitsWhereverTheyAre() throws IOException {
    flip(1000);
  }

  private void flip(int times) throws IOException {
    Random random = ReadingGenerator.printedRandom();
    int found = 0;
    for (int round = 0; round < times; round++) {
      byte[] broken = sound.clone();
      int at = random.nextInt(broken.length);
      broken[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, broken);
      if (wrong().isEmpty()) {
        // The bit was in a place that holds nothing.
        assertThat(export()).describedAs("bit of byte %d", at).isEqualTo(export);
      } else {
        found++;
      }
    }
    System.out.println(times + " flipped bits, " + found + " of them found");
    assertThat(found).isGreaterThan(times / 5);
  }

  @Test
  void findsAFileThatIsCutOff() throws IOException {
    cut(10);
  }

  @Test
  @Tag("long")
  void findsAFileThatIsCutOffAnywhere() throws IOException {
    cut(300);
  }

  private void cut(int times) throws IOException {
    Random random = ReadingGenerator.printedRandom();
    for (int round = 0; round < times; round++) {
      Files.write(file, Arrays.copyOf(sound, random.nextInt(sound.length)));
      assertThat(wrong()).isNotEmpty();
    }
  }

  /// What is said of the file: one line each, each with what to do.
  private List<String> wrong() {
    List<String> lines;
    try {
      lines = Upkeeping.wrong(file);
    } catch (TingbokException e) {
      assertThat(e.code()).isIn("LEDGER_DAMAGED", "LEDGER_NOT_A_LEDGER", "LEDGER_NEWER", "LEDGER_IO");
      lines = new ArrayList<>(List.of(String.valueOf(e.getMessage())));
    }
    assertThat(lines).allSatisfy(line -> assertThat(line).isNotBlank().doesNotContain("\n"));
    return lines;
  }

  private byte[] export() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Upkeep.of(file.toString(), "leads.ledger").export(bytes);
    return bytes.toByteArray();
  }
}

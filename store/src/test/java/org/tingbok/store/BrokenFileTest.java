package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  private static final int AT_ONCE = 3;

  @TempDir
  Path folder;

  private Path file;
  private String claim;
  private byte[] sound;
  private byte[] export;

  @BeforeEach
  void fillLedger() throws IOException {
    file = folder.resolve("leads.ledger");
    List<Reading> readings = new ReadingGenerator(31).readings(25);
    claim = readings.stream().flatMap(reading -> reading.claims().stream()).findFirst().orElseThrow().id();
    try (Ledger ledger = Ledgers.open(file, new ManualClock(Instant.parse("2024-05-02T12:00:00Z")))) {
      ledger.append(readings.subList(0, 10));
      ledger.append(readings.subList(10, 25));
      ledger.act(List.of(new Act.Ruled(new Ruling(claim, RulingVerdict.REJECTED, Optional.empty(), "the text asks",
          "ida", LocalDate.of(2024, 5, 1), Optional.empty()))));
    }
    sound = Files.readAllBytes(file);
    export = export(file);
  }

  @Test
  void findsFlippedBits() throws InterruptedException {
    flip(20);
  }

  @Test
  @Tag("long")
  void findsFlippedBitsWhereverTheyAre() throws InterruptedException {
    flip(1000);
  }

  private void flip(int times) throws InterruptedException {
    Random random = ReadingGenerator.printedRandom();
    int[] bits = random.ints(times, 0, 8 * sound.length).toArray();
    int found = Lanes.sum(times, AT_ONCE, round -> {
      byte[] broken = sound.clone();
      broken[bits[round] / 8] ^= (byte) (1 << bits[round] % 8);
      Path copy = folder.resolve("flipped-" + round);
      Files.write(copy, broken);
      boolean told = !wrong(copy).isEmpty();
      if (!told) {
        // The bit was in a place that holds nothing.
        assertThat(export(copy)).describedAs("bit of byte %d", bits[round] / 8).isEqualTo(export);
      }
      Files.delete(copy);
      return told ? 1 : 0;
    });
    System.out.println(times + " flipped bits, " + found + " of them found");
    assertThat(found).isGreaterThan(times / 10);
  }

  @Test
  void findsAFileThatIsCutOff() throws InterruptedException {
    cut(10);
  }

  @Test
  @Tag("long")
  void findsAFileThatIsCutOffAnywhere() throws InterruptedException {
    cut(300);
  }

  private void cut(int times) throws InterruptedException {
    int[] lengths = ReadingGenerator.printedRandom().ints(times, 0, sound.length).toArray();
    Lanes.sum(times, AT_ONCE, round -> {
      Path copy = folder.resolve("cut-" + round);
      Files.write(copy, Arrays.copyOf(sound, lengths[round]));
      assertThat(wrong(copy)).describedAs("%d bytes", lengths[round]).isNotEmpty();
      Files.delete(copy);
      return 0;
    });
  }

  @ParameterizedTest
  @CsvSource({"content,document", "content,claim", "content,unread", "content,ruled", "subject,claim", "kind,claim",
      "document,claim", "hash,claim", "hash,ruled", "recorded_at,document", "kind,ruled", "subject,document"})
  void tellsOfAColumnThatIsNeverEmptyAndIs(String column, String kind) throws SQLException {
    String address = "jdbc:sqlite:" + file;
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA writable_schema = ON");
      statement.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'entry'");
      statement.execute("DROP TRIGGER entry_stands");
    }
    try (Connection connection = DriverManager.getConnection(address);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE entry SET " + column + " = NULL WHERE sequence = "
          + "(SELECT max(sequence) FROM entry WHERE kind = '" + kind + "')")).isOne();
    }
    assertThat(wrong(file)).isNotEmpty();
    told(() -> export(file));
    told(() -> {
      try (Ledger ledger = Ledgers.open(file, new ManualClock(Instant.parse("2024-05-03T12:00:00Z")))) {
        ledger.act(List.of(new Act.Ruled(new Ruling(claim, RulingVerdict.CONFIRMED, Optional.empty(), "it does not",
            "ida", LocalDate.of(2024, 5, 2), Optional.empty()))));
      }
    });
    told(() -> {
      try (Ledger ledger = Ledgers.open(file, new ManualClock(Instant.parse("2024-05-03T12:00:00Z")))) {
        ledger.append(new ReadingGenerator(32).readings(2));
        ledger.readings();
      }
    });
  }

  /// That something is done, or refused in one line.
  private static void told(Runnable work) {
    try {
      work.run();
    } catch (TingbokException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
      assertThat(e.code()).isNotEqualTo("LEDGER_FAULT");
    }
  }

  /// What is said of the file: one line each, each with what to do.
  private static List<String> wrong(Path file) {
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

  private static byte[] export(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Upkeep.of(file.toString(), "leads.ledger").export(bytes);
    return bytes.toByteArray();
  }
}

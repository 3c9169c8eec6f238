package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// The file of a ledger: what is refused, what is left alone, what others may do at the same time.
class LedgersTest {
  @TempDir
  Path folder;

  private final ManualClock clock = new ManualClock(Instant.parse("2024-05-02T12:00:00Z"));
  private final List<Reading> readings = new ReadingGenerator(7).readings(12);
  private Path file;

  @BeforeEach
  void placeLedger() {
    file = folder.resolve("leads.ledger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "Notes about Copper Lynx.\n", "SQLite format 3\u0000 but not really"})
  void refusesAFileThatIsNoLedgerAndLeavesItAlone(String content) throws IOException {
    for (String text : List.of(content, content.repeat(5_000))) {
      Files.writeString(file, text);
      assertRefused(BadInputException.class, "LEDGER_NOT_A_LEDGER", () -> Ledgers.open(file, clock));
      assertRefused(BadInputException.class, "LEDGER_NOT_A_LEDGER", () -> Ledgers.read(file));
      assertThat(file).hasContent(text);
      assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }
  }

  @Test
  void refusesADatabaseOfSomethingElseAndLeavesItAlone() throws IOException, SQLException {
    sql("CREATE TABLE bookmark (place TEXT)");
    byte[] before = Files.readAllBytes(file);
    assertRefused(BadInputException.class, "LEDGER_NOT_A_LEDGER", () -> Ledgers.open(file, clock));
    assertRefused(BadInputException.class, "LEDGER_NOT_A_LEDGER", () -> Ledgers.read(file));
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void refusesAFolder() {
    assertRefused(BadInputException.class, "LEDGER_NOT_A_LEDGER", () -> Ledgers.open(folder, clock), folder);
    assertRefused(BadInputException.class, "LEDGER_NOT_A_LEDGER", () -> Ledgers.read(folder), folder);
  }

  @Test
  void saysThatTheFolderIsMissing() throws IOException {
    Path inNoFolder = folder.resolve("none").resolve("leads.ledger");
    assertRefused(UnavailableException.class, "LEDGER_UNWRITABLE", () -> Ledgers.open(inNoFolder, clock), inNoFolder);
    Path belowAFile = Files.writeString(folder.resolve("notes"), "x").resolve("leads.ledger");
    assertRefused(UnavailableException.class, "LEDGER_UNWRITABLE", () -> Ledgers.open(belowAFile, clock), belowAFile);
  }

  @Test
  void refusesALedgerOfASchemaToCome() throws SQLException {
    filled();
    sql("PRAGMA user_version = 99");
    assertRefused(BadInputException.class, "LEDGER_NEWER", () -> Ledgers.open(file, clock));
    assertRefused(BadInputException.class, "LEDGER_NEWER", () -> Ledgers.read(file));
  }

  @Test
  void readingNeverMakesALedger() throws IOException {
    assertRefused(NotFoundException.class, "LEDGER_MISSING", () -> Ledgers.read(file));
    assertThat(file).doesNotExist();
    Files.createFile(file);
    assertRefused(BadInputException.class, "LEDGER_NOT_A_LEDGER", () -> Ledgers.read(file));
    assertThat(file).isEmptyFile();
  }

  @Test
  void makesALedgerOfAnEmptyFile() throws IOException {
    Files.createFile(file);
    filled();
    try (Ledger ledger = Ledgers.read(file)) {
      assertThat(ledger.readings()).hasSize(12);
    }
  }

  @Test
  void opensForReadingOnly() {
    filled();
    try (Ledger ledger = Ledgers.read(file)) {
      assertThat(ledger.readings()).hasSize(12);
      assertRefused(UnavailableException.class, "LEDGER_UNWRITABLE", () -> ledger.append(readings));
      assertThat(ledger.asOf(AsOf.NOW).documents()).hasSize(12);
    }
  }

  @Test
  void isOneFileOnceClosed() throws IOException {
    filled();
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    Path copy = Files.copy(file, folder.resolve("copy.ledger"));
    try (Ledger ledger = Ledgers.read(file); Ledger copied = Ledgers.open(copy, clock)) {
      assertThat(copied.readings()).isEqualTo(ledger.readings());
    }
  }

  @Test
  void followsALink() throws IOException {
    filled();
    Path link = Files.createSymbolicLink(Files.createDirectory(folder.resolve("desk")).resolve("today.ledger"), file);
    try (Ledger ledger = Ledgers.read(link); Ledger other = Ledgers.open(link, clock)) {
      other.append(new ReadingGenerator(8).readings(1));
      assertThat(ledger.readings()).hasSize(13).isEqualTo(other.readings());
    }
    try (Ledger ledger = Ledgers.read(file)) {
      assertThat(ledger.readings()).hasSize(13);
    }
  }

  @Test
  void waitsForWhoeverAppendsAndThenSaysSo() throws SQLException {
    filled();
    LedgerFile impatient = new LedgerFile(file, true, Duration.ofMillis(20));
    try (Ledger ledger = new SqlLedger(new SqliteDialect(impatient), clock);
        Connection other = connection();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertRefused(ContentionException.class, "LEDGER_LOCKED", () -> ledger.append(readings));
      assertThat(ledger.readings()).hasSize(12);
      try (Ledger late = Ledgers.read(file)) {
        assertThat(late.readings()).hasSize(12);
      }
      statement.execute("ROLLBACK");
      assertThat(ledger.append(new ReadingGenerator(8).readings(1)).newDocuments()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE entry SET content = '{}' WHERE sequence = 1", "DELETE FROM entry WHERE sequence = 2",
      "DELETE FROM entry", "UPDATE entry SET sequence = sequence + 1000", "UPDATE entry SET hash = zeroblob(32)",
      "INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE sequence = 3",
      "INSERT INTO entry SELECT (SELECT max(sequence) + 1 FROM entry), kind, 'claim--new', document, recorded_at - 1, "
          + "hash, content FROM entry WHERE sequence = 3",
      "INSERT INTO entry SELECT (SELECT max(sequence) + 2 FROM entry), kind, 'claim--new', document, recorded_at, "
          + "hash, content FROM entry WHERE sequence = 3"})
  void theDatabaseItselfRefusesWhatIsNoAppend(String sql) {
    filled();
    assertThatThrownBy(() -> sql(sql)).isInstanceOf(SQLException.class).hasMessageContaining("append-only");
  }

  @Test
  void saysWhichEntryIsDamaged() throws SQLException {
    filled();
    sql("DROP TRIGGER entry_stands");
    sql("UPDATE entry SET content = '{\"reason\":' WHERE sequence = 3");
    try (Ledger ledger = Ledgers.open(file, clock)) {
      TingbokException refusal = assertRefused(UnavailableException.class, "LEDGER_DAMAGED", ledger::readings);
      assertThat(refusal).hasMessageContaining("entry 3");
    }
  }

  @Test
  void noticesATruncatedFile() throws IOException {
    filled();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(UnavailableException.class, "LEDGER_DAMAGED", () -> {
      try (Ledger ledger = Ledgers.open(file, clock)) {
        ledger.readings();
      }
    });
  }

  @Test
  void saysThatItWasClosed() {
    Ledger ledger = Ledgers.open(file, clock);
    ledger.close();
    ledger.close();
    assertRefused(FaultException.class, "LEDGER_CLOSED", ledger::readings);
    assertRefused(FaultException.class, "LEDGER_CLOSED", () -> ledger.append(readings));
  }

  @Test
  void staysUsableAfterTheDiskWasFull() throws SQLException {
    filled();
    try (Connection connection = new LedgerFile(file, true, Duration.ZERO).connect(true);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA max_page_count = 20");
      assertThatThrownBy(() -> statement.executeUpdate("CREATE TABLE big AS SELECT randomblob(1000000)"))
          .isInstanceOfSatisfying(SQLException.class, full -> {
            TingbokException refusal = StoreErrors.of(file, full);
            assertThat(refusal).isInstanceOf(UnavailableException.class);
            assertThat(refusal.code()).isEqualTo("LEDGER_DISK_FULL");
          });
    }
    try (Ledger ledger = Ledgers.open(file, clock)) {
      assertThat(ledger.append(new ReadingGenerator(8).readings(1)).newDocuments()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"SQLITE_BUSY, LEDGER_LOCKED", "SQLITE_BUSY_SNAPSHOT, LEDGER_LOCKED", "SQLITE_NOTADB, LEDGER_NOT_A_LEDGER",
      "SQLITE_CORRUPT_INDEX, LEDGER_DAMAGED", "SQLITE_FULL, LEDGER_DISK_FULL", "SQLITE_READONLY, LEDGER_UNWRITABLE",
      "SQLITE_READONLY_DIRECTORY, LEDGER_UNWRITABLE", "SQLITE_CANTOPEN, LEDGER_UNWRITABLE",
      "SQLITE_IOERR_WRITE, LEDGER_IO", "SQLITE_CONSTRAINT_TRIGGER, LEDGER_FAULT", "SQLITE_MISUSE, LEDGER_FAULT"})
  void tellsInOneLineWhatSqliteReports(SQLiteErrorCode reported, String code) {
    TingbokException refusal = StoreErrors.of(file, new SQLiteException("two\nlines", reported));
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.getMessage()).contains(file.toString()).doesNotContain("\n");
    assertThat(refusal).hasCauseInstanceOf(SQLiteException.class);
  }

  @Test
  void showsClaimsToTheSqliteShell() throws SQLException {
    filled();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*), count(claimants), count(quote), min(recorded) FROM claim")) {
      row.next();
      int claims = readings.stream().mapToInt(reading -> reading.claims().size()).sum();
      assertThat(row.getInt(1)).isEqualTo(claims);
      assertThat(row.getInt(2)).isEqualTo(claims);
      assertThat(row.getInt(3)).isEqualTo(claims);
      assertThat(row.getString(4)).isEqualTo("2024-05-02T12:00:00.000Z");
    }
  }

  private void filled() {
    try (Ledger ledger = Ledgers.open(file, clock)) {
      ledger.append(readings);
    }
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection = connection(); Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private TingbokException assertRefused(Class<? extends TingbokException> kind, String code, ThrowingCallable call) {
    return assertRefused(kind, code, call, file);
  }

  private static TingbokException assertRefused(Class<? extends TingbokException> kind, String code,
      ThrowingCallable call, Path place) {
    TingbokException refusal = catchThrowableOfType(kind, call);
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.getMessage()).contains(place.toString()).doesNotContain("\n");
    return refusal;
  }
}

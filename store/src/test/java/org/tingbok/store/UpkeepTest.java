package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameList;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.Verdict;

/// Looking after a ledger in a file: what verifying finds, what copies hold, what imports take and refuse.
class UpkeepTest {
  static final LocalDate DAY = LocalDate.of(2024, 5, 1);

  @TempDir
  Path folder;

  private final ManualClock clock = new ManualClock(Instant.parse("2024-05-02T12:00:00Z"));
  private final List<Reading> readings = new ReadingGenerator(41).readings(20);
  private Path file;
  private Path other;

  @BeforeEach
  void fillLedger() {
    file = folder.resolve("leads.ledger");
    other = folder.resolve("other.ledger");
    try (Ledger ledger = Ledgers.open(file, clock)) {
      fill(ledger, readings, clock);
    }
  }

  /// Entries of every kind but an erasure.
  static void fill(Ledger ledger, List<Reading> readings, ManualClock clock) {
    ledger.append(readings.subList(0, 12));
    clock.set(clock.instant().plusSeconds(60));
    ledger.append(readings.subList(12, readings.size()));
    ledger.append(new NameList("list/herons", DAY, List.of(NameFormatTest.LISTING)), false);
    ledger.append(new Decision("Tin Heron", "Copper Lynx", Verdict.DISTINCT, "other tools", "ida", DAY));
    List<Claim> claims = claims(readings);
    ledger.act(List.of(
        new Act.Ruled(new Ruling(claims.get(0).id(), RulingVerdict.REJECTED, Optional.empty(), "why", "ida", DAY,
            Optional.empty())),
        new Act.Ruled(new Ruling(claims.get(1).id(), RulingVerdict.CONFIRMED, Optional.empty(), "", "ida", DAY,
            Optional.empty())),
        new Act.Misread(claims.get(2).id(), "why", "tingbok 2"),
        new Act.Retracted(claims.get(3).id(), RetractionKind.WITHDRAWN, "a body", DAY, "its page", Optional.empty()),
        new Act.Retracted(claims.get(4).document().value(), RetractionKind.WITHDRAWN, "a paper", DAY, "its page 2",
            Optional.empty()),
        new Act.WatchSet("tides", "accused=Copper Lynx", "ida")));
    ledger.act(List.of(new Act.WatchSeen("tides", clock.instant()), new Act.WatchDropped("tides"),
        new Act.Ruled(new Ruling(claims.get(0).id(), RulingVerdict.UNDONE, Optional.empty(), "mistaken", "ida", DAY,
            Optional.empty()))));
  }

  static List<Claim> claims(List<Reading> readings) {
    return readings.stream().flatMap(reading -> reading.claims().stream()).toList();
  }

  private void erase(Path ledger) {
    DocumentId document = claims(readings).get(0).document();
    try (Ledger opened = Ledgers.open(ledger, clock)) {
      opened.act(List.of(new Act.Erased(document, "court order 7", "the editor", DAY)));
    }
  }

  @Test
  void verifiesWhatWasRecorded() {
    Verification first = verify(file, Optional.empty());
    assertThat(first.sound()).isTrue();
    assertThat(first.kinds()).containsEntry("document", 20L).containsEntry("ruled", 3L).containsEntry("name-said", 1L);
    assertThat(first.kinds().values().stream().mapToLong(count -> count).sum()).isEqualTo(first.entries());
    erase(file);
    Verification then = verify(file, Optional.of(first.head()));
    assertThat(then.sound()).isTrue();
    assertThat(then.askedAt()).hasValue(first.entries());
    assertThat(then.entries()).isEqualTo(first.entries() + 1);
    assertThat(verify(file, Optional.of("0".repeat(64))).askedAt()).hasValue(0L);
  }

  @Test
  void tellsThatAHeadIsNotInTheChain() {
    Verification verification = verify(file, Optional.of("ab".repeat(32)));
    assertThat(verification.troubles()).isZero();
    assertThat(verification.askedAt()).isEmpty();
    assertThat(verification.sound()).isFalse();
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> verify(file, Optional.of("ab12")))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("HEAD_UNREADABLE"));
  }

  /// Changed past Tingbok, by somebody who knows how to drop the triggers.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "UPDATE entry SET content = replace(content, '\"ownVoice\":', '\"ownVoice\" :') WHERE sequence = 2 | entry 2 (claim",
      "UPDATE entry SET recorded_at = recorded_at + 1 WHERE sequence = 3 | entry 3 (",
      "UPDATE entry SET hash = zeroblob(32) WHERE sequence = 4 | entry 4 (",
      "DELETE FROM entry WHERE sequence = 5 | entry 5 is missing",
      "DELETE FROM claim_term WHERE first IN (SELECT min(first) FROM claim_term) | the table claim_term lacks a row",
      "INSERT INTO claim_words (claim_words) VALUES ('delete-all') | the table claim_term lacks a row",
      "INSERT INTO claim_words (rowid, words) SELECT (536870912 << 32) + min(first), '7x5 7x~m' FROM claim_version | , 7x5, 0, ",
      "INSERT INTO claim_words (rowid, words) VALUES (999999, '0x5') | the table claim_term has a row that its entries do not give: first, later, until, term, newest, what = 999999, 0, of no claim",
      "UPDATE claim_version SET said_to = 7 WHERE first = (SELECT min(first) FROM claim_version) | the table claim_version has a row",
      "DELETE FROM claim_key WHERE first = (SELECT max(first) FROM claim_key) | the table claim_key lacks a row",
      "UPDATE document_row SET language = 'xx' WHERE number = 1 | the table document_row has a row",
      "DELETE FROM document_entry WHERE sequence = 2 | the table document_entry lacks a row",
      "UPDATE account SET id_key = 7 WHERE number = (SELECT min(number) FROM account) | the table account has a row",
      "DELETE FROM moment WHERE sequence = (SELECT min(sequence) FROM moment) | the table moment lacks a row",
      "INSERT INTO quote_words (rowid, words) VALUES (1, 'slander') | the table quote_words has a row that its entries do not give: rowid, word = 1, slander",
      "INSERT INTO document_words (document_words) VALUES ('delete-all') | the table document_words lacks a row"})
  void findsWhatWasChangedPastIt(String sql, String line) throws SQLException {
    sql(file, "DROP TRIGGER entry_stands; DROP TRIGGER entry_stays; " + sql);
    assertThat(Upkeeping.wrong(file)).anySatisfy(found -> assertThat(found).contains(line.strip()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "DROP TRIGGER entry_stays | the trigger entry_stays is gone",
      "DROP TRIGGER entry_stays; CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT 1; END | the trigger entry_stays is not as Tingbok makes it",
      "DROP VIEW claim; CREATE VIEW claim AS SELECT 'nobody' AS accused | the view claim is not as Tingbok makes it",
      "CREATE TRIGGER sly AFTER INSERT ON entry BEGIN DELETE FROM moment; END | there is a trigger sly that Tingbok does not make"})
  void findsThatNothingGuardsTheEntries(String sql, String line) throws SQLException {
    sql(file, sql);
    assertThat(Upkeeping.wrong(file)).containsExactly(line.strip());
    List<String> entriesOnly = new ArrayList<>();
    upkeep(file).verify(Optional.empty(), false, finding -> entriesOnly.add(finding.line()));
    assertThat(entriesOnly).containsExactly(line.strip());
  }

  @Test
  void aCopyIsVerifiedAsVerifyDoes() throws SQLException {
    upkeep(file).backup(folder.resolve("copy"));
    String sql = "INSERT INTO quote_words (rowid, words) VALUES (1, 'slander')";
    sql(file, sql);
    sql(folder.resolve("copy"), sql);
    refused("COPY_UNSOUND", () -> upkeep(file).backup(folder.resolve("second")));
    refused("COPY_UNSOUND", () -> upkeep(other).restore(folder.resolve("copy")));
    assertThat(folder.resolve("second")).doesNotExist();
    assertThat(other).doesNotExist();
    // The entries are whole, and so the tables can be made anew.
    importInto(other, export(file));
    assertThat(Upkeeping.wrong(other)).isEmpty();
  }

  @Test
  void aCopyThatCannotBeWrittenIsNamedAsItWasAskedFor() {
    Path nowhere = folder.resolve("no/such/copy.ledger");
    assertThatExceptionOfType(TingbokException.class).isThrownBy(() -> upkeep(file).backup(nowhere))
        .withMessageContaining(nowhere.toString()).withMessageNotContaining(".part");
  }

  @Test
  void copiesWhileOthersAdd() throws InterruptedException {
    AtomicBoolean enough = new AtomicBoolean();
    Thread adding = Thread.ofPlatform().start(() -> {
      ReadingGenerator generator = new ReadingGenerator(5);
      try (Ledger ledger = Ledgers.open(file, clock)) {
        while (!enough.get()) {
          ledger.append(generator.readings(2));
        }
      }
    });
    List<Copied> copies = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      copies.add(upkeep(file).backup(folder.resolve("copy-" + i)));
    }
    enough.set(true);
    adding.join();
    for (int i = 0; i < 5; i++) {
      Path copy = folder.resolve("copy-" + i);
      assertThat(verify(copy, Optional.of(copies.get(i).head())).sound()).isTrue();
      assertThat(verify(file, Optional.of(copies.get(i).head())).askedAt()).hasValue(copies.get(i).entries());
    }
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  @Test
  void aCopyRestoredIsTheLedger() throws IOException {
    erase(file);
    Copied copied = upkeep(file).backup(folder.resolve("copy"));
    assertThat(upkeep(other).restore(folder.resolve("copy"))).isEqualTo(copied);
    assertThat(snapshot(other)).isEqualTo(snapshot(file));
    assertThat(verify(other, Optional.empty()).head()).isEqualTo(copied.head());
    byte[] before = Files.readAllBytes(file);
    refused("LEDGER_EXISTS", () -> upkeep(file).restore(folder.resolve("copy")));
    refused("COPY_EXISTS", () -> upkeep(file).backup(folder.resolve("copy")));
    refused("COPY_EXISTS", () -> upkeep(file).export(folder.resolve("copy")));
    refused("COPY_UNWRITABLE", () -> upkeep(file).export(folder.resolve("no/such/folder")));
    refused("COPY_UNWRITABLE", () -> upkeep(file).backup(folder.resolve("no/such/folder")));
    refused("PATH_MISSING", () -> upkeep(folder.resolve("third")).restore(folder.resolve("no copy")));
    assertThat(file).hasBinaryContent(before);
    assertThat(folder.resolve("third")).doesNotExist();
  }

  @Test
  void nothingErasedIsInACopy() throws IOException {
    String words = readings.stream().filter(reading -> !reading.claims().isEmpty()).findFirst().orElseThrow()
        .document().text().substring(0, 30);
    erase(file);
    upkeep(file).backup(folder.resolve("copy"));
    upkeep(file).export(folder.resolve("export"));
    for (String copy : List.of("copy", "export")) {
      assertThat(new String(Files.readAllBytes(folder.resolve(copy)), StandardCharsets.UTF_8)).doesNotContain(words);
    }
  }

  @Test
  void aBrokenLedgerIsNotCopied() throws SQLException {
    sql(file, "DROP TRIGGER entry_stands; UPDATE entry SET recorded_at = recorded_at + 1 WHERE sequence = 3");
    refused("COPY_UNSOUND", () -> upkeep(file).backup(folder.resolve("copy")));
    refused("COPY_UNSOUND", () -> upkeep(file).export(folder.resolve("copy")));
    assertThat(folder.resolve("copy")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anExportImportedIsTheLedger(boolean erased) {
    if (erased) {
      erase(file);
    }
    Copied copied = upkeep(file).export(folder.resolve("export"));
    Imported imported = importInto(other, export(file));
    assertThat(imported).isEqualTo(new Imported(copied.entries(), 0, copied.head()));
    assertThat(snapshot(other)).isEqualTo(snapshot(file));
    assertThat(export(other)).isEqualTo(export(file));
    assertThat(Upkeeping.wrong(other)).isEmpty();
    assertThat(upkeep(folder.resolve("third")).restore(folder.resolve("export"))).isEqualTo(copied);
    assertThat(Upkeeping.wrong(folder.resolve("third"))).isEmpty();
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
  }

  @Test
  void anEmptyLedgerIsCarriedToo() {
    Path empty = folder.resolve("empty.ledger");
    Ledgers.open(empty, clock).close();
    assertThat(verify(empty, Optional.empty())).satisfies(found -> assertThat(found.sound()).isTrue());
    assertThat(importInto(other, export(empty))).isEqualTo(new Imported(0, 0, "0".repeat(64)));
    assertThat(importInto(empty, export(file)).added()).isEqualTo(verify(file, Optional.empty()).entries());
  }

  @Test
  void oneLedgerFollowsAnother() {
    importInto(other, export(file));
    try (Ledger ledger = Ledgers.open(file, clock)) {
      ledger.append(new ReadingGenerator(6).readings(5));
    }
    String early = export(file);
    erase(file);
    long entries = verify(file, Optional.empty()).entries();
    Imported rest = importInto(other, export(file));
    assertThat(rest.added() + rest.known()).isEqualTo(entries);
    assertThat(rest.known()).isPositive();
    assertThat(snapshot(other)).isEqualTo(snapshot(file));
    assertThat(export(other)).isEqualTo(export(file));
    assertThat(Upkeeping.wrong(other)).isEmpty();
    // Again, or the beginning again: nothing to add.
    assertThat(importInto(other, export(file)).added()).isZero();
    assertThat(importInto(other, early).added()).isZero();
    try (Ledger ledger = Ledgers.open(other, clock)) {
      ledger.append(new ReadingGenerator(8).readings(1));
    }
    assertThat(Upkeeping.wrong(other)).isEmpty();
  }

  @Test
  void ledgersThatHavePartedAreNotJoined() {
    importInto(other, export(file));
    try (Ledger ledger = Ledgers.open(other, clock); Ledger mine = Ledgers.open(file, clock)) {
      ledger.append(new ReadingGenerator(8).readings(1));
      mine.append(new ReadingGenerator(9).readings(3));
    }
    String before = export(other);
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> importInto(other, export(file)))
        .withMessageMatching(
            "f\\.jsonl, line \\d+: entry \\d+ is another than that on record in .*; nothing was imported");
    assertThat(export(other)).isEqualTo(before);
  }

  @Test
  void nothingOfABrokenFileIsImported() {
    String whole = export(file);
    List<String> lines = whole.lines().toList();
    refuses("", "EXPORT_UNREADABLE");
    refuses(whole.substring(0, whole.length() / 2), "EXPORT_CUT_OFF");
    refuses(String.join("\n", lines.subList(0, 9)) + "\n", "EXPORT_CUT_OFF");
    refuses(whole.replaceFirst("\"certainty\"", "\"certainty\" "), "EXPORT_BROKEN");
    List<String> gap = new ArrayList<>(lines);
    gap.remove(7);
    refuses(String.join("\n", gap) + "\n", "EXPORT_BROKEN");
    refuses(lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(1) + "\n", "EXPORT_BROKEN");
    refuses(whole.replaceFirst("\"hash\":\"....", "\"hash\":\"0000"), "EXPORT_BROKEN");
    Reading stray = new ReadingGenerator(77).reading(1);
    List<Entry> hearsay = SampleEntries.of(List.of(stray));
    hearsay.remove(0);
    refuses(SampleEntries.export(hearsay), "EXPORT_BROKEN");
    List<Entry> chained = new ArrayList<>();
    hearsay.forEach(one -> SampleEntries.add(chained, one.kind(), one.subject(), one.document(), one.recordedAt(),
        one.content()));
    refuses(SampleEntries.export(chained), "EXPORT_BROKEN");
  }

  private void refuses(String export, String code) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> importInto(other, export))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code)).withMessageStartingWith("f.jsonl");
    assertThat(folder).isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("other"));
    Path empty = folder.resolve("empty.ledger");
    Ledgers.open(empty, clock).close();
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> importInto(empty, export));
    assertThat(verify(empty, Optional.empty()).entries()).isZero();
  }

  @FunctionalInterface
  private interface Call {
    void make();
  }

  private static void refused(String code, Call call) {
    assertThatExceptionOfType(TingbokException.class).isThrownBy(call::make)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  static Upkeep upkeep(Path ledger) {
    return Upkeep.of(ledger.toString(), ledger.getFileName().toString());
  }

  static Verification verify(Path ledger, Optional<String> head) {
    return upkeep(ledger).verify(head, true, _ -> {
    });
  }

  static String export(Path ledger) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    upkeep(ledger).export(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Imported importInto(Path ledger, String export) {
    return upkeep(ledger).importFrom(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), "f.jsonl");
  }

  private static Object snapshot(Path ledger) {
    try (Ledger opened = Ledgers.read(ledger)) {
      return List.of(opened.asOf(AsOf.NOW), opened.readings(), opened.names(), opened.acts());
    }
  }

  private static void sql(Path ledger, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}

package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.Snapshot;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.PageRequest;
import org.tingbok.testkit.ActGenerator;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.Tlp;
import org.tingbok.vocabulary.Verdict;

/// Files that earlier versions wrote are brought up to date, with every entry and every moment as it was.
class OldLedgerTest {
  private static final Instant START = Instant.parse("2024-05-02T12:00:00Z");

  @TempDir
  Path folder;

  private final List<Snapshot.Recorded> readings = new ArrayList<>();
  private final List<NameEntry.Recorded> names = new ArrayList<>();

  @Test
  void aFileOfSchemaOneIsMovedOver() throws IOException, SQLException {
    moved(1);
  }

  @Test
  void aFileOfSchemaTwoIsMovedOver() throws IOException, SQLException {
    moved(2);
  }

  /// What the third had in one table stands in two now.
  @Test
  void aFileOfSchemaThreeIsMovedOver() throws SQLException {
    Path file = folder.resolve("old.ledger");
    ManualClock clock = new ManualClock(START);
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    ActGenerator acting = new ActGenerator(generator);
    Map<AsOf, Snapshot> before = new LinkedHashMap<>();
    try (Ledger ledger = Ledgers.open(file, clock)) {
      for (int round = 0; round < 4; round++) {
        List<Reading> some = generator.readings(5);
        Instant moment = ledger.append(some).recordedAt();
        acting.onRecord(some);
        ledger.act(acting.acts(6));
        before.put(AsOf.NOW.recorded(moment), Snapshot.of(List.of(), List.of(), AsOf.NOW));
      }
      // Once all is done: an erasure drops words as of any moment.
      before.replaceAll((asOf, _) -> ledger.asOf(asOf));
      before.put(AsOf.NOW, ledger.asOf(AsOf.NOW));
    }
    assertThat(backToThree(file)).isPositive();
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Ledgers.read(file)))
        .hasMessageContaining("older version");
    try (Ledger ledger = Ledgers.open(file, clock)) {
      before.forEach((asOf, snapshot) -> {
        assertThat(ledger.asOf(asOf)).isEqualTo(snapshot);
        assertThat(ledger.claims(ClaimQuery.of(), asOf, PageRequest.first(1000)).items())
            .containsExactlyInAnyOrderElementsOf(snapshot.claims());
      });
      ledger.append(generator.readings(2));
    }
    assertThat(Upkeeping.wrong(file)).isEmpty();
  }

  /// The fourth knew no markings.
  @Test
  void aFileOfSchemaFourIsMovedOver() throws SQLException {
    Path file = folder.resolve("old.ledger");
    ManualClock clock = new ManualClock(START);
    List<Reading> some = ReadingGenerator.printingItsSeed().readings(4);
    try (Ledger ledger = Ledgers.open(file, clock)) {
      ledger.append(some);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP TABLE marking");
      statement.executeUpdate("UPDATE about SET value = '4' WHERE name = 'schema'");
      statement.executeUpdate("PRAGMA user_version = 4");
    }
    String document = some.getFirst().document().id().value();
    try (Ledger ledger = Ledgers.open(file, clock)) {
      ledger.act(List.of(new Act.Marked(document, Optional.of(Tlp.RED), "at its head", "ida")));
      assertThat(ledger.cleared(Tlp.AMBER).readings()).extracting(Snapshot.Recorded::reading)
          .isEqualTo(some.subList(1, 4));
    }
    assertThat(Upkeeping.wrong(file)).isEmpty();
  }

  /// Makes of a file what the third version had made of the same entries; how many rows it has of what claims are found by.
  private static long backToThree(Path file) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Dialect dialect = new SqliteDialect(new LedgerFile(file, true, Duration.ofSeconds(5)))) {
      dialect.writing(session -> {
        dialect.eachTerm(session, rows::add);
        session.run("DELETE FROM claim_term");
        for (String row : rows) {
          String[] columns = row.split(", ", -1);
          long epoch = dialect.epoch(Long.parseLong(columns[0]) + Long.parseLong(columns[1]));
          session.run("INSERT INTO claim_term (first, later, until, term, newest, what, epoch) VALUES (" + row + ", "
              + epoch + ")");
        }
        return session.run("UPDATE about SET value = '3' WHERE name = 'schema'");
      });
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DROP TABLE claim_words");
      statement.executeUpdate("DROP TABLE marking");
      statement.executeUpdate("PRAGMA user_version = 3");
    }
    return rows.size();
  }

  @Test
  void aPostgresOfSchemaThreeIsMovedOver() {
    String address = PostgresServer.anew();
    ManualClock clock = new ManualClock(START);
    List<Reading> some = ReadingGenerator.printingItsSeed().readings(4);
    try (Dialect dialect = new PostgresDialect(PostgresAddress.parse(address, Map.of()), true);
        Ledger ledger = new SqlLedger(dialect, clock)) {
      ledger.append(some.subList(0, 2));
      dialect.writing(session -> session.run("DROP TABLE marking")
          + session.run("UPDATE about SET value = '3' WHERE name = 'schema'"));
    }
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Ledgers.read(address)))
        .hasMessageContaining("older version");
    try (Ledger ledger = Ledgers.open(address, clock)) {
      ledger.append(some);
      assertThat(ledger.readings()).extracting(Snapshot.Recorded::reading).isEqualTo(some);
    }
    try (Dialect dialect = new PostgresDialect(PostgresAddress.parse(address, Map.of()), false)) {
      assertThat(dialect.<Long>reading(
          session -> session.number("SELECT value::integer FROM about WHERE name = 'schema'")))
          .isEqualTo(Scripts.LATEST);
    }
  }

  private void moved(int schema) throws IOException, SQLException {
    Path file = folder.resolve("old.ledger");
    write(file, schema);
    ManualClock clock = new ManualClock(START);
    try (Ledger ledger = Ledgers.open(file, clock)) {
      assertThat(ledger.readings()).isEqualTo(readings);
      assertThat(ledger.names()).isEqualTo(names);
      assertThat(ledger.asOf(AsOf.NOW)).isEqualTo(Snapshot.of(readings, names, AsOf.NOW));
      AsOf then = AsOf.NOW.recorded(START.plusSeconds(20));
      assertThat(ledger.claims(ClaimQuery.of(), then, PageRequest.first(1000)).items())
          .containsExactlyInAnyOrderElementsOf(ledger.asOf(then).claims());
      Instant last = names.isEmpty() ? readings.getLast().recordedAt() : names.getLast().recordedAt();
      Reading known = readings.getFirst().reading();
      assertThat(ledger.append(List.of(known, new ReadingGenerator(9).reading(2))).newDocuments()).isEqualTo(1);
      assertThat(ledger.readings().getLast().recordedAt()).isAfter(last);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Session session = new Session(connection)) {
      assertThat(session.list("SELECT name FROM sqlite_schema WHERE name LIKE '%name_entry%' OR name LIKE 'old%'",
          row -> row.getString(1))).isEmpty();
      assertThat(session.number("PRAGMA user_version")).isEqualTo(Scripts.LATEST);
      Chain chain = new Chain();
      session.each("SELECT sequence, kind, subject, document, recorded_at, hash, content FROM entry ORDER BY sequence",
          row -> {
            assertThat(chain.add(row.getLong(1), row.getString(2), row.getString(3),
                Optional.ofNullable(row.getString(4)), row.getLong(5), Chain.digest(row.getString(7))))
                .isEqualTo(row.getBytes(6));
            return true;
          });
    }
  }

  /// What the old versions wrote: the tables of the old scripts, a reading now and a decision then.
  private void write(Path file, int schema) throws IOException, SQLException {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(script("V1__entries.sql"));
      if (schema == 2) {
        statement.executeUpdate(script("V2__names.sql"));
      }
      statement.executeUpdate("PRAGMA application_id = " + SqliteSchema.APPLICATION_ID);
      statement.executeUpdate("PRAGMA user_version = " + schema);
      long sequence = 0;
      for (int i = 0; i < 12; i++) {
        Instant recordedAt = START.plusSeconds(i * 3L);
        Reading reading = generator.reading();
        sequence = entries(connection, sequence, reading, recordedAt);
        readings.add(new Snapshot.Recorded(reading, recordedAt));
        if (schema == 2 && i % 3 == 2) {
          NameEntry entry = new NameEntry.Decided(
              new Decision("Otter " + i, "Heron", Verdict.SAME, "why", "who", LocalDate.parse("2024-04-01")));
          name(connection, names.size() + 1L, entry, recordedAt.plusSeconds(1));
          names.add(new NameEntry.Recorded(entry, recordedAt.plusSeconds(1)));
        }
      }
    }
  }

  private static long entries(Connection connection, long before, Reading reading, Instant recordedAt)
      throws SQLException {
    long sequence = before;
    Document document = reading.document();
    String id = document.id().value();
    try (PreparedStatement insert = connection.prepareStatement("""
        INSERT INTO entry (sequence, kind, subject, document, recorded_at, claim_type, content)
        VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
      Session.bind(insert, ++sequence, "document", id, id, recordedAt.toEpochMilli(), null,
          EntryWriter.document(document));
      insert.executeUpdate();
      for (Claim claim : reading.claims()) {
        Session.bind(insert, ++sequence, "claim", claim.id(), id, recordedAt.toEpochMilli(), claim.type().code(),
            EntryWriter.claim(claim));
        insert.executeUpdate();
      }
      for (Unread unread : reading.unread()) {
        Session.bind(insert, ++sequence, "unread", unread.id(document.id()), id, recordedAt.toEpochMilli(), null,
            EntryWriter.unread(unread));
        insert.executeUpdate();
      }
    }
    return sequence;
  }

  private static void name(Connection connection, long sequence, NameEntry entry, Instant recordedAt)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("""
        INSERT INTO name_entry (sequence, kind, list, subject, recorded_at, content) VALUES (?, ?, ?, ?, ?, ?)""")) {
      Session.bind(insert, sequence, "decided", null, NameEntryJson.subject(entry), recordedAt.toEpochMilli(),
          NameEntryJson.write(entry));
      insert.executeUpdate();
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream script = OldLedgerTest.class.getResourceAsStream("old/" + name)) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void readingAnOldFileLeavesItAlone() throws IOException, SQLException {
    Path file = folder.resolve("old.ledger");
    write(file, 2);
    byte[] before = Files.readAllBytes(file);
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Ledgers.read(file)))
        .hasMessageContaining("older version");
    assertThat(file).hasBinaryContent(before);
  }
}

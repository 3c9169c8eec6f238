package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tingbok.claim.Reading;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.TingbokException;

/// A ledger in PostgreSQL is verified, copied and carried like one in a file, and between the two.
class PostgresUpkeepTest {
  @TempDir
  Path folder;

  private final ManualClock clock = new ManualClock(Instant.parse("2024-05-02T12:00:00Z"));
  private final List<Reading> readings = new ReadingGenerator(43).readings(16);
  private final String address = PostgresServer.anew();

  @Test
  void nothingIsLostBetweenEngines() {
    String file = folder.resolve("leads.ledger").toString();
    try (Ledger ledger = Ledgers.open(file, clock)) {
      UpkeepTest.fill(ledger, readings, clock);
    }
    importInto(address, export(file));
    assertThat(export(address)).isEqualTo(export(file));
    assertThat(snapshot(address)).isEqualTo(snapshot(file));
    assertThat(wrong(address)).isEmpty();

    // There it goes on, words are dropped, and it comes back.
    try (Ledger ledger = Ledgers.open(address, clock)) {
      ledger.append(new ReadingGenerator(44).readings(4));
      ledger.act(List.of(new Act.Erased(UpkeepTest.claims(readings).get(0).document(), "court order 7", "the editor",
          UpkeepTest.DAY)));
    }
    assertThat(wrong(address)).isEmpty();
    Imported rest = importInto(file, export(address));
    assertThat(rest.added()).isPositive();
    assertThat(export(file)).isEqualTo(export(address));
    assertThat(snapshot(file)).isEqualTo(snapshot(address));
    assertThat(wrong(file)).isEmpty();
  }

  @Test
  void aCopyIsAnExportAndRestoresIntoEither() {
    try (Ledger ledger = Ledgers.open(address, clock)) {
      UpkeepTest.fill(ledger, readings, clock);
    }
    Path copy = folder.resolve("team.jsonl");
    Copied copied = upkeep(address).backup(copy);
    assertThat(copy).content(StandardCharsets.UTF_8).isEqualTo(export(address));
    Path file = folder.resolve("leads.ledger");
    assertThat(upkeep(file.toString()).restore(copy)).isEqualTo(copied);
    String other = PostgresServer.anew();
    assertThat(upkeep(other).restore(copy)).isEqualTo(copied);
    String third = PostgresServer.anew();
    assertThat(upkeep(third).restore(file)).isEqualTo(copied);
    assertThat(List.of(export(file.toString()), export(other), export(third))).containsOnly(export(address));
    refused("LEDGER_EXISTS", () -> upkeep(other).restore(copy));
    refused("LEDGER_EXISTS", () -> upkeep(other).restore(file));
    refused("COPY_EXISTS", () -> upkeep(address).backup(copy));
    assertThat(Files.exists(file)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "UPDATE entry SET content = replace(content, '\"ownVoice\":', '\"ownVoice\" :') WHERE sequence = (SELECT min(sequence) FROM entry WHERE kind = 'claim') | (claim claim--",
      "UPDATE entry SET recorded_at = recorded_at + 1 WHERE sequence = 3 | entry 3 (",
      "DELETE FROM entry WHERE sequence = 5 | entry 5 is missing",
      "UPDATE claim_version SET said_to = 7 WHERE first = (SELECT min(first) FROM claim_version) | the table claim_version has a row",
      "DELETE FROM claim_term WHERE first = (SELECT min(first) FROM claim_term) | the table claim_term lacks a row",
      "UPDATE quote_words SET words = 'slander'::tsvector WHERE rowid = (SELECT min(rowid) FROM quote_words) | the table quote_words lacks a row",
      "DELETE FROM document_words | the table document_words lacks a row"})
  void findsWhatWasChangedPastIt(String sql, String line) throws SQLException {
    try (Ledger ledger = Ledgers.open(address, clock)) {
      ledger.append(readings);
    }
    String schema = address.substring(address.indexOf("schema=") + "schema=".length());
    try (Connection connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + PostgresServer.port()
        + "/postgres?currentSchema=" + schema, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE entry DISABLE TRIGGER ALL");
      statement.execute(sql);
    }
    assertThat(wrong(address)).anySatisfy(found -> assertThat(found).contains(line.strip()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "ALTER TABLE entry DISABLE TRIGGER ALL | the trigger entry_append_only is gone or does nothing",
      "DROP TRIGGER entry_never_emptied ON entry | the trigger entry_never_emptied is gone or does nothing",
      "CREATE OR REPLACE FUNCTION entry_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END' | the function entry_append_only is not as Tingbok makes it"})
  void findsThatNothingGuardsTheEntries(String sql, String line) throws SQLException {
    try (Ledger ledger = Ledgers.open(address, clock)) {
      ledger.append(readings);
    }
    assertThat(wrong(address)).isEmpty();
    sql(sql);
    assertThat(wrong(address)).contains(line.strip());
  }

  private void sql(String sql) throws SQLException {
    String schema = address.substring(address.indexOf("schema=") + "schema=".length());
    try (Connection connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + PostgresServer.port()
        + "/postgres?currentSchema=" + schema, "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aCopyFromWhichNoLedgerCanBeMadeIsNone() throws SQLException {
    Reading stray = new ReadingGenerator(77).reading(1);
    try (Ledger ledger = Ledgers.open(address, clock)) {
      ledger.append(List.of(stray));
    }
    // Somebody makes all hashes anew: the chain is whole, but an entry says nothing of what is on record.
    Entry entry = SampleEntries.of(List.of(stray)).get(1);
    List<Entry> chained = new ArrayList<>();
    SampleEntries.add(chained, entry.kind(), entry.subject(), entry.document(), entry.recordedAt(), entry.content());
    Entry alone = chained.getFirst();
    sql("ALTER TABLE entry DISABLE TRIGGER ALL");
    sql("DELETE FROM entry");
    sql("INSERT INTO entry (sequence, kind, subject, document, recorded_at, hash, content) VALUES (1, '" + alone.kind()
        + "', '" + alone.subject() + "', '" + alone.document().orElseThrow() + "', " + alone.recordedAt() + ", '\\x"
        + alone.hash() + "', $$" + alone.content() + "$$)");
    refused("COPY_UNSOUND", () -> upkeep(address).backup(folder.resolve("copy")));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysWhoIsNotLetInAndWhatToDo() {
    assertThat(PostgresErrors.of("postgresql://h/d", new SQLException("no password was provided", "08004")).code())
        .isEqualTo("LEDGER_DENIED");
    assertThat(PostgresErrors.of("postgresql://h/d", new SQLException("gone", "08006")).code())
        .isEqualTo("LEDGER_UNAVAILABLE");
    assertThatExceptionOfType(TingbokException.class).isThrownBy(() -> Ledgers.read(address))
        .withMessageContaining("tingbok add");
    String alias = address.replace("postgresql:", "postgres:");
    try (Ledger ledger = Ledgers.open(alias, clock)) {
      ledger.append(readings);
    }
    assertThat(wrong(address)).isEmpty();
    assertThat(upkeep(alias).name()).startsWith("postgresql://");
  }

  @Test
  void nothingOfABrokenFileIsImported() {
    try (Ledger ledger = Ledgers.open(address, clock)) {
      ledger.append(readings);
    }
    String whole = export(address);
    String other = PostgresServer.anew();
    refused("EXPORT_CUT_OFF", () -> importInto(other, whole.substring(0, whole.length() - 20)));
    refused("EXPORT_BROKEN", () -> importInto(other, whole.replaceFirst("\"certainty\"", "\"certainty\" ")));
    assertThat(upkeep(other).verify(Optional.empty(), true, _ -> {
    }).entries()).isZero();
  }

  @FunctionalInterface
  private interface Call {
    void make();
  }

  private static void refused(String code, Call call) {
    assertThatExceptionOfType(TingbokException.class).isThrownBy(call::make)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static Upkeep upkeep(String ledger) {
    return Upkeep.of(ledger, ledger);
  }

  static List<String> wrong(String ledger) {
    List<String> lines = new ArrayList<>();
    upkeep(ledger).verify(Optional.empty(), true, finding -> lines.add(finding.line()));
    return lines;
  }

  private static String export(String ledger) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    upkeep(ledger).export(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Imported importInto(String ledger, String export) {
    return upkeep(ledger).importFrom(new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), "f.jsonl");
  }

  private static Object snapshot(String ledger) {
    try (Ledger opened = Ledgers.read(ledger)) {
      return List.of(opened.asOf(AsOf.NOW), opened.readings(), opened.names(), opened.acts());
    }
  }
}

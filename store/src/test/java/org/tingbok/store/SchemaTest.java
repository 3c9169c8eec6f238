package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.Ledger;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.PageRequest;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.Condition;
import org.tingbok.query.TextQuery;
import org.tingbok.testkit.ActGenerator;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.claim.Reading;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.SlotRole;

/// The tables of the two engines, and that those made from entries can be made again.
class SchemaTest {
  private static final List<String> MADE = List.of("moment ORDER BY recorded_at", "document_row ORDER BY number",
      "document_entry ORDER BY document, sequence", "claim_key ORDER BY first", "claim_version ORDER BY first, later",
      "claim_term ORDER BY epoch, term, newest, first, later", "account ORDER BY number");

  @TempDir
  Path folder;

  private final ManualClock clock = new ManualClock(Instant.parse("2024-05-02T12:00:00Z"));

  @Test
  void bothEnginesHaveTheSameTablesAndColumns() {
    Map<String, List<String>> sqlite;
    try (Dialect dialect = sqlite()) {
      sqlite = tables(dialect, """
          SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
          WHERE m.type = 'table' AND m.name NOT LIKE '%!_words!_%' ESCAPE '!' ORDER BY m.name, c.name""");
      // Where PostgreSQL has all of claim_term.
      assertThat(sqlite.remove(Rebuild.TERMS)).isNotEmpty();
    }
    // FTS5 shows the number of a row as a column that is asked for by name only.
    Rebuild.WORDS.forEach(table -> sqlite.computeIfPresent(table, (_, columns) -> List.of("rowid", "words")));
    try (Dialect dialect = postgres()) {
      assertThat(tables(dialect, """
          SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()
          ORDER BY table_name, column_name""")).isEqualTo(sqlite).containsKeys("entry", "claim_term", "quote_words");
    }
  }

  @Test
  void everyWordOfTheVocabularyHasANumber() {
    assertThat(ClaimRow.TYPES).containsExactlyInAnyOrder(ClaimType.values());
    assertThat(ClaimRow.ROLES).containsExactlyInAnyOrder(SlotRole.values());
    assertThat(ClaimRow.KINDS).containsExactlyInAnyOrder(PartyKind.values());
    assertThat(ClaimRow.CERTAINTIES).containsExactlyInAnyOrder(CertaintyLevel.values());
  }

  private static Map<String, List<String>> tables(Dialect dialect, String sql) {
    Map<String, List<String>> tables = new TreeMap<>();
    dialect.reading(session -> {
      session.each(sql, row -> tables.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2)));
      return true;
    });
    return tables;
  }

  @Test
  void whatIsMadeFromEntriesCanBeMadeAgain() {
    for (Dialect dialect : List.of(sqlite(), postgres())) {
      try (Ledger ledger = new SqlLedger(dialect, clock)) {
        ReadingGenerator generator = ReadingGenerator.printingItsSeed();
        ActGenerator acting = new ActGenerator(generator);
        for (int round = 0; round < 8; round++) {
          List<Reading> readings = generator.readings(5);
          ledger.append(readings);
          acting.onRecord(readings);
          ledger.act(acting.acts(6));
        }
        Map<String, List<String>> before = rows(dialect);
        List<RecordedClaim> found = found(ledger);
        dialect.writing(session -> {
          Rebuild.all(session, dialect);
          return true;
        });
        assertThat(rows(dialect)).isEqualTo(before);
        assertThat(found(ledger)).isEqualTo(found);
      }
    }
  }

  private static List<RecordedClaim> found(Ledger ledger) {
    List<RecordedClaim> found = new ArrayList<>();
    for (String words : List.of("harbour", "tables -lynx", "\"Copper Lynx\"", "пор* OR pilots", "said")) {
      found.addAll(ledger.claims(ClaimQuery.of(new Condition.Quotes(TextQuery.parse(words))), AsOf.NOW,
          PageRequest.first(1000)).items());
      found.addAll(ledger.claims(ClaimQuery.of(new Condition.OfIncident(TextQuery.parse(words))), AsOf.NOW,
          PageRequest.first(1000)).items());
    }
    return found;
  }

  private static Map<String, List<String>> rows(Dialect dialect) {
    Map<String, List<String>> rows = new TreeMap<>();
    dialect.reading(session -> {
      for (String table : MADE) {
        rows.put(table, session.list("SELECT * FROM " + table, SchemaTest::text));
      }
      return true;
    });
    return rows;
  }

  private static String text(java.sql.ResultSet row) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      text.append(row.getString(i)).append(' ');
    }
    return text.toString();
  }

  private Dialect sqlite() {
    return new SqliteDialect(new LedgerFile(folder.resolve("leads.ledger"), true, Duration.ofSeconds(5)));
  }

  private static Dialect postgres() {
    return new PostgresDialect(PostgresAddress.parse(PostgresServer.anew(), Map.of()), true);
  }
}

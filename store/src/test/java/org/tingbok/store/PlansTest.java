package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.mention.PartyKind;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Days;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.PageRequest;
import org.tingbok.query.TextQuery;
import org.tingbok.testkit.ActGenerator;
import org.tingbok.testkit.ManualClock;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.SlotRole;
import org.tingbok.vocabulary.Tlp;

/// How the engines go about every question: by an index, whatever is asked. What goes through a whole table takes longer
/// with every claim that is added.
class PlansTest {
  private static final Set<String> LARGE = Set.of("entry", "document_row", "document_entry", "claim_key",
      "claim_version", "claim_term", "account", "quote_words", "account_words", "document_words", "claim_words");
  /// Names that tables have within a question.
  private static final Pattern ALIAS =
      Pattern
          .compile("\\b(?:FROM|JOIN) (" + String.join("|", LARGE) + ")(?: (?!WHERE|ORDER|JOIN|CROSS|LIMIT|ON)(\\w+))?");
  private static final TextQuery WORDS = TextQuery.parse("tide tables");
  private static final Days SPRING =
      new Days(Optional.of(LocalDate.parse("2024-03-01")), Optional.of(LocalDate.parse("2024-05-31")));

  @TempDir
  Path folder;

  private final ManualClock clock = new ManualClock(Instant.parse("2024-05-02T12:00:00Z"));
  private final Set<String> asked = new TreeSet<>();
  private Instant moment = Instant.EPOCH;
  private String claim = "";
  private String account = "";
  private DocumentId document = new DocumentId("document--0");

  @Test
  void sqliteNeverGoesThroughALargeTable() throws SQLException {
    LedgerFile file = new LedgerFile(folder.resolve("leads.ledger"), true, Duration.ofSeconds(5));
    try (SqliteDialect dialect = new SqliteDialect(file); Connection connection = file.connect(true)) {
      everything(dialect, connection);
      List<String> slow = new ArrayList<>();
      try (Statement statement = connection.createStatement()) {
        for (String sql : asked) {
          Map<String, String> names = names(sql);
          try (var row = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (row.next()) {
              String step = row.getString("detail");
              Matcher scan = Pattern.compile("SCAN (\\w+)(.*)").matcher(step);
              // Of words, M and = stand for what is looked for; no sign means all of them.
              if (scan.matches() && !mayGoThrough(sql, step) && names.containsKey(scan.group(1))
                  && !scan.group(2).matches(".*INDEX \\d+:.*[M=].*")) {
                slow.add(step + " in " + sql);
              }
            }
          }
        }
      }
      assertThat(slow).isEmpty();
    }
  }

  @Test
  void postgresNeedNotGoThroughALargeTable() throws SQLException {
    String address = PostgresServer.anew();
    String schema = address.substring(address.indexOf("schema=") + "schema=".length());
    try (PostgresDialect dialect = new PostgresDialect(PostgresAddress.parse(address, Map.of()), true);
        Connection connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + PostgresServer.port()
            + "/postgres?preferQueryMode=simple&currentSchema=" + schema, "postgres", "postgres")) {
      everything(dialect, connection);
      List<String> slow = new ArrayList<>();
      try (Statement statement = connection.createStatement()) {
        // Of tables as small as these all would be read; this way only those are for which there is nothing better.
        statement.execute("SET enable_seqscan = off");
        for (String sql : asked) {
          try (var row = statement.executeQuery("EXPLAIN (GENERIC_PLAN) " + numbered(sql))) {
            while (row.next()) {
              Matcher scan = Pattern.compile(".*Seq Scan on (\\w+).*").matcher(row.getString(1));
              if (scan.matches() && !mayGoThrough(sql, scan.group()) && LARGE.contains(scan.group(1))) {
                slow.add(row.getString(1).strip() + " in " + sql);
              }
            }
          }
        }
      }
      assertThat(slow).isEmpty();
    }
  }

  /// How many claims there are of which only their own row tells whether they count is known once all were counted; whether
  /// there is any row at all, with the first; which is the last, with the last.
  private static boolean mayGoThrough(String sql, String step) {
    return sql.startsWith("SELECT count(*) FROM claim_version p") || sql.equals("SELECT 1 FROM claim_term LIMIT 1")
        || sql.endsWith(" ORDER BY sequence DESC LIMIT 1") || step.contains("USING INDEX entry_other");
  }

  /// What tables are called in a question, by that name.
  private static Map<String, String> names(String sql) {
    Map<String, String> names = new java.util.TreeMap<>();
    Matcher table = ALIAS.matcher(sql.replaceAll("\\s+", " "));
    while (table.find()) {
      names.put(Optional.ofNullable(table.group(2)).orElse(table.group(1)), table.group(1));
    }
    return names;
  }

  private static String numbered(String sql) {
    StringBuilder numbered = new StringBuilder();
    int number = 0;
    for (int at = 0; at < sql.length(); at++) {
      numbered.append(sql.charAt(at) == '?' ? "$" + ++number : sql.substring(at, at + 1));
    }
    return numbered.toString();
  }

  /// Asks everything that can be asked, and notes the SQL.
  private void everything(Dialect dialect, Connection connection) throws SQLException {
    fill(dialect);
    connection.setAutoCommit(false);
    try (Session session = new Session(noting(connection))) {
      for (Optional<Tlp> ceiling : List.of(Optional.<Tlp>empty(), Optional.of(Tlp.GREEN))) {
        for (AsOf asOf : List.of(AsOf.NOW, AsOf.said(LocalDate.parse("2024-04-01")), AsOf.NOW.recorded(moment),
            AsOf.said(LocalDate.parse("2024-04-01")).recorded(moment))) {
          for (ClaimQuery query : queries(asOf.equals(AsOf.NOW))) {
            for (ClaimOrder order : ClaimOrder.values()) {
              new ClaimSearch(session, dialect, query.in(order), asOf, Stems.FORMS, ceiling).page(PageRequest.first(2));
            }
            if (!query.all().isEmpty()) {
              // How many there are altogether is counted one by one.
              new ClaimSearch(session, dialect, query, asOf, Stems.FORMS, ceiling).count();
            }
          }
          for (DocumentQuery query : List.of(DocumentQuery.of(WORDS), new DocumentQuery(Optional.empty(), SPRING,
              Set.of("en"), Set.of("Vik Radio")),
              new DocumentQuery(Optional.of(WORDS), SPRING, Set.of("en", "nb"),
                  Set.of()))) {
            new DocumentSearch(session, dialect, query, asOf, Stems.FORMS, ceiling).page(PageRequest.first(2));
          }
        }
      }
      Lookup lookup = new Lookup(session, dialect);
      long first = lookup.claim(claim).orElseThrow();
      lookup.history(first);
      lookup.acts(claim);
      lookup.erased(document.value());
      EntryLog.document(session, dialect, lookup.document(document.value()).orElseThrow());
      new EntryTable(session, dialect).ofDocument(document.value(), first);
      EntryLog log = new EntryLog();
      log.names(session, dialect);
      log.acts(session, dialect);
      ActGenerator acting = new ActGenerator(new ReadingGenerator(4));
      acting.onRecord(new ReadingGenerator(4).readings(30));
      new ActRecorder(session, dialect, Stems.FORMS).act(acting.acts(60), clock);
      connection.rollback();
    }
    connection.setAutoCommit(true);
    asked.removeIf(sql -> sql.startsWith("INSERT"));
    assertThat(asked).hasSizeGreaterThan(100);
  }

  private void fill(Dialect dialect) {
    Ledger ledger = new SqlLedger(dialect, clock);
    ReadingGenerator generator = new ReadingGenerator(4);
    ActGenerator acting = new ActGenerator(new ReadingGenerator(5));
    List<Reading> readings = generator.readings(30);
    moment = ledger.append(readings).recordedAt();
    acting.onRecord(readings);
    ledger.act(acting.acts(40).stream().filter(act -> !act.getClass().getSimpleName().equals("Erased")).toList());
    document = readings.getFirst().document().id();
    claim = readings.stream().flatMap(one -> one.claims().stream()).findFirst().orElseThrow().id();
    account = readings.stream().flatMap(one -> one.claims().stream()).flatMap(one -> one.account().stream())
        .findFirst().orElseThrow().id();
  }

  /// Each condition alone, and each with each other.
  private List<ClaimQuery> queries(boolean pairs) {
    Set<SlotRole> all = Set.of(SlotRole.values());
    List<Condition> conditions = List.of(new Condition.OfType(Set.of(ClaimType.DENIAL)),
        new Condition.OfCertainty(Set.of(CertaintyLevel.LOW)), new Condition.OneOf(Set.of(claim)),
        new Condition.InDocument(Set.of(document)), new Condition.OfAccount(Set.of(account)),
        new Condition.OfIncident(WORDS), new Condition.WithParty(all, Set.of("Copper Lynx", "Tin Heron")),
        new Condition.WithKind(all, Set.of(PartyKind.STATE)), new Condition.OfState(all, Set.of("NO")),
        new Condition.InSector(Set.of("energy")), new Condition.Happened(SPRING), new Condition.Said(SPRING),
        new Condition.Recorded(Optional.of(moment), Optional.of(moment.plusSeconds(9))), new Condition.Quotes(WORDS));
    List<ClaimQuery> queries = new ArrayList<>(List.of(ClaimQuery.of()));
    for (Condition one : conditions) {
      queries.add(ClaimQuery.of(one));
      conditions.stream().filter(other -> pairs && !other.equals(one))
          .forEach(other -> queries.add(ClaimQuery.of(one, other)));
    }
    return queries;
  }

  /// The same connection, which notes what is prepared on it.
  private Connection noting(Connection connection) {
    return (Connection) Proxy.newProxyInstance(PlansTest.class.getClassLoader(), new Class<?>[] {Connection.class},
        (_, method, arguments) -> {
          if (method.getName().equals("prepareStatement")) {
            asked.add(String.valueOf(arguments[0]));
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}

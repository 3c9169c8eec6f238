package org.tingbok.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// Holds a ledger against what was recorded: the file, the entries, and the tables that are made from them, which are made
/// anew beside it for that.
final class Verifier {
  private static final Set<String> DAMAGED = Set.of("LEDGER_DAMAGED", "LEDGER_IO", "LEDGER_FAULT", "ENTRY_UNREADABLE");
  private static final String NO_ENTRY = "0".repeat(2 * Chain.LENGTH);

  private final Dialect dialect;
  private final Optional<String> asked;
  private final Consumer<Verification.Finding> each;
  private final Map<String, Long> kinds = new TreeMap<>();
  private Optional<Long> askedAt;
  private String head = NO_ENTRY;
  private List<String> guards = List.of();
  private final Set<Long> partly = new TreeSet<>();
  private long entries;
  private long troubles;

  /// A verifier, for one use.
  ///
  /// @param asked the head that is asked about
  /// @param each is told of whatever is wrong
  Verifier(Dialect dialect, Optional<String> asked, Consumer<Verification.Finding> each) {
    this.dialect = dialect;
    this.asked = asked;
    this.each = each;
    askedAt = asked.filter(NO_ENTRY::equals).map(_ -> 0L);
  }

  /// Looks at everything.
  ///
  /// @param tables whether also at the tables that are made from entries
  Verification verify(boolean tables) {
    boolean[] begun = new boolean[1];
    try {
      dialect.reading(session -> {
        if (begun[0]) {
          throw new UnavailableException("LEDGER_UNAVAILABLE", "the database of the ledger " + dialect.place()
              + " was restarted meanwhile; verify it again");
        }
        begun[0] = true;
        walk(session, tables);
        return troubles;
      });
    } catch (TingbokException e) {
      if (!damaged(e)) {
        throw e;
      }
      found(String.valueOf(e.getMessage()));
    }
    return new Verification(entries, kinds, head, asked, askedAt, troubles);
  }

  /// Whether an error says that the ledger itself is at fault, not the way to it.
  static boolean damaged(TingbokException e) {
    return DAMAGED.contains(e.code());
  }

  private void walk(Session session, boolean tables) throws SQLException {
    dialect.unsound(session).forEach(this::found);
    EntryCheck check = new EntryCheck(new EntryTable(session, dialect));
    if (tables) {
      try (Shadow shadow = new Shadow()) {
        walk(session, check, Optional.of(shadow));
        if (troubles == 0) {
          compare(session, shadow);
        } else {
          each.accept(new Verification.Finding(0, "", "",
              "the tables made from entries were not looked at: that can be done once the entries are as recorded"));
        }
      }
    } else {
      walk(session, check, Optional.empty());
    }
    guards.forEach(this::found);
  }

  private void walk(Session session, EntryCheck check, Optional<Shadow> shadow) throws SQLException {
    new EntryTable(session, dialect).each(entry -> {
      entries++;
      head = entry.hash();
      if (entry.kind().equals("document") && !dialect.wordsWhole(entry)) {
        partly.add(entry.sequence());
      }
      kinds.merge(entry.kind(), 1L, Long::sum);
      if (asked.filter(entry.hash()::equals).isPresent()) {
        askedAt = Optional.of(entry.sequence());
      }
      check.next(entry).forEach(what -> found(entry, what));
      if (shadow.isPresent() && troubles == 0) {
        shadow.get().next(entry);
      }
    });
    check.end().forEach(wrong -> found(wrong.entry(), wrong.what()));
    guards = dialect.unguarded(session);
  }

  private void compare(Session session, Shadow shadow) throws SQLException {
    Derived.Side kept = Derived.of(session, dialect, partly);
    for (Derived.Table table : Derived.TABLES) {
      for (String what : shadow.compare(kept, table, partly)) {
        found(what);
      }
    }
  }

  private void found(String what) {
    troubles++;
    each.accept(new Verification.Finding(0, "", "", what));
  }

  private void found(Entry entry, String what) {
    troubles++;
    each.accept(new Verification.Finding(entry.sequence(), entry.kind(), entry.subject(), what));
  }

  /// A ledger of the same entries in a temporary file, a few thousand entries at a time.
  private static final class Shadow implements AutoCloseable {
    private static final int AT_ONCE = 5000;
    private static final long CHARACTERS_AT_ONCE = 32L * 1024 * 1024;

    private final TemporaryFolder folder = TemporaryFolder.of("tingbok-verify");
    private final Dialect dialect;
    private final List<Entry> waiting = new ArrayList<>();
    private long characters;

    private Shadow() {
      try {
        dialect = new SqliteDialect(
            new LedgerFile(folder.path().resolve("shadow.ledger"), true, Duration.ofSeconds(5)));
      } catch (TingbokException e) {
        folder.close();
        throw e;
      }
    }

    private void next(Entry entry) {
      boolean sameAppend = !waiting.isEmpty() && waiting.getLast().recordedAt() == entry.recordedAt();
      if (!sameAppend && (waiting.size() >= AT_ONCE || characters >= CHARACTERS_AT_ONCE)) {
        write();
      }
      waiting.add(entry);
      characters += entry.content().length();
    }

    private void write() {
      dialect.writing(session -> {
        Rebuild rebuild = new Rebuild(session, dialect);
        for (Entry entry : waiting) {
          rebuild.entry(rebuild.recorder().add(entry.kind(), entry.subject(), entry.document(),
              Instant.ofEpochMilli(entry.recordedAt()), entry.content()), entry.kind(),
              entry.document().map(DocumentId::new), Instant.ofEpochMilli(entry.recordedAt()),
              EntryContent.bytes(entry.content()));
        }
        rebuild.finish();
        return waiting.size();
      });
      waiting.clear();
      characters = 0;
    }

    private List<String> compare(Derived.Side kept, Derived.Table table, Set<Long> partly) {
      write();
      return dialect.reading(session -> Derived.wrong(kept, Derived.of(session, dialect, partly), table));
    }

    @Override
    public void close() {
      try (folder) {
        dialect.close();
      }
    }
  }
}

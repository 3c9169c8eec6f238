package org.tingbok.store;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;

/// Makes the tables that are made from entries, entry by entry, within one transaction.
final class Rebuild {
  private static final List<String> MADE = List.of("moment", "document_row", "document_entry", "claim_key",
      "claim_version", "claim_term", "account", "marking");
  /// Entries that are on record have theirs.
  private static final ByteBuffer NO_DIGEST = ByteBuffer.allocate(0);
  static final List<String> WORDS = List.of("quote_words", "account_words", "document_words");
  static final String TERMS = "claim_words";

  private final Session session;
  private final Dialect dialect;
  private final Recorder recorder;
  private final Versions versions;
  private final List<Versions.Numbered> acts = new ArrayList<>();
  private final Map<DocumentId, Long> numbers = new HashMap<>();
  private @Nullable Group group;
  private Optional<Instant> moment = Optional.empty();
  private long last;

  Rebuild(Session session, Dialect dialect) throws SQLException {
    this.session = session;
    this.dialect = dialect;
    recorder = new Recorder(session, dialect);
    versions = new Versions(session, dialect, recorder.index(), Stems.FORMS);
  }

  /// Empties the tables and fills them again.
  static void all(Session session, Dialect dialect) throws SQLException {
    for (String table : MADE) {
      session.run("DELETE FROM " + table);
    }
    for (String table : WORDS) {
      session.run(dialect.emptyWords(table));
    }
    if (dialect.termsAreWords()) {
      session.run(dialect.emptyWords(TERMS));
    }
    Rebuild rebuild = new Rebuild(session, dialect);
    session.each("SELECT sequence, kind, document, recorded_at, content FROM entry ORDER BY sequence", row -> {
      rebuild.entry(row.getLong(1), Columns.text(row, 2), Optional.ofNullable(row.getString(3)).map(DocumentId::new),
          Instant.ofEpochMilli(row.getLong(4)), Columns.bytes(row, 5));
      return true;
    });
    rebuild.finish();
    session.run("UPDATE about SET value = ? WHERE name = 'words'", Stems.VERSION);
  }

  /// Adds entries where there are none yet.
  Recorder recorder() {
    return recorder;
  }

  /// Claims of one document in one append.
  private record Group(DocumentId id, Document document, List<Index.NewClaim> claims,
      Map<IncidentAccount, Prepared.Account> accounts) {
  }

  /// Goes on to the next entry.
  void entry(long sequence, String kind, Optional<DocumentId> document, Instant recordedAt, byte[] content)
      throws SQLException {
    if (moment.filter(recordedAt::equals).isEmpty()) {
      endMoment();
      moment = Optional.of(recordedAt);
    }
    last = sequence;
    if (document.isEmpty()) {
      endGroup();
      return;
    }
    DocumentId id = document.get();
    switch (kind) {
      case "document" -> {
        endGroup();
        Document read = EntryReader.document(content);
        recorder.index().document(sequence, read, Prepared.words(read, Stems.FORMS));
        numbers.put(id, sequence);
        group = new Group(id, read, new ArrayList<>(), new HashMap<>());
      }
      case "claim" -> {
        Group now = group(id);
        Claim claim = EntryReader.claim(content);
        String language = now.document.language();
        now.claims.add(new Index.NewClaim(sequence, new Prepared.ClaimEntry(
            new Prepared.Entry(claim.id(), "", NO_DIGEST,
                ClaimRow.quotes(Stems.FORMS, language, claim.evidence())),
            ClaimRow.of(claim, now.document), claim.account().map(told -> now.accounts.computeIfAbsent(told,
                one -> Prepared.Account.of(one, language, Stems.FORMS))))));
      }
      case "unread" -> recorder.index().unread(number(id), sequence, EntryReader.unread(content).id(id));
      default -> {
        endGroup();
        recorder.index().member(number(id), sequence);
        acts.add(new Versions.Numbered(sequence, ActJson.read(kind, content)));
      }
    }
  }

  private Group group(DocumentId id) throws SQLException {
    Group now = group;
    if (now == null || !now.id.equals(id)) {
      endGroup();
      long number = number(id);
      recorder.flush();
      now = new Group(id, new Lookup(session, dialect).bare(number), new ArrayList<>(), new HashMap<>());
      group = now;
    }
    return now;
  }

  private long number(DocumentId id) throws SQLException {
    Optional<Long> known = Optional.ofNullable(numbers.get(id));
    if (known.isPresent()) {
      return known.get();
    }
    recorder.flush();
    return new Lookup(session, dialect).document(id.value())
        .orElseThrow(() -> dialect.damaged("something of " + id + " is on record, the document is not",
            Optional.empty()));
  }

  private void endGroup() throws SQLException {
    Group done = group;
    group = null;
    if (done != null && !done.claims.isEmpty()) {
      recorder.index().claims(number(done.id), done.claims);
    }
  }

  private void endMoment() throws SQLException {
    endGroup();
    if (moment.isPresent()) {
      if (!acts.isEmpty()) {
        recorder.flush();
        versions.follow(acts, moment.get());
        acts.clear();
      }
      session.run("INSERT INTO moment (recorded_at, sequence) VALUES (?, ?)", moment.get().toEpochMilli(), last);
    }
    // Documents are told of in the append that records them, seldom later.
    numbers.clear();
  }

  /// Writes what waits, so that it can be looked up. What an append says of one document may be cut in two only by an entry
  /// that would end it anyway.
  void flush() throws SQLException {
    endGroup();
    recorder.flush();
  }

  /// Ends with the last entry.
  void finish() throws SQLException {
    endMoment();
    recorder.flush();
  }
}

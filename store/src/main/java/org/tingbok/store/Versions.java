package org.tingbok.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.WordForms;

/// Closes and opens versions of claims after acts about them. What stands is worked out by [ClaimHistory].
final class Versions {
  private final Session session;
  private final Dialect dialect;
  private final Index index;
  private final WordForms forms;

  Versions(Session session, Dialect dialect, Index index, WordForms forms) {
    this.session = session;
    this.dialect = dialect;
    this.index = index;
    this.forms = forms;
  }

  /// An act with its sequence.
  record Numbered(long sequence, Act act) {
  }

  /// What happened to a claim in one append.
  ///
  /// @param since the last act about it or its document
  /// @param own the last act about it alone; empty if there is none
  private record Change(long since, Optional<Long> own) {
    Change followedBy(Change later) {
      return new Change(later.since, later.own.or(() -> own));
    }
  }

  /// A row of claim_version that is open.
  private record Open(long later, Optional<Long> words, Optional<Long> account, long newest) {
  }

  /// Follows up on the acts of one append.
  ///
  /// @param acts which are on record, as is everything they are about
  /// @param recordedAt their moment
  void follow(List<Numbered> acts, Instant recordedAt) throws SQLException {
    index.flush();
    Lookup lookup = new Lookup(session, dialect);
    Map<Long, Change> changes = new LinkedHashMap<>();
    for (Numbered one : acts) {
      switch (one.act()) {
        case Act.Ruled ruled -> claim(ruled.ruling().claim(), one, lookup, changes);
        case Act.Misread misread -> claim(misread.claim(), one, lookup, changes);
        case Act.Revised revised -> claim(revised.claim().id(), one, lookup, changes);
        case Act.Retracted retracted -> {
          Optional<Long> document = lookup.document(retracted.subject());
          if (document.isPresent()) {
            List<Long> claims = session.list("""
                SELECT v.first FROM document_entry d JOIN claim_version v ON v.first = d.sequence AND v.later = 0
                WHERE d.document = ?""", row -> row.getLong(1), document.get());
            claims.forEach(
                first -> changes.merge(first, new Change(one.sequence(), Optional.empty()), Change::followedBy));
          } else {
            claim(retracted.subject(), one, lookup, changes);
          }
        }
        case Act.Marked marked -> marked(marked, lookup);
        case Act.Reopened _, Act.Erased _, Act.Grouped _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _ ->
          {
          }
      }
    }
    for (Map.Entry<Long, Change> change : changes.entrySet()) {
      change(change.getKey(), change.getValue(), recordedAt, lookup);
    }
    index.flush();
  }

  /// Which markings hold is all that questions need to know: they hold whatever moment is asked about.
  private void marked(Act.Marked marked, Lookup lookup) throws SQLException {
    Optional<Long> claim = marked.subject().startsWith("claim--") ? lookup.claim(marked.subject()) : Optional.empty();
    long document = claim.isPresent() ? lookup.documentOf(claim.get())
        : lookup.document(marked.subject()).orElseThrow();
    session.run("DELETE FROM marking WHERE document = ? AND claim = ?", document, claim.orElse(0L));
    if (marked.marking().isPresent()) {
      session.run("INSERT INTO marking (document, claim, level) VALUES (?, ?, ?)", document, claim.orElse(0L),
          marked.marking().get().level());
    }
  }

  private static void claim(String id, Numbered act, Lookup lookup, Map<Long, Change> changes) throws SQLException {
    Optional<Long> first = id.startsWith("unread--") ? Optional.empty() : lookup.claim(id);
    if (first.isPresent()) {
      changes.merge(first.get(), new Change(act.sequence(), Optional.of(act.sequence())), Change::followedBy);
    }
  }

  private void change(long first, Change change, Instant recordedAt, Lookup lookup) throws SQLException {
    long documentNumber = lookup.documentOf(first);
    Document document = lookup.bare(documentNumber);
    ClaimHistory history = lookup.history(first);
    Optional<RecordedClaim> was = history.asOf(document, AsOf.NOW.recorded(recordedAt.minusMillis(1)));
    Optional<RecordedClaim> is = history.asOf(document, AsOf.NOW.recorded(recordedAt));
    Optional<Open> open = open(first);
    if (open.isPresent() && was.isPresent()) {
      index.close(first, open.get().later, open.get().account, ClaimRow.of(was.get().claim(), document), change.since);
    }
    if (is.isEmpty()) {
      return;
    }
    Claim claim = is.get().claim();
    ClaimRow row = ClaimRow.of(claim, document);
    Optional<Long> words = words(claim, row, history, document, open, was, change);
    Optional<Long> account = account(first, claim, row, history, document, open, was, change, lookup);
    index.version(first, change.since - first, words, documentNumber, account, row);
    index.flush();
  }

  private Optional<Open> open(long first) throws SQLException {
    return session.first("SELECT later, words, account, newest FROM claim_version WHERE first = ? AND until IS NULL",
        row -> {
          long later = row.getLong(1);
          long newest = row.getLong(4);
          long words = row.getLong(2);
          Optional<Long> known = row.wasNull() ? Optional.empty() : Optional.of(words);
          long account = row.getLong(3);
          return new Open(later, known, row.wasNull() ? Optional.empty() : Optional.of(account), newest);
        }, first);
  }

  /// Where the quotes are found: where they were if neither they nor the day changed, else under the act.
  private Optional<Long> words(Claim claim, ClaimRow row, ClaimHistory history, Document document,
      Optional<Open> open, Optional<RecordedClaim> was, Change change) throws SQLException {
    if (open.isPresent() && was.isPresent() && open.get().newest == row.newest()
        && was.get().claim().evidence().equals(claim.evidence())) {
      return open.get().words;
    }
    if (history.read().evidence().equals(claim.evidence())
        && ClaimRow.of(history.read(), document).newest() == row.newest()) {
      return Optional.empty();
    }
    long own = change.own.orElseThrow();
    index.quotes(row.newest(), own, ClaimRow.quotes(forms, document.language(), claim.evidence()));
    return Optional.of(own);
  }

  private Optional<Long> account(long first, Claim claim, ClaimRow row, ClaimHistory history, Document document,
      Optional<Open> open, Optional<RecordedClaim> was, Change change, Lookup lookup) throws SQLException {
    if (claim.account().isEmpty()) {
      return Optional.empty();
    }
    IncidentAccount told = claim.account().get();
    Optional<Long> known = Optional.empty();
    if (was.flatMap(one -> one.claim().account()).filter(told::equals).isPresent()) {
      known = open.flatMap(Open::account);
    } else if (history.read().account().filter(told::equals).isPresent()) {
      known = session.first("SELECT account FROM claim_version WHERE first = ? AND later = 0", one -> one.getLong(1),
          first);
    }
    Prepared.Account account = Prepared.Account.of(told, document.language(), forms);
    if (known.isPresent()) {
      if (!session.any("""
          SELECT 1 FROM document_entry d JOIN claim_version v ON v.first = d.sequence
          WHERE d.document = ? AND v.account = ? AND v.newest = ?""", lookup.documentOf(first), known.get(),
          row.newest())) {
        index.accountWords(known.get(), account.words(), row.newest());
      }
      return known;
    }
    long own = change.own.orElseThrow();
    index.account(own, account, Set.of(row.newest()));
    return Optional.of(own);
  }
}

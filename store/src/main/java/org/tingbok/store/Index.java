package org.tingbok.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tingbok.document.Document;
import org.tingbok.mention.NameKey;

/// Writes the tables that are made from entries, within one transaction. Rows of the large ones are put in order before
/// they are written, so that a page is touched once.
final class Index {
  private static final int MOST = 60_000;
  /// Of a claim, about.
  private static final int TERMS = 8;

  private final Dialect dialect;
  private final Session session;
  private final Rows documents;
  private final Rows members;
  private final Rows keys;
  private final Rows versions;
  private final Rows terms;
  private final Rows accounts;
  private final List<Term> waiting = new ArrayList<>();
  private final List<Key> waitingKeys = new ArrayList<>();
  private final List<Words> quotes = new ArrayList<>();
  private final List<Words> incidents = new ArrayList<>();
  private final List<Words> found = new ArrayList<>();
  private final List<Words> texts = new ArrayList<>();

  Index(Session session, Dialect dialect) throws SQLException {
    this.session = session;
    this.dialect = dialect;
    documents = new Rows(session, """
        INSERT INTO document_row (number, id_key, published_from, published_to, language, publisher)
        VALUES (?, ?, ?, ?, ?, ?)""");
    members = new Rows(session, "INSERT INTO document_entry (document, sequence) VALUES (?, ?)");
    keys = new Rows(session, "INSERT INTO claim_key (epoch, id_key, first) VALUES (?, ?, ?)");
    versions = new Rows(session, """
        INSERT INTO claim_version (first, later, words, document, account, what, kinds, newest, said_from, said_to,
          event_from, event_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
    terms = new Rows(session, """
        INSERT INTO claim_term (epoch, term, newest, first, later, what) VALUES (?, ?, ?, ?, ?, ?)""");
    accounts = new Rows(session, "INSERT INTO account (number, id_key) VALUES (?, ?)");
  }

  private record Term(long epoch, long term, long newest, long first, long later, int what)
      implements Comparable<Term> {
    @Override
    public int compareTo(Term other) {
      if (epoch != other.epoch) {
        return Long.compare(epoch, other.epoch);
      }
      if (term != other.term) {
        return Long.compare(term, other.term);
      }
      return newest == other.newest ? Long.compare(first, other.first) : Long.compare(newest, other.newest);
    }
  }

  private record Key(long epoch, long key, long first) {
  }

  private record Words(long number, String words) {
  }

  void document(long number, Document document, String words) throws SQLException {
    documents.add(number, Terms.id(document.id().value()), ClaimRow.first(document.published()),
        ClaimRow.last(document.published()), document.language(), publisher(document));
    words(texts, number, words);
  }

  private static @Nullable Long publisher(Document document) {
    return document.publisher().map(NameKey::of).map(Terms::publisher).orElse(null);
  }

  /// An entry that belongs to a document.
  void member(long document, long sequence) throws SQLException {
    members.add(document, sequence);
  }

  /// An unread sentence.
  void unread(long document, long sequence, String id) throws SQLException {
    member(document, sequence);
    key(sequence, id);
  }

  private void key(long sequence, String id) {
    waitingKeys.add(new Key(dialect.epoch(sequence), Terms.id(id), sequence));
  }

  /// A claim with the sequence of its entry.
  record NewClaim(long first, Prepared.ClaimEntry claim) {
  }

  /// Claims that one append recorded of a document.
  void claims(long document, List<NewClaim> claims) throws SQLException {
    IdentityHashMap<Prepared.Account, Long> numbers = new IdentityHashMap<>();
    IdentityHashMap<Prepared.Account, Set<Long>> days = new IdentityHashMap<>();
    for (NewClaim one : claims) {
      ClaimRow row = one.claim.row();
      one.claim.account().ifPresent(account -> {
        numbers.putIfAbsent(account, one.first);
        days.computeIfAbsent(account, _ -> new TreeSet<>()).add(row.newest());
      });
      member(document, one.first);
      key(one.first, one.claim.entry().subject());
      quotes(row.newest(), one.first, one.claim.entry().words());
      version(one.first, 0, Optional.empty(), document, one.claim.account().map(numbers::get), row);
    }
    for (Map.Entry<Prepared.Account, Long> account : numbers.entrySet()) {
      account(account.getValue(), account.getKey(), Objects.requireNonNull(days.get(account.getKey())));
    }
  }

  /// A new account, under the entry that first has it.
  ///
  /// @param days of the claims that are about it, negated
  void account(long number, Prepared.Account account, Set<Long> days) throws SQLException {
    accounts.add(number, account.idKey());
    for (long newest : days) {
      accountWords(number, account.words(), newest);
    }
  }

  /// That an account is to be found by a further day.
  void accountWords(long number, String words, long newest) {
    words(incidents, Terms.words(newest, number), words);
  }

  /// The words of a claim's quotes.
  void quotes(long newest, long sequence, String words) {
    words(quotes, Terms.words(newest, sequence), words);
  }

  private static void words(List<Words> list, long number, String words) {
    if (!words.isEmpty()) {
      list.add(new Words(number, words));
    }
  }

  /// A claim as it stands from now on.
  ///
  /// @param words the entry that its quotes are found under; empty for its first
  void version(long first, long later, Optional<Long> words, long document, Optional<Long> account, ClaimRow row)
      throws SQLException {
    versions.add(first, later, words.orElse(null), document, account.orElse(null), row.what(), row.kinds(),
        row.newest(), ClaimRow.first(row.said()), ClaimRow.last(row.said()), ClaimRow.first(row.event()),
        ClaimRow.last(row.event()));
    long epoch = dialect.epoch(first + later);
    if (later == 0 && dialect.termsAreWords()) {
      StringBuilder terms = new StringBuilder();
      row.terms().forEach(term -> terms.append(Terms.word(epoch, term)).append(' '));
      account.ifPresent(number -> terms.append(Terms.word(dialect.epoch(number), number)));
      words(found, Terms.words(row.newest(), first), terms.toString());
      if (found.size() >= MOST / TERMS) {
        flush();
      }
      return;
    }
    for (long term : row.terms()) {
      waiting.add(new Term(epoch, term, row.newest(), first, later, row.what()));
    }
    account.ifPresent(number -> waiting
        .add(new Term(dialect.epoch(number), number, row.newest(), first, later, row.what())));
    if (waiting.size() >= MOST) {
      flush();
    }
  }

  /// That a claim no longer stands as it did.
  void close(long first, long later, Optional<Long> account, ClaimRow row, long until) throws SQLException {
    flush();
    session.run("UPDATE claim_version SET until = ? WHERE first = ? AND later = ?", until, first, later);
    if (later == 0 && dialect.termsAreWords()) {
      return;
    }
    for (long term : row.terms()) {
      close(dialect.epoch(first + later), term, row.newest(), first, later, until);
    }
    if (account.isPresent()) {
      close(dialect.epoch(account.get()), account.get(), row.newest(), first, later, until);
    }
  }

  private void close(long epoch, long term, long newest, long first, long later, long until) throws SQLException {
    session.run("""
        UPDATE claim_term SET until = ? WHERE epoch = ? AND term = ? AND newest = ? AND first = ? AND later = ?""",
        until, epoch, term, newest, first, later);
  }

  /// Takes words out again.
  void drop(String table, long number, String words) throws SQLException {
    if (!words.isEmpty()) {
      session.run(dialect.deleteWords(table), number, words);
    }
  }

  void flush() throws SQLException {
    documents.flush();
    members.flush();
    accounts.flush();
    versions.flush();
    waitingKeys.sort(Comparator.comparingLong(Key::epoch).thenComparingLong(Key::key));
    for (Key key : waitingKeys) {
      keys.add(key.epoch, key.key, key.first);
    }
    waitingKeys.clear();
    keys.flush();
    Collections.sort(waiting);
    for (Term term : waiting) {
      terms.add(term.epoch, term.term, term.newest, term.first, term.later, term.what);
    }
    waiting.clear();
    terms.flush();
    flush(Rebuild.TERMS, found);
    flush("quote_words", quotes);
    flush("account_words", incidents);
    flush("document_words", texts);
  }

  private void flush(String table, List<Words> list) throws SQLException {
    if (list.isEmpty()) {
      return;
    }
    list.sort(Comparator.comparingLong(Words::number));
    Rows rows = new Rows(session, dialect.insertWords(table));
    for (Words words : list) {
      rows.add(words.number, words.words);
    }
    rows.flush();
    list.clear();
  }
}

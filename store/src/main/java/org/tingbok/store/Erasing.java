package org.tingbok.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.WordForms;

/// Drops words for good, within one transaction, which its caller begins and ends.
final class Erasing {
  private final Session session;
  private final Dialect dialect;
  private final WordForms forms;
  private final Lookup lookup;
  private final Index index;
  /// By the row of their words, the first version of a claim that is about the account.
  private final Map<Long, Version> accounts = new LinkedHashMap<>();

  Erasing(Session session, Dialect dialect, WordForms forms, Index index) {
    this.session = session;
    this.dialect = dialect;
    this.forms = forms;
    this.index = index;
    lookup = new Lookup(session, dialect);
  }

  /// Takes the words of a document, of all its quotes and of how it tells of operations out of the index.
  void dropWords(long number) throws SQLException {
    dialect.dropForGood(session);
    Document document = lookup.content(number, EntryReader::document);
    index.drop("document_words", number, Prepared.words(document, forms));
    List<Long> claims = session.list("""
        SELECT v.first FROM document_entry d JOIN claim_version v ON v.first = d.sequence AND v.later = 0
        WHERE d.document = ?""", row -> row.getLong(1), number);
    for (long first : claims) {
      ClaimHistory history = lookup.history(first);
      List<Version> versions = session.list(
          "SELECT later, words, account, newest FROM claim_version WHERE first = ? ORDER BY later", row -> new Version(
              first, row.getLong(1), number(row, 2), number(row, 3), row.getLong(4)),
          first);
      drop(Terms.words(ClaimRow.of(history.read(), document).newest(), first), history.read(), document);
      Set<Long> done = new HashSet<>();
      for (Version version : versions) {
        Optional<Claim> stood = stood(version, history, document);
        if (stood.isPresent() && version.words.isPresent() && done.add(version.words.get())) {
          drop(Terms.words(version.newest, version.words.get()), stood.get(), document);
        }
        Optional<IncidentAccount> told = stood.flatMap(Claim::account);
        if (told.isPresent() && version.account.isPresent()
            && accounts.putIfAbsent(Terms.words(version.newest, version.account.get()), version) == null) {
          index.drop("account_words", Terms.words(version.newest, version.account.get()), words(told.get(), document));
        }
      }
    }
  }

  /// A claim as it stood from one entry to the next.
  private record Version(long first, long later, Optional<Long> words, Optional<Long> account, long newest) {
  }

  private static Optional<Long> number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(number);
  }

  private Optional<Claim> stood(Version version, ClaimHistory history, Document document) throws SQLException {
    return version.later == 0 ? Optional.of(history.read())
        : history.asOf(document, AsOf.NOW.recorded(lookup.recordedAt(version.first + version.later)))
            .map(RecordedClaim::claim);
  }

  private String words(IncidentAccount account, Document document) {
    return Prepared.Account.of(account, document.language(), forms).words();
  }

  /// Puts into the index what is left to be found by, once every entry is replaced by its blank form.
  void addLeft(long number) throws SQLException {
    Document document = lookup.content(number, EntryReader::document);
    for (Version version : accounts.values()) {
      Optional<Claim> stood = stood(version, lookup.history(version.first), document);
      if (stood.flatMap(Claim::account).isPresent() && version.account.isPresent()) {
        index.accountWords(version.account.get(), words(stood.get().account().get(), document), version.newest);
      }
    }
    index.flush();
  }

  private void drop(long words, Claim claim, Document document) throws SQLException {
    index.drop("quote_words", words, ClaimRow.quotes(forms, document.language(), claim.evidence()));
  }

  /// Leaves no more of an entry than its blank form. The entry of the erasure has to be on record.
  void replace(long sequence, String content) throws SQLException {
    session.run("UPDATE entry SET content = ? WHERE sequence = ?", content, sequence);
  }
}

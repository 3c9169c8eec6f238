package org.tingbok.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Claim;
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

  Erasing(Session session, Dialect dialect, WordForms forms, Index index) {
    this.session = session;
    this.dialect = dialect;
    this.forms = forms;
    this.index = index;
    lookup = new Lookup(session, dialect);
  }

  /// Takes the words of a document and of all its quotes out of the index.
  void dropWords(long number) throws SQLException {
    dialect.dropForGood(session);
    Document document = lookup.content(number, EntryReader::document);
    index.drop("document_words", number, Prepared.words(document, forms));
    List<Long> claims = session.list("""
        SELECT v.first FROM document_entry d JOIN claim_version v ON v.first = d.sequence AND v.later = 0
        WHERE d.document = ?""", row -> row.getLong(1), number);
    for (long first : claims) {
      ClaimHistory history = lookup.history(first);
      drop(Terms.words(ClaimRow.of(history.read(), document).newest(), first), history.read(), document);
      List<long[]> later = session.list(
          "SELECT later, words, newest FROM claim_version WHERE first = ? AND words IS NOT NULL",
          row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)}, first);
      List<Long> done = new ArrayList<>();
      for (long[] version : later) {
        Optional<RecordedClaim> stood =
            history.asOf(document, AsOf.NOW.recorded(lookup.recordedAt(first + version[0])));
        if (stood.isPresent() && !done.contains(version[1])) {
          done.add(version[1]);
          drop(Terms.words(version[2], version[1]), stood.get().claim(), document);
        }
      }
    }
  }

  private void drop(long words, Claim claim, Document document) throws SQLException {
    index.drop("quote_words", words, ClaimRow.quotes(forms, document.language(), claim.evidence()));
  }

  /// Leaves no more of an entry than its blank form. The entry of the erasure has to be on record.
  void replace(long sequence, String content) throws SQLException {
    session.run("UPDATE entry SET content = ? WHERE sequence = ?", content, sequence);
  }
}

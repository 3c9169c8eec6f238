package org.tingbok.exchange.misp;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tingbok.claim.Evidence;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.imports.QuotedText;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.ContentId;

/// What is known of a report, as it travels in the attachment of its object: the same in every event that tells of it, so that
/// whichever comes first makes the document that the others speak of, too.
///
/// @param id what the document is known by in every ledger
/// @param sha256 digest of its bytes
/// @param length how long its text is, in UTF-16 units
/// @param quotes all words of it that are handed over, in whichever event, by place
/// @param takenBack how its publisher went back on all of it; empty if that is not so
record DocumentFile(String id, String sha256, int length, List<Evidence> quotes,
    Optional<ClaimFile.TakenBack> takenBack) {
  /// What the attachment is called.
  static final String NAME = "document.json";

  DocumentFile {
    quotes = List.copyOf(quotes);
  }

  static DocumentFile of(Extract.Part part, Collection<Evidence> quotes) {
    TreeSet<Evidence> inOrder = new TreeSet<>(Comparator.comparingInt(Evidence::start)
        .thenComparingInt(Evidence::end).thenComparing(Evidence::quote));
    inOrder.addAll(quotes);
    String id = part.document().id().value();
    return new DocumentFile(id, part.document().sha256(), part.document().text().length(), List.copyOf(inOrder),
        part.claims().stream().flatMap(recorded -> recorded.retraction().stream())
            .filter((Act.Retracted act) -> act.subject().equals(id)).findFirst().map(ClaimFile.TakenBack::of));
  }

  /// Whether it is what it says: the id is that of the digest, and the text can be made.
  boolean sound() {
    return sha256.matches("[0-9a-f]{64}") && id.equals(ContentId.of("document", sha256)) && length >= 0
        && quotes.stream().allMatch(one -> one.end() <= QuotedText.LONGEST);
  }
}

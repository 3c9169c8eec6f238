package org.tingbok.store;

import java.util.List;
import java.util.Optional;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;

/// What can be looked up among the entries of a ledger.
interface EntriesOnRecord {
  /// A document.
  ///
  /// @return empty if it is not on record; as far as it can be read
  Optional<Document> document(DocumentId id);

  /// Whether a document, claim or unread sentence of this id has an entry of lower sequence.
  boolean holds(String subject, long before);

  /// The entries that belong to a document.
  ///
  /// @return those of lower sequence, in order
  List<Entry> ofDocument(String document, long before);
}

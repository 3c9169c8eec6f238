package org.tingbok.claim;

import java.io.Serializable;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.ContentId;

/// Which account of which document is meant, without what it tells; see [IncidentAccount].
///
/// @param document the document that tells
/// @param key what the account is told apart by within the document
public record AccountRef(DocumentId document, String key) implements Serializable, Comparable<AccountRef> {
  /// Which account is meant.
  ///
  /// @param account an account
  /// @return a reference to it
  public static AccountRef of(IncidentAccount account) {
    return new AccountRef(account.document(), account.key());
  }

  /// The account's id.
  ///
  /// @return `incident-account--` and a UUID
  public String id() {
    return ContentId.of("incident-account", document.value(), key);
  }

  /// By document, then key.
  @Override
  public int compareTo(AccountRef other) {
    int byDocument = document.compareTo(other.document);
    return byDocument != 0 ? byDocument : key.compareTo(other.key);
  }
}

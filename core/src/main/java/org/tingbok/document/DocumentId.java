package org.tingbok.document;

import java.io.Serializable;
import org.tingbok.vocabulary.ContentId;

/// What a document is known by: an id made from the digest of its bytes.
///
/// @param value `document--` and a UUID
public record DocumentId(String value) implements Serializable, Comparable<DocumentId> {
  /// The id of the document with these bytes.
  ///
  /// @param sha256 SHA-256 digest of the bytes as received, in hexadecimal
  /// @return its id
  public static DocumentId of(String sha256) {
    return new DocumentId(ContentId.of("document", sha256));
  }

  @Override
  public int compareTo(DocumentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

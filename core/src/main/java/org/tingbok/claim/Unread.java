package org.tingbok.claim;

import java.io.Serializable;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.ContentId;

/// A sentence that looks like a claim and was not understood.
///
/// @param evidence the sentence in the document's canonical text
/// @param reason why it looks like a claim and what is missing, in one line for a person
public record Unread(Evidence evidence, String reason) implements Serializable {
  /// What the sentence is known by: made from its place, so that reading the same report again gives the same id.
  ///
  /// @param document the document that it stands in
  /// @return `unread--` and a UUID
  public String id(DocumentId document) {
    return ContentId.of("unread", document.value(), evidence.start() + "-" + evidence.end());
  }
}

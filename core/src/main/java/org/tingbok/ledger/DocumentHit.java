package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.tingbok.document.Document;
import org.tingbok.document.Span;

/// A document that was asked for.
///
/// @param document the document as it is on record
/// @param recordedAt when this ledger recorded it
/// @param excerpt the stretch of its text that has the most of the words asked for; its beginning if none were
/// @param marks where the words are in its text, in order; empty if none were asked for or they are in its title only
public record DocumentHit(Document document, Instant recordedAt, Span excerpt, List<Span> marks)
    implements Serializable {
  /// Most code units of an excerpt.
  public static final int EXCERPT = 240;

  /// Copies the list.
  public DocumentHit {
    marks = List.copyOf(marks);
  }
}

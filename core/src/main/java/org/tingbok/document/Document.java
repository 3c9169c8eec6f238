package org.tingbok.document;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.tingbok.vocabulary.PartialDate;

/// A report as it was received, and what it says about itself.
///
/// @param id made from `sha256`
/// @param source where it was found: a path, an address, or `-` for standard input; not part of its identity
/// @param sha256 digest of the bytes as received, 64 hexadecimal digits
/// @param mediaType `text/plain`, `text/markdown`, `text/html`, `application/pdf` or the one of DOCX
/// @param text canonical text
/// @param title as the document gives it, in readable form; empty if it has none
/// @param publisher who publishes it, by its own word or its address; empty if it does not tell
/// @param published the day of publication that readings are anchored to; not stated if the document bears none
/// @param language BCP 47 primary tag such as `en`, `nb`, `de`; `und` if it cannot be told
/// @param dates every date it bears about itself, in order of place
/// @param dateConflict whether it bears dates of publication that cannot all be right
/// @param body the ranges of the canonical text that are read, in order; the rest is boilerplate, mark-up or metadata
public record Document(DocumentId id, String source, String sha256, String mediaType, String text,
    Optional<String> title, Optional<String> publisher, PartialDate published, String language,
    List<DocumentDate> dates, boolean dateConflict, List<Span> body) implements Serializable {
  /// Copies the lists.
  public Document {
    dates = List.copyOf(dates);
    body = List.copyOf(body);
  }
}

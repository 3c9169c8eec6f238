package org.tingbok.document;

import java.io.Serializable;
import org.tingbok.vocabulary.PartialDate;

/// A date that a document bears about itself, and where.
///
/// @param kind what it is the date of
/// @param value the date, always stated
/// @param span where it stands in the canonical text
/// @param quote the canonical text at that span
public record DocumentDate(DateKind kind, PartialDate value, Span span, String quote) implements Serializable {
}

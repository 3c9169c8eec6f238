package org.tingbok.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Grades;
import org.tingbok.ledger.Markings;
import org.tingbok.ledger.RecordedClaim;

/// What is handed over: documents with those of their claims that were asked for, and what the claims are about.
///
/// It is read one document at a time and may be read several times; the same ledger gives the same parts in the same order.
///
/// @param title what was asked for, in words; the same question has the same title
/// @param asOf as of which day and moment
/// @param parts the documents, by id, each once
/// @param incidents the incident that a claim is about; empty if it is about none in particular
/// @param copies the document that another is a copy of; empty for one that is none
/// @param markings how far what is handed over may be passed on
/// @param grades how far the analyst's organisation relies on sources, as of the day and the moment
public record Extract(String title, AsOf asOf, Iterable<Part> parts, Function<RecordedClaim, Optional<About>> incidents,
    Function<DocumentId, Optional<DocumentId>> copies, Markings markings, Grades grades) {
  /// What is handed over where nothing is marked and nobody graded.
  ///
  /// @param title what was asked for, in words
  /// @param asOf as of which day and moment
  /// @param parts the documents
  /// @param incidents the incident that a claim is about
  /// @param copies the document that another is a copy of
  public Extract(String title, AsOf asOf, Iterable<Part> parts, Function<RecordedClaim, Optional<About>> incidents,
      Function<DocumentId, Optional<DocumentId>> copies) {
    this(title, asOf, parts, incidents, copies, Markings.NONE, Grades.NONE);
  }

  /// A document with claims that stand in it.
  ///
  /// @param document the document
  /// @param recordedAt when the ledger recorded it
  /// @param claims those asked for, in order of place
  /// @param unread what was not understood in it
  /// @param whole whether these are all the claims that stand in it
  public record Part(Document document, Instant recordedAt, List<RecordedClaim> claims, List<Unread> unread,
      boolean whole) {
    /// Copies the lists.
    public Part {
      claims = List.copyOf(claims);
      unread = List.copyOf(unread);
    }

    /// Where the document was found, as others may know it: an address whole, of a file its name, since folders are nobody
    /// else's business.
    ///
    /// @return an address, a file name, or `-`
    public String source() {
      String source = document.source();
      return source.matches("[A-Za-z][A-Za-z0-9+.-]{1,15}://.*") ? source
          : source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }
  }

  /// An incident with the moment of the last news of it.
  ///
  /// @param incident as it is known as of the day and the moment
  /// @param changedAt when the ledger last recorded something of it
  public record About(Incident incident, Instant changedAt) {
  }
}

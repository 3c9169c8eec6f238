package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;

/// What is new in readings that are handed to a ledger. This is the one place that says what "reading the same report
/// again adds nothing" means; every ledger calls it.
///
/// A document, claim or unread sentence is known if its id is on record. A known document stays as it was recorded, so
/// that what is new of it has to read verbatim in the text on record.
///
/// @param parts what is new, in the order handed in; a reading of which nothing is new has no part
/// @param newDocuments documents that are not on record
/// @param knownDocuments documents that are
/// @param newClaims claims that are not on record
/// @param knownClaims claims that are
public record Intake(List<Part> parts, int newDocuments, int knownDocuments, int newClaims, int knownClaims)
    implements Serializable {
  /// Copies the list.
  public Intake {
    parts = List.copyOf(parts);
  }

  /// What is new of one document.
  ///
  /// @param reading the document as it is, or is to be, on record, with the claims and unread sentences that are new
  /// @param newDocument whether the document itself is new
  public record Part(Reading reading, boolean newDocument) implements Serializable {
  }

  /// Tells the new from the known.
  ///
  /// @param readings what is handed in; the same document may come twice
  /// @param onRecord whether a document, claim or unread sentence of this id is on record
  /// @param documents a document as it is on record; asked only for those that are
  /// @return what is new
  /// @throws org.tingbok.vocabulary.BadInputException `EVIDENCE_NOT_VERBATIM` if a known document does not, in its text
  ///     on record, read as a new claim quotes it
  public static Intake of(List<Reading> readings, Predicate<String> onRecord,
      Function<DocumentId, Document> documents) {
    return of(readings, onRecord, _ -> false, documents);
  }

  /// The same where the text of documents may have been dropped ([Act.Erased]): nothing further is recorded of those, so
  /// that reading the report again does not bring back what the law has taken.
  ///
  /// @param readings what is handed in; the same document may come twice
  /// @param onRecord whether a document, claim or unread sentence of this id is on record
  /// @param erased whether the text of a document on record was dropped
  /// @param documents a document as it is on record; asked only for those that are
  /// @return what is new
  /// @throws org.tingbok.vocabulary.BadInputException `EVIDENCE_NOT_VERBATIM` if a known document does not, in its text
  ///     on record, read as a new claim quotes it
  public static Intake of(List<Reading> readings, Predicate<String> onRecord, Predicate<DocumentId> erased,
      Function<DocumentId, Document> documents) {
    Map<DocumentId, Document> justSeen = new HashMap<>();
    Set<String> justAdded = new HashSet<>();
    Predicate<String> isNew = id -> !justAdded.contains(id) && !onRecord.test(id) && justAdded.add(id);
    List<Part> parts = new ArrayList<>();
    int newDocuments = 0;
    int newClaims = 0;
    int allClaims = 0;
    for (Reading reading : readings) {
      DocumentId id = reading.document().id();
      if (erased.test(id)) {
        allClaims += reading.claims().size();
        continue;
      }
      boolean newDocument = isNew.test(id.value());
      if (newDocument) {
        justSeen.put(id, reading.document());
        newDocuments++;
      }
      List<Claim> claims = reading.claims().stream().filter(claim -> isNew.test(claim.id())).toList();
      List<Unread> unread = reading.unread().stream().filter(sentence -> isNew.test(sentence.id(id))).toList();
      newClaims += claims.size();
      allClaims += reading.claims().size();
      if (newDocument || !claims.isEmpty() || !unread.isEmpty()) {
        Document document = justSeen.computeIfAbsent(id, documents);
        parts.add(new Part(new Reading(document, claims, unread), newDocument));
      }
    }
    return new Intake(parts, newDocuments, readings.size() - newDocuments, newClaims, allClaims - newClaims);
  }

  /// The moment that what is new is recorded at: the clock's, in whole milliseconds, but always later than the last one,
  /// even if the clock stands still or was set back. So a question as of a moment on record has one answer for ever.
  ///
  /// @param clock gives the moment
  /// @param last the last moment on record; empty if nothing is
  /// @return the clock's moment or, if that is not later, one millisecond after the last; the last itself if nothing is
  ///     new and something is on record
  public Instant moment(Clock clock, Optional<Instant> last) {
    return RecordedTime.next(clock, last, !parts.isEmpty());
  }

  /// What to tell whoever handed the readings in.
  ///
  /// @param recordedAt the moment of recording
  /// @return the counts
  public Receipt receipt(Instant recordedAt) {
    return new Receipt(recordedAt, newDocuments, knownDocuments, newClaims, knownClaims);
  }
}

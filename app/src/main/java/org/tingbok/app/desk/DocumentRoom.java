package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.SameStory;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Retractions;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NotFoundException;

/// Knows the documents and what stands in each: its claims, by their ids too, its copies, and what was not understood.
/// Immutable.
public final class DocumentRoom {
  private final Desk desk;
  private final OnRecord onRecord;
  private final Map<DocumentId, Family> familyOf;
  private final Map<DocumentId, List<RecordedClaim>> claimsByDocument = new HashMap<>();
  private final Map<String, RecordedClaim> claimById = new LinkedHashMap<>();

  DocumentRoom(Desk desk, List<Family> families, Map<DocumentId, List<RecordedClaim>> claims, OnRecord onRecord) {
    this.desk = desk;
    this.onRecord = onRecord;
    this.familyOf = SameStory.byMember(families);
    claimsByDocument.putAll(claims);
    desk.snapshot().claims().forEach(recorded -> claimById.putIfAbsent(recorded.id(), recorded));
  }

  /// The claims, each once.
  Collection<RecordedClaim> claims() {
    return claimById.values();
  }

  /// One document.
  ///
  /// @param key its id or a prefix of it that no other has
  /// @return the document with its claims
  /// @throws NotFoundException `DOCUMENT_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if it fits several
  public DocumentPage page(String key) {
    Map<String, Document> byId = new LinkedHashMap<>();
    desk.snapshot().documents().values().forEach(document -> byId.put(document.id().value(), document));
    Document document =
        IdBeginning.find(byId, key, "document--").orElseThrow(() -> new NotFoundException("DOCUMENT_UNKNOWN",
            "no document has the id " + key + desk.asked() + "; every claim names its document"));
    return DocumentPages.of(desk, document);
  }

  /// The documents.
  ///
  /// @return the last published first
  public List<ClaimCard.DocumentCard> all() {
    Function<Document, LocalDate> day = document -> document.published().first().orElse(LocalDate.MIN);
    return desk.snapshot().documents().values().stream().sorted(Comparator.comparing(day).reversed())
        .map(desk.cards()::documentCard).toList();
  }

  /// One claim in its place.
  ///
  /// @param key its id or a prefix of it that no other has
  /// @return the claim
  /// @throws NotFoundException `CLAIM_UNKNOWN` if nothing fits
  /// @throws BadInputException `ID_AMBIGUOUS` if it fits several
  public ClaimPage claim(String key) {
    Optional<RecordedClaim> there = IdBeginning.find(claimById, key, "claim--");
    if (there.isPresent()) {
      return DocumentPages.claim(desk.cards(), there.get(), Optional.empty());
    }
    // As an analyst corrected it, it has another id; what is no longer on record has a story.
    Map<String, RecordedClaim> corrected = new LinkedHashMap<>();
    claimById.values().forEach(recorded -> corrected.putIfAbsent(recorded.claim().id(), recorded));
    Optional<RecordedClaim> now = IdBeginning.find(corrected, key, "claim--");
    if (now.isPresent()) {
      return DocumentPages.claim(desk.cards(), now.get(), Optional.empty());
    }
    RecordedClaim recorded = IdBeginning.find(onRecord.gone(desk.snapshot()), key, "claim--")
        .orElseThrow(() -> new NotFoundException("CLAIM_UNKNOWN", "no claim has the id " + key + desk.asked()
            + "; 'incident' and 'read' print ids"));
    Optional<String> why = recorded.acts().stream().map(Act.Recorded::act)
        .filter(act -> act instanceof Act.Misread || act instanceof Act.Ruled).reduce((_, last) -> last)
        .flatMap(ActWords::of);
    return DocumentPages.claim(desk.cards(), recorded, why.or(() -> Optional.of("no longer on record")));
  }

  /// A claim by its id or the beginning of it; empty if nothing fits.
  Optional<RecordedClaim> claimWith(String key) {
    return IdBeginning.find(claimById, key, "claim--");
  }

  OnRecord onRecord() {
    return onRecord;
  }

  List<RecordedClaim> claimsIn(DocumentId document) {
    return claimsByDocument.getOrDefault(document, List.of());
  }

  List<UnreadSentence> unreadIn(DocumentId document) {
    return onRecord.unread(document);
  }

  List<UnreadSentence> asideIn(DocumentId document) {
    return onRecord.aside(document);
  }

  /// The sentences that are still not understood, of the document recorded last first.
  ///
  /// @return those of one document in order of place
  public List<UnreadSentence> unread() {
    return onRecord.unread();
  }

  /// The sentences that somebody set aside.
  ///
  /// @return the last one first
  public List<UnreadSentence> aside() {
    return onRecord.aside();
  }

  Optional<Family> familyOf(DocumentId document) {
    return Optional.ofNullable(familyOf.get(document));
  }

  /// How the publisher of a document went back on it, as of the day.
  Optional<Act.Retracted> retraction(DocumentId document) {
    return Retractions.standing(desk.snapshot().acts().stream().map(Act.Recorded::act)
        .filter(act -> act.subject().equals(document.value())).toList()).stream().reduce((_, last) -> last);
  }
}

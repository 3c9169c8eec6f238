package org.tingbok.exchange.misp;

import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.document.Document;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.imports.QuotedText;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.RetractionKind;

/// A claim whole, as it travels in the attachment of its annotation: what MISP has no place for does not get lost.
///
/// @param id what it is known by in the ledger that wrote it
/// @param claim the claim; its evidence by the places in the document as it was read
/// @param document the document that it stands in
/// @param takenBack how its source went back on it; empty if it stands
record ClaimFile(String id, Claim claim, Paper document, Optional<TakenBack> takenBack) {
  /// What the attachment is called.
  static final String NAME = "claim.json";

  /// A document without its text.
  ///
  /// @param source its address or file name
  /// @param sha256 digest of its bytes
  /// @param title its title
  /// @param publisher who publishes it
  /// @param published the day of publication
  /// @param language BCP 47 primary tag
  record Paper(String source, String sha256, Optional<String> title, Optional<String> publisher, PartialDate published,
      String language) {
  }

  /// How a source went back on its word.
  ///
  /// @param kind withdrawn or corrected
  /// @param by who did
  /// @param day when
  /// @param where where that is told
  record TakenBack(String kind, String by, String day, String where) {
    static TakenBack of(Act.Retracted act) {
      return new TakenBack(act.kind().code(), act.by(), act.day().toString(), act.where());
    }

    /// As it is recorded.
    ///
    /// @throws org.tingbok.vocabulary.BadInputException if it does not say who, or where
    /// @throws java.time.DateTimeException if the day is none
    Act.Retracted act(String subject) {
      return new Act.Retracted(subject, Coded.require(RetractionKind.class, kind), by, LocalDate.parse(day), where,
          Optional.empty());
    }
  }

  static ClaimFile of(RecordedClaim recorded, Extract.Part part) {
    Document document = part.document();
    return new ClaimFile(recorded.id(), recorded.claim(),
        new Paper(part.source(), document.sha256(), document.title(), document.publisher(), document.published(),
            document.language()),
        recorded.retraction().map(TakenBack::of));
  }

  /// Whether the claim is of the document that it names, and stands within a text.
  boolean sound() {
    return document.sha256().matches("[0-9a-f]{64}")
        && claim.document().value().equals(ContentId.of("document", document.sha256()))
        && claim.evidence().stream().allMatch(one -> one.end() <= QuotedText.LONGEST);
  }
}

package org.tingbok.app.desk;

import java.util.List;
import java.util.Optional;

/// One claim in its place: its paragraph, the way it took, its dates, and where else it stands.
///
/// @param claim the claim
/// @param chain from the claimant to the reader, each with its part
/// @param paragraphs the paragraphs that its evidence stands in, marked
/// @param elsewhere the same said in copies of the document
/// @param history what was done about it or its document, in order: rulings, better readings, retractions
/// @param seen how much has been done about it, which a ruling sends along
/// @param gone why the claim is no longer on record: rejected by an analyst, or no longer read; empty if it is
public record ClaimPage(ClaimCard claim, List<LinkCard> chain, List<DocumentPage.ParagraphCard> paragraphs,
    List<ClaimCard.DocumentCard> elsewhere, List<ActCard> history, int seen, Optional<String> gone) {
  /// Something that was done about a claim.
  ///
  /// @param words what, by whom, why, in one sentence
  /// @param recordedAt when the ledger recorded it, ISO 8601
  public record ActCard(String words, String recordedAt) {
  }

  /// One link of the chain.
  ///
  /// @param part `claimant`, `speaker`, `told`, or `published by`
  /// @param name who
  /// @param detail office, date or nothing
  public record LinkCard(String part, String name, String detail) {
  }
}

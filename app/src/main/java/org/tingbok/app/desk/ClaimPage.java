package org.tingbok.app.desk;

import java.util.List;

/// One claim in its place: its paragraph, the way it took, its dates, and where else it stands.
///
/// @param claim the claim
/// @param chain from the claimant to the reader, each with its part
/// @param paragraphs the paragraphs that its evidence stands in, marked
/// @param elsewhere the same said in copies of the document
public record ClaimPage(ClaimCard claim, List<LinkCard> chain, List<DocumentPage.ParagraphCard> paragraphs,
    List<ClaimCard.DocumentCard> elsewhere) {
  /// One link of the chain.
  ///
  /// @param part `claimant`, `speaker`, `told`, or `published by`
  /// @param name who
  /// @param detail office, date or nothing
  public record LinkCard(String part, String name, String detail) {
  }
}

package org.tingbok.claim;

import java.io.Serializable;
import java.util.List;
import org.tingbok.document.Document;
import org.tingbok.vocabulary.BadInputException;

/// What was read in one document.
///
/// @param document the document
/// @param claims in order of their first evidence
/// @param unread what looked like a claim and was not understood, in order
public record Reading(Document document, List<Claim> claims, List<Unread> unread) implements Serializable {
  /// Copies the lists and refuses claims whose evidence is not in the document verbatim.
  ///
  /// @throws BadInputException `EVIDENCE_NOT_VERBATIM` if the document does not read as a claim quotes it,
  ///     `EVIDENCE_ELSEWHERE` if a claim is of another document
  public Reading {
    claims = List.copyOf(claims);
    unread = List.copyOf(unread);
    for (Claim claim : claims) {
      check(document, claim);
    }
  }

  /// Refuses a claim that a document does not bear.
  ///
  /// @param document the document
  /// @param claim a claim
  /// @throws BadInputException `EVIDENCE_NOT_VERBATIM` if the document does not read as the claim quotes it,
  ///     `EVIDENCE_ELSEWHERE` if the claim is of another document
  public static void check(Document document, Claim claim) {
    if (!claim.document().equals(document.id())) {
      throw new BadInputException("EVIDENCE_ELSEWHERE", claim.id() + " is of " + claim.document() + ", not of "
          + document.source());
    }
    for (Evidence evidence : claim.evidence()) {
      if (!evidence.matches(document.text())) {
        throw new BadInputException("EVIDENCE_NOT_VERBATIM", document.source() + " at " + evidence.start()
            + " does not read '" + evidence.quote() + "'");
      }
    }
  }
}

package org.tingbok.analysis;

import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Citation;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.PartialDate;

/// Somebody says how two names relate, wherever that stands.
///
/// @param id of the claim, the listing or the decision
/// @param source where it stands
/// @param first the first name; for a list the main name of its entry
/// @param second the second; equal to the first where a list has an entry of that name
/// @param relation how they are said to relate
/// @param claimants who says so
/// @param said since when or on what day; not stated if nothing tells
/// @param dated whether whoever says it tells the day; a list without dates says it by the day of the edition that was read,
///     and may have said it for years
/// @param certainty how sure they sound
/// @param giver who uses or coined the second name, by their word
/// @param citations what a list rests it on
/// @param words the words that say it, or the analyst's reason
/// @param document the document it stands in; empty for lists and decisions
/// @param entry the entry of the list it stands in; empty for documents and decisions
public record NameStatement(String id, NameSource source, String first, String second, AliasRelation relation,
    List<String> claimants, PartialDate said, boolean dated, Certainty certainty, Optional<String> giver,
    List<Citation> citations,
    String words, Optional<DocumentId> document, Optional<String> entry) {
  /// Copies the lists.
  public NameStatement {
    claimants = List.copyOf(claimants);
    citations = List.copyOf(citations);
  }

  /// Whether it says that both denote one actor, now or formerly.
  ///
  /// @return true for `same` and `former`
  public boolean joins() {
    return relation == AliasRelation.SAME || relation == AliasRelation.FORMER;
  }

  /// Whether it only says that the two have something in common.
  ///
  /// @return true for `overlap` and `part-of`
  public boolean overlaps() {
    return relation == AliasRelation.OVERLAP || relation == AliasRelation.PART_OF;
  }
}

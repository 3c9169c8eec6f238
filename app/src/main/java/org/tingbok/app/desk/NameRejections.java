package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.List;
import org.tingbok.claim.NameDecision;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.NameMeaning;
import org.tingbok.vocabulary.NotFoundException;

/// A name that somebody says is no threat actor's, everywhere or where certain words stand near; or that this is taken back.
///
/// @param name the name
/// @param near words that have to stand in the same sentence; none for everywhere, and, where it is taken back, for all rejections
/// @param reason why
/// @param by who decides
/// @param day when
public record NameRejections(String name, List<String> near, String reason, String by, LocalDate day) {
  /// Strips what was typed.
  public NameRejections {
    name = name.strip();
    near = near.stream().map(String::strip).toList();
    reason = reason.strip();
    by = by.strip();
  }

  /// What is to be recorded so that it is rejected.
  ///
  /// @return one decision for each word near, or one
  /// @throws org.tingbok.vocabulary.BadInputException `DECISION_INCOMPLETE`
  public List<NameDecision> rejecting() {
    return decisions(near.isEmpty() ? List.of("") : near, NameMeaning.OTHER);
  }

  /// What takes the standing rejections of the name back, each where it holds.
  ///
  /// @param onRecord the decisions on record
  /// @return one decision or more
  /// @throws NotFoundException `REJECTION_UNKNOWN` if none stands
  /// @throws org.tingbok.vocabulary.BadInputException `DECISION_INCOMPLETE`
  public List<NameDecision> undoing(NameDecisions onRecord) {
    List<String> standing = onRecord.standing(name).stream()
        .filter(decision -> decision.means() == NameMeaning.OTHER).map(NameDecision::near)
        .filter(where -> near.isEmpty() || near.stream().anyMatch(where::equalsIgnoreCase)).toList();
    if (standing.isEmpty()) {
      throw new NotFoundException("REJECTION_UNKNOWN", "no rejection of '" + name + "'"
          + (near.isEmpty() ? "" : " near " + String.join(", ", near)) + " holds; 'names rejected' lists them");
    }
    return decisions(standing, NameMeaning.OPEN);
  }

  private List<NameDecision> decisions(List<String> places, NameMeaning means) {
    return places.stream().map(place -> new NameDecision(name, means, place, by, day, reason)).toList();
  }
}

package org.tingbok.claim;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.RulingVerdict;

/// What an analyst finds of a claim that was read, and why. A ruling is never edited: a later one on the same claim takes
/// its place, and `undone` takes it back.
///
/// @param claim id of the claim as it was read
/// @param verdict confirmed, corrected, rejected, or that an earlier ruling is undone
/// @param correction what the text says instead: there for `corrected`, of the same document; empty otherwise
/// @param reason why, in the analyst's words; empty if no more is to be said than the verdict
/// @param by who rules
/// @param day when
/// @param carriedFrom id of the claim that the analyst ruled on, if a later reading found the same at another place of
///     the text and the ruling was carried over to it; empty for the analyst's own
public record Ruling(String claim, RulingVerdict verdict, Optional<Claim> correction, String reason, String by,
    LocalDate day, Optional<String> carriedFrom) implements Serializable {
  /// Refuses what says nothing.
  ///
  /// @throws BadInputException `RULING_INCOMPLETE` if the analyst is blank, a correction lacks what is right, another
  ///     ruling has one, or anything but a confirmation lacks a reason
  public Ruling {
    if (by.isBlank()) {
      throw new BadInputException("RULING_INCOMPLETE", "a ruling needs who rules (--by)");
    }
    if (verdict == RulingVerdict.CORRECTED != correction.isPresent()) {
      throw new BadInputException("RULING_INCOMPLETE", verdict == RulingVerdict.CORRECTED
          ? "a correction needs what the text says instead"
          : "only a correction says what the text says instead");
    }
    if (verdict != RulingVerdict.CONFIRMED && reason.isBlank()) {
      throw new BadInputException("RULING_INCOMPLETE", "a ruling needs a reason (--reason), unless it confirms");
    }
  }

  /// Whether another ruling says the same of the same claim for the same reason.
  ///
  /// @param other a ruling
  /// @return true if it adds nothing to this one but a day
  public boolean repeats(Ruling other) {
    return claim.equals(other.claim) && verdict == other.verdict && correction.equals(other.correction)
        && reason.equals(other.reason) && by.equals(other.by);
  }
}

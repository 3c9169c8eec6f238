package org.tingbok.claim;

import java.io.Serializable;
import java.time.LocalDate;
import org.tingbok.vocabulary.BadInputException;

/// That an analyst, and no reader, found a claim in a text by marking its words. Like every claim it is evidence first: it
/// is refused unless its quotes stand in the document. It is taken back by rejecting it, as any other.
///
/// @param by who found it
/// @param reason why, in the analyst's words
/// @param day when
public record Addition(String by, String reason, LocalDate day) implements Serializable {
  /// Refuses what says nothing.
  ///
  /// @throws BadInputException `ADDITION_INCOMPLETE` if who found it or the reason is blank
  public Addition {
    if (by.isBlank() || reason.isBlank()) {
      throw new BadInputException("ADDITION_INCOMPLETE",
          "adding a claim needs who finds it (--by) and why (--reason)");
    }
  }
}

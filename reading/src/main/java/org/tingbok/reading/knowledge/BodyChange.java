package org.tingbok.reading.knowledge;

import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.PartialDate;

/// What became of a body that exists no longer under its name.
///
/// @param body the body before
/// @param how in what way it ended
/// @param on when
/// @param into what carries on; of several into which it was divided, one
public record BodyChange(Name body, How how, PartialDate on, Name into) {
  /// In what way a body ended.
  public enum How {
    /// It goes on under another name.
    RENAMED,
    /// It became part of another body.
    MERGED,
    /// It was divided among several bodies, or another was formed out of it.
    SPLIT;

    static How of(String cell) {
      for (How how : values()) {
        if (how.name().equalsIgnoreCase(cell)) {
          return how;
        }
      }
      throw new FaultException("KNOWLEDGE_CHANGE", "body-changes.tsv knows no change " + cell);
    }
  }
}

package org.tingbok.claim;

import java.io.Serializable;
import org.tingbok.vocabulary.BadInputException;

/// Verbatim words that carry a claim, pinned to the place they were read from.
///
/// Offsets count UTF-16 code units of the document's canonical text, half-open. The quote is kept beside the offsets so
/// that evidence can be checked, and still be read once the document is gone.
///
/// @param start first code unit, 0 or more
/// @param end code unit after the last, greater than `start`
/// @param quote the canonical text at `[start, end)`, exactly `end - start` code units long
public record Evidence(int start, int end, String quote) implements Serializable {
  /// Checks the span against itself; whether the document agrees is [#matches]'s question.
  ///
  /// @throws BadInputException `EVIDENCE_EMPTY` if the offsets enclose no text, `EVIDENCE_LENGTH` if the quote does not
  ///     fill them
  public Evidence {
    if (start < 0 || end <= start) {
      throw new BadInputException("EVIDENCE_EMPTY", "[" + start + ", " + end + ") encloses no text");
    }
    if (quote.length() != end - start) {
      throw new BadInputException("EVIDENCE_LENGTH",
          "a quote of " + quote.length() + " code units does not fill [" + start
              + ", " + end + ")");
    }
  }

  /// Tells whether a text reads as quoted.
  ///
  /// @param text canonical text of the document
  /// @return true if it holds the quote at these offsets
  public boolean matches(String text) {
    return text.startsWith(quote, start);
  }
}

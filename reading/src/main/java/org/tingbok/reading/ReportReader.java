package org.tingbok.reading;

import java.util.Optional;
import org.tingbok.claim.Reading;
import org.tingbok.reading.assembly.ClaimReader;
import org.tingbok.reading.document.DocumentParser;
import org.tingbok.reading.frame.FrameCatalogue;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.PartialDate;

/// Reads reports: bytes to text, text to claims.
///
/// Pure: no clock, no network, no state shared between calls. One instance may be used by many threads.
public final class ReportReader {
  private final ClaimReader claims;

  private ReportReader(ClaimReader claims) {
    this.claims = claims;
  }

  /// A reader with the knowledge of names, the frames and the syntax models that ship with it.
  ///
  /// @return ready to use; syntax models are loaded on first use
  public static ReportReader standard() {
    return new ReportReader(new ClaimReader(Names.standard(), FrameCatalogue.standard()));
  }

  /// Turns bytes into a readable text.
  ///
  /// @param source where they were found: a path or an address; its ending helps to tell the format
  /// @param bytes the bytes as received
  /// @return the text, with what the document says about itself
  /// @throws org.tingbok.vocabulary.BadInputException with the code that says why it cannot be read
  public Text parse(String source, byte[] bytes) {
    return DocumentParser.parse(source, bytes);
  }

  /// Reads the claims of one text, relative dates resolved against its own day of publication.
  ///
  /// @param text the text
  /// @return its claims and what stayed unread
  public Reading read(Text text) {
    return read(text, text.document().published());
  }

  /// Reads the claims of one text that is known to have been published at another time than it says, as a copy of a page
  /// that bears the day of copying.
  ///
  /// @param text the text
  /// @param published when its story was first published; not stated if unknown
  /// @return its claims and what stayed unread
  public Reading read(Text text, PartialDate published) {
    return claims.read(text, published.first().isPresent() ? published.last() : Optional.empty());
  }
}

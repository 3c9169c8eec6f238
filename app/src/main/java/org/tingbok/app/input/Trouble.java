package org.tingbok.app.input;

import java.util.List;
import java.util.Optional;
import org.tingbok.app.terminal.Paint;
import org.tingbok.vocabulary.TingbokException;

/// One input that could not be read, as it is told to a person.
///
/// @param code stable code, upper case words joined by underscores
/// @param message one line: what, where, what to do
public record Trouble(String code, String message) {
  /// Keeps the message on one line, whatever a file name holds.
  public Trouble {
    message = Paint.plain(message);
  }

  /// The trouble that an error of one input is.
  ///
  /// @param error what the reading of one input ended with
  /// @param source the input, named in the line even where the error does not name it
  /// @return code and message
  public static Trouble of(TingbokException error, String source) {
    String message = String.valueOf(error.getMessage());
    return new Trouble(error.code(), message.contains(source) ? message : source + ": " + message);
  }

  /// Several as one.
  ///
  /// @param troubles of one input, in its order
  /// @return the first, with how many more there are; empty if there are none
  public static Optional<Trouble> summary(List<Trouble> troubles) {
    return troubles.stream().findFirst().map(first -> troubles.size() == 1 ? first
        : new Trouble(first.code(), first.message() + " (and " + (troubles.size() - 1) + " more)"));
  }

  /// The line as printed.
  ///
  /// @return `CODE: message`
  public String line() {
    return code + ": " + message;
  }

  /// Claims quote words of a document of which only other words are known.
  ///
  /// @param document where it was found
  /// @param claims how many, 1 or more
  /// @return to be told
  static Trouble quoted(String document, int claims) {
    return new Trouble("DOCUMENT_QUOTED", document + ": of this document the export of another ledger brought its "
        + "quoted words only, and they are what is on record; " + claims
        + (claims == 1 ? " claim rests" : " claims rest")
        + " on other words and cannot be recorded here: read the report into a ledger of its own");
  }
}

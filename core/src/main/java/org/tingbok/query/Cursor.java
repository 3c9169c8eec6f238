package org.tingbok.query;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.tingbok.vocabulary.BadInputException;

/// Where a page of an answer ends. It holds the moment as of which the answer is given, so that what others append in the
/// meantime moves nothing.
///
/// @param recorded the moment that all pages of the answer are as of
/// @param after the last place given, in the words of the ledger that gave it
public record Cursor(Instant recorded, String after) implements Serializable {
  /// The cursor as a word that can stand in an address.
  ///
  /// @return letters, digits, `-` and `_`
  public String text() {
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString((recorded.toEpochMilli() + " " + after).getBytes(StandardCharsets.UTF_8));
  }

  /// The place as a number.
  ///
  /// @return 0 or more
  /// @throws BadInputException `CURSOR_UNREADABLE` if it is none
  public long number() {
    try {
      long number = Long.parseLong(after);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new BadInputException("CURSOR_UNREADABLE", unreadable(after), e);
    }
    throw new BadInputException("CURSOR_UNREADABLE", unreadable(after));
  }

  /// Reads what [#text()] gave.
  ///
  /// @param text the word
  /// @return the cursor
  /// @throws BadInputException `CURSOR_UNREADABLE` if it is none
  public static Cursor parse(String text) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
      if (parts.length == 2) {
        return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new BadInputException("CURSOR_UNREADABLE", unreadable(text), e);
    }
    throw new BadInputException("CURSOR_UNREADABLE", unreadable(text));
  }

  private static String unreadable(String text) {
    return "'" + text + "' is no place to go on from; ask for the first page again";
  }
}

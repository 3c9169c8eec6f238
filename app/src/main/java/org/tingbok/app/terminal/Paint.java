package org.tingbok.app.terminal;

/// Colours and weights for a terminal; plain text where there is none.
///
/// @param coloured whether escape sequences are written at all
public record Paint(boolean coloured) {
  /// Heavy, for names and headings.
  ///
  /// @param text plain text
  /// @return painted text
  public String strong(String text) {
    return paint("1", text);
  }

  /// Faint, for what may be skipped.
  ///
  /// @param text plain text
  /// @return painted text
  public String faint(String text) {
    return paint("2", text);
  }

  /// For whom the accusation points at.
  ///
  /// @param text plain text
  /// @return painted text
  public String accused(String text) {
    return paint("33", text);
  }

  /// For what is in dispute or went wrong.
  ///
  /// @param text plain text
  /// @return painted text
  public String warning(String text) {
    return paint("31", text);
  }

  /// For words that are quoted as evidence; word by word, so that a wrapped line does not paint its margin. Without
  /// colours the words stand between `»` and `«`.
  ///
  /// @param text plain text
  /// @return painted text
  public String evidence(String text) {
    return coloured ? text.replaceAll("\\S+", "\u001b[30;43m$0\u001b[0m") : text.replaceAll("\\S(?:.*\\S)?", "»$0«");
  }

  private String paint(String code, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /// Makes control characters harmless, so that no report and no file name can move the cursor of a terminal.
  ///
  /// @param text any text
  /// @return the same on one line, without blanks at its edges
  public static String plain(String text) {
    return inline(text).strip();
  }

  /// The same for part of a line.
  ///
  /// @param text any text
  /// @return as long as the text; control characters, and those that turn the direction of writing, are blanks
  public static String inline(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean turns = (unit >= '\u202a' && unit <= '\u202e') || (unit >= '\u2066' && unit <= '\u2069');
      line.append(Character.isISOControl(unit) || unit == '\u2028' || unit == '\u2029' || turns ? ' ' : unit);
    }
    return line.toString();
  }

  /// How many columns a text takes, escape sequences not counted.
  ///
  /// @param text painted or plain text
  /// @return its columns, one for each code point
  public static int width(String text) {
    int columns = 0;
    boolean escape = false;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '\u001b') {
        escape = true;
      } else if (escape) {
        escape = unit != 'm';
      } else if (!Character.isLowSurrogate(unit)) {
        columns++;
      }
    }
    return columns;
  }
}

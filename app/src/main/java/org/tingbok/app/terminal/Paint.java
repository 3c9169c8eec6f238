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

  /// For words that are quoted as evidence.
  ///
  /// @param text plain text
  /// @return painted text
  public String evidence(String text) {
    return coloured ? paint("30;43", text) : "[" + text + "]";
  }

  private String paint(String code, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
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

package org.tingbok.exchange.brief;

/// Texts of reports inside Markdown: nothing they hold is read as mark-up.
public final class Markdown {
  private Markdown() {
  }

  /// A text on one line, as it reads.
  ///
  /// @param text any text
  /// @return with every character that Markdown or HTML would take for mark-up escaped
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    for (int i = 0; i < line.length(); i++) {
      char unit = line.charAt(i);
      switch (unit) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!', '$', '^' -> escaped.append('\\').append(unit);
        case '-', '+', '=' -> escaped.append(i == 0 ? "\\" : "").append(unit);
        default -> escaped.append(unit);
      }
    }
    return escaped.toString().replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
  }
}

package org.tingbok.reading.document;

import org.jsoup.parser.Parser;

/// Aligns the text of an HTML text node to its source, character references included.
final class HtmlText {
  private static final int LONGEST_REFERENCE = 34;

  private HtmlText() {
  }

  /// Adds the decoded text of a source range to a draft; each code unit stands for what it was written as, so the
  /// apostrophe of `&rsquo;` stands for all seven signs.
  ///
  /// @param source the HTML
  /// @param start first code unit of the text in the source
  /// @param end code unit after the last
  /// @param decoded what the parser made of it
  static void align(String source, int start, int end, String decoded, Draft draft) {
    int at = start;
    int i = 0;
    while (i < decoded.length() && at < end) {
      char sign = decoded.charAt(i);
      char there = source.charAt(at);
      if (there == '&') {
        int close = reference(source, at, end, decoded, i);
        if (close > at + 1) {
          int units = units(source.substring(at, close), decoded, i);
          for (int k = 0; k < units; k++) {
            draft.add(decoded.charAt(i + k), at, close);
          }
          i += units;
          at = close;
          continue;
        }
      }
      if (sign == there) {
        draft.add(sign, at, at + 1);
        i++;
        at++;
      } else if (there == '\0') {
        at++;
      } else if (sign == '\ufffd') {
        draft.add(sign, at, at + 1);
        i++;
        at++;
      } else {
        at++;
      }
    }
  }

  /// End of the character reference that begins here, `at` if it is a mere ampersand.
  private static int reference(String source, int at, int end, String decoded, int i) {
    int limit = Math.min(end, at + LONGEST_REFERENCE);
    int to = at + 1;
    while (to < limit && (Character.isLetterOrDigit(source.charAt(to)) || source.charAt(to) == '#')) {
      to++;
    }
    if (to < end && source.charAt(to) == ';') {
      String text = Parser.unescapeEntities(source.substring(at, to + 1), false);
      if ((decoded.startsWith(text, i) && !text.startsWith("&")) || (text.equals("&") && decoded.startsWith("&", i))) {
        return to + 1;
      }
    }
    for (int close = to; close > at + 2; close--) {
      String text = Parser.unescapeEntities(source.substring(at, close), false);
      if ((!text.startsWith("&") && decoded.startsWith(text, i) && text.length() <= 2)
          || (text.equals("&") && decoded.startsWith("&", i))) {
        return close;
      }
    }
    return at;
  }

  private static int units(String reference, String decoded, int i) {
    String text = Parser.unescapeEntities(reference, false);
    return decoded.startsWith(text, i) ? text.length() : 1;
  }
}

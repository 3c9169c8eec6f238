package org.tingbok.exchange.score;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.document.Span;

/// Finds quotes in a text, whatever the white space between their words; without Markdown's marks too.
///
/// Spans count code points of the text, so that none is split.
final class Quotes {
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)");

  private final Squashed plain;
  private final Squashed unmarked;

  Quotes(String text) {
    plain = Squashed.of(text);
    unmarked = Squashed.of(withoutMarks(text));
  }

  /// Where the quote stands.
  ///
  /// @return empty if it does not, or says nothing
  Optional<Span> locate(String quote) {
    String wanted = Squashed.of(quote).text.strip();
    return wanted.isEmpty() ? Optional.empty() : plain.find(wanted).or(() -> unmarked.find(wanted));
  }

  /// The text with as many code points, blanks in place of asterisks in pairs and of links' brackets and addresses.
  private static String withoutMarks(String text) {
    Matcher link = LINK.matcher(text.replace("**", "  "));
    return link.replaceAll(found -> {
      String words = found.group(1);
      String all = found.group();
      int padding = all.codePointCount(0, all.length()) - words.codePointCount(0, words.length()) - 1;
      return Matcher.quoteReplacement(" " + words + " ".repeat(padding));
    });
  }

  static boolean blank(int ch) {
    return (ch >= 0x09 && ch <= 0x0d) || (ch >= 0x1c && ch <= 0x20) || ch == 0x85 || ch == 0xa0 || ch == 0x1680
        || (ch >= 0x2000 && ch <= 0x200a) || ch == 0x2028 || ch == 0x2029 || ch == 0x202f || ch == 0x205f
        || ch == 0x3000;
  }

  /// A text with every run of white space as one blank, and for each of its code units the code point it came from.
  private static final class Squashed {
    private final String text;
    private final int[] where;

    private Squashed(String text, int[] where) {
      this.text = text;
      this.where = where;
    }

    static Squashed of(String text) {
      StringBuilder out = new StringBuilder(text.length());
      int[] where = new int[text.length()];
      boolean blank = true;
      int number = 0;
      for (int at = 0; at < text.length(); number++) {
        int ch = text.codePointAt(at);
        int units = Character.charCount(ch);
        if (!blank(ch) || !blank) {
          for (int unit = 0; unit < units; unit++) {
            where[out.length() + unit] = number;
          }
          out.appendCodePoint(blank(ch) ? ' ' : ch);
        }
        blank = blank(ch);
        at += units;
      }
      return new Squashed(out.toString(), where);
    }

    Optional<Span> find(String wanted) {
      int at = text.indexOf(wanted);
      return at < 0 ? Optional.empty() : Optional.of(new Span(where[at], where[at + wanted.length() - 1] + 1));
    }
  }
}

package org.tingbok.exchange.coders;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tingbok.claim.Evidence;
import org.tingbok.document.Document;
import org.tingbok.exchange.stix.KeptObjects;

/// The sentence that a quote stands in, as a cell of a table has it: on one line, without mark-up, words that a line end cut put
/// together. Quotes are often a clause of it, which tells a reader of a table too little.
final class WholeSentence {
  /// Beyond this a "sentence" is a list or a table; the quote alone is better.
  private static final int LONGEST = 600;
  /// What ends a paragraph, stands for words that are not there, or is mark-up of HTML.
  private static final Pattern EDGE = Pattern.compile("\\R[ \\t]*\\R|█|<[^>]{1,400}>|\\R\\s*(?:[-*#>|]|\\d+[.)])\\s");
  /// Inline mark-up that parts no sentence.
  private static final Pattern INLINE =
      Pattern.compile("(?i)</?(?:a|b|i|em|strong|span|q|abbr|cite|u|mark|time|sup|sub)(?:\\s[^>]{0,400})?>");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]{1,300})\\]\\([^)\\s]{1,500}\\)");
  /// A pair of marks around words, neither of which stands within a word as in `system_log`.
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\p{L}\\p{N}*_`])([*_]{1,3}|`{1,3})(?=\\S)(.{1,300}?)(?<=\\S)\\1(?![\\p{L}\\p{N}*_`])");
  private static final Pattern CUT = Pattern.compile("(?<=\\p{Ll})(?:\u00ad|-)\\s*\\R\\s*(?=\\p{Ll})");

  private WholeSentence() {
  }

  /// The sentence, or the quote itself where its surroundings are no prose.
  ///
  /// @param document where it stands
  /// @param quote what is quoted
  /// @return one line
  static String of(Document document, Evidence quote) {
    String text = KeptObjects.words(document);
    if (quote.end() > text.length()) {
      return plain(quote.quote());
    }
    int from = Math.max(0, quote.start() - LONGEST);
    int to = Math.min(text.length(), quote.end() + LONGEST);
    String before = after(inline(text.substring(from, quote.start())));
    String behind = before(inline(text.substring(quote.end(), to)));
    String within = inline(quote.quote());
    String around = before + within + behind;
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(document.language()));
    sentences.setText(around);
    int begin = before.isEmpty() ? 0 : Math.max(0, sentences.preceding(before.length() + 1));
    int last = before.length() + within.length();
    int end = last >= around.length() ? around.length() : sentences.following(Math.max(0, last - 1));
    String sentence = plain(around.substring(begin, end == BreakIterator.DONE ? around.length() : end));
    boolean whole = sentence.length() <= LONGEST && sentence.matches("(?s).*[.!?…][\"”’»)]*");
    return whole ? sentence : plain(quote.quote());
  }

  private static String inline(String text) {
    return INLINE.matcher(text).replaceAll("");
  }

  private static String after(String text) {
    int from = 0;
    var edge = EDGE.matcher(text);
    while (edge.find()) {
      from = edge.end();
    }
    return text.substring(from);
  }

  private static String before(String text) {
    var edge = EDGE.matcher(text);
    return edge.find() ? text.substring(0, edge.start()) : text;
  }

  private static String plain(String words) {
    String text = LINK.matcher(CUT.matcher(words).replaceAll("")).replaceAll("$1");
    String unescaped = org.jsoup.parser.Parser.unescapeEntities(text, false);
    return EMPHASIS.matcher(unescaped).replaceAll("$2").replaceAll("\\s+", " ").strip()
        .replaceFirst("^[*.,;:>|#\\s-]+(?=\\S)", "");
  }
}

package org.tingbok.reading.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.document.Span;

/// Cuts a sentence into tokens after the conventions of Universal Dependencies, by rule; needs no model.
///
/// Two departures: compounds with hyphens stay whole ("state-sponsored", "APT-C-09"), and so do amounts of money
/// ("$1.5"). Clitics are cut off ("Russia|'s", "did|n't", "l'|attaque"). Names, dates, addresses, versions and defanged
/// indicators stay whole. Immutable and thread-safe.
public final class Tokenizer {
  private static final String OPENING = "([{<\"“”‘’'`«»„‚‹›¿¡*•–—…-";
  private static final String CLOSING = ")]}>\"“”’‘'`«»›‹,;:!?…*•–—-%";
  private static final String INNER = "—–\"“”«»„;()[]{}<>|*•…!?%";
  private static final Pattern ADDRESS = Pattern.compile(
      "(?i)(?:https?|hxxps?|ftp)://.*|www\\..*|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|.*\\[\\.\\].*|.*\\[dot\\].*");
  private static final Pattern FRENCH_VERB_CLITIC = Pattern.compile(
      "(?i).*?\\p{L}(-(?:t-)?(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|moi|toi|lui|leur|y|en|le|la|les))");
  private static final Set<String> FRENCH_WHOLE = Set.of("rendez-vous", "peut-être", "là-bas", "au-delà", "aujourd'hui",
      "aujourd’hui", "d'abord", "d’abord", "quelqu'un", "quelqu’un", "prud'homme");
  private static final Set<String> FRENCH_CLITICS = Set.of("l", "d", "qu", "n", "s", "j", "c", "m", "t", "jusqu",
      "lorsqu", "puisqu", "quoiqu", "presqu");
  private static final Set<String> ENGLISH_CLITICS = Set.of("s", "re", "ve", "ll", "d", "m");
  private static final Set<String> CUT_AFTER_THREE = Set.of("cannot", "gonna", "gotta", "wanna");

  private final String language;
  private final SplittingRules rules;

  private Tokenizer(String language, SplittingRules rules) {
    this.language = language;
    this.rules = rules;
  }

  /// The tokenizer for a language.
  ///
  /// @param language "en", "nb", "de", "fr" or "es"
  /// @return a tokenizer, cheap to make
  /// @throws IllegalArgumentException for any other language
  public static Tokenizer of(String language) {
    return new Tokenizer(language, SplittingRules.of(language));
  }

  /// Cuts one sentence.
  ///
  /// @param text the whole text
  /// @param from first code unit of the sentence
  /// @param to code unit after its last
  /// @return tokens in reading order; every code unit that is not white space lies in exactly one of them
  public List<Span> tokenise(CharSequence text, int from, int to) {
    List<Span> tokens = new ArrayList<>((to - from) / 5 + 1);
    int last = to;
    while (last > from && Spelling.isSpace(text.charAt(last - 1))) {
      last--;
    }
    int i = from;
    while (i < last) {
      if (Spelling.isSpace(text.charAt(i))) {
        i++;
        continue;
      }
      int end = i;
      while (end < last && !Spelling.isSpace(text.charAt(end))) {
        end++;
      }
      chunk(text, i, end, end == last, tokens);
      i = end;
    }
    return List.copyOf(tokens);
  }

  private void chunk(CharSequence text, int from, int to, boolean atEnd, List<Span> out) {
    int start = from;
    if (plain(text, from, to)) {
      word(text, from, to, out);
      return;
    }
    while (start < to - 1 && opening(text, start, to)) {
      int end = run(text, start, to);
      out.add(new Span(start, end));
      start = end;
      if (start >= to) {
        return;
      }
    }
    int end = to;
    List<Span> tail = new ArrayList<>(2);
    while (end > start + 1) {
      int cut = closing(text, start, end, atEnd);
      if (cut == end) {
        break;
      }
      tail.add(new Span(cut, end));
      end = cut;
    }
    if (end > start) {
      inner(text, start, end, out);
    }
    for (int i = tail.size() - 1; i >= 0; i--) {
      out.add(tail.get(i));
    }
  }

  private static boolean plain(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean opening(CharSequence text, int start, int to) {
    char c = text.charAt(start);
    char next = text.charAt(start + 1);
    if (c == '-') {
      return !Character.isDigit(next) && (next == '-' || !Character.isLetter(next) || to - start > 2);
    }
    if ((c == '\'' || c == '’') && to - start <= 4 && Character.isLetterOrDigit(next)) {
      return !clitic(text, start, to) && !Character.isDigit(next);
    }
    if (c == '[' && next == '.') {
      return false;
    }
    return OPENING.indexOf(c) >= 0;
  }

  /// Whether the text from an apostrophe on is a clitic that lost its host ("the U.S. 's").
  private static boolean clitic(CharSequence text, int apostrophe, int to) {
    return ENGLISH_CLITICS.contains(text.subSequence(apostrophe + 1, to).toString().toLowerCase(Locale.ROOT));
  }

  private static int run(CharSequence text, int start, int to) {
    char c = text.charAt(start);
    int end = start + 1;
    while (end < to && text.charAt(end) == c && "-.*!?—–'`".indexOf(c) >= 0) {
      end++;
    }
    return end;
  }

  /// Where the last mark of `[start, end)` begins; `end` if there is none to cut off.
  private int closing(CharSequence text, int start, int end, boolean atEnd) {
    char c = text.charAt(end - 1);
    if (c == '.') {
      int cut = end - 1;
      while (cut > start && text.charAt(cut - 1) == '.') {
        cut--;
      }
      if (end - cut == 1 && keepsStop(text.subSequence(start, cut).toString(), atEnd)) {
        return end;
      }
      return cut;
    }
    if (c == ')' || c == ']') {
      if (belongs(text, start, end, c == ')' ? '(' : '[')) {
        return end;
      }
      return end - 1;
    }
    if (c == '\'' || c == '’') {
      String host = text.subSequence(start, end - 1).toString().toLowerCase(Locale.ROOT);
      if (language.equals("fr") && FRENCH_CLITICS.contains(host)) {
        return end;
      }
    }
    if (CLOSING.indexOf(c) < 0) {
      return end;
    }
    int cut = end - 1;
    while (cut > start + 1 && text.charAt(cut - 1) == c && "-*!?—–'`".indexOf(c) >= 0) {
      cut--;
    }
    return cut;
  }

  /// "NoName057(16)", "word(s)": a bracket written onto the word it belongs to.
  private static boolean belongs(CharSequence text, int start, int end, char open) {
    for (int i = end - 2; i > start && end - i <= 6; i--) {
      if (text.charAt(i) == open) {
        return Character.isLetterOrDigit(text.charAt(i - 1)) && i < end - 2;
      }
    }
    return false;
  }

  private boolean keepsStop(String word, boolean atEnd) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (rules.titles().contains(lower) || rules.abbreviations().contains(lower)) {
      return !atEnd || lower.indexOf('.') >= 0 || !ordinaryWord(lower);
    }
    if (rules.beforeNumber().contains(lower)) {
      return !atEnd;
    }
    if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
      return !atEnd || Character.isUpperCase(word.charAt(0));
    }
    boolean dotted = word.length() >= 3;
    for (int i = 0; i < word.length() && dotted; i++) {
      dotted = i % 2 == 0 ? Character.isLetter(word.charAt(i)) : word.charAt(i) == '.';
    }
    if (dotted && word.length() % 2 == 1) {
      return true;
    }
    return rules.ordinalStop() && !atEnd && word.length() <= 2 && word.chars().allMatch(Character::isDigit);
  }

  private static boolean ordinaryWord(String lower) {
    return switch (lower) {
      case "as", "co", "sun", "sat", "mar", "may", "no", "art", "me", "ex", "est", "fig", "max", "min", "ill", "wash",
          "mass", "sec", "ed", "al", "mm", "hon", "det", "av", "mind", "sept", "ore", "st", "ref" ->
        true;
      default -> false;
    };
  }

  private void inner(CharSequence text, int from, int to, List<Span> out) {
    if (ADDRESS.matcher(text).region(from, to).matches()) {
      out.add(new Span(from, to));
      return;
    }
    int start = from;
    for (int i = from + 1; i < to - 1; i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c) || !cutsInside(text, from, i, to)) {
        continue;
      }
      int end = i + 1;
      while (end < to && text.charAt(end) == c && "-.—–".indexOf(c) >= 0) {
        end++;
      }
      if (i > start) {
        piece(text, start, i, out);
      }
      out.add(new Span(i, end));
      start = end;
      i = end - 1;
    }
    if (start < to) {
      piece(text, start, to, out);
    }
  }

  private static boolean cutsInside(CharSequence text, int from, int i, int to) {
    char c = text.charAt(i);
    char before = text.charAt(i - 1);
    char after = text.charAt(i + 1);
    boolean digits = Character.isDigit(before) && Character.isDigit(after);
    return switch (c) {
      case ',' -> !digits;
      case ':' -> !digits && (Character.isLetter(before) || before == ')' || before == '"');
      case '/' -> Character.isLetter(before) && Character.isLetter(after) && text.charAt(from) != '/' && to - from > 3;
      case '-' -> after == '-';
      case '.' -> after == '.';
      case '(', ')' -> !insideNameBracket(text, from, i, to);
      default -> INNER.indexOf(c) >= 0;
    };
  }

  private static boolean insideNameBracket(CharSequence text, int from, int i, int to) {
    if (text.charAt(i) == '(') {
      int close = i + 1;
      while (close < to && text.charAt(close) != ')') {
        close++;
      }
      return close < to && close - i <= 4 && Character.isLetterOrDigit(text.charAt(i - 1));
    }
    int open = i - 1;
    while (open > from && text.charAt(open) != '(') {
      open--;
    }
    return open > from && i - open <= 4 && Character.isLetterOrDigit(text.charAt(open - 1));
  }

  private void piece(CharSequence text, int from, int to, List<Span> out) {
    int end = to;
    while (end > from + 1 && ",:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    word(text, from, end, out);
    if (end < to) {
      out.add(new Span(end, to));
    }
  }

  private void word(CharSequence text, int from, int to, List<Span> out) {
    switch (language) {
      case "en" -> english(text, from, to, out);
      case "fr" -> french(text, from, to, out);
      default -> out.add(new Span(from, to));
    }
  }

  private static void english(CharSequence text, int from, int to, List<Span> out) {
    int cut = to;
    int length = to - from;
    for (int i = Math.max(from + 1, to - 3); i < to - 1; i++) {
      char c = text.charAt(i);
      if (c != '\'' && c != '’') {
        continue;
      }
      if (clitic(text, i, to)) {
        cut = i;
      } else if (i == to - 2 && i - 1 > from && Character.toLowerCase(text.charAt(i + 1)) == 't'
          && Character.toLowerCase(text.charAt(i - 1)) == 'n') {
        cut = i - 1;
      }
    }
    if (cut == to && (length == 5 || length == 6)
        && CUT_AFTER_THREE.contains(text.subSequence(from, to).toString().toLowerCase(Locale.ROOT))) {
      cut = from + 3;
    }
    out.add(new Span(from, cut));
    if (cut < to) {
      out.add(new Span(cut, to));
    }
  }

  private static void french(CharSequence text, int from, int to, List<Span> out) {
    String word = text.subSequence(from, to).toString();
    String lower = word.toLowerCase(Locale.ROOT);
    int start = 0;
    if (!FRENCH_WHOLE.contains(lower)) {
      for (int i = 1; i < word.length() - 1; i++) {
        char c = word.charAt(i);
        if (c != '\'' && c != '’') {
          continue;
        }
        if (FRENCH_CLITICS.contains(lower.substring(start, i))
            && !FRENCH_WHOLE.contains(lower.substring(start))) {
          out.add(new Span(from + start, from + i + 1));
          start = i + 1;
        }
      }
    }
    int end = word.length();
    if (lower.indexOf('-') > 0 && !FRENCH_WHOLE.contains(lower.substring(start))) {
      var matcher = FRENCH_VERB_CLITIC.matcher(lower.substring(start));
      if (matcher.matches() && Character.isLowerCase(word.charAt(end - 1))) {
        end = start + matcher.start(1);
      }
    }
    if (end > start) {
      out.add(new Span(from + start, from + end));
    }
    if (end < word.length()) {
      out.add(new Span(from + end, to));
    }
  }
}

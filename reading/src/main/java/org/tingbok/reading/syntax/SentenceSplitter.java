package org.tingbok.reading.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tingbok.document.Span;

/// Cuts a text into sentences by rule; needs no model.
///
/// Blank lines, list markers and headings always end a sentence, a soft wrap inside a paragraph does not. A full stop
/// ends one unless it belongs to an abbreviation, an initial, an ordinal or a number. Immutable and thread-safe.
public final class SentenceSplitter {
  private static final String CLOSERS = "\"'”’»)]}›“";
  private static final String OPENERS = "\"'“‘«([{„‚‹»”’-–—¿¡";
  private static final int SHORTEST_WIDTH = 40;
  private static final int LONGEST_HEADING = 140;

  private final SplittingRules rules;

  private SentenceSplitter(SplittingRules rules) {
    this.rules = rules;
  }

  /// The splitter for a language.
  ///
  /// @param language "en", "nb", "de", "fr" or "es"
  /// @return a splitter, cheap to make
  /// @throws IllegalArgumentException for any other language
  public static SentenceSplitter of(String language) {
    return new SentenceSplitter(SplittingRules.of(language));
  }

  /// Splits one stretch of a text. White space around sentences belongs to none of them.
  ///
  /// @param text the whole text
  /// @param from first code unit to look at
  /// @param to code unit after the last to look at
  /// @return sentences in reading order, not overlapping; empty if there is only white space
  public List<Span> split(CharSequence text, int from, int to) {
    List<Span> sentences = new ArrayList<>();
    int position = from;
    while (position < to) {
      int end = endOfParagraph(text, position, to);
      splitParagraph(text, position, end, sentences);
      position = end;
    }
    return List.copyOf(sentences);
  }

  private static int endOfParagraph(CharSequence text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        int next = i + 1;
        while (next < to && text.charAt(next) != '\n' && Spelling.isSpace(text.charAt(next))) {
          next++;
        }
        if ((next < to && text.charAt(next) == '\n') || text.charAt(i) == '\f') {
          return next + 1;
        }
      }
    }
    return to;
  }

  private void splitParagraph(CharSequence text, int from, int to, List<Span> out) {
    int width = SHORTEST_WIDTH;
    for (int i = from, line = from; i <= to; i++) {
      if (i == to || text.charAt(i) == '\n') {
        width = Math.max(width, i - line);
        line = i + 1;
      }
    }
    int start = from;
    int lineStart = from;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        if (breaksLine(text, lineStart, i, to, width)) {
          splitBlock(text, start, i, out);
          start = i + 1;
        }
        lineStart = i + 1;
      }
    }
    splitBlock(text, start, to, out);
  }

  private static boolean breaksLine(CharSequence text, int lineStart, int lineEnd, int to, int width) {
    int next = lineEnd + 1;
    while (next < to && Spelling.isSpace(text.charAt(next))) {
      next++;
    }
    if (next >= to) {
      return true;
    }
    if (listMarker(text, next, to) > 0) {
      return true;
    }
    int last = lineEnd - 1;
    while (last >= lineStart && Spelling.isSpace(text.charAt(last))) {
      last--;
    }
    if (last < lineStart) {
      return true;
    }
    char end = text.charAt(last);
    if (".!?…,;:-–—(".indexOf(end) >= 0 || (CLOSERS.indexOf(end) >= 0 && last > lineStart
        && ".!?,".indexOf(text.charAt(last - 1)) >= 0)) {
      return false;
    }
    char first = text.charAt(next);
    if (!Character.isUpperCase(first) && !Character.isDigit(first) && "\"“«„‘".indexOf(first) < 0) {
      return false;
    }
    int wordEnd = next;
    while (wordEnd < to && !Spelling.isSpace(text.charAt(wordEnd))) {
      wordEnd++;
    }
    int length = last + 1 - lineStart;
    if (length > LONGEST_HEADING || length + 1 + wordEnd - next > width - 2) {
      return false;
    }
    return !endsInFunctionWord(text, lineStart, last + 1);
  }

  private static boolean endsInFunctionWord(CharSequence text, int from, int to) {
    int start = to;
    while (start > from && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    if (to - start > 4 || to == start || Character.isUpperCase(text.charAt(start))) {
      return false;
    }
    return switch (text.subSequence(start, to).toString()) {
      case "the", "a", "an", "of", "and", "or", "in", "on", "at", "to", "by", "for", "with", "from", "that", "der",
          "die",
          "das", "und", "von", "mit", "le", "la", "les", "de", "des", "du", "et", "og", "av", "til", "som", "med",
          "el", "los", "las", "del", "al", "un", "una", "y", "o", "con", "por", "que", "para", "su", "sus" ->
        true;
      default -> false;
    };
  }

  /// How long the list marker at `at` is with the white space after it; 0 if there is none.
  private static int listMarker(CharSequence text, int at, int to) {
    int i = at;
    if (i < to && "•*‣▪●◦·-–—".indexOf(text.charAt(i)) >= 0) {
      i++;
    } else {
      while (i < to && i - at < 3 && Character.isDigit(text.charAt(i))) {
        i++;
      }
      if (i == at || i >= to || ".)".indexOf(text.charAt(i)) < 0) {
        return 0;
      }
      i++;
    }
    int gap = i;
    while (i < to && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i > gap ? i - at : 0;
  }

  private void splitBlock(CharSequence text, int from, int to, List<Span> out) {
    int start = from;
    while (start < to && Spelling.isSpace(text.charAt(start))) {
      start++;
    }
    int i = start + listMarker(text, start, to);
    while (i < to) {
      char c = text.charAt(i);
      if (".!?…。".indexOf(c) < 0) {
        i++;
        continue;
      }
      int mark = i;
      while (i < to && ".!?…。".indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      int afterMarks = i;
      while (i < to && CLOSERS.indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      i = afterFrenchClose(text, start, i, to);
      if (i >= to) {
        break;
      }
      if (!Spelling.isSpace(text.charAt(i))) {
        if (i == afterMarks || !Character.isUpperCase(text.charAt(i))) {
          continue;
        }
      }
      if (endsSentence(text, start, mark, afterMarks, i, to)) {
        add(text, start, i, out);
        start = i;
        while (start < to && Spelling.isSpace(text.charAt(start))) {
          start++;
        }
        i = start;
      }
    }
    add(text, start, to, out);
  }

  /// Behind "»" where spaces stand before it, as in French; the same place if there is none that closes.
  private static int afterFrenchClose(CharSequence text, int from, int at, int to) {
    int close = at;
    while (close < to && Spelling.isSpace(text.charAt(close))) {
      close++;
    }
    if (close == at || close >= to || text.charAt(close) != '»') {
      return at;
    }
    int open = at;
    while (open > from && text.charAt(open - 1) != '«' && text.charAt(open - 1) != '»') {
      open--;
    }
    return open > from && text.charAt(open - 1) == '«' ? close + 1 : at;
  }

  private static void add(CharSequence text, int from, int to, List<Span> out) {
    int start = from;
    int end = to;
    while (start < end && Spelling.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && Spelling.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end > start) {
      out.add(new Span(start, end));
    }
  }

  private boolean endsSentence(CharSequence text, int from, int mark, int afterMarks, int afterClosers, int to) {
    int next = afterClosers;
    while (next < to && Spelling.isSpace(text.charAt(next))) {
      next++;
    }
    if (next >= to) {
      return true;
    }
    int word = next;
    while (word < to && OPENERS.indexOf(text.charAt(word)) >= 0) {
      boolean french = text.charAt(word) == '«'; // French sets a space behind it
      word++;
      while (french && word < to && Spelling.isSpace(text.charAt(word))) {
        word++;
      }
    }
    if (word >= to) {
      return true;
    }
    if (word > next && Spelling.isSpace(text.charAt(word))) {
      return false; // a dash or a stray quote goes on
    }
    char first = text.charAt(word);
    if (Character.isLowerCase(first)) {
      return false;
    }
    if (afterMarks - mark > 1 || text.charAt(mark) != '.') {
      return true;
    }
    String follower = word(text, word, to);
    int begin = mark;
    while (begin > from && !Spelling.isSpace(text.charAt(begin - 1))
        && "([\"“'‘«„—".indexOf(text.charAt(begin - 1)) < 0) {
      begin--;
    }
    if (begin == mark) {
      return true;
    }
    String before = text.subSequence(begin, mark).toString();
    return closersStand(afterMarks, afterClosers, before) || endsAfter(before, follower, first);
  }

  private static boolean closersStand(int afterMarks, int afterClosers, String before) {
    return afterClosers > afterMarks && before.length() > 3;
  }

  private boolean endsAfter(String before, String follower, char first) {
    String lower = before.toLowerCase(Locale.ROOT);
    boolean number = Character.isDigit(first);
    if (rules.beforeNumber().contains(lower) && number) {
      return false;
    }
    if (rules.titles().contains(lower) && (Character.isUpperCase(before.charAt(0)) || !rules.opens(follower))) {
      return false;
    }
    if (rules.titles().contains(lower) && lower.indexOf('.') >= 0) {
      return false;
    }
    if (rules.abbreviations().contains(lower)) {
      return rules.opens(follower);
    }
    if (before.length() == 1 && Character.isUpperCase(before.charAt(0))) {
      return before.charAt(0) == 'I' && rules.opens(follower);
    }
    if (isDotted(before)) {
      return rules.opens(follower);
    }
    if (rules.ordinalStop() && isOrdinal(before)) {
      return rules.opens(follower) && !rules.months().contains(follower.toLowerCase(Locale.ROOT));
    }
    return true;
  }

  /// "U.S", "U.N", "e.g", "T.O.M": single letters with full stops between.
  private static boolean isDotted(String word) {
    if (word.length() < 3 || word.length() % 2 == 0) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (i % 2 == 0 ? !Character.isLetter(word.charAt(i)) : word.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isOrdinal(String word) {
    int last = word.lastIndexOf('.') + 1;
    int digits = word.length() - last;
    if (digits < 1 || digits > 2) {
      return false;
    }
    for (int i = last; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String word(CharSequence text, int from, int to) {
    int end = from;
    while (end < to && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.subSequence(from, end).toString();
  }
}

package org.tingbok.app.desk;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that the end of a line cuts in two, as PDF files have them: whether they are put together, and with a hyphen or
/// without. The text itself is asked: `state-` and `sponsored` keep theirs where both are words of it, `compro-` and `mised`
/// do not.
final class CutWords {
  private static final Pattern WORD = Pattern.compile("\\p{L}+(?:-\\p{L}+)*");
  private static final Set<String> JOINING =
      Set.of("and", "or", "og", "eller", "und", "oder", "et", "ou", "y", "e", "o");

  private final String document;
  private Set<String> words = Set.of();

  /// @param document the canonical text
  CutWords(String document) {
    this.document = document;
  }

  /// Whether what is set so far ends in the first part of a word that goes on at a place of the text.
  boolean cut(CharSequence set, int place) {
    int last = set.length() - 1;
    return last > 0 && set.charAt(last) == '-' && Character.isLetter(set.charAt(last - 1)) && place < document.length()
        && Character.isLowerCase(document.charAt(place)) && !JOINING.contains(second(place));
  }

  /// Whether the hyphen between the parts is one of the word's own. Only asked where a word is cut.
  boolean hyphenStays(CharSequence set, int place) {
    if (words.isEmpty()) {
      words = wholeWords(document);
    }
    int from = set.length() - 1;
    while (from > 0 && Character.isLetter(set.charAt(from - 1))) {
      from--;
    }
    String one = set.subSequence(from, set.length() - 1).toString().toLowerCase(Locale.ROOT);
    String two = second(place);
    if (words.contains(one + two)) {
      return false;
    }
    boolean capitals = one.length() > 1 && set.charAt(set.length() - 2) != one.charAt(one.length() - 1);
    return capitals || words.contains(one + "-" + two) || one.length() > 2 && two.length() > 3 && words.contains(one)
        && words.contains(two);
  }

  /// The words of a text but for the parts of those that are cut.
  private static Set<String> wholeWords(String text) {
    Set<String> found = new HashSet<>();
    Matcher word = WORD.matcher(text);
    boolean second = false;
    while (word.find()) {
      int end = word.end();
      boolean first =
          end + 1 < text.length() && text.charAt(end) == '-' && Character.isWhitespace(text.charAt(end + 1));
      if (!first && !second) {
        found.add(word.group().toLowerCase(Locale.ROOT));
      }
      second = first;
    }
    return found;
  }

  private String second(int place) {
    int to = place;
    while (to < document.length() && Character.isLetter(document.charAt(to))) {
      to++;
    }
    return document.substring(place, to).toLowerCase(Locale.ROOT);
  }
}

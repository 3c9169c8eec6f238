package org.tingbok.second;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.document.Span;

/// Where words stand in a text, word for word.
///
/// Two differences are looked past, since models make them in copying and neither changes a word: how much white space
/// there is, and whether quotation marks and apostrophes are bent. What is found is always the text's own.
final class Words {
  private final String folded;
  private final int[] places;

  Words(String text) {
    StringBuilder line = new StringBuilder(text.length());
    int[] at = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      char c = fold(text.charAt(i));
      if (c == ' ' && !line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
        continue;
      }
      at[line.length()] = i;
      line.append(c);
    }
    at[line.length()] = text.length();
    folded = line.toString();
    places = at;
  }

  private static char fold(char c) {
    return switch (c) {
      case '“', '”', '„', '‟', '«', '»' -> '"';
      case '‘', '’', '‚', '‛', '`', '´' -> '\'';
      default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
    };
  }

  /// Every place of these words, at the ends of words only.
  List<Span> find(String words) {
    String needle = new Words(words).folded.strip();
    List<Span> found = new ArrayList<>();
    if (needle.isEmpty()) {
      return found;
    }
    for (int at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + 1)) {
      int end = at + needle.length();
      if (apart(at) && apart(end)) {
        found.add(new Span(places[at], places[end - 1] + 1));
      }
    }
    return found;
  }

  boolean hold(String words) {
    return !find(words).isEmpty();
  }

  private boolean apart(int at) {
    return at == 0 || at == folded.length() || !Character.isLetterOrDigit(folded.charAt(at - 1))
        || !Character.isLetterOrDigit(folded.charAt(at));
  }
}

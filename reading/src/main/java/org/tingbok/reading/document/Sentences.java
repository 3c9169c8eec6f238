package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tingbok.document.Span;

/// A rough cut into sentences, good enough to tell a notice at the end of a paragraph from the paragraph.
final class Sentences {
  private static final Set<String> SHORT_FORMS =
      Set.of("Mr", "Mrs", "Ms", "Dr", "St", "No", "no", "vs", "Gen", "Sen", "Rep",
          "Gov", "Lt", "Col", "Prof", "Inc", "Ltd", "Corp", "Co", "bzw", "ca", "kl", "nr", "Nr", "Abs", "Art", "dvs",
          "bl", "e.g",
          "i.e", "U.S", "U.N", "U.K", "E.U");

  private Sentences() {
  }

  /// The sentences of a text, without the white space between them.
  static List<Span> of(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '.' || sign == '!' || sign == '?' || sign == '…' || sign == '|') {
        int end = i + 1;
        while (end < text.length() && "\"'”’»)]".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        if (end < text.length() && Draft.isSpace(text.charAt(end)) && !isShortForm(text, i)) {
          int next = end;
          while (next < text.length() && Draft.isSpace(text.charAt(next))) {
            next++;
          }
          if (next < text.length() && !Character.isLowerCase(text.charAt(next))) {
            sentences.add(new Span(start, end));
            start = next;
            i = next - 1;
          }
        }
      }
    }
    if (start < text.length()) {
      sentences.add(new Span(start, text.length()));
    }
    return sentences;
  }

  private static boolean isShortForm(String text, int dot) {
    int from = dot;
    while (from > 0 && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    String word = text.substring(from, dot);
    boolean number = !word.isEmpty() && word.chars().allMatch(Character::isDigit) && word.length() <= 2;
    return SHORT_FORMS.contains(word) || (word.length() == 1 && Character.isUpperCase(word.charAt(0))) || number;
  }
}

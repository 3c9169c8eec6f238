package org.tingbok.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Runs of letters and digits, without case, accents and strokes. A character of a script that sets no blanks between
/// words is a word by itself.
final class FoldedWords implements WordForms {
  @Override
  public List<Word> words(String text, String language) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (!Character.isLetterOrDigit(point)) {
        at = next;
        continue;
      }
      if (!Character.isIdeographic(point)) {
        while (next < text.length() && goesOn(text.codePointAt(next))) {
          next += Character.charCount(text.codePointAt(next));
        }
      }
      words.add(new Word(fold(text.substring(at, next)), at, next));
      at = next;
    }
    return words;
  }

  private static boolean goesOn(int point) {
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point) && !Character.isIdeographic(point) || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  @Override
  public Set<String> forms(String word) {
    return Set.of(fold(word));
  }

  private static String fold(String word) {
    if (word.chars().allMatch(ch -> ch < 128)) {
      return word.toLowerCase(Locale.ROOT);
    }
    StringBuilder folded = new StringBuilder(word.length());
    Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).codePoints()
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .forEach(point -> {
          switch (point) {
            case 'ø' -> folded.append('o');
            case 'đ' -> folded.append('d');
            case 'ł' -> folded.append('l');
            case 'ı' -> folded.append('i');
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            default -> folded.appendCodePoint(point);
          }
        });
    return folded.toString();
  }
}

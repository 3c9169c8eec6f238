package org.tingbok.query;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/// How words are found whatever their form: what a text is taken apart into, and which of that a word asked for may be
/// found under. Implementations are stateless and safe for several threads.
public interface WordForms {
  /// Case, accents and strokes make no difference; endings do. What every language has in common.
  WordForms FOLDED = new FoldedWords();

  /// A word of a text.
  ///
  /// @param form the form that it is compared by
  /// @param start first code unit
  /// @param end code unit after the last
  record Word(String form, int start, int end) implements Serializable {
  }

  /// The words of a text.
  ///
  /// @param text any text
  /// @param language BCP 47 primary tag of the language it is in; `und` if that cannot be told
  /// @return in order
  List<Word> words(String text, String language);

  /// The forms that a word may have in a text of any language.
  ///
  /// @param word one word, as somebody types it
  /// @return one or more
  Set<String> forms(String word);
}

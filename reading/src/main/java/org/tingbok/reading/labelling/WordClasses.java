package org.tingbok.reading.labelling;

import org.tingbok.text.Token;

/// What the lexicon knows of a word, for the labeller to generalise over words that no training sentence holds.
///
/// Has to be safe to share.
public interface WordClasses {
  /// What a word stands for in the speech of others or as a noun: a predicate of saying and how sure it sounds, a
  /// document, a group, a company, a body, people, an operation.
  ///
  /// @param token the word
  /// @return one short class; `-` if it is in no list
  String standing(Token token);

  /// Which types of claim a word is known to make.
  ///
  /// @param token the word
  /// @return their codes in the order of the vocabulary, joined by `+`; `-` if none
  String predicate(Token token);
}

package org.tingbok.text;

/// The universal part-of-speech tags (Universal Dependencies, version 2), in their own spelling.
public enum Upos {
  /// Adjective.
  ADJ,
  /// Adposition.
  ADP,
  /// Adverb.
  ADV,
  /// Auxiliary, the copula included.
  AUX,
  /// Coordinating conjunction.
  CCONJ,
  /// Determiner.
  DET,
  /// Interjection.
  INTJ,
  /// Noun.
  NOUN,
  /// Numeral.
  NUM,
  /// Particle.
  PART,
  /// Pronoun.
  PRON,
  /// Proper noun.
  PROPN,
  /// Punctuation.
  PUNCT,
  /// Subordinating conjunction.
  SCONJ,
  /// Symbol.
  SYM,
  /// Verb.
  VERB,
  /// Anything else.
  X
}

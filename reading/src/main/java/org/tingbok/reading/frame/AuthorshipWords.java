package org.tingbok.reading.frame;

import java.util.regex.Pattern;

/// The words by which it is left open who carried out an operation, in five languages.
final class AuthorshipWords {
  static final Pattern WHO = Pattern.compile(
      "\\b(who|whom|which (?:state|group|country|service|actor|hackers|gang)|whose|"
          + "name (?:the|any|a) (?:culprit|group|state|country)|hvem|wer|wen|qui|quién|quiénes|culpable|autores|culprit|perpetrator|authorship|origin|source|"
          + "who's|in whose|hackergruppe|responsible|identity|hvilken stat|wem|wessen|urheber|täter|bakmenn\\w*|gjerningsm\\w+|"
          + "opphav\\w*|auteurs?|origine|identité|autores|autoría|responsables|identidad)\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  /// "experts who analysed it": nobody asks who they are.
  static final Pattern RELATIVE =
      Pattern.compile("(?<=\\p{Ll}s) who (?=\\p{Ll}+ed\\b|have\\b|had\\b|are\\b|were\\b|spoke\\b)");
  static final Pattern NAMING =
      Pattern.compile("\\b(attribut\\w*|name|blame|identify|accuse|point|say who|culprit|"
          + "tilskriv\\w*|nennen|nommer|atribu\\w*|señal\\w*|responsabiliz\\w*|culpa\\w*|nombr\\w*|assign|speculate|link|tie|peke|utpeke|navngi|benennen|zuordnen|zuschreiben|"
          + "désigner|attribuer|imputer|identifier|identificar|culpable)\\b",
          Pattern.CASE_INSENSITIVE);
  static final Pattern OPEN =
      Pattern.compile("\\b(who|causes?|hypothes[ei]s|possibilit(?:y|ies)|angles?|leads?|options?|"
          + "responsib\\w+|behind|origin|hvem|wer|attack|breach|incident|perpetrators?)\\b", Pattern.CASE_INSENSITIVE);
  /// What an investigation looks into besides who it was: "the inquiry into how they got in is ongoing".
  static final Pattern HOW =
      Pattern.compile("\\b(?:how|whether data|extent|scope|impact|what data)\\b", Pattern.CASE_INSENSITIVE);

  private AuthorshipWords() {}
}

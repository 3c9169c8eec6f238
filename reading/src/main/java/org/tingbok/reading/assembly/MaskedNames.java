package org.tingbok.reading.assembly;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.document.Span;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Parses sentences with their known names as single words.
///
/// A treebank holds no "UNC4899" and makes "Recorded Future" a participle and a noun; what the knowledge of names knows to be
/// one name is therefore shown to the parser as one made-up proper noun of the same length, and put back afterwards.
final class MaskedNames {
  private static final String VOWELS = "aeiou";
  private static final String CONSONANTS = "ndrlstmk";

  private MaskedNames() {
  }

  static Sentence parse(SyntaxAnalyzer syntax, String view, Span span, List<NameMatch> names) {
    StringBuilder masked = new StringBuilder(view.substring(span.start(), span.end()));
    List<NameMatch> hidden = new ArrayList<>();
    for (NameMatch name : names) {
      if (name.start() >= span.start() && name.end() <= span.end() && strange(view, name)) {
        hidden.add(name);
        for (int i = name.start(); i < name.end(); i++) {
          int nth = i - name.start();
          char letter = nth % 2 == 0 ? CONSONANTS.charAt(nth / 2 % CONSONANTS.length()) : VOWELS.charAt(nth / 2 % VOWELS.length());
          masked.setCharAt(i - span.start(), nth == 0 ? Character.toUpperCase(letter) : letter);
        }
      }
    }
    Sentence parsed = syntax.parse(masked, 0, masked.length());
    List<Token> tokens = new ArrayList<>(parsed.tokens().size());
    for (Token token : parsed.tokens()) {
      int start = token.start() + span.start();
      int end = token.end() + span.start();
      String form = view.substring(start, end);
      boolean name = hidden.stream().anyMatch(match -> match.start() <= start && end <= match.end());
      tokens.add(new Token(token.index(), start, end, form, name ? form : token.lemma(), name ? Upos.PROPN : token.upos(),
          name ? "NNP" : token.xpos(), token.head(), token.deprel()));
    }
    return new Sentence(span.start(), span.end(), tokens);
  }

  /// Names of several words, and single ones that do not look like words; adjectives and weak spellings stay.
  private static boolean strange(String view, NameMatch name) {
    String words = view.substring(name.start(), name.end());
    if (name.weak() || !Character.isUpperCase(words.charAt(0)) && !Character.isDigit(words.charAt(0))) {
      return false;
    }
    boolean adjective = name.names().stream().allMatch(known -> known.sort() == Name.Sort.ADJECTIVE
        || known.sort() == Name.Sort.PEOPLE);
    boolean several = words.chars().anyMatch(Character::isWhitespace);
    boolean odd = words.chars().anyMatch(c -> !Character.isLetter(c))
        || words.chars().skip(1).anyMatch(Character::isUpperCase) || name.as(Name.Sort.ACTOR).isPresent();
    return !adjective && (several || odd);
  }
}

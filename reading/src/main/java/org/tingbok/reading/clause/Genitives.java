package org.tingbok.reading.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Marks whose something is where a Norwegian or German name in "-s" says so: "Russlands ambassade", "Nordkoreas Vertretung".
///
/// Treebanks of these languages call it a modifier like any other; rules ask for an owner. Stateless.
public final class Genitives {
  private Genitives() {
  }

  /// The sentence with owners marked as such.
  ///
  /// @param sentence parsed
  /// @param language "en", "nb", "de", "fr" or "es"
  /// @return the same tokens; the sentence itself in other languages, or if nobody owns anything
  public static Sentence read(Sentence sentence, String language) {
    if (!language.equals("nb") && !language.equals("de")) {
      return sentence;
    }
    List<Token> tokens = new ArrayList<>(sentence.tokens().size());
    boolean changed = false;
    for (Token token : sentence.tokens()) {
      Optional<Token> owned = owned(token, sentence.tokens(), language);
      changed |= owned.isPresent();
      tokens.add(owned.map(noun -> new Token(token.index(), token.start(), token.end(), token.form(), token.lemma(),
          token.upos(), token.xpos(), noun.index(), "nmod:poss")).orElse(token));
    }
    return changed ? new Sentence(sentence.start(), sentence.end(), tokens) : sentence;
  }

  private static Optional<Token> owned(Token token, List<Token> tokens, String language) {
    boolean owner = token.upos() == Upos.PROPN && token.form().endsWith("s") && token.form().length() > 3
        && (token.deprel().equals("nmod") || token.deprel().equals("dep"))
        && (language.equals("de") || token.xpos().startsWith("Gen"));
    if (!owner || token.head() <= token.index() || token.head() - token.index() > 3) {
      return Optional.empty();
    }
    Token noun = tokens.get(token.head());
    boolean bare = tokens.stream().noneMatch(child -> child.head() == token.index());
    return bare && (noun.upos() == Upos.NOUN || noun.upos() == Upos.PROPN) ? Optional.of(noun) : Optional.empty();
  }
}

package org.tingbok.reading.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Gives English sentences their verb back where the parser took a past tense for an adjective.
///
/// "Officials suspected Chinese hackers of the break-in" becomes a sentence whose predicate is "hackers", with "officials" for its
/// subject and "suspected" for an adjective. A noun without "to be" is no predicate, and nothing stands between a subject and what
/// is said of it but a verb. Stateless.
public final class LostVerbs {
  private static final Set<String> WHEN = Set.of("after", "before", "since", "until");

  private LostVerbs() {}

  /// The sentence with such a verb put back.
  ///
  /// @param sentence parsed
  /// @return the same tokens; the sentence itself if none is lost
  public static Sentence read(Sentence sentence) {
    return told(suspected(sentence));
  }

  /// "A declared an emergency after B, a gang, encrypted its servers": "after" goes with the verb, and B is who did it.
  private static Sentence told(Sentence sentence) {
    Tree tree = new Tree(sentence);
    for (Token verb : sentence.tokens()) {
      boolean loose =
          Tree.is(verb, "parataxis") && verb.xpos().matches("VBD|VBZ|VBP") && tree.child(verb, "nsubj").isEmpty();
      Optional<Token> doer = !loose ? Optional.empty()
          : tree.tokens().stream().filter(noun -> noun.head() == verb.head() && Tree.is(noun, "obl")
              && tree.lastOf(noun) < tree.firstOf(verb) && WHEN.contains(tree.marker(noun))
              && tree.tokens().subList(tree.lastOf(noun) + 1, tree.firstOf(verb)).stream()
                  .allMatch(between -> between.form().equals(",")))
              .findFirst();
      if (doer.isPresent()) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : sentence.tokens()) {
          boolean after = token.head() == doer.get().index() && Tree.is(token, "case");
          tokens.add(token.equals(verb) ? hung(token, token.head(), "advcl")
              : token.equals(doer.get()) ? hung(token, verb.index(), "nsubj")
                  : after ? hung(token, verb.index(), "mark") : token);
        }
        return new Sentence(sentence.start(), sentence.end(), tokens);
      }
    }
    return sentence;
  }

  private static Sentence suspected(Sentence sentence) {
    Tree tree = new Tree(sentence);
    Optional<Token> root = tree.tokens().stream().filter(token -> token.head() < 0).findFirst();
    Optional<Token> lost = root.filter(noun -> noun.upos() == Upos.NOUN && tree.child(noun, "cop").isEmpty())
        .flatMap(noun -> verb(tree, noun));
    if (lost.isEmpty()) {
      return sentence;
    }
    Token noun = root.orElseThrow();
    Token verb = lost.get();
    List<Token> tokens = new ArrayList<>();
    for (Token token : sentence.tokens()) {
      boolean ofTheVerb = token.head() == noun.index() && token.index() != verb.index()
          && (token.index() < verb.index()
              || !Tree.is(token, "amod", "compound", "det", "nummod", "acl", "conj", "cc", "flat",
                  "appos", "nmod:poss"));
      tokens.add(token.index() == verb.index() ? hung(token, -1, "root")
          : token.index() == noun.index() ? hung(token, verb.index(), "obj")
              : ofTheVerb ? hung(token, verb.index(), Tree.is(token, "nmod") ? "obl" : token.deprel()) : token);
    }
    return new Sentence(sentence.start(), sentence.end(), tokens);
  }

  /// A past tense among the adjectives of a noun, with the noun's subject before it.
  private static Optional<Token> verb(Tree tree, Token noun) {
    Optional<Token> subject =
        tree.child(noun, "nsubj").filter(token -> Tree.nominal(token) && token.index() < noun.index());
    return subject.flatMap(before -> tree.children(noun, "amod").stream().filter(word -> word.upos() == Upos.VERB
        && word.xpos().matches("VBD|VBN") && before.index() < word.index() && word.index() < noun.index()
        && tree.children(noun, "det", "nmod:poss").stream().noneMatch(article -> article.index() < word.index()
            && article.index() > before.index()))
        .findFirst());
  }

  private static Token hung(Token token, int head, String relation) {
    return new Token(token.index(), token.start(), token.end(), token.form(), token.lemma(), token.upos(), token.xpos(),
        head, relation);
  }
}

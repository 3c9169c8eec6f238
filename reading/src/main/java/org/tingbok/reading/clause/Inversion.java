package org.tingbok.reading.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Puts right what the parser of Norwegian takes for one phrase where subject and object stand side by side behind the verb: "I dag holder
/// regjeringen Kina ansvarlig" has two, "regjeringen" who acts and "Kina" whom they hold responsible.
///
/// Only where the verb wants an object, since something is said of it, and has none. Stateless.
public final class Inversion {
  private Inversion() {
  }

  /// The sentence with the name behind the subject as the object.
  ///
  /// @param sentence parsed
  /// @return the same tokens; the sentence itself if nothing is to be put right
  public static Sentence read(Sentence sentence) {
    Tree tree = new Tree(sentence);
    for (Token verb : tree.tokens()) {
      Optional<Token> object = Tree.verbal(verb) && tree.child(verb, "xcomp").isPresent()
          && tree.child(verb, "obj").isEmpty() ? object(tree, verb) : Optional.empty();
      if (object.isPresent()) {
        List<Token> tokens = new ArrayList<>(tree.tokens());
        Token name = object.get();
        tokens.set(name.index(),
            new Token(name.index(), name.start(), name.end(), name.form(), name.lemma(), name.upos(),
                name.xpos(), verb.index(), "obj"));
        return new Sentence(sentence.start(), sentence.end(), tokens);
      }
    }
    return sentence;
  }

  private static Optional<Token> object(Tree tree, Token verb) {
    return tree.child(verb, "nsubj").filter(subject -> subject.index() > verb.index() && subject.upos() == Upos.NOUN)
        .flatMap(subject -> tree.children(subject, "appos", "flat", "nmod").stream()
            .filter(name -> name.upos() == Upos.PROPN && name.index() == subject.index() + 1
                && tree.child(name, "case").isEmpty())
            .findFirst());
  }
}

package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.mention.Party;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Who is named as speaking behind a last comma: "…, the bureau confirmed on Monday", "…, sagte ein Sprecher der Behörde".
///
/// Read off the order of words, since trees hang such clauses on whatever noun stands nearest. Looks at one sentence.
final class Afterword {
  private static final int LONGEST = 9; // tokens of the speaker's phrase
  private static final int REST = 12; // tokens behind the verb: day, place, to whom

  private final Scene scene;
  private final Tree tree;
  private final Embedding embedding;

  Afterword(Scene scene, Embedding embedding) {
    this.scene = scene;
    this.tree = scene.tree();
    this.embedding = embedding;
  }

  /// Who speaks, and the verb that says so.
  ///
  /// @param verb of saying
  /// @param speaker who
  record Said(Token verb, Phrase speaker) {
  }

  /// What stands behind the last comma of the sentence.
  ///
  /// @return empty if that names nobody who speaks
  Optional<Said> said() {
    int end = tree.size();
    while (end > 0 && tree.token(end - 1).upos() == Upos.PUNCT) {
      end--;
    }
    for (int comma = end - 1; comma > 1 && end - comma <= LONGEST + REST; comma--) {
      if (Tree.low(tree.token(comma)).equals(",")) {
        return behind(comma, end);
      }
    }
    return Optional.empty();
  }

  private Optional<Said> behind(int comma, int end) {
    int verb = -1;
    for (int i = comma + 1; i < Math.min(end, comma + 1 + LONGEST); i++) {
      if (saying(tree.token(i))) {
        verb = i;
        break;
      }
    }
    if (verb < 0 || !plain(comma + 1, verb) || !plain(verb + 1, end)) {
      return Optional.empty();
    }
    boolean before = verb > comma + 1 && nominal(tree.token(verb - 1));
    Phrase speaker = before ? meant(comma + 1, verb) : verb == comma + 1 ? meant(verb + 1, end) : Phrase.NOBODY;
    return speaker.somebody() ? Optional.of(new Said(tree.token(verb), speaker)) : Optional.empty();
  }

  private boolean saying(Token token) {
    boolean finite =
        token.upos() == Upos.VERB || token.upos() == Upos.NOUN && !Tree.low(token).equals(Tree.lemma(token))
            || token.upos() == Upos.NOUN && token.xpos().equals("NN");
    return finite && !token.xpos().equals("VBG") && embedding.verb(Tree.lemma(token)).isPresent()
        && tree.children(token, "mark", "aux:pass").isEmpty();
  }

  /// Whether words hold no clause of their own.
  private boolean plain(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean word = switch (tree.token(i).upos()) {
        case VERB, AUX, SCONJ -> false;
        case PRON -> !Tree.low(tree.token(i)).matches("who|which|that|whom|der|die|das|som|qui|que|dont");
        case ADJ, ADP, ADV, CCONJ, DET, INTJ, NOUN, NUM, PART, PROPN, PUNCT, SYM, X -> true;
      };
      if (!word) {
        return false;
      }
    }
    return true;
  }

  private static boolean nominal(Token token) {
    return token.upos() == Upos.NOUN || token.upos() == Upos.PROPN || token.upos() == Upos.PRON;
  }

  /// The parties of the heads that stand in some words, up to the first that is marked by an adposition.
  private Phrase meant(int from, int to) {
    List<Party> parties = new ArrayList<>();
    Phrase first = Phrase.NOBODY;
    for (int i = from; i < to; i++) {
      Token token = tree.token(i);
      if (token.upos() == Upos.ADP && first.somebody()) {
        break;
      }
      boolean head = nominal(token) && !Tree.is(token, "compound", "flat", "amod", "det")
          && (tree.head(token).filter(above -> above.index() >= from && above.index() < to).isEmpty()
              || Tree.is(token, "conj"));
      if (head && tree.marker(token).isEmpty()) {
        Phrase phrase = scene.resolver().resolve(token);
        for (Party party : phrase.parties()) {
          if (parties.stream().noneMatch(known -> known.name().equals(party.name()))) {
            parties.add(party);
          }
        }
        first = first.somebody() ? first : phrase;
      }
    }
    return parties.isEmpty() ? Phrase.NOBODY : new Phrase(parties, first.speaker(), first.anaphoric());
  }
}

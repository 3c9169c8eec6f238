package org.tingbok.reading.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Puts together names of persons that a parser took for two dependents of one verb, and what is said of them behind a comma.
///
/// "sanctioned Yin Kecheng, a hacker", "said Attorney General Pat Oake": names that a treebank has not seen become two objects or
/// two subjects side by side. No verb has that. Stateless.
public final class BrokenNames {
  private static final WordList GROUP = WordList.of("group");
  private static final Set<String> CORE = Set.of("obj", "nsubj", "nsubj:pass", "iobj");
  private static final Set<String> RANKS =
      Set.of("attorney", "general", "director", "secretary", "inspector", "minister",
          "counsel", "commissioner", "prosecutor");
  private static final Set<String> INDEFINITE = Set.of("a", "an", "un", "une", "ein", "eine", "en", "et", "ei", "una");
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  private final Tree tree;

  private BrokenNames(Tree tree) {
    this.tree = tree;
  }

  /// The sentence with such names put together.
  ///
  /// @param sentence parsed
  /// @return the same tokens; the sentence itself if none is broken
  public static Sentence read(Sentence sentence) {
    return paired(NameRows.read(sentence));
  }

  private static Sentence paired(Sentence sentence) {
    BrokenNames names = new BrokenNames(new Tree(sentence));
    List<Token> tokens = new ArrayList<>(sentence.tokens());
    boolean changed = false;
    for (Token first : sentence.tokens()) {
      Optional<Token> second = CORE.contains(first.deprel()) ? names.second(first) : Optional.empty();
      if (second.isEmpty()) {
        continue;
      }
      changed = true;
      if (RANKS.contains(Tree.lemma(first))) {
        tokens.set(first.index(), hung(first, second.get(), "nmod:desc"));
        continue;
      }
      int last = second.get().index();
      tokens.set(last, hung(second.get(), first, "flat"));
      for (Token child : sentence.tokens()) {
        if (child.head() == last) {
          tokens.set(child.index(), hung(child, first, child.deprel()));
        }
      }
      names.told(first, second.get()).ifPresent(noun -> tokens.set(noun.index(), hung(noun, first, "appos")));
    }
    return explained(changed ? new Sentence(sentence.start(), sentence.end(), tokens) : sentence);
  }

  /// "…, was carried out by X, a group that": what follows a name behind a comma with an article and became one more subject
  /// or object of the verb.
  private static Sentence explained(Sentence sentence) {
    Tree tree = new Tree(sentence);
    List<Token> tokens = new ArrayList<>(sentence.tokens());
    boolean changed = false;
    for (Token noun : sentence.tokens()) {
      Optional<Token> behind = GROUP.contains(Tree.lemma(noun)) && !noun.xpos().equals("NNS")
          && noun.index() + 1 < tree.size() && CORE.contains(tree.token(noun.index() + 1).deprel())
              ? Optional.of(tree.token(noun.index() + 1))
                  .filter(name -> name.upos() == Upos.PROPN && name.head() != noun.head())
              : Optional.empty(); // "hackers from the group X broke into": X is no subject beside them
      if (behind.isPresent()) {
        tokens.set(behind.get().index(), hung(behind.get(), noun, "appos"));
        changed = true;
        continue;
      }
      int from = tree.firstOf(noun);
      boolean twice = CORE.contains(noun.deprel()) && noun.upos() == Upos.NOUN && from > 1
          && noun.head() >= 0 && noun.head() < from
          && tree.token(from - 1).form().equals(",") && INDEFINITE.contains(Tree.low(tree.token(from)))
          && tree.tokens().stream().anyMatch(other -> other.index() < from - 1 && other.head() == noun.head()
              && other.deprel().equals(noun.deprel()));
      Token name = tree.token(Math.max(0, from - 2));
      if (twice && name.upos() == Upos.PROPN) {
        Token head = name.deprel().startsWith("flat") && name.head() >= 0 ? tree.token(name.head()) : name;
        tokens.set(noun.index(), hung(noun, head, "appos"));
        changed = true;
      }
    }
    return changed ? new Sentence(sentence.start(), sentence.end(), tokens) : sentence;
  }

  private static Token hung(Token token, Token head, String relation) {
    return new Token(token.index(), token.start(), token.end(), token.form(), token.lemma(), token.upos(), token.xpos(),
        head.index(), relation);
  }

  /// The other half of a name: right behind, of the same verb in the same place.
  private Optional<Token> second(Token first) {
    boolean rank = RANKS.contains(Tree.lemma(first));
    for (int i = first.index() + 1; i < Math.min(tree.size(), first.index() + (rank ? 4 : 2)); i++) {
      Token token = tree.token(i);
      if (!Character.isUpperCase(token.form().charAt(0)) || token.form().indexOf(' ') >= 0) {
        return Optional.empty();
      }
      boolean same = token.deprel().equals(first.deprel())
          || first.deprel().equals("obj") && token.deprel().equals("xcomp");
      if (token.head() == first.head() && same && token.upos() == Upos.PROPN
          && first.upos() == Upos.PROPN && first.form().indexOf(' ') < 0) {
        return Optional.of(token);
      }
    }
    return Optional.empty();
  }

  /// "…, a hacker from Shanghai": what a name is explained by, where that became an object of its own.
  private Optional<Token> told(Token first, Token second) {
    return tree.tokens().stream().filter(noun -> noun.index() > second.index() && noun.head() == first.head()
        && noun.deprel().equals(first.deprel()) && Tree.nominal(noun)
        && tree.firstOf(noun) == second.index() + 2 && tree.token(second.index() + 1).form().equals(",")
        && ARTICLES.contains(Tree.low(tree.token(tree.firstOf(noun))))).findFirst();
  }
}

package org.tingbok.reading.frame;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tingbok.reading.clause.Tree;
import org.tingbok.text.Token;

/// Whether something is told as what may be, could be or is asked, so that nobody says that it is so.
///
/// Looks at one sentence; not for several threads.
final class Supposition {
  private static final Pattern PENDING =
      Pattern.compile("If (?:confirmed|true|correct|proven|verified|genuine|this is (?:true|confirmed))\\b");
  /// "stood ready to impose sanctions", "vowed to expel": what somebody would do has not been done.
  private static final Set<String> READY =
      Set.of("ready", "prepared", "willing", "vow", "pledge", "promise", "mull", "readiness");
  /// "has the capabilities to enter", "is capable of cutting the power", "had the motive to": what somebody could do.
  private static final Set<String> CAPABLE = Set.of("capability", "ability", "capacity", "means", "motive",
      "motivation", "incentive", "opportunity", "skill", "intent", "intention", "potential", "wherewithal", "expertise",
      "resource", "capable");
  private static final Set<String> AWAITED = Set.of("expect", "schedule", "plan", "prepare"); // "is expected to blame"

  private final Scene scene;
  private final Tree tree;
  private final Embedding embedding;
  private final Predicate<Token> negated;

  /// Looks at one sentence.
  ///
  /// @param scene the sentence with all that is known
  /// @param embedding which words suppose
  /// @param negated whether a predicate is
  Supposition(Scene scene, Embedding embedding, Predicate<Token> negated) {
    this.scene = scene;
    this.tree = scene.tree();
    this.embedding = embedding;
    this.negated = negated;
  }

  /// Whether the whole sentence asks, or tells what would follow.
  boolean ofTheSentence() {
    return tree.sentence().end() > 0 && asks() || pending();
  }

  /// Whether a word embeds a clause as what somebody would, could or is expected to do.
  ///
  /// @param current head of the clause
  /// @param head the word that it hangs on
  /// @param content whether the clause is what the word is about
  boolean under(Token current, Token head, boolean content) {
    String lemma = Tree.lemma(head);
    boolean supposed = lemma.equals("ensure") && content;
    supposed |= Tree.is(current, "xcomp", "advcl", "acl", "ccomp") && READY.contains(lemma)
        && tree.child(current, "mark").filter(mark -> Tree.low(mark).equals("to")).isPresent();
    supposed |= scene.english() && Tree.is(current, "acl", "advcl", "xcomp", "ccomp") && CAPABLE.contains(lemma)
        && tree.child(current, "mark").filter(mark -> Set.of("to", "of", "for").contains(Tree.low(mark))).isPresent();
    supposed |= Tree.is(current, "xcomp") && AWAITED.contains(lemma) && scene.roles().passive(head);
    return supposed;
  }

  /// "if", "would", "had the service waited".
  ///
  /// @param clause head of a clause
  boolean supposes(Token clause) {
    Optional<Token> mark = tree.child(clause, "mark");
    if (mark.isPresent() && embedding.supposes(Tree.low(mark.get()))
        && !Tree.low(mark.get()).matches("si|om") && (Tree.is(clause, "advcl", "ccomp")
            || Tree.is(clause, "acl", "nmod") && Tree.low(mark.get()).equals("whether"))) {
      return true;
    }
    for (Token child : tree.children(clause)) {
      if (Tree.is(child, "advcl") && tree.child(child, "mark").filter(word -> Tree.low(word).matches("if|unless|hvis|"
          + "dersom|falls|wenn")).isPresent()) {
        boolean conditional =
            tree.child(clause, "aux").filter(aux -> Tree.low(aux).matches("would|'d|might|could|ville|"
                + "würde")).isPresent();
        if (conditional) {
          return true;
        }
      }
      if (Tree.is(child, "aux") && Tree.low(child).matches("would|'d|should|shall|ville|würde")
          && !reportedFuture(clause)) {
        return true;
      }
      if (Tree.is(child, "mark") && Tree.low(child).equals("as") && tree.child(clause, "mark").isPresent()
          && clause.index() > 1 && Tree.low(tree.token(Math.max(0, child.index()))).equals("as if")) {
        return true;
      }
    }
    return inverted(clause);
  }

  /// "Had the service waited", "were Russia to be named".
  private boolean inverted(Token clause) {
    Optional<Token> aux = tree.child(clause, "aux", "cop");
    Optional<Token> subject = tree.child(clause, "nsubj");
    return aux.isPresent() && subject.isPresent() && aux.get().index() < subject.get().index()
        && Tree.low(aux.get()).matches("had|were|should") && tree.firstOf(clause) == aux.get().index()
        && !quoted(clause) && Tree.is(clause, "advcl");
  }

  private boolean reportedFuture(Token clause) {
    return negated.test(clause) || Tree.lemma(clause).matches("say|name|tell|not|draw|comment");
  }

  /// "If confirmed, it would be the work of X": as long as it is not, nobody says so.
  private boolean pending() {
    return PENDING.matcher(scene.view()).region(tree.sentence().start(), tree.sentence().end()).lookingAt();
  }

  private boolean asks() {
    int end = Math.min(tree.sentence().end(), scene.view().length());
    String text = scene.view().substring(Math.max(0, end - 3), end);
    return text.contains("?");
  }

  private boolean quoted(Token token) {
    return scene.quotes().stream().anyMatch(quote -> quote.start() <= token.start() && token.end() <= quote.end());
  }
}

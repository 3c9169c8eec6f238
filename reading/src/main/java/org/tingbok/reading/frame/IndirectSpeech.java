package org.tingbok.reading.frame;

import java.util.Optional;
import java.util.Set;
import org.tingbok.reading.clause.Tree;
import org.tingbok.text.Token;

/// German words of somebody else that nobody is named for: "Die Gruppe habe sich Zugang verschafft."
///
/// The subjunctive of a main clause says that somebody else is speaking still. Stateless.
final class IndirectSpeech {
  private static final Set<String> FINITE = Set.of("VAFIN", "VMFIN", "VVFIN");
  /// Forms that no indicative has; of the second subjunctive those that stand in for the first in the plural.
  private static final Set<String> SUBJUNCTIVE = Set.of("sei", "seien", "habe", "hätten", "werde", "würden", "könne",
      "könnten", "müsse", "müssten", "solle", "wolle", "dürfe", "möge", "wisse", "wären");

  private static final int FARTHEST = 12;

  private IndirectSpeech() {
  }

  /// Whether the outermost finite verb above a predicate, or its own, is in indirect speech.
  static boolean of(Tree tree, Token predicate) {
    boolean indirect = false;
    Optional<Token> clause = Optional.of(predicate);
    for (int i = 0; i < FARTHEST && clause.isPresent(); i++) {
      Optional<Token> finite = finite(tree, clause.get());
      indirect = finite.isPresent() ? indirect(tree, clause.get(), finite.get()) : indirect;
      clause = tree.head(clause.get());
    }
    return indirect;
  }

  /// Whether a clause by itself is in indirect speech.
  static boolean in(Tree tree, Token clause) {
    return finite(tree, clause).filter(verb -> indirect(tree, clause, verb)).isPresent();
  }

  private static Optional<Token> finite(Tree tree, Token clause) {
    Optional<Token> auxiliary = tree.children(clause, "aux", "cop", "aux:pass").stream()
        .filter(aux -> FINITE.contains(aux.xpos())).findFirst();
    return auxiliary.isPresent() ? auxiliary : Optional.of(clause).filter(own -> FINITE.contains(own.xpos()));
  }

  private static boolean indirect(Tree tree, Token clause, Token finite) {
    if (tree.children(clause).stream().anyMatch(child -> Tree.is(child, "nsubj")
        && Set.of("ich", "wir").contains(Tree.low(child)))) {
      return false;
    }
    String form = Tree.low(finite);
    boolean supposed = tree.tokens().stream().anyMatch(token -> Set.of("wenn", "falls").contains(Tree.low(token)));
    boolean present = finite.xpos().equals("VVFIN") && form.endsWith("e") && !form.endsWith("te")
        && finite.index() > 0 && tree.child(clause, "nsubj").isPresent();
    return !supposed && (SUBJUNCTIVE.contains(form) || present);
  }
}

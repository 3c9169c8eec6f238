package org.tingbok.reading.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.reading.clause.Tree;
import org.tingbok.text.Token;

/// "Australia led a joint advisory with the United States and Britain blaming X": whoever issues something jointly does so with
/// all who are named as doing it with them.
///
/// Looks at one sentence; not for several threads.
final class JointStatement {
  private static final Set<String> STATEMENT = Set.of("advisory", "statement", "alert", "report", "bulletin", "warning",
      "notice", "declaration");
  private static final Set<String> WITH = Set.of("with", "together with", "alongside", "along with");

  private final Tree tree;

  JointStatement(Tree tree) {
    this.tree = tree;
  }

  /// Those who say it with somebody.
  ///
  /// @param speaker head of a nominal
  /// @return heads of nominals; none where nothing joint is issued
  List<Token> partners(Token speaker) {
    Optional<Token> verb = issuing(speaker);
    if (verb.isEmpty()) {
      return List.of();
    }
    List<Token> all = new ArrayList<>();
    tree.child(verb.get(), "nsubj").ifPresent(all::add);
    List<Token> places = new ArrayList<>(tree.children(verb.get(), "obl"));
    tree.children(verb.get(), "obj").forEach(noun -> places.addAll(tree.children(noun, "nmod")));
    for (Token place : places) {
      if (WITH.contains(tree.marker(place))) {
        all.add(place);
      }
    }
    return all.size() > 1 ? all : List.of();
  }

  /// The verb that issues something joint, from its subject or from one of those with whom.
  private Optional<Token> issuing(Token speaker) {
    Optional<Token> current = Optional.of(speaker);
    for (int i = 0; i < 5 && current.isPresent(); i++) {
      Optional<Token> above = tree.head(current.get());
      boolean subject = i == 0 && Tree.is(speaker, "nsubj");
      boolean partner = current.filter(noun -> WITH.contains(tree.marker(noun))).isPresent();
      Optional<Token> verb = partner && above.filter(Tree::nominal).isPresent() ? above.flatMap(tree::head) : above;
      if (subject || partner) {
        return verb.filter(Tree::verbal).filter(this::joint);
      }
      current = Tree.is(current.get(), "conj") ? above : Optional.empty();
    }
    return Optional.empty();
  }

  private boolean joint(Token verb) {
    return tree.children(verb, "obj").stream().anyMatch(noun -> STATEMENT.contains(Tree.lemma(noun))
        && tree.children(noun, "amod", "compound").stream().anyMatch(word -> Tree.low(word).equals("joint")));
  }
}

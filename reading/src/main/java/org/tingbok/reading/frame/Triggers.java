package org.tingbok.reading.frame;

import java.util.Map;
import java.util.Set;
import org.tingbok.reading.clause.Roles;
import org.tingbok.reading.clause.Tree;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Whether a word triggers a frame: it stands where the frame wants it, with the words that the frame wants beside it.
///
/// Looks at one sentence; not for several threads.
final class Triggers {
  private final Tree tree;
  private final Roles roles;

  Triggers(Scene scene) {
    this.tree = scene.tree();
    this.roles = scene.roles();
  }

  boolean trigger(Frame frame, Token token) {
    return position(frame, token) && with(frame, token);
  }

  private boolean position(Frame frame, Token token) {
    return switch (frame.position()) {
      case "VERB" -> token.upos() == Upos.ADJ && token.form().endsWith("ed") || token.upos() == Upos.VERB
          || token.upos() == Upos.AUX && !Tree.is(token, "aux", "cop");
      case "NOUN" -> token.upos() == Upos.NOUN || token.upos() == Upos.PROPN && Tree.low(token).equals(token.form());
      case "ADJ" -> token.upos() == Upos.ADJ || token.upos() == Upos.ADV;
      case "CASE" -> Tree.is(token, "case", "advmod", "root", "acl:relcl", "ccomp", "xcomp", "conj", "mark", "obl")
          && (token.upos() == Upos.ADP || token.upos() == Upos.ADV || token.upos() == Upos.SCONJ);
      case "CLAUSE" -> true;
      default -> !Tree.is(token, "aux");
    };
  }

  private boolean with(Frame frame, Token token) {
    if (frame.with().isEmpty()) {
      return true;
    }
    for (Map.Entry<String, Set<String>> entry : frame.with().entrySet()) {
      if (entry.getKey().equals("near")) {
        for (int i = token.index() + 1; i < Math.min(tree.size(), token.index() + 15); i++) {
          if (entry.getValue().contains(Tree.low(tree.token(i)))) {
            return true;
          }
        }
      }
      for (Token child : tree.children(token)) {
        boolean relation =
            Tree.is(child, entry.getKey()) || entry.getKey().equals("obj") && Tree.is(child, "nsubj:pass");
        if (relation && (entry.getValue().isEmpty() || entry.getValue().contains(Tree.lemma(child))
            || entry.getValue().contains(Tree.low(child)))) {
          return true;
        }
      }
      if (entry.getKey().equals("obj")) {
        for (Token object : roles.object(token)) {
          if (entry.getValue().contains(Tree.lemma(object)) || entry.getValue().contains(Tree.low(object))) {
            return true;
          }
        }
      }
    }
    return false;
  }
}

package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// What a sentence says that nothing shows: "there is no evidence that X was behind it", "nothing suggests …", in five
/// languages.
///
/// Goes by the order of words and not by the tree, for what is missing and what it would show may lie four clauses apart,
/// and a tree of a language with little training hangs them up anyhow. A scope begins at the word for what is missing
/// and ends where the sentence turns: "no evidence that X did it, but officials blame Y".
///
/// Looks at one sentence; not for several threads.
final class Unproven {
  private static final WordList EVIDENCE = WordList.of("evidence");
  private static final WordList SUGGESTING = WordList.of("suggesting");
  private static final WordList NOTHING = WordList.of("nobody");
  private static final WordList NEGATION = WordList.of("negation");
  private static final WordList LINK = WordList.of("evidence-of");
  private static final WordList TURN = WordList.of("turn");
  private static final WordList GIVING = WordList.of("giving-evidence");
  private static final WordList DOUBTING = WordList.of("doubting");
  private static final WordList ACCUSATION = WordList.of("asserted-noun");
  private static final Set<String> ONLY =
      Set.of("only", "just", "merely", "nur", "bloß", "bare", "kun", "seulement", "solo",
          "sólo", "least");

  private static final int NEAR = 6; // words from "no" to "evidence": "did not find any conclusive forensic evidence"
  private static final int BESIDE = 3; // words from "nothing" to "suggests", from "evidence" to "that"

  private record Scope(int from, int to, boolean given) {
  }

  private final Tree tree;
  private final List<Scope> scopes = new ArrayList<>();

  Unproven(Tree tree) {
    this.tree = tree;
    for (Token token : tree.tokens()) {
      if (is(EVIDENCE, token) && token.upos() != Upos.VERB && missing(token.index()) && of(token.index())
          && !against(token.index())) {
        add(token.index() + 1, given(token.index()));
      } else if (is(SUGGESTING, token) && unsaid(token.index())) {
        add(token.index(), false);
      }
    }
  }

  /// Whether a word tells of something that nothing shows, or that nobody gave evidence for.
  boolean covers(Token predicate) {
    return scopes.stream().anyMatch(scope -> inside(scope, predicate));
  }

  /// Whether it tells of something for which the speaker sees nothing, which leaves it open; that somebody else gave no
  /// evidence does not.
  boolean seen(Token predicate) {
    return scopes.stream().anyMatch(scope -> !scope.given() && inside(scope, predicate));
  }

  /// Whether it tells of something that somebody accuses another of and gave no evidence for.
  boolean given(Token predicate) {
    return scopes.stream().anyMatch(scope -> scope.given() && inside(scope, predicate));
  }

  /// Whether a word is of a doubt that is denied, "has no reason to doubt that": whoever says so denies nothing.
  boolean undoubted(Token predicate) {
    return tree.tokens().stream().anyMatch(token -> is(DOUBTING, token) && token.index() >= predicate.index()
        && token.index() - NEAR <= predicate.index() && tree.tokens().subList(predicate.index(), token.index() + 1)
            .stream().anyMatch(word -> NEGATION.contains(Tree.low(word))));
  }

  /// "no reason to doubt that", "no reason to rule out": what is missing are grounds against it.
  private boolean against(int at) {
    return tree.tokens().subList(at + 1, Math.min(tree.size(), at + 1 + BESIDE)).stream()
        .anyMatch(token -> is(DOUBTING, token));
  }

  /// Whether it is what a claim says that lacks evidence, but is made: "no evidence for its claim that X did it".
  boolean claimed(Token predicate) {
    return scopes.stream().anyMatch(scope -> within(scope, predicate) && asserted(scope, predicate));
  }

  private static boolean within(Scope scope, Token predicate) {
    return predicate.index() >= scope.from() && predicate.index() < scope.to();
  }

  private boolean asserted(Scope scope, Token predicate) {
    return tree.tokens().subList(scope.from(), predicate.index()).stream().anyMatch(token -> is(ACCUSATION, token));
  }

  private boolean inside(Scope scope, Token predicate) {
    return within(scope, predicate) && !asserted(scope, predicate);
  }

  private void add(int from, boolean given) {
    int to = from;
    while (to < tree.size() && !TURN.contains(Tree.low(tree.token(to)))) {
      to++;
    }
    scopes.add(new Scope(from, to, given));
  }

  /// "no evidence", "did not find any conclusive evidence", "har ikke holdepunkter".
  private boolean missing(int at) {
    for (int i = at - 1; i >= Math.max(0, at - NEAR); i--) {
      Token token = tree.token(i);
      if (token.upos() == Upos.PUNCT || TURN.contains(Tree.low(token))) {
        return false;
      }
      if (NEGATION.contains(Tree.low(token))) {
        return !ONLY.contains(Tree.low(tree.token(i + 1)));
      }
    }
    return false;
  }

  /// "evidence so far that", "Hinweise darauf, dass", "élément permettant".
  private boolean of(int at) {
    for (int i = at + 1; i < Math.min(tree.size(), at + 1 + BESIDE); i++) {
      if (LINK.contains(Tree.low(tree.token(i)))) {
        return true;
      }
    }
    return false;
  }

  /// "gave no evidence that": about somebody's accusation, not about what is known.
  private boolean given(int at) {
    return tree.tokens().subList(Math.max(0, at - NEAR), at).stream().anyMatch(token -> is(GIVING, token));
  }

  /// "nothing suggests", "ingenting som tyder på", "deutet nichts auf", "does not suggest".
  private boolean unsaid(int at) {
    for (int i = Math.max(0, at - BESIDE); i < Math.min(tree.size(), at + BESIDE + 1); i++) {
      String low = Tree.low(tree.token(i));
      // "deutet beim Angriff nichts auf X hin": behind its verb the subject is easily taken for an object
      if (NOTHING.contains(low) && (i < at || tree.token(i).deprel().startsWith("nsubj") || low.equals("nichts"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(WordList list, Token token) {
    return list.contains(Tree.low(token)) || list.contains(Tree.lemma(token));
  }
}

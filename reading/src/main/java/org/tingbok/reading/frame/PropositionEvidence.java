package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.document.Span;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.ClaimType;

/// The words that a proposition rests on: its predicate and all that fills its roles. Looks at one sentence.
final class PropositionEvidence {
  private static final int LONGEST = 480; // code units of evidence: longer quotes point at nothing
  private static final int REACH = 25; // tokens that a predicate's dependent may stretch

  private final Tree tree;

  PropositionEvidence(Tree tree) {
    this.tree = tree;
  }

  /// From the first of those words to the last.
  ///
  /// @param proposition what the labeller saw
  /// @return where they stand in the view
  Span of(Proposition proposition) {
    int from = proposition.predicate().index();
    int to = from;
    List<Token> parts = new ArrayList<>(proposition.claimants());
    parts.addAll(proposition.first());
    parts.addAll(proposition.second());
    parts.addAll(proposition.incident());
    for (Token part : parts) {
      boolean near = tree.lastOf(part) - tree.firstOf(part) < REACH;
      from = Math.min(from, near ? tree.firstOf(part) : part.index());
      to = Math.max(to, near ? tree.lastOf(part) : part.index());
    }
    if (proposition.type() == ClaimType.ATTRIBUTION && proposition.incident().isEmpty()
        && Tree.verbal(proposition.predicate())) {
      for (Token part : tree.children(proposition.predicate(), "obj", "obl")) {
        to = tree.lastOf(part) - tree.firstOf(part) < REACH ? Math.max(to, tree.lastOf(part)) : to;
      }
    }
    if (Tree.verbal(proposition.predicate()) && (proposition.type() == ClaimType.NON_ATTRIBUTION
        || proposition.type() == ClaimType.DENIAL)) {
      for (Token part : tree.children(proposition.predicate(), "xcomp", "ccomp", "obj")) {
        to = tree.lastOf(part) - tree.firstOf(part) < REACH ? Math.max(to, tree.lastOf(part)) : to;
      }
    }
    while (to > proposition.predicate().index() && tree.token(to).upos() == Upos.PUNCT) {
      to--;
    }
    while (from < proposition.predicate().index() && tree.token(from).upos() == Upos.PUNCT) {
      from++;
    }
    int start = tree.token(from).start();
    int end = tree.token(to).end();
    if (end - start > LONGEST) {
      start = Math.max(start, proposition.predicate().start() - LONGEST / 2);
      end = Math.min(end, start + LONGEST);
    }
    return new Span(start, end);
  }
}

package org.tingbok.reading.frame;

import java.util.List;
import java.util.Map;
import org.tingbok.document.Span;
import org.tingbok.reading.clause.Tree;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// The words that a claim which a frame finds rests on.
///
/// Looks at one sentence; not for several threads.
final class FrameEvidence {
  private final Tree tree;

  FrameEvidence(Tree tree) {
    this.tree = tree;
  }

  /// The stretch from the first to the last word that the claim rests on, the speaker's predicate included.
  Span of(Match match, Context context) {
    int from = match.trigger().index();
    int to = from;
    for (Map.Entry<String, List<Token>> role : match.fillers().entrySet()) {
      for (Token token : role.getValue()) {
        from = Math.min(from, role.getKey().equals("incident") || Math.abs(tree.firstOf(token) - token.index()) > 12
            ? Math.min(from, token.index())
            : tree.firstOf(token));
        to = Math.max(to, tree.lastOf(token));
      }
    }
    if (context.verb().isPresent() && Math.abs(context.verb().get().index() - match.trigger().index()) < 40) {
      from = Math.min(from, context.verb().get().index());
      to = Math.max(to, context.verb().get().index());
    }
    for (Token child : tree.children(match.trigger())) {
      if (!Tree.is(child, "conj", "advcl", "parataxis", "punct") && tree.lastOf(child) - match.trigger().index() < 25) {
        to = Math.max(to, tree.lastOf(child));
        from = Math.min(from, tree.firstOf(child));
      }
    }
    while (to > match.trigger().index() && tree.token(to).upos() == Upos.PUNCT) {
      to--;
    }
    while (from < match.trigger().index() && tree.token(from).upos() == Upos.PUNCT) {
      from++;
    }
    int start = tree.token(from).start();
    int end = tree.token(to).end();
    if (end - start > 480) {
      start = Math.max(start, match.trigger().start() - 200);
      end = Math.min(end, start + 480);
    }
    return new Span(start, end);
  }
}

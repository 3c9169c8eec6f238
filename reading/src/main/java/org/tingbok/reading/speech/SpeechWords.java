package org.tingbok.reading.speech;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tingbok.document.Span;
import org.tingbok.reading.clause.Roles;
import org.tingbok.reading.clause.Tree;
import org.tingbok.text.Token;

/// The words around a predicate of saying: who says it, the words that tell so, and those that its clauses stand on. Not for several threads.
final class SpeechWords {
  private final Paragraph paragraph;
  private final Tree tree;
  private final Roles roles;

  SpeechWords(Paragraph paragraph, Tree tree, Roles roles) {
    this.paragraph = paragraph;
    this.tree = tree;
    this.roles = roles;
  }

  List<Span> source(Token predicate, Optional<Token> subject) {
    if (subject.isEmpty()) {
      return List.of();
    }
    BitSet who = subtree(subject.get(), predicate);
    for (Token mark : tree.children(subject.get(), "case")) {
      who.clear(mark.index());
    }
    return paragraph.spans(tree, who);
  }

  /// A predicate with its auxiliaries and adverbs right before it, and what goes with it behind.
  List<Span> cue(Token predicate, List<Token> with) {
    BitSet cue = bits(predicate);
    for (int i = predicate.index() - 1; i >= 0; i--) {
      Token token = tree.token(i);
      if (token.head() != predicate.index() || !Tree.is(token, "aux", "advmod", "cop")) {
        break;
      }
      cue.set(i);
    }
    for (Token token : tree.children(predicate, "compound:prt")) {
      if (token.index() == predicate.index() + 1) {
        cue.set(token.index());
      }
    }
    with.forEach(token -> cue.set(token.index()));
    return paragraph.spans(tree, cue);
  }

  Span group(Token verb, Optional<Token> subject) {
    int start = verb.start();
    int end = verb.end();
    for (Token child : tree.children(verb)) {
      if (Tree.is(child, "aux", "advmod") && child.index() < verb.index()) {
        start = Math.min(start, child.start());
      }
    }
    if (subject.isPresent() && subject.get().head() == verb.index()) {
      start = Math.min(start, tree.token(tree.firstOf(subject.get())).start());
      end = Math.max(end, tree.token(tree.lastOf(subject.get())).end());
    }
    for (Token child : tree.children(verb, "obj", "iobj", "obl", "advmod")) {
      Token last = tree.token(tree.lastOf(child));
      if (child.index() > verb.index() && !paragraph.quoted(last)) {
        end = Math.max(end, last.end());
      }
    }
    return new Span(start, end);
  }

  /// Who says it: the subject, a relative pronoun as it stands, or the subject shared with the clause around.
  Optional<Token> subject(Token predicate) {
    Token current = predicate;
    for (int i = 0; i < 6; i++) {
      if (Tree.verbal(current) && roles.passive(current)) {
        List<Token> agents = roles.agents(current);
        return agents.isEmpty() ? Optional.empty() : Optional.of(agents.get(0));
      }
      Optional<Token> own = tree.child(current, "nsubj");
      if (own.isPresent()) {
        return own;
      }
      Optional<Token> head = tree.head(current);
      if (head.isEmpty()) {
        return Optional.empty();
      }
      switch (current.relation()) {
        case "conj", "advcl" -> current = head.get();
        case "xcomp" -> {
          Optional<Token> object = tree.child(head.get(), "obj", "iobj");
          if (object.isPresent() && !paragraph.quoted(object.get())) {
            return object;
          }
          current = head.get();
        }
        case "acl" -> {
          return Tree.nominal(head.get()) ? head : Optional.empty();
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /// The clause that words of saying stand in or after, without them and without clauses that begin behind them.
  BitSet around(Token head, Token saying) {
    BitSet clause = subtree(head, saying);
    if (saying.index() > head.index()) {
      for (Token child : tree.children(head, "conj", "parataxis", "punct", "advcl")) {
        if (tree.firstOf(child) > tree.firstOf(saying) && !child.equals(saying)) {
          clause.andNot(subtree(child, saying));
        }
      }
    }
    return clause;
  }

  static BitSet bits(Token token) {
    BitSet bits = new BitSet();
    bits.set(token.index());
    return bits;
  }

  /// The tokens of a subtree, without those of a predicate that stands inside it.
  BitSet subtree(Token head, Token without) {
    BitSet bits = new BitSet();
    collect(head, without, bits, 0);
    return bits;
  }

  private void collect(Token token, Token without, BitSet bits, int depth) {
    if (depth > 0 && token.equals(without) || depth > 400) {
      return;
    }
    bits.set(token.index());
    for (Token child : tree.children(token)) {
      collect(child, without, bits, depth + 1);
    }
  }
}

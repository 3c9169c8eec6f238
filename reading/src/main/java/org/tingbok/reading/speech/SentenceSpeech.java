package org.tingbok.reading.speech;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.document.Span;
import org.tingbok.reading.clause.Roles;
import org.tingbok.reading.clause.Tree;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Finds the reported speech of one sentence. Not for several threads.
final class SentenceSpeech {
  private static final Set<String> RAISING = Set.of("seem", "appear", "expect", "believe", "suppose", "think", "know");

  private final SpeechPredicates words = SpeechPredicates.standard();
  private final Paragraph paragraph;
  private final Tree tree;
  private final Roles roles;
  private final SpeechWords around;

  SentenceSpeech(Paragraph paragraph, Tree tree) {
    this.paragraph = paragraph;
    this.tree = tree;
    this.roles = new Roles(tree);
    this.around = new SpeechWords(paragraph, tree, roles);
  }

  void read(List<Draft> drafts) {
    for (Token token : tree.tokens()) {
      find(token).filter(draft -> !draft.cue.isEmpty() && !draft.content.isEmpty()).ifPresent(drafts::add);
    }
  }

  private Optional<Draft> find(Token token) {
    String lemma = Tree.lemma(token);
    if (tree.marker(token).equals("according to")) {
      return according(token);
    }
    if (Tree.verbal(token) && token.upos() == Upos.VERB) {
      return verb(token, lemma);
    }
    if (token.upos() == Upos.ADJ && words.minded.contains(lemma)) {
      return adjective(token);
    }
    if (token.upos() == Upos.NOUN && words.nouns.contains(lemma)) {
      return noun(token);
    }
    return Optional.empty();
  }

  private Optional<Draft> verb(Token verb, String lemma) {
    boolean says = words.say.contains(lemma);
    if ((says || words.utter.contains(lemma)) && !paragraph.quoted(verb)) {
      Optional<Draft> quoted = quotation(verb);
      if (quoted.isPresent()) {
        return quoted;
      }
    }
    if (says || words.think.contains(lemma)) {
      Optional<Draft> clause = clause(verb);
      if (clause.isPresent()) {
        return clause;
      }
    }
    if (words.want.contains(lemma) && !conditional(verb)) {
      Optional<Draft> wish = infinitive(verb, lemma);
      if (wish.isPresent()) {
        return wish;
      }
    }
    Set<String> adpositions = words.marked.getOrDefault(lemma, Set.of());
    if (!adpositions.isEmpty()) {
      Optional<Draft> marked = marked(verb, adpositions);
      if (marked.isPresent()) {
        return marked;
      }
    }
    return words.judge.contains(lemma) ? object(verb) : Optional.empty();
  }

  // ---- what is quoted

  private Optional<Draft> quotation(Token verb) {
    Optional<Token> subject = around.subject(verb);
    Span group = around.group(verb, subject);
    List<Span> content = new ArrayList<>();
    Optional<Span> before = paragraph.quotations().endingBefore(paragraph.text(), group.start());
    if (before.isPresent() && utterance(before.get())) {
      content.add(fromItsSentence(before.get()));
      goesOn(group.end(), content);
    } else {
      Optional<Span> after = following(verb, group);
      if (after.isEmpty()) {
        return Optional.empty();
      }
      content.add(after.get());
      more(after.get().end(), content);
    }
    return Optional.of(new Draft(around.source(verb, subject), around.cue(verb, List.of()), content, true));
  }

  /// "…," he said on Friday. "…": the next quotation belongs to it if only this sentence's rest stands between.
  private void goesOn(int from, List<Span> content) {
    for (Span quote : paragraph.quotations().spans()) {
      if (quote.start() < from) {
        continue;
      }
      String gap = paragraph.text().substring(from, quote.start()).strip();
      boolean sameSentence = quote.start() < tree.sentence().end();
      String rest = paragraph.text().substring(Math.min(quote.start(), tree.sentence().end()), quote.start());
      if (gap.length() < 120 && (gap.endsWith(",") || gap.endsWith(".") || gap.endsWith(":"))
          && (sameSentence || rest.isBlank())) {
        content.add(quote);
        more(quote.end(), content);
      }
      return;
    }
  }

  /// Quotations that follow one another with nothing between.
  private void more(int from, List<Span> content) {
    int end = from;
    for (Span quote : paragraph.quotations().spans()) {
      if (quote.start() >= end) {
        if (!paragraph.text().substring(end, quote.start()).isBlank()) {
          return;
        }
        content.add(quote);
        end = quote.end();
      }
    }
  }

  private Optional<Span> following(Token verb, Span group) {
    for (Span quote : paragraph.quotations().spans()) {
      if (quote.start() < verb.end()) {
        continue;
      }
      String gap = paragraph.text().substring(verb.end(), quote.start()).stripTrailing();
      boolean near = quote.start() <= tree.sentence().end() + 2;
      boolean introduced = gap.endsWith(":") || gap.endsWith(",") || quote.start() - group.end() <= 2;
      boolean clause = tree.children(verb, "ccomp", "parataxis").stream()
          .anyMatch(child -> tree.token(tree.firstOf(child)).start() > verb.start()
              && tree.token(tree.firstOf(child)).start() < quote.start() - 1
              && !gap.endsWith(":"));
      boolean another = tree.tokens().stream().anyMatch(token -> token.start() > verb.start()
          && token.end() <= quote.start() && words.say.contains(Tree.lemma(token)) && Tree.verbal(token));
      return near && introduced && !clause && !another && utterance(quote) && gap.length() < 160 ? Optional.of(quote)
          : Optional.empty();
    }
    return Optional.empty();
  }

  /// "Xs need leaders “who understand …,” she said": the words before the marks are part of what is said.
  private Span fromItsSentence(Span quote) {
    for (Tree other : paragraph.trees()) {
      int start = other.sentence().start();
      if (start < quote.start() && other.sentence().end() > quote.start() + 1) {
        boolean saying = other.tokens().stream().anyMatch(token -> token.end() <= quote.start()
            && (words.say.contains(Tree.lemma(token)) || !paragraph.quotations().spans().isEmpty()
                && paragraph.quoted(token)));
        String before = paragraph.text().substring(start, quote.start()).strip();
        return saying || before.endsWith(":") || before.length() < 4 ? quote : new Span(start, quote.end());
      }
    }
    return quote;
  }

  /// Several words, or one with the sign that ends an utterance.
  private boolean utterance(Span quote) {
    String inside = quote.of(paragraph.text()).strip();
    return words(quote) > 1 || inside.length() > 2 && ",.?!".indexOf(inside.charAt(inside.length() - 2)) >= 0;
  }

  /// "If they want to", "to want to": nobody is said to want it.
  private boolean conditional(Token verb) {
    return around.subject(verb).isEmpty() && !roles.passive(verb)
        || tree.child(verb, "mark").filter(mark -> Set.of("if", "unless").contains(Tree.low(mark))).isPresent();
  }

  private long words(Span quote) {
    String inside = quote.of(paragraph.text());
    return inside.isBlank() ? 0 : inside.strip().chars().filter(Character::isWhitespace).count() + 1;
  }

  // ---- what is governed

  private Optional<Draft> clause(Token verb) {
    Optional<Token> clause = tree.child(verb, "ccomp").filter(child -> !child.equals(verb));
    boolean thinks = !words.say.contains(Tree.lemma(verb));
    if (thinks && around.subject(verb).isEmpty() && !roles.passive(verb)) {
      return Optional.empty();
    }
    if (clause.isPresent()) {
      return Optional.of(draft(verb, around.subject(verb), List.of(), around.subtree(clause.get(), verb)));
    }
    if (Tree.is(verb, "parataxis") && around.subject(verb).isPresent() && tree.head(verb).isPresent()
        && tree.child(verb, "obj").isEmpty()) {
      return Optional.of(draft(verb, around.subject(verb), List.of(), around.around(tree.head(verb).get(), verb)));
    }
    if (Tree.is(verb, "advcl") && tree.head(verb).isPresent()
        && tree.child(verb, "mark").filter(mark -> Tree.low(mark).equals("as")).isPresent()
        && tree.child(verb, "obj").isEmpty() && words.say.contains(Tree.lemma(verb))) {
      return Optional.of(draft(verb, around.subject(verb), List.of(), around.around(tree.head(verb).get(), verb)));
    }
    Optional<Token> beside = tree.child(verb, "parataxis").filter(child -> child.index() > verb.index());
    if (beside.isPresent() && tree.child(verb, "obj", "xcomp").isEmpty()
        && tree.child(beside.get(), "nsubj", "nsubj:pass", "expl").isPresent()) {
      return Optional.of(draft(verb, around.subject(verb), List.of(), around.subtree(beside.get(), verb)));
    }
    Optional<Token> infinitive = tree.child(verb, "xcomp").filter(child -> child.index() > verb.index());
    if (infinitive.isPresent() && Tree.verbal(infinitive.get()) && words.say.contains(Tree.lemma(verb))) {
      return Optional.of(draft(verb, around.subject(verb), List.of(), around.subtree(infinitive.get(), verb)));
    }
    return Optional.empty();
  }

  private Optional<Draft> infinitive(Token verb, String lemma) {
    Optional<Token> infinitive = tree.child(verb, "xcomp", "ccomp").filter(child -> child.index() > verb.index());
    if (infinitive.isEmpty()) {
      return Optional.empty();
    }
    BitSet content = around.subtree(infinitive.get(), verb);
    boolean raising = lemma.equals("seem") || lemma.equals("appear") || RAISING.contains(lemma) && roles.passive(verb);
    if (raising) {
      tree.child(verb, "nsubj").ifPresent(subject -> content.or(around.subtree(subject, verb)));
      return Optional.of(draft(verb, Optional.empty(), List.of(), content));
    }
    tree.child(verb, "obj").filter(child -> child.index() > verb.index())
        .ifPresent(object -> content.or(around.subtree(object, verb)));
    return Optional.of(draft(verb, around.subject(verb), List.of(), content));
  }

  private Optional<Draft> object(Token verb) {
    if (roles.passive(verb)) {
      List<Token> agents = roles.agents(verb);
      Optional<Token> patient = tree.child(verb, "nsubj:pass");
      if (agents.isEmpty() || patient.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(draft(verb, Optional.of(agents.get(0)), List.of(), around.subtree(patient.get(), verb)));
    }
    Optional<Token> object = tree.child(verb, "obj", "ccomp").filter(child -> child.index() > verb.index());
    if (object.isEmpty() || around.subject(verb).isEmpty()) {
      return Optional.empty();
    }
    BitSet content = around.subtree(object.get(), verb);
    int end = content.length();
    for (Token child : tree.children(verb, "obl", "xcomp", "advcl", "ccomp", "advmod", "iobj")) {
      if (tree.firstOf(child) == end) {
        content.or(around.subtree(child, verb));
        end = content.length();
      }
    }
    return Optional.of(draft(verb, around.subject(verb), List.of(), content));
  }

  private Optional<Draft> marked(Token verb, Set<String> adpositions) {
    Optional<Token> particle = tree.child(verb, "compound:prt").filter(part -> adpositions.contains(Tree.low(part)));
    for (Token child : tree.children(verb, "obl", "advcl", "ccomp", "obj", "nmod", "xcomp")) {
      String marker = tree.marker(child);
      if (marker.isEmpty()) {
        marker = tree.child(child, "mark").map(Tree::low).orElse("");
      }
      if (adpositions.contains(marker) && child.index() > verb.index()) {
        List<Token> with = new ArrayList<>();
        particle.ifPresent(with::add);
        BitSet content = around.subtree(child, verb);
        for (Token mark : tree.children(child, "case", "mark")) {
          if (mark.index() < child.index() && mark.index() == content.nextSetBit(0)) {
            with.add(mark);
            content.clear(mark.index());
          }
        }
        return Optional.of(draft(verb, around.subject(verb), with, content));
      }
      if (particle.isPresent() && child.index() > verb.index() && Tree.is(child, "obj", "ccomp", "xcomp")) {
        return Optional.of(draft(verb, around.subject(verb), List.of(particle.get()), around.subtree(child, verb)));
      }
    }
    return Optional.empty();
  }

  private Optional<Draft> adjective(Token adjective) {
    Optional<Token> clause =
        tree.child(adjective, "ccomp", "xcomp", "advcl").filter(c -> c.index() > adjective.index());
    Optional<Token> subject = around.subject(adjective);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    if (clause.isPresent() && tree.child(clause.get(), "mark").filter(mark -> Set.of("that", "to", "if", "whether",
        "about", "of").contains(Tree.low(mark))).isPresent()) {
      return Optional.of(draft(adjective, subject, List.of(), around.subtree(clause.get(), adjective)));
    }
    for (Token child : tree.children(adjective, "obl")) {
      String marker = tree.marker(child);
      if (Set.of("of", "about", "with", "in", "by").contains(marker) && child.index() > adjective.index()) {
        BitSet content = around.subtree(child, adjective);
        List<Token> with = new ArrayList<>();
        for (Token mark : tree.children(child, "case")) {
          with.add(mark);
          content.clear(mark.index());
        }
        return Optional.of(draft(adjective, subject, with, content));
      }
    }
    return Optional.empty();
  }

  private Optional<Draft> noun(Token noun) {
    Optional<Token> owner = tree.child(noun, "nmod:poss");
    Optional<Token> clause = tree.child(noun, "acl", "ccomp", "acl:relcl").filter(child -> child.index() > noun.index())
        .filter(child -> tree.child(child, "mark").filter(mark -> mark.index() == tree.firstOf(child)
            && Set.of("that", "to", "whether").contains(Tree.low(mark))).isPresent());
    BitSet cue = SpeechWords.bits(noun);
    List<Span> source = new ArrayList<>();
    if (owner.isPresent()) {
      BitSet who = around.subtree(owner.get(), noun);
      for (Token mark : tree.children(owner.get(), "case")) {
        who.clear(mark.index());
        if (mark.index() + 1 == noun.index()) {
          cue.set(mark.index());
        }
      }
      source.addAll(paragraph.spans(tree, who));
    }
    if (clause.isPresent()) {
      return Optional.of(new Draft(source, paragraph.spans(tree, cue),
          paragraph.spans(tree, around.subtree(clause.get(), noun)), false));
    }
    if (owner.isEmpty()) {
      return Optional.empty();
    }
    for (Token child : tree.children(noun, "nmod")) {
      if (child.index() > noun.index()
          && Set.of("of", "about", "on", "for", "against", "to", "in").contains(tree.marker(child))) {
        BitSet content = around.subtree(child, noun);
        for (Token mark : tree.children(child, "case")) {
          content.clear(mark.index());
          cue.set(mark.index());
        }
        return Optional.of(new Draft(source, paragraph.spans(tree, cue), paragraph.spans(tree, content), false));
      }
    }
    return Optional.empty();
  }

  private Optional<Draft> according(Token nominal) {
    Optional<Token> head = tree.head(nominal);
    if (head.isEmpty()) {
      return Optional.empty();
    }
    BitSet cue = new BitSet();
    BitSet source = around.subtree(nominal, nominal);
    for (Token mark : tree.children(nominal, "case")) {
      BitSet marker = around.subtree(mark, nominal);
      cue.or(marker);
      source.andNot(marker);
    }
    List<Span> content = new ArrayList<>();
    int start = tree.token(cue.nextSetBit(0)).start();
    paragraph.quotations().endingBefore(paragraph.text(), start).filter(quote -> words(quote) > 3)
        .ifPresent(content::add);
    if (content.isEmpty()) {
      BitSet said = around.around(head.get(), nominal);
      said.andNot(around.subtree(nominal, nominal));
      content.addAll(paragraph.spans(tree, said));
    }
    return Optional.of(new Draft(paragraph.spans(tree, source), paragraph.spans(tree, cue), content, false));
  }

  // ---- what is made of it

  private Draft draft(Token predicate, Optional<Token> subject, List<Token> with, BitSet content) {
    return new Draft(around.source(predicate, subject), around.cue(predicate, with), paragraph.spans(tree, content),
        false);
  }
}

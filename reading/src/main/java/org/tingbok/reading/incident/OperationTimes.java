package org.tingbok.reading.incident;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Token;
import org.tingbok.vocabulary.PartialDate;

/// Tells when an operation happened, by the expressions of time in and around the words that tell of it.
///
/// Looks at one sentence; not for several threads.
final class OperationTimes {
  private static final WordList FOUND = WordList.of("came-to-light");
  private static final WordList HITS = WordList.of("hits");

  private final Tree tree;
  private final List<TimeMention> times;

  OperationTimes(Tree tree, List<TimeMention> times) {
    this.tree = tree;
    this.times = times;
  }

  /// Whether a token is within an expression of time.
  boolean time(Token token) {
    return times.stream().anyMatch(time -> time.start() <= token.start() && time.end() >= token.end());
  }

  /// The time within a phrase or clause, not within a clause that it embeds or that embeds it.
  PartialDate period(Token head) {
    return period(head, false);
  }

  /// The same.
  ///
  /// @param front whether a date before words that report the deed may be its own: "in March the parliament said it was hacked again"
  PartialDate period(Token head, boolean front) {
    int from = tree.token(tree.firstOf(head)).start();
    int to = tree.token(tree.lastOf(head)).end();
    for (TimeMention time : times) {
      if (time.start() >= from && time.end() <= to && time.value().stated() && governed(time, head)) {
        return time.value();
      }
    }
    for (TimeMention time : times) {
      boolean behind =
          time.start() >= to && (time.start() <= to + 2 || time.start() <= to + 16 && justIn(to, time.start()))
              && time.value().stated();
      if (behind && times.stream().anyMatch(ahead -> ahead.value().stated() && ahead.end() <= from)) {
        return time.value();
      }
    }
    for (TimeMention time : times) {
      boolean next = time.start() > to && time.start() <= to + 12 && time.value().stated();
      if (next && justIn(to, time.start()) && (now(head) || fronted(head, time))) {
        return time.value();
      }
    }
    for (TimeMention time : times) {
      boolean apart =
          tree.tokens().stream().noneMatch(token -> token.start() < time.end() && time.start() < token.end());
      boolean day = time.value().first().equals(time.value().last());
      if (apart && time.end() <= from && time.value().stated()
          && (head.head() < 0 || Tree.is(head, "ccomp") && !day || befell(head))) {
        return time.value();
      }
    }
    return found(head).or(() -> Optional.of(head).filter(_ -> front).flatMap(this::front))
        .orElse(PartialDate.NOT_STATED);
  }

  /// "the attack on the port, which was discovered in March": when it came to light or hit somebody, by the clause that
  /// tells of it.
  private Optional<PartialDate> found(Token head) {
    return tree.tokens().subList(tree.firstOf(head), tree.lastOf(head) + 1).stream()
        .filter(clause -> Tree.is(clause, "acl")
            && (FOUND.contains(Tree.lemma(clause)) || HITS.contains(Tree.lemma(clause))))
        .flatMap(clause -> times.stream().filter(time -> time.value().stated()
            && time.start() >= tree.token(tree.firstOf(clause)).start()
            && time.end() <= tree.token(tree.lastOf(clause)).end()))
        .map(TimeMention::value).findFirst();
  }

  private Optional<PartialDate> front(Token deed) {
    int begin = tree.tokens().get(0).start();
    return times.stream().filter(time -> time.start() <= begin + 3 && time.end() <= deed.start()
        && time.value().stated()).map(TimeMention::value).findFirst();
  }

  private boolean justIn(int from, int to) {
    return tree.tokens().stream().filter(token -> token.start() >= from && token.end() <= to)
        .allMatch(token -> Set.of(",", "in", "during", "of", "on", "the", "i", "im", "en").contains(Tree.low(token)));
  }

  /// "For the break-in at the parliament in March nobody …": what stands before the verb of the sentence with the operation.
  private boolean fronted(Token head, TimeMention time) {
    return tree.tokens().stream().filter(token -> token.head() < 0).findFirst()
        .filter(root -> root.start() >= time.end() && root.start() > head.start()
            && tree.tokens().stream().noneMatch(verb -> Tree.verbal(verb) && verb.start() < time.end()))
        .isPresent();
  }

  /// "has attributed an attack on the port in July 2021": what is told in the present or the perfect has no past date of its
  /// own, so the date is that of the attack.
  private boolean now(Token head) {
    Optional<Token> above = tree.head(head);
    for (int i = 0; i < 4 && above.isPresent(); i++) {
      Token verb = above.get();
      if (Tree.verbal(verb)) {
        return verb.xpos().matches("VBZ|VBP")
            || tree.child(verb, "aux").filter(aux -> Tree.low(aux).matches("has|have|'ve")).isPresent();
      }
      above = tree.head(verb);
    }
    return false;
  }

  /// Whether what has a date at its front tells of the operation coming about or coming to light, not of later words on it.
  private boolean befell(Token head) {
    return Tree.is(head, "obj", "nsubj") && tree.head(head)
        .filter(verb -> verb.head() < 0 && Tree.lemma(verb).matches("announce|"
            + "disclose|suffer|report|discover|detect|experience|hit|strike|reveal|occur|happen|begin|start|face|see|notice|befall|"
            + "take|cause|cripple|disrupt"))
        .isPresent();
  }

  private boolean governed(TimeMention time, Token head) {
    for (Token token : tree.tokens()) {
      if (token.start() >= time.start() && token.end() <= time.end()) {
        Token current = token;
        for (int i = 0; i < 12; i++) {
          if (current.index() == head.index()) {
            return true;
          }
          if (Tree.verbal(current) && current.index() != head.index()
              && Tree.is(current, "ccomp", "acl", "advcl", "parataxis")
              && !(current.start() >= time.start() && current.end() <= time.end())) {
            break;
          }
          Optional<Token> above = tree.head(current);
          if (above.isEmpty()) {
            break;
          }
          current = above.get();
        }
      }
    }
    return false;
  }
}

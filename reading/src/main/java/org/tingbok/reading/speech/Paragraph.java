package org.tingbok.reading.speech;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tingbok.document.Span;
import org.tingbok.reading.clause.Tree;
import org.tingbok.text.Token;

/// One paragraph with its quotations and trees, and how tokens of it become stretches of text.
///
/// @param text the whole text
/// @param from first code unit
/// @param to code unit after the last
/// @param quotations what stands within marks
/// @param trees its sentences
record Paragraph(String text, int from, int to, Quotations quotations, List<Tree> trees) {
  private static final String EDGES = ",.;:-–— \u00a0\t";

  /// The stretches of some tokens, without signs and spaces at their edges.
  List<Span> spans(Tree tree, BitSet tokens) {
    List<Span> spans = new ArrayList<>();
    int i = tokens.nextSetBit(0);
    while (i >= 0) {
      int end = tokens.nextClearBit(i);
      Span span = trimmed(tree.token(i).start(), tree.token(end - 1).end());
      if (span.length() > 0) {
        spans.add(span);
      }
      i = tokens.nextSetBit(end);
    }
    return spans;
  }

  private Span trimmed(int start, int end) {
    int s = start;
    int e = end;
    boolean changed = true;
    while (changed && s < e) {
      changed = false;
      if (EDGES.indexOf(text.charAt(s)) >= 0 || closesBefore(s)) {
        s++;
        changed = true;
      } else if (EDGES.indexOf(text.charAt(e - 1)) >= 0 && !shortForm(s, e) || opensAt(e - 1, s)) {
        e--;
        changed = true;
      }
    }
    for (Span quote : quotations.spans()) {
      if (quote.start() >= s && quote.start() < e && quote.end() > e && quote.end() - e <= 3
          && text.substring(e, quote.end()).chars().noneMatch(Character::isLetterOrDigit)) {
        e = quote.end();
      }
      if (quote.start() < s && s - quote.start() <= 2 && quote.end() <= e) {
        s = quote.start();
      }
    }
    if (e < text.length() && text.charAt(e) == '.' && shortForm(s, e + 1)) {
      e++;
    }
    return new Span(s, Math.max(s, e));
  }

  /// "U.S." and "Jr." keep their stop.
  private boolean shortForm(int start, int end) {
    if (text.charAt(end - 1) != '.') {
      return false;
    }
    int from = end - 1;
    while (from > start && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    String word = text.substring(from, end);
    return word.indexOf('.') < word.length() - 1 || word.equals("Jr.") || word.equals("Sr.");
  }

  private boolean closesBefore(int at) {
    return quotations.spans().stream()
        .anyMatch(quote -> quote.start() < at && at >= quote.end() - 1 && at < quote.end());
  }

  private boolean opensAt(int at, int start) {
    return quotations.spans().stream().anyMatch(quote -> quote.start() == at && at > start);
  }

  boolean quoted(Token token) {
    return quotations.holds(token.start(), token.end());
  }
}

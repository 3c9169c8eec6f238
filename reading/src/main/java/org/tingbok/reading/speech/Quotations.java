package org.tingbok.reading.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.document.Span;

/// The stretches of a paragraph that stand within quotation marks, the marks included.
///
/// Knows `"…"`, `''…''`, `“…”`, `„…“`, `«…»` and `»…«`; a mark left open runs to the end of the paragraph. Immutable.
final class Quotations {
  private final List<Span> spans;

  private Quotations(List<Span> spans) {
    this.spans = List.copyOf(spans);
  }

  static Quotations in(String text, int from, int to) {
    List<Span> spans = new ArrayList<>();
    int open = -1;
    String close = "";
    int i = from;
    while (i < to) {
      if (open < 0) {
        close = closing(text, i, to);
        if (!close.isEmpty()) {
          open = i;
          i += close.equals("''") ? 2 : 1;
          continue;
        }
      } else {
        int length = closes(text, i, close);
        if (length > 0) {
          spans.add(new Span(open, i + length));
          open = -1;
          i += length;
          continue;
        }
      }
      i++;
    }
    if (open >= 0 && to > open + 1) {
      spans.add(new Span(open, to));
    }
    return new Quotations(spans);
  }

  /// The marks that close what a mark at a place opens; empty if none stands there.
  private static String closing(String text, int at, int to) {
    return switch (text.charAt(at)) {
      case '"' -> "\"”";
      case '“' -> "”\"";
      case '„' -> "“”";
      case '«' -> "»";
      case '»' -> "«";
      case '\'' -> at + 1 < to && text.charAt(at + 1) == '\'' ? "''" : "";
      default -> "";
    };
  }

  private static int closes(String text, int at, String close) {
    if (close.equals("''")) {
      return text.startsWith("''", at) ? 2 : 0;
    }
    return close.indexOf(text.charAt(at)) >= 0 ? 1 : 0;
  }

  List<Span> spans() {
    return spans;
  }

  /// Whether what stands within the marks is somebody's whole utterance, not a part of the clause around it.
  boolean utterance(String text, Span quote) {
    int inside = quote.start() + (text.startsWith("''", quote.start()) ? 2 : 1);
    int close = quote.end() - (text.startsWith("''", quote.end() - 2) ? 3 : 2);
    if (close <= inside) {
      return false;
    }
    char first = text.charAt(inside);
    boolean whole = Character.isUpperCase(first) || Character.isDigit(first) || ".…[$".indexOf(first) >= 0;
    return whole && ",.?!…—-".indexOf(text.charAt(close)) >= 0;
  }

  boolean holds(int start, int end) {
    return spans.stream().anyMatch(span -> span.start() <= start && end <= span.end());
  }

  /// The quotation that ends at a place or up to a comma and a space before it.
  Optional<Span> endingBefore(String text, int at) {
    return spans.stream().filter(span -> span.end() <= at && gap(text, span.end(), at, " ,\u00a0")).findFirst();
  }

  /// The quotation that begins at a place or behind some signs after it.
  Optional<Span> beginningAfter(String text, int at, String signs) {
    return spans.stream().filter(span -> span.start() >= at && gap(text, at, span.start(), signs)).findFirst();
  }

  private static boolean gap(String text, int from, int to, String signs) {
    for (int i = from; i < to; i++) {
      if (signs.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}

package org.tingbok.reading.labelling;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.document.Span;

/// Finds stretches within quotation marks.
public final class Quotes {
  private Quotes() {}

  /// Stretches within quotation marks; one that is left open runs to the end.
  ///
  /// @param view the text
  /// @param from first code unit to look at
  /// @param to code unit after the last
  /// @return in order, marks included
  public static List<Span> in(String view, int from, int to) {
    List<Span> quotes = new ArrayList<>();
    int open = -1;
    for (int i = from; i < to; i++) {
      char c = view.charAt(i);
      boolean straight = c == '"';
      if (open < 0 && (straight || c == '“' || c == '„' || c == '«' || c == '»' && from == i)) {
        open = i;
      } else if (open >= 0
          && (straight || c == '”' || c == '»' || c == '“' && view.charAt(open) == '„' || c == '«')) {
        quotes.add(new Span(open, i + 1));
        open = -1;
      }
    }
    if (open >= 0) {
      quotes.add(new Span(open, to));
    }
    return quotes;
  }
}

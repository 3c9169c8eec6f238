package org.tingbok.exchange.coders;

import java.util.ArrayList;
import java.util.List;

/// The values of a cell: a list as Python writes it, or values joined by semicolons, which also stand inside brackets of some.
final class Cells {
  private Cells() {
  }

  /// The entries of a cell, each with its values: what belongs to the first, the second, …
  static List<List<String>> entries(String cell) {
    String text = cell.strip();
    if (text.startsWith("[") && text.endsWith("]")) {
      int[] at = {1};
      List<List<String>> entries = new ArrayList<>();
      while (at[0] < text.length() - 1) {
        char next = text.charAt(at[0]);
        if (next == ',' || Character.isWhitespace(next)) {
          at[0]++;
        } else if (next == '[') {
          at[0]++;
          List<String> inner = new ArrayList<>();
          while (at[0] < text.length() - 1 && text.charAt(at[0]) != ']') {
            if (text.charAt(at[0]) == ',' || Character.isWhitespace(text.charAt(at[0]))) {
              at[0]++;
            } else {
              inner.add(literal(text, at));
            }
          }
          at[0]++;
          entries.add(inner);
        } else {
          entries.add(List.of(literal(text, at)));
        }
      }
      return entries;
    }
    return joined(text).stream().map(List::of).toList();
  }

  /// All values of a cell, each once.
  static List<String> values(String cell) {
    return entries(cell).stream().flatMap(List::stream).map(String::strip).filter(Words::told).distinct().toList();
  }

  private static String literal(String text, int[] at) {
    StringBuilder value = new StringBuilder();
    char quote = text.charAt(at[0]);
    if (quote == '\'' || quote == '"') {
      at[0]++;
      while (at[0] < text.length() - 1 && text.charAt(at[0]) != quote) {
        if (text.charAt(at[0]) == '\\' && at[0] + 1 < text.length()) {
          at[0]++;
        }
        value.append(text.charAt(at[0]++));
      }
      at[0]++;
      return value.toString();
    }
    while (at[0] < text.length() - 1 && ",]".indexOf(text.charAt(at[0])) < 0) {
      value.append(text.charAt(at[0]++));
    }
    return value.toString().strip();
  }

  /// Splits at the semicolons outside of brackets; where brackets do not close, nothing is split.
  private static List<String> joined(String text) {
    List<String> values = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      depth += one == '(' || one == '[' ? 1 : one == ')' || one == ']' ? -1 : 0;
      if (one == ';' && depth == 0) {
        values.add(text.substring(from, i).strip());
        from = i + 1;
      }
    }
    if (depth != 0) {
      return List.of(text);
    }
    values.add(text.substring(from).strip());
    return values.stream().filter(value -> !value.isEmpty()).toList();
  }
}

package org.tingbok.app.terminal;

import java.util.ArrayList;
import java.util.List;

/// Lays text out: tables whose columns line up, paragraphs that wrap.
public final class Columns {
  private Columns() {
  }

  /// A table without rules, two blanks between columns; the last column wraps within what is left of the line.
  ///
  /// @param rows each of the same number of cells, painted or plain
  /// @param width columns of the terminal
  /// @param indent blanks before the first column
  /// @return the lines
  public static List<String> table(List<List<String>> rows, int width, int indent) {
    List<String> lines = new ArrayList<>();
    if (rows.isEmpty()) {
      return lines;
    }
    int count = rows.getFirst().size();
    int[] widths = new int[count];
    for (List<String> row : rows) {
      for (int i = 0; i < count; i++) {
        widths[i] = Math.max(widths[i], Paint.width(row.get(i)));
      }
    }
    int before = indent;
    for (int i = 0; i < count - 1; i++) {
      before += widths[i] + 2;
    }
    int last = Math.max(24, width - before);
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(" ".repeat(indent));
      for (int i = 0; i < count - 1; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - Paint.width(row.get(i)) + 2));
      }
      List<String> wrapped = wrap(row.getLast(), last);
      lines.add((line + (wrapped.isEmpty() ? "" : wrapped.getFirst())).stripTrailing());
      for (String more : wrapped.subList(Math.min(1, wrapped.size()), wrapped.size())) {
        lines.add(" ".repeat(before) + more);
      }
    }
    return lines;
  }

  /// A text that is no longer than a column.
  ///
  /// @param text plain text
  /// @param columns how much there is room for, 2 or more
  /// @return the text, or its beginning and `…`
  public static String shortened(String text, int columns) {
    return text.codePointCount(0, text.length()) <= columns ? text
        : text.substring(0, text.offsetByCodePoints(0, columns - 1)).stripTrailing() + "…";
  }

  /// A paragraph with an indent.
  ///
  /// @param text painted or plain text
  /// @param width columns of the terminal
  /// @param indent blanks before each line
  /// @return the lines
  public static List<String> paragraph(String text, int width, int indent) {
    return wrap(text, Math.max(24, width - indent)).stream().map(line -> " ".repeat(indent) + line).toList();
  }

  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int columns = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      int length = Paint.width(word);
      if (columns > 0 && columns + 1 + length > width) {
        lines.add(line.toString());
        line.setLength(0);
        columns = 0;
      }
      if (columns > 0) {
        line.append(' ');
        columns++;
      }
      line.append(word);
      columns += length;
    }
    if (columns > 0) {
      lines.add(line.toString());
    }
    return lines;
  }
}

package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts the runs of a page into reading order: lines top to bottom, columns one after the other.
final class PdfColumns {
  private static final int LEAST_LINES = 3;

  private PdfColumns() {
  }

  /// What stands side by side on one line.
  private record Row(List<PdfLayout.Run> runs) {
    float y() {
      return runs.getFirst().y();
    }

    float x() {
      return runs.getFirst().x();
    }

    float right() {
      return runs.getLast().right();
    }

    float size() {
      return runs.getFirst().size();
    }

    /// The words with a space between them, three where the gap is that of a table.
    String text() {
      StringBuilder text = new StringBuilder();
      float right = 0;
      for (PdfLayout.Run run : runs) {
        boolean wide = run.x() - right > run.size() * 2.5f;
        text.append(text.isEmpty() ? "" : wide ? "   " : " ").append(run.text());
        right = run.right();
      }
      return text.toString();
    }
  }

  static String text(List<PdfLayout.Run> runs) {
    List<Row> rows = rows(runs);
    List<Row> ordered = ordered(rows);
    return written(ordered);
  }

  private static List<Row> rows(List<PdfLayout.Run> runs) {
    List<PdfLayout.Run> sorted = runs.stream()
        .sorted(Comparator.comparingDouble((PdfLayout.Run run) -> run.y()).thenComparingDouble(PdfLayout.Run::x))
        .toList();
    List<List<PdfLayout.Run>> lines = new ArrayList<>();
    for (PdfLayout.Run run : sorted) {
      List<PdfLayout.Run> line = lines.isEmpty() ? List.of() : lines.getLast();
      if (!line.isEmpty() && Math.abs(line.getFirst().y() - run.y()) < Math.max(2, run.size() * 0.35f)) {
        line.add(run);
      } else {
        List<PdfLayout.Run> fresh = new ArrayList<>();
        fresh.add(run);
        lines.add(fresh);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (List<PdfLayout.Run> line : lines) {
      line.sort(Comparator.comparingDouble(PdfLayout.Run::x));
      rows.add(new Row(List.copyOf(line)));
    }
    return rows;
  }

  /// Where a gutter parts the page for several lines, the left part comes before the right.
  private static List<Row> ordered(List<Row> rows) {
    Gutter gutter = gutter(rows);
    if (gutter.lines() == 0) {
      return rows;
    }
    List<Row> ordered = new ArrayList<>();
    List<Row> band = new ArrayList<>();
    for (Row row : rows) {
      if (crosses(row, gutter.at())) {
        ordered.addAll(parted(band, gutter.at()));
        band.clear();
        ordered.add(row);
      } else {
        band.add(row);
      }
    }
    ordered.addAll(parted(band, gutter.at()));
    return ordered;
  }

  private static List<Row> parted(List<Row> band, float gutter) {
    if (lines(band, gutter) == 0) {
      return band;
    }
    List<Row> left = new ArrayList<>();
    List<Row> right = new ArrayList<>();
    for (Row row : band) {
      List<PdfLayout.Run> before = row.runs().stream().filter(run -> run.right() <= gutter).toList();
      List<PdfLayout.Run> after = row.runs().stream().filter(run -> run.right() > gutter).toList();
      if (!before.isEmpty()) {
        left.add(new Row(before));
      }
      if (!after.isEmpty()) {
        right.add(new Row(after));
      }
    }
    List<Row> parted = new ArrayList<>(left);
    parted.addAll(right);
    return parted;
  }

  /// A white band between two columns.
  ///
  /// @param at its middle, in points from the left of the page
  /// @param lines how many lines it parts, 0 if there is none
  private record Gutter(float at, int lines) {
  }

  private static Gutter gutter(List<Row> rows) {
    float low = Float.MAX_VALUE;
    float high = 0;
    for (Row row : rows) {
      low = Math.min(low, row.x());
      high = Math.max(high, row.right());
    }
    Gutter best = new Gutter(0, 0);
    for (int step = 25; step <= 75; step++) {
      float at = low + ((high - low) * step / 100);
      int lines = 0;
      List<Row> band = new ArrayList<>();
      for (Row row : rows) {
        if (crosses(row, at)) {
          lines += lines(band, at);
          band.clear();
        } else {
          band.add(row);
        }
      }
      lines += lines(band, at);
      if (lines > best.lines()) {
        best = new Gutter(at, lines);
      }
    }
    return best;
  }

  /// Whether a word stands on the place or hard by on both sides.
  private static boolean crosses(Row row, float at) {
    float left = -1;
    float right = Float.MAX_VALUE;
    for (PdfLayout.Run run : row.runs()) {
      if (run.x() < at && run.right() > at) {
        return true;
      }
      if (run.right() <= at) {
        left = Math.max(left, run.right());
      } else {
        right = Math.min(right, run.x());
      }
    }
    return left >= 0 && right < Float.MAX_VALUE && right - left < row.size() * 0.9f;
  }

  /// Whether what stands left of a place has a gap in it as wide as that of a table.
  private static boolean hasCells(Row row, float at) {
    float right = -1;
    for (PdfLayout.Run run : row.runs()) {
      if (run.right() > at) {
        return false;
      }
      if (right >= 0 && run.x() - right > run.size() * 2.5f) {
        return true;
      }
      right = run.right();
    }
    return false;
  }

  /// How many lines a place parts into two columns of text, 0 if they are no columns of text.
  private static int lines(List<Row> band, float at) {
    int left = 0;
    int right = 0;
    float leftWidth = 0;
    int cells = 0;
    float rightWidth = 0;
    float low = Float.MAX_VALUE;
    float high = 0;
    float leftBottom = 0;
    float rightTop = Float.MAX_VALUE;
    for (Row row : band) {
      low = Math.min(low, row.x());
      high = Math.max(high, row.right());
      float leftEnd = -1;
      float rightStart = -1;
      for (PdfLayout.Run run : row.runs()) {
        if (run.right() <= at) {
          leftEnd = run.right();
        } else if (rightStart < 0) {
          rightStart = run.x();
        }
      }
      if (leftEnd >= 0) {
        left++;
        cells += hasCells(row, at) ? 1 : 0;
        leftWidth += leftEnd - row.x();
        leftBottom = Math.max(leftBottom, row.y());
      }
      if (rightStart >= 0) {
        right++;
        rightWidth += row.right() - rightStart;
        rightTop = Math.min(rightTop, row.y());
      }
    }
    float quarter = (high - low) * 0.25f;
    boolean columns =
        left >= LEAST_LINES && right >= LEAST_LINES && leftWidth / left > quarter && rightWidth / right > quarter
            && cells * 3 <= left
            && rightTop < leftBottom;
    return columns ? Math.min(left, right) : 0;
  }

  /// Lines, with a blank line where the distance, the type or an indent begins something new; a heading's lines joined.
  private static String written(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    double usual = usualDistance(rows);
    double usualSize = usualSize(rows);
    Row before = null;
    for (Row row : rows) {
      if (before != null) {
        float distance = row.y() - before.y();
        boolean sameType = Math.abs(row.size() - before.size()) < 0.6;
        boolean headline = sameType && row.size() > usualSize * 1.12 && distance > 0 && distance < row.size() * 1.8;
        if (headline) {
          text.append(' ');
        } else if (distance < 0 || (distance > usual * 1.35 && distance > row.size() * 1.35) || !sameType) {
          text.append(distance < -usual * 2 && sameType ? "\n" : distance > usual * 4 ? "\n\n\n\n" : "\n\n");
        } else {
          text.append('\n');
        }
      }
      text.append(row.text());
      before = row;
    }
    return text.append('\n').toString();
  }

  private static double usualDistance(List<Row> rows) {
    List<Double> distances = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      double distance = rows.get(i).y() - rows.get(i - 1).y();
      if (distance > 1) {
        distances.add(distance);
      }
    }
    distances.sort(Comparator.naturalOrder());
    return distances.isEmpty() ? 12 : distances.get(distances.size() / 3);
  }

  private static double usualSize(List<Row> rows) {
    List<Double> sizes = new ArrayList<>();
    for (Row row : rows) {
      for (int i = 0; i < Shapes.words(row.text()); i++) {
        sizes.add((double) row.size());
      }
    }
    sizes.sort(Comparator.naturalOrder());
    return sizes.isEmpty() ? 10 : sizes.get(sizes.size() / 2);
  }
}

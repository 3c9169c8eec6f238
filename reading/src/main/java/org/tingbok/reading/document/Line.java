package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.List;

/// One line of a canonical text, without the white space at its ends.
///
/// @param start first code unit that is no white space
/// @param end code unit after the last that is no white space; equal to `start` for a blank line
/// @param indent width of the white space before it
/// @param text what stands there
/// @param newPage whether a form feed stands before it
record Line(int start, int end, int indent, String text, boolean newPage) {
  boolean blank() {
    return start == end;
  }

  int length() {
    return end - start;
  }

  /// Where the line ends if the white space before it is counted in.
  int width() {
    return indent + length();
  }

  static List<Line> of(String canonical, int from) {
    List<Line> lines = new ArrayList<>();
    int at = from;
    boolean newPage = false;
    while (at <= canonical.length()) {
      int stop = at;
      while (stop < canonical.length() && canonical.charAt(stop) != '\n' && canonical.charAt(stop) != '\f'
          && canonical.charAt(stop) != '\u2028' && canonical.charAt(stop) != '\u2029') {
        stop++;
      }
      int start = at;
      int indent = 0;
      while (start < stop && Draft.isSpace(canonical.charAt(start))) {
        indent += canonical.charAt(start) == '\t' ? 4 : 1;
        start++;
      }
      int end = stop;
      while (end > start && Draft.isSpace(canonical.charAt(end - 1))) {
        end--;
      }
      lines.add(new Line(start, end, indent, canonical.substring(start, end), newPage));
      newPage = stop < canonical.length() && canonical.charAt(stop) == '\f';
      at = stop + 1;
    }
    return lines;
  }
}

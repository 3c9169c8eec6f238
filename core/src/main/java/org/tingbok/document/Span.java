package org.tingbok.document;

import java.io.Serializable;
import org.tingbok.vocabulary.BadInputException;

/// A half-open range of UTF-16 code units of one text; which text is said where the span stands.
///
/// @param start first code unit, 0 or more
/// @param end code unit after the last, `start` or more
public record Span(int start, int end) implements Serializable, Comparable<Span> {
  /// Checks the order of the ends.
  ///
  /// @throws BadInputException `SPAN_ORDER` if it begins before 0 or ends before it begins
  public Span {
    if (start < 0 || end < start) {
      throw new BadInputException("SPAN_ORDER", "[" + start + ", " + end + ") is no range of a text");
    }
  }

  /// How many code units.
  ///
  /// @return 0 or more
  public int length() {
    return end - start;
  }

  /// Whether the two share a code unit.
  ///
  /// @param other a span of the same text
  /// @return true if they overlap
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /// Whether the other lies within this one.
  ///
  /// @param other a span of the same text
  /// @return true if nothing of it sticks out
  public boolean covers(Span other) {
    return start <= other.start && other.end <= end;
  }

  /// What the span cuts out.
  ///
  /// @param text the text it belongs to
  /// @return `end - start` code units
  public String of(String text) {
    return text.substring(start, end);
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
  }
}

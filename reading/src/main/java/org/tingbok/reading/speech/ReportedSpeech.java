package org.tingbok.reading.speech;

import java.util.List;
import org.tingbok.document.Span;

/// Somebody says, thinks or wants something, as the words of one text have it.
///
/// @param source the words that name who: "the ministry", "she", "which"; empty where the text does not tell
/// @param cue the words of saying: "has also said", "according to", "criticism of"; never empty
/// @param content what is said, in one stretch or, where words of saying stand in its midst, several; never empty
public record ReportedSpeech(List<Span> source, List<Span> cue, List<Span> content) {
  /// Copies the lists.
  public ReportedSpeech {
    source = List.copyOf(source);
    cue = List.copyOf(cue);
    content = List.copyOf(content);
  }

  /// Whether another stands within what is said, or within the words for who says it.
  ///
  /// @param other another of the same text
  /// @return true if the other's cue lies inside
  public boolean encloses(ReportedSpeech other) {
    Span inner = other.cue.get(0);
    return !equals(other) && (within(content, inner) || within(source, inner));
  }

  private static boolean within(List<Span> spans, Span inner) {
    return spans.stream().anyMatch(span -> span.start() <= inner.start() && inner.end() <= span.end());
  }
}

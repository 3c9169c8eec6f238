package org.tingbok.reading.speech;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.document.Span;

/// Reported speech whose quotation may go on in the next paragraph. Not for several threads.
final class Draft {
  final List<Span> source;
  final List<Span> cue;
  final List<Span> content;
  private final boolean quoted;

  Draft(List<Span> source, List<Span> cue, List<Span> content, boolean quoted) {
    this.source = source;
    this.cue = cue;
    this.content = new ArrayList<>(content);
    this.quoted = quoted;
  }

  /// The place behind the last word of it.
  int end() {
    return Math.max(end(source), Math.max(end(cue), end(content)));
  }

  private static int end(List<Span> spans) {
    return spans.stream().mapToInt(Span::end).max().orElse(0);
  }

  boolean quoted() {
    return quoted;
  }

  ReportedSpeech speech() {
    return new ReportedSpeech(source, cue, content);
  }
}

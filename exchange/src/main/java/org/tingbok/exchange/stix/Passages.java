package org.tingbok.exchange.stix;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.claim.Evidence;
import org.tingbok.document.Span;

/// The words of a document under way, one passage after another.
final class Passages {
  private final StringBuilder text = new StringBuilder();
  private final List<Span> body = new ArrayList<>();

  /// Adds a passage on lines of its own.
  ///
  /// @return where it stands
  Evidence add(String passage) {
    String plain = passage.replace("\r\n", "\n").replace('\r', '\n').strip();
    if (!text.isEmpty()) {
      text.append('\n');
    }
    int start = text.length();
    text.append(plain);
    body.add(new Span(start, text.length()));
    return new Evidence(start, text.length(), plain);
  }

  /// Leaves a line free.
  void part() {
    if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  String text() {
    return text.toString();
  }

  List<Span> body() {
    return body;
  }
}

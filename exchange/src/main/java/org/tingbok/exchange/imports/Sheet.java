package org.tingbok.exchange.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Evidence;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// What a tool says of something, in words, line by line: the text of the document that an import makes of it. Lines are
/// written first; once the last one stands, the document is made, and claims quote the lines.
///
/// Not safe for use by several threads.
public final class Sheet {
  /// What its documents are: a table of what a tool hands over, whose claims came with it.
  public static final String MEDIA_TYPE = "text/tab-separated-values";

  private final StringBuilder text = new StringBuilder();

  /// An empty sheet.
  public Sheet() {
  }

  /// Writes a paragraph.
  ///
  /// @param words what it says; not blank
  /// @return where it stands
  public Span line(String words) {
    return entry("", words);
  }

  /// Writes a paragraph that begins with what it is about.
  ///
  /// @param label what it is about; empty if that needs no word
  /// @param words what it says; not blank
  /// @return where the words stand, without the label
  public Span entry(String label, String words) {
    String plain = words.replace("\r\n", "\n").replace('\r', '\n');
    text.append(label).append(label.isEmpty() ? "" : ": ");
    int start = text.length();
    text.append(plain).append("\n\n");
    return new Span(start, start + plain.length());
  }

  /// Makes evidence of a place.
  ///
  /// @param place where [#line] or [#entry] wrote
  /// @return the words there
  public Evidence quote(Span place) {
    return new Evidence(place.start(), place.end(), text.substring(place.start(), place.end()));
  }

  /// Makes evidence of a part of a place.
  ///
  /// @param place where [#line] or [#entry] wrote
  /// @param words what is quoted of it
  /// @return the first of those words there, or all of the place if they do not stand in it
  public Evidence quote(Span place, String words) {
    int at = words.isEmpty() ? -1 : text.indexOf(words, place.start());
    return at < 0 || at + words.length() > place.end() ? quote(place)
        : new Evidence(at, at + words.length(), words);
  }

  /// Makes the document. The same lines make the same document.
  ///
  /// @param head what it says about itself
  /// @return with all lines written so far
  public Document document(Head head) {
    String all = text.toString();
    String sha256 = ContentId.sha256(all.getBytes(StandardCharsets.UTF_8));
    return new Document(DocumentId.of(sha256), head.source(), sha256, MEDIA_TYPE, all,
        Optional.of(head.title()).filter(title -> !title.isBlank()), head.publisher(), head.published(),
        head.language(), List.of(), false, List.of(new Span(0, all.length())));
  }

  /// What a document says about itself.
  ///
  /// @param source where it was found
  /// @param title its title; blank if it has none
  /// @param publisher who publishes it; empty if that is not told
  /// @param published when; not stated if that is not told
  /// @param language BCP 47 primary tag, `und` if it cannot be told
  public record Head(String source, String title, Optional<String> publisher, PartialDate published,
      String language) {
  }
}

package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.tingbok.document.Document;
import org.tingbok.document.Span;
import org.tingbok.exchange.stix.KeptObjects;
import org.tingbok.exchange.stix.StixWriter;

/// A document's canonical text as a person reads it: paragraphs without tags, marks and line wraps, each character still
/// knowing where it came from.
///
/// For showing only: what was read, and where, is the document's `body` and its claims' evidence. Immutable.
final class ReadableText {
  private final List<Paragraph> paragraphs;

  private ReadableText(List<Paragraph> paragraphs) {
    this.paragraphs = List.copyOf(paragraphs);
  }

  static ReadableText of(Document document) {
    Builder builder = new Builder(document);
    switch (document.mediaType()) {
      case "text/html", "application/xhtml+xml" -> MarkupScan.html(document.text(), builder);
      case "text/markdown" -> MarkupScan.markdown(document.text(), builder);
      case StixWriter.MEDIA_TYPE -> MarkupScan.plain(KeptObjects.words(document), builder);
      default -> MarkupScan.plain(document.text(), builder);
    }
    builder.close();
    return new ReadableText(builder.paragraphs);
  }

  List<Paragraph> paragraphs() {
    return paragraphs;
  }

  /// The paragraphs that share a character with a canonical range: a search by halves, since they stand in order of place.
  List<Paragraph> around(int start, int end) {
    int from = 0;
    int to = paragraphs.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (paragraphs.get(middle).end() <= start) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    List<Paragraph> around = new ArrayList<>();
    for (int at = from; at < paragraphs.size() && paragraphs.get(at).start() < end; at++) {
      around.add(paragraphs.get(at));
    }
    return around;
  }

  /// The readable words of a canonical range.
  String words(int start, int end) {
    StringBuilder words = new StringBuilder();
    for (Paragraph paragraph : around(start, end)) {
      String part = paragraph.text.substring(paragraph.first(start), paragraph.after(end)).strip();
      if (!part.isEmpty()) {
        words.append(words.isEmpty() ? "" : " ").append(part);
      }
    }
    return words.toString();
  }

  /// Where words stand, whatever white space is between them.
  ///
  /// @return ranges of the canonical text, each within a paragraph, in order; empty if they do not stand here
  List<Span> places(String words) {
    String wanted = words.strip().replaceAll("[\\s\u00a0]+", " ");
    List<Span> places = new ArrayList<>();
    for (Paragraph paragraph : wanted.isEmpty() ? List.<Paragraph>of() : paragraphs) {
      for (int at = paragraph.text.indexOf(wanted); at >= 0; at = paragraph.text.indexOf(wanted, at + 1)) {
        places.add(paragraph.canonical(at, at + wanted.length()));
      }
    }
    return places;
  }

  /// The canonical range of characters of a paragraph.
  ///
  /// @return empty if there is no such paragraph, or no such characters in it
  Optional<Span> canonical(int paragraph, int from, int to) {
    if (paragraph < 0 || paragraph >= paragraphs.size()) {
      return Optional.empty();
    }
    Paragraph one = paragraphs.get(paragraph);
    return from < 0 || to <= from || to > one.text.length() ? Optional.empty() : Optional.of(one.canonical(from, to));
  }

  /// Words with the rest of the sentence that they stand in.
  ///
  /// @param before what comes before them in their sentence, with the blank between; possibly empty
  /// @param words the readable words
  /// @param after what comes after them in their sentence; possibly empty
  record InSentence(String before, String words, String after) {
  }

  /// The readable words of a canonical range and the rest of their sentence.
  InSentence inSentence(int start, int end) {
    String words = words(start, end);
    List<Paragraph> around = around(start, end);
    if (words.isEmpty() || around.isEmpty()) {
      return new InSentence("", words, "");
    }
    Paragraph first = around.getFirst();
    Paragraph last = around.getLast();
    int from = first.first(start);
    int to = last.after(end);
    int begins = Math.min(from, Math.max(first.bodyStart(from), SentenceEnds.startOfSentence(first.text, from)));
    int closes = Math.max(to, Math.min(last.bodyEnd(to), SentenceEnds.endOfSentence(last.text, to)));
    String before = first.text.substring(begins, from).stripLeading();
    String after = last.text.substring(to, closes).stripTrailing();
    return new InSentence(before, words, after);
  }

  /// A paragraph.
  static final class Paragraph {
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final BitSet body;
    private final boolean heading;

    private Paragraph(String text, int[] starts, int[] ends, BitSet body, boolean heading) {
      this.text = text;
      this.starts = starts;
      this.ends = ends;
      this.body = body;
      this.heading = heading;
    }

    String text() {
      return text;
    }

    /// Whether it is read, rather than a menu, notice, form or date line.
    boolean body() {
      return body.cardinality() * 2 >= text.length();
    }

    /// The place after the last character before another that is not read; 0 if all is read.
    int bodyStart(int before) {
      return before == 0 ? 0 : body.previousClearBit(before - 1) + 1;
    }

    /// The first place from another on that is not read; the length if all is read.
    int bodyEnd(int from) {
      return Math.min(text.length(), body.nextClearBit(from));
    }

    /// The canonical range that characters were made of, blanks at either end left out.
    Span canonical(int from, int to) {
      int first = from;
      int last = to;
      while (first < last - 1 && text.charAt(first) == ' ') {
        first++;
      }
      while (last - 1 > first && text.charAt(last - 1) == ' ') {
        last--;
      }
      return new Span(starts[first], ends[last - 1]);
    }

    boolean heading() {
      return heading;
    }

    int start() {
      return starts[0];
    }

    int end() {
      return ends[ends.length - 1];
    }

    /// The first readable character that does not lie wholly before a canonical place.
    int first(int canonical) {
      int from = 0;
      int to = ends.length;
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (ends[middle] <= canonical) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }

    /// The readable character after the last one that begins before a canonical place.
    int after(int canonical) {
      int from = 0;
      int to = starts.length;
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (starts[middle] < canonical) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }
  }

  /// Collects characters into paragraphs; runs of white space become one blank.
  static final class Builder {
    private final Document document;
    private final CutWords cutWords;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private BitSet body = new BitSet();
    private int span;
    private boolean blank;
    private boolean wrapped;
    private boolean heading;

    private Builder(Document document) {
      this.document = document;
      cutWords = new CutWords(document.text());
    }

    /// A character that stands for a canonical range.
    void put(char unit, int start, int end) {
      if (Character.isWhitespace(unit) || unit == '\u00a0') {
        blank = !text.isEmpty();
        return;
      }
      if (Character.isISOControl(unit) || unit == '\u00ad' || unit == '\u200b' || unit == '\ufeff') {
        return;
      }
      if (blank && wrapped && cutWords.cut(text, start)) {
        if (!cutWords.hyphenStays(text, start)) {
          body.clear(text.length() - 1);
          text.setLength(text.length() - 1);
        }
      } else if (blank) {
        append(' ', start, start);
      }
      blank = false;
      wrapped = false;
      append(unit, start, end);
    }

    /// A line ends where its column is full: a blank, unless it cuts a word in two.
    void wrap() {
      blank = !text.isEmpty();
      wrapped = blank;
    }

    private void append(char unit, int start, int end) {
      if (text.length() == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
        ends = Arrays.copyOf(ends, ends.length * 2);
      }
      body.set(text.length(), inBody(start));
      starts[text.length()] = start;
      ends[text.length()] = end;
      text.append(unit);
    }

    /// Called with rising places, so that the spans are walked once.
    private boolean inBody(int place) {
      List<Span> body = document.body();
      while (span < body.size() && body.get(span).end() <= place) {
        span++;
      }
      return span < body.size() && body.get(span).start() <= place;
    }

    void heading() {
      heading = true;
    }

    void close() {
      if (!text.isEmpty()) {
        paragraphs.add(new Paragraph(text.toString(), Arrays.copyOf(starts, text.length()),
            Arrays.copyOf(ends, text.length()), body, heading));
      }
      text.setLength(0);
      body = new BitSet();
      blank = false;
      wrapped = false;
      heading = false;
    }
  }
}

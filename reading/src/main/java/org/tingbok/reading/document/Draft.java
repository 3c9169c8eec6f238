package org.tingbok.reading.document;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.tingbok.text.BlockKind;
import org.tingbok.vocabulary.PartialDate;

/// A block in the making: its text, where each code unit stands in the canonical text, and what is known of its kind.
final class Draft {
  private final StringBuilder text = new StringBuilder();
  private final BitSet breaks = new BitSet();
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  /// What it is; null while undecided.
  @Nullable
  BlockKind kind;
  /// Blank lines before it in the source; 0 for a line that follows directly.
  int gap = 1;
  /// Whether the source marks it as a heading.
  boolean heading;
  /// Whether a number stood before it, as before the heading of a section.
  boolean numbered;
  /// Whether the source sets all of it in bold or italics.
  boolean emphasised;
  /// Whether it belongs to the same source block as the draft before it, such as one entry and its time stamp.
  boolean continues;
  /// Share of its characters that are text of links, 0 to 1.
  double links;
  /// Day that it is dated to, if not the document's.
  PartialDate stamp = PartialDate.NOT_STATED;

  Draft() {
  }

  Draft(BlockKind kind) {
    this.kind = kind;
  }

  void add(char sign, int start, int end) {
    if (text.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(sign);
  }

  /// Adds canonical text as it is.
  void add(String canonical, int from, int to) {
    for (int i = from; i < to; i++) {
      add(canonical.charAt(i), i, i + 1);
    }
  }

  int length() {
    return text.length();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  String text() {
    return text.toString();
  }

  char charAt(int at) {
    return text.charAt(at);
  }

  int startAt(int at) {
    return starts[at];
  }

  int endAt(int at) {
    return ends[at];
  }

  /// First canonical code unit; the draft must not be empty.
  int start() {
    return starts[0];
  }

  /// Canonical code unit after the last; the draft must not be empty.
  int end() {
    return ends[text.length() - 1];
  }

  /// Whether page furniture was left out before this code unit.
  boolean isBroken(int at) {
    return breaks.get(at);
  }

  /// Notes that page furniture is left out before what is added next.
  void breakHere() {
    breaks.set(text.length());
  }

  boolean is(BlockKind asked) {
    return kind == asked;
  }

  boolean undecided() {
    return kind == null;
  }

  /// A part of it with the same properties.
  Draft part(int from, int to) {
    Draft part = like();
    for (int i = from; i < to; i++) {
      part.addFrom(this, i);
    }
    return part;
  }

  /// An empty draft with the same properties.
  Draft like() {
    Draft like = new Draft();
    like.kind = kind;
    like.gap = gap;
    like.heading = heading;
    like.numbered = numbered;
    like.emphasised = emphasised;
    like.continues = continues;
    like.links = links;
    like.stamp = stamp;
    return like;
  }

  /// Forgets the code units from here on.
  void cutTo(int length) {
    text.setLength(length);
  }

  /// Adds another draft's text after a separator.
  void append(char separator, Draft other) {
    if (!isEmpty()) {
      add(separator, end(), Math.max(end(), other.start()));
    }
    for (int i = 0; i < other.length(); i++) {
      addFrom(other, i);
    }
  }

  /// Adds one code unit of another draft.
  void addFrom(Draft other, int at) {
    if (other.breaks.get(at)) {
      breakHere();
    }
    add(other.text.charAt(at), other.starts[at], other.ends[at]);
  }

  /// The same with runs of white space made one space, none at its ends, and invisible signs dropped.
  Draft tidy() {
    Draft tidy = like();
    int pending = -1;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\n' && is(BlockKind.PULL_QUOTE)) {
        tidy.add('\n', starts[i], ends[i]);
        pending = -1;
      } else if (isSpace(sign)) {
        pending = pending < 0 ? i : pending;
      } else if (!isInvisible(sign)) {
        if (pending >= 0 && !tidy.isEmpty()) {
          tidy.add(' ', starts[pending], ends[i - 1]);
        }
        pending = -1;
        tidy.addFrom(this, i);
      }
    }
    return tidy;
  }

  static boolean isSpace(char sign) {
    return Character.isWhitespace(sign) || sign == '\u00a0' || sign == '\u2007' || sign == '\u202f' || sign == '\u0085';
  }

  private static boolean isInvisible(char sign) {
    return sign == '\u00ad' || (sign >= '\u200b' && sign <= '\u200f') || sign == '\u2060' || sign == '\ufeff'
        || (sign >= '\u202a' && sign <= '\u202e') || sign < ' ' || (sign >= '\u007f' && sign <= '\u009f');
  }

  @Override
  public String toString() {
    return kind + ": " + text;
  }
}

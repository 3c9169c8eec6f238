package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tingbok.document.Span;
import org.tingbok.text.AlignedText;
import org.tingbok.text.Block;
import org.tingbok.text.BlockKind;
import org.tingbok.vocabulary.PartialDate;

/// Puts decided drafts together into one aligned view with its blocks.
final class Assembly {
  private static final String MARKS = "*_`[|";
  private static final String CLOSING_MARKS = "*_`]|";

  private final String canonical;
  private final StringBuilder view = new StringBuilder();
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private final List<Block> blocks = new ArrayList<>();
  private final List<Span> body = new ArrayList<>();

  private Assembly(String canonical) {
    this.canonical = canonical;
  }

  /// @param aligned the view and where it stands
  /// @param blocks the blocks of the view
  /// @param body the canonical ranges that are read
  record Assembled(AlignedText aligned, List<Block> blocks, List<Span> body) {
  }

  static Assembled of(String canonical, List<Draft> drafts) {
    Assembly assembly = new Assembly(canonical);
    for (Draft raw : drafts) {
      Draft draft = raw.tidy();
      if (!draft.isEmpty() && draft.kind != null) {
        assembly.add(draft, draft.kind);
      }
    }
    int length = assembly.view.length();
    AlignedText aligned = new AlignedText(assembly.view.toString(), Arrays.copyOf(assembly.starts, length),
        Arrays.copyOf(assembly.ends, length));
    return new Assembled(aligned, List.copyOf(assembly.blocks), List.copyOf(assembly.body));
  }

  private void add(Draft draft, BlockKind kind) {
    if (!view.isEmpty()) {
      int at = ends[view.length() - 1];
      String separator = draft.continues ? "\n" : "\n\n";
      for (int i = 0; i < separator.length(); i++) {
        put(separator.charAt(i), at, Math.max(at, draft.start()));
      }
    }
    int start = view.length();
    for (int i = 0; i < draft.length(); i++) {
      put(draft.charAt(i), draft.startAt(i), draft.endAt(i));
    }
    PartialDate stamp = draft.stamp;
    blocks.add(new Block(kind, start, view.length(), stamp));
    if (isRead(kind)) {
      ranges(draft);
    }
  }

  private void put(char sign, int start, int end) {
    if (view.length() == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    starts[view.length()] = start;
    ends[view.length()] = end;
    view.append(sign);
  }

  static boolean isRead(BlockKind kind) {
    return switch (kind) {
      case TITLE, HEADING, PARAGRAPH, LIST_ITEM, TABLE_ROW, CAPTION, PULL_QUOTE -> true;
      case METADATA, BOILERPLATE -> false;
    };
  }

  /// The canonical ranges of a block; page furniture that was skipped between two lines is left out.
  private void ranges(Draft draft) {
    int from = draft.start();
    int to = draft.endAt(0);
    for (int i = 1; i < draft.length(); i++) {
      if (draft.isBroken(i)) {
        range(from, to);
        from = draft.startAt(i);
      }
      to = Math.max(to, draft.endAt(i));
    }
    range(from, to);
  }

  /// A range with the marks of emphasis, links and cells at its ends, and the hyphen of a word that a page cut in two.
  private void range(int start, int end) {
    int from = start;
    int earliest = body.isEmpty() ? 0 : body.getLast().end();
    while (from > earliest && isMark(from - 1, MARKS)) {
      from--;
    }
    int to = end;
    while (to < canonical.length()
        && (isMark(to, CLOSING_MARKS) || (to == end && LineEnds.isHyphen(canonical.charAt(to))))) {
      to++;
    }
    while (to > end && canonical.charAt(to - 1) == ' ') {
      to--;
    }
    if (!body.isEmpty() && body.getLast().end() >= from) {
      Span last = body.getLast();
      body.set(body.size() - 1, new Span(last.start(), Math.max(last.end(), to)));
    } else {
      body.add(new Span(from, to));
    }
  }

  private boolean isMark(int at, String marks) {
    char sign = canonical.charAt(at);
    return marks.indexOf(sign) >= 0 || (sign == ' ' && at > 0 && at + 1 < canonical.length()
        && (canonical.charAt(at - 1) == '|' || canonical.charAt(at + 1) == '|'));
  }
}

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
  private final StringBuilder view = new StringBuilder();
  private int[] starts = new int[1024];
  private int[] ends = new int[1024];
  private final List<Block> blocks = new ArrayList<>();
  private final List<Span> body = new ArrayList<>();

  private Assembly() {
  }

  /// @param aligned the view and where it stands
  /// @param blocks the blocks of the view
  /// @param body the canonical ranges that are read
  record Assembled(AlignedText aligned, List<Block> blocks, List<Span> body) {
  }

  static Assembled of(List<Draft> drafts) {
    Assembly assembly = new Assembly();
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
        body.add(new Span(from, to));
        from = draft.startAt(i);
      }
      to = Math.max(to, draft.endAt(i));
    }
    Span last = body.isEmpty() ? new Span(0, 0) : body.getLast();
    if (!body.isEmpty() && last.end() >= from) {
      body.set(body.size() - 1, new Span(last.start(), Math.max(last.end(), to)));
    } else {
      body.add(new Span(from, to));
    }
  }
}

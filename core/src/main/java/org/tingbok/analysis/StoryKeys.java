package org.tingbok.analysis;

import java.util.Arrays;
import java.util.List;

/// Keys beside the runs of words under which tellings of one story meet: the address of a page, its title, and for
/// translations three names and numbers at a time within a week.
final class StoryKeys {
  private static final int BANDS = 20;
  private static final int ROWS = 2;
  private static final int FEWEST = 8;

  private StoryKeys() {
  }

  /// The keys that a document is found by.
  static int[] of(StoryPrint print) {
    return keys(print, 0, 0);
  }

  /// The keys that a document looks for.
  static int[] asked(StoryPrint print) {
    return keys(print, -1, 1);
  }

  private static int[] keys(StoryPrint print, int earlier, int later) {
    int[] keys = new int[BANDS * 3 + 2];
    int count = 0;
    if (!print.source().isEmpty()) {
      keys[count++] = key(1, print.source().hashCode());
    }
    if (print.title().size() >= 3) {
      keys[count++] = key(2, print.title().stream().sorted().toList().hashCode());
    }
    if (print.anchors().length >= FEWEST && print.published().stated()) {
      long week = Math.floorDiv(print.published().first().orElseThrow().toEpochDay(), 7);
      for (int band = 0; band < BANDS; band++) {
        long smallest = 0;
        for (int row = 0; row < ROWS; row++) {
          long best = Long.MAX_VALUE;
          for (int anchor : print.anchors()) {
            best = Math.min(best, StoryWords.mixed(anchor + 0x9E3779B97F4A7C15L * (band * ROWS + row + 1)) >>> 1);
          }
          smallest = StoryWords.mixed(smallest + best);
        }
        for (int shift = earlier; shift <= later; shift++) {
          keys[count++] = key(3, StoryWords.mixed(smallest + week + shift));
        }
      }
    }
    return Arrays.copyOf(keys, count);
  }

  private static int key(int kind, long value) {
    return (int) (StoryWords.mixed(List.of(kind, value).hashCode() + value) >>> 34);
  }
}

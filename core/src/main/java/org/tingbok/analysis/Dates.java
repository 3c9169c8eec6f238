package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.Arrays;
import org.tingbok.ledger.SaidTime;

/// When claims may have been said and had been said, so that they can be counted by day. Days are counted from 1970-01-01.
final class Dates {
  private int[] may = new int[1024];
  private int[] by = new int[1024];
  private int size;
  private boolean sorted;

  /// The day by which something had been said; past all days if nothing tells.
  static int by(SaidTime said) {
    return said.by().map(day -> (int) day.toEpochDay()).orElse(Integer.MAX_VALUE);
  }

  void add(SaidTime said) {
    if (size == may.length) {
      may = Arrays.copyOf(may, size * 2);
      by = Arrays.copyOf(by, size * 2);
    }
    may[size] = said.said().first().map(day -> (int) day.toEpochDay()).orElse(Integer.MIN_VALUE);
    by[size++] = by(said);
    sorted = false;
  }

  int size() {
    return size;
  }

  /// To be asked only once nothing is added any more.
  synchronized int unplaced(LocalDate day) {
    if (!sorted) {
      may = Arrays.copyOf(may, size);
      by = Arrays.copyOf(by, size);
      Arrays.sort(may);
      Arrays.sort(by);
      sorted = true;
    }
    return upTo(may, (int) day.toEpochDay()) - upTo(by, (int) day.toEpochDay());
  }

  /// How many of rising numbers are no higher than a bound.
  static int upTo(int[] rising, int bound) {
    int at = Arrays.binarySearch(rising, bound + 1);
    at = at < 0 ? -at - 1 : at;
    while (at > 0 && rising[at - 1] > bound) {
      at--;
    }
    return at;
  }
}

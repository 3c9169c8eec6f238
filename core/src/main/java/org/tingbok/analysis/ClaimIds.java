package org.tingbok.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/// Ids of claims, sixteen bytes each, found by how they begin.
final class ClaimIds {
  private static final String TYPE = "claim--";
  private static final int DIGITS = 32;

  private long[] high = new long[1024];
  private long[] low = new long[1024];
  private int size;
  private boolean sorted;

  void add(String id) {
    if (size == high.length) {
      high = Arrays.copyOf(high, size * 2);
      low = Arrays.copyOf(low, size * 2);
    }
    UUID uuid = UUID.fromString(id.substring(TYPE.length()));
    high[size] = uuid.getMostSignificantBits();
    low[size++] = uuid.getLeastSignificantBits();
    sorted = false;
  }

  /// The ids that begin with digits, each with itself; to be asked only once nothing is added any more.
  synchronized NavigableMap<String, String> beginning(String key) {
    String lower = key.strip().toLowerCase(Locale.ROOT);
    String digits = (lower.startsWith(TYPE) ? lower.substring(TYPE.length()) : lower).replace("-", "");
    NavigableMap<String, String> found = new TreeMap<>();
    if (digits.length() > DIGITS || !digits.matches("[0-9a-f]{4,}")) {
      return found;
    }
    sort();
    long first = Long.parseUnsignedLong((digits + "0".repeat(16)).substring(0, 16), 16);
    long last = Long.parseUnsignedLong((digits + "f".repeat(16)).substring(0, 16), 16);
    for (int i = at(first); i < size && Long.compareUnsigned(high[i], last) <= 0; i++) {
      String id = TYPE + new UUID(high[i], low[i]);
      found.put(id, id);
    }
    return found;
  }

  private int at(long first) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (Long.compareUnsigned(high[middle], first) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /// Sorted by the first half alone, the second going along.
  private void sort() {
    if (sorted) {
      return;
    }
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compareUnsigned(high[a], high[b]));
    long[] highs = new long[size];
    long[] lows = new long[size];
    for (int i = 0; i < size; i++) {
      highs[i] = high[order[i]];
      lows[i] = low[order[i]];
    }
    high = highs;
    low = lows;
    sorted = true;
  }
}

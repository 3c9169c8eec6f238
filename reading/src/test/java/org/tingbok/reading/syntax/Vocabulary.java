package org.tingbok.reading.syntax;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/// Numbers the words seen at least twice, from 1 on.
final class Vocabulary {
  private static final int LEAST = 2;

  private final TreeMap<Integer, Integer> counts = new TreeMap<>();

  void count(int word) {
    counts.merge(word, 1, Integer::sum);
  }

  void close() {
    counts.values().removeIf(count -> count < LEAST);
  }

  int size() {
    return counts.size();
  }

  /// How often each row's word was seen; row 0 counts as seen without end, it is never replaced.
  int[] frequencies() {
    int[] frequencies = new int[size() + 1];
    frequencies[0] = Integer.MAX_VALUE;
    int row = 0;
    for (int count : counts.values()) {
      frequencies[++row] = count;
    }
    return frequencies;
  }

  KeyTable table() {
    int[] words = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] rows = new int[words.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i + 1;
    }
    return KeyTable.of(words, rows);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(size());
    int row = 0;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      out.writeInt(entry.getKey());
      out.writeInt(++row);
    }
  }
}

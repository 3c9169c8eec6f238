package org.tingbok.reading.syntax;

import java.io.DataInput;
import java.io.IOException;

/// A number for each of some words, by the words' keys. Immutable, thread-safe.
final class KeyTable {
  private final int[] table;
  private final int mask;

  private KeyTable(int[] table) {
    this.table = table;
    this.mask = table.length / 2 - 1;
  }

  static KeyTable of(int[] words, int[] numbers) {
    int capacity = Integer.highestOneBit(Math.max(8, words.length)) * 4;
    int[] table = new int[capacity * 2];
    int mask = capacity - 1;
    for (int i = 0; i < words.length; i++) {
      int slot = words[i] & mask;
      while (table[slot * 2 + 1] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot * 2] = words[i];
      table[slot * 2 + 1] = numbers[i];
    }
    return new KeyTable(table);
  }

  static KeyTable read(DataInput in) throws IOException {
    int[] words = new int[in.readInt()];
    int[] numbers = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = in.readInt();
      numbers[i] = in.readInt();
    }
    return of(words, numbers);
  }

  /// The number of a word, which is never 0.
  int get(int word, int absent) {
    int slot = word & mask;
    while (table[slot * 2 + 1] != 0) {
      if (table[slot * 2] == word) {
        return table[slot * 2 + 1];
      }
      slot = (slot + 1) & mask;
    }
    return absent;
  }
}

package org.tingbok.analysis;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// Which documents have a value, for many values; of a value that many have, the first [#MOST] only. A hash table in four
/// arrays, since a hundred thousand documents bring ten million entries. Not for several threads.
final class StoryPostings {
  /// So many documents are remembered for one value: each that has it meets these.
  static final int MOST = 32;

  private int[] keys = new int[1 << 12]; // the value plus one; 0 if free
  private int[] heads = new int[1 << 12];
  private int[] documents = new int[1 << 12];
  private int[] next = new int[1 << 12]; // -1 at the end
  private int used;
  private int entries;

  /// Those that have a value, the last added first.
  void each(int value, IntConsumer consumer) {
    int slot = slot(value);
    if (keys[slot] != 0) {
      for (int entry = heads[slot]; entry >= 0; entry = next[entry]) {
        consumer.accept(documents[entry]);
      }
    }
  }

  /// Adds a document to those of a value, unless it has many already.
  void add(int value, int document) {
    int slot = slot(value);
    boolean fresh = keys[slot] == 0;
    if (fresh) {
      if (++used * 3L > keys.length * 2L) {
        grow();
        slot = slot(value);
      }
      keys[slot] = value + 1;
      heads[slot] = -1;
    }
    int length = 0;
    for (int entry = heads[slot]; entry >= 0; entry = next[entry]) {
      length++;
    }
    if (length < MOST) {
      if (entries == documents.length) {
        documents = Arrays.copyOf(documents, entries + (entries >> 1));
        next = Arrays.copyOf(next, documents.length);
      }
      documents[entries] = document;
      next[entries] = heads[slot];
      heads[slot] = entries++;
    }
  }

  private int slot(int value) {
    int at = (int) (StoryWords.mixed(value) & keys.length - 1);
    while (keys[at] != 0 && keys[at] != value + 1) {
      at = at + 1 & keys.length - 1;
    }
    return at;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldHeads = heads;
    keys = new int[oldKeys.length * 2];
    heads = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i] - 1);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
      }
    }
  }
}

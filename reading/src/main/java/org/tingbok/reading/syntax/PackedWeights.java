package org.tingbok.reading.syntax;

import java.io.DataInput;
import java.io.IOException;

/// The weights of a trained model, packed: an open-addressing table from feature key to a run of class and weight.
/// Immutable once read, thread-safe.
final class PackedWeights implements Weights {
  private final int[] table; // key, offset into the runs; an offset of 0 marks a free place
  private final int mask;
  private final short[] runs; // how many, then class, weight, class, weight ...

  private PackedWeights(int[] table, short[] runs) {
    this.table = table;
    this.mask = table.length / 2 - 1;
    this.runs = runs;
  }

  static PackedWeights read(DataInput in) throws IOException {
    int rows = in.readInt();
    int cells = in.readInt();
    byte[] packed = new byte[in.readInt()];
    in.readFully(packed);
    int capacity = Integer.highestOneBit(Math.max(16, rows * 3 / 2)) * 2;
    int[] table = new int[capacity * 2];
    short[] runs = new short[rows + cells * 2];
    int at = 0;
    int key = Integer.MIN_VALUE;
    int run = 1;
    int mask = capacity - 1;
    // keys ascend; each is written as the distance from the one before
    for (int row = 1; row <= rows; row++) {
      int shift = 0;
      int delta = 0;
      byte b;
      do {
        b = packed[at++];
        delta |= (b & 0x7F) << shift;
        shift += 7;
      } while (b < 0);
      key += delta;
      int count = packed[at++] & 0xFF;
      int slot = key & mask;
      while (table[slot * 2 + 1] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot * 2] = key;
      table[slot * 2 + 1] = run;
      runs[run - 1] = (short) count;
      run++;
      for (int i = 0; i < count; i++) {
        runs[run - 1] = (short) (packed[at++] & 0xFF);
        int weight = packed[at++];
        if (weight == -128) {
          weight = (short) (((packed[at] & 0xFF) << 8) | (packed[at + 1] & 0xFF));
          at += 2;
        }
        runs[run] = (short) weight;
        run += 2;
      }
    }
    return new PackedWeights(table, runs);
  }

  @Override
  public void score(int[] features, int count, int[] scores) {
    int[] places = table;
    short[] cells = runs;
    for (int f = 0; f < count; f++) {
      int key = features[f];
      int slot = key & mask;
      while (true) {
        int run = places[slot * 2 + 1];
        if (run == 0) {
          break;
        }
        if (places[slot * 2] == key) {
          int at = run;
          for (int left = cells[run - 1]; left > 0; left--) {
            scores[cells[at]] += cells[at + 1];
            at += 2;
          }
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }
}

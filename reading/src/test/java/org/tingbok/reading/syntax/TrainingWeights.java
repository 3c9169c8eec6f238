package org.tingbok.reading.syntax;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Weights of an averaged perceptron while it is trained.
final class TrainingWeights implements Weights {
  private static final int STRIDE = 4; // class, weight, step of the last change, sum so far (bits of a float)

  private int[] keys = new int[1 << 20];
  private int[][] rows = new int[1 << 20][];
  private int used;
  private int step = 1;

  @Override
  public void score(int[] features, int count, int[] scores) {
    int mask = keys.length - 1;
    for (int f = 0; f < count; f++) {
      int key = features[f];
      int slot = key & mask;
      while (rows[slot] != null) {
        if (keys[slot] == key) {
          int[] row = rows[slot];
          int end = 1 + row[0] * STRIDE;
          for (int i = 1; i < end; i += STRIDE) {
            scores[row[i]] += row[i + 1];
          }
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }

  /// Marks the end of one decision; averages are over decisions.
  void tick() {
    step++;
  }

  void update(int[] features, int count, int good, int bad) {
    for (int f = 0; f < count; f++) {
      int slot = slot(features[f]);
      rows[slot] = add(add(rows[slot], good, 1), bad, -1);
    }
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (rows[slot] != null) {
      if (keys[slot] == key) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    if (++used * 2 > keys.length) {
      grow();
      used--;
      return slot(key);
    }
    keys[slot] = key;
    rows[slot] = new int[1 + 2 * STRIDE];
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[][] oldRows = rows;
    keys = new int[oldKeys.length * 2];
    rows = new int[oldKeys.length * 2][];
    int mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldRows[i] != null) {
        int slot = oldKeys[i] & mask;
        while (rows[slot] != null) {
          slot = (slot + 1) & mask;
        }
        keys[slot] = oldKeys[i];
        rows[slot] = oldRows[i];
      }
    }
  }

  private int[] add(int[] given, int which, int by) {
    int[] row = given;
    int end = 1 + row[0] * STRIDE;
    int at = 1;
    while (at < end && row[at] != which) {
      at += STRIDE;
    }
    if (at == end) {
      if (end == row.length) {
        row = Arrays.copyOf(row, 1 + Math.max(2, row[0] * 2) * STRIDE);
      }
      row[0]++;
      row[at] = which;
      row[at + 1] = 0;
      row[at + 2] = step;
      row[at + 3] = Float.floatToRawIntBits(0f);
    }
    float sum = Float.intBitsToFloat(row[at + 3]) + (float) row[at + 1] * (step - row[at + 2]);
    row[at + 3] = Float.floatToRawIntBits(sum);
    row[at + 2] = step;
    row[at + 1] += by;
    return row;
  }

  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record PackedRow(int key, int[] classes, int[] weights) {}

  /// Writes the averages, scaled to whole numbers; small ones are left out.
  ///
  /// @param scale what an average weight of 1 becomes
  /// @param least the smallest scaled weight that is kept
  void write(DataOutput out, double scale, int least) throws IOException {
    List<PackedRow> packed = new ArrayList<>();
    int cells = 0;
    for (int i = 0; i < keys.length; i++) {
      if (rows[i] == null) {
        continue;
      }
      int[] row = rows[i];
      int[] classes = new int[row[0]];
      int[] weights = new int[row[0]];
      int n = 0;
      for (int c = 0; c < row[0]; c++) {
        int at = 1 + c * STRIDE;
        double sum = Float.intBitsToFloat(row[at + 3]) + (double) row[at + 1] * (step - row[at + 2]);
        int weight = Math.clamp(Math.round(sum / step * scale), -32000, 32000);
        if (Math.abs(weight) >= least) {
          classes[n] = row[at];
          weights[n++] = weight;
        }
      }
      if (n > 0) {
        packed.add(new PackedRow(keys[i], Arrays.copyOf(classes, n), Arrays.copyOf(weights, n)));
        cells += n;
      }
    }
    packed.sort(java.util.Comparator.comparingInt(PackedRow::key));
    var bytes = new ByteArrayOutputStream();
    int last = Integer.MIN_VALUE;
    for (PackedRow row : packed) {
      int delta = row.key() - last;
      last = row.key();
      while ((delta & ~0x7F) != 0) {
        bytes.write((delta & 0x7F) | 0x80);
        delta >>>= 7;
      }
      bytes.write(delta);
      bytes.write(row.classes().length);
      for (int c = 0; c < row.classes().length; c++) {
        bytes.write(row.classes()[c]);
        int weight = row.weights()[c];
        if (weight > -128 && weight < 128) {
          bytes.write(weight);
        } else {
          bytes.write(-128);
          bytes.write(weight >> 8);
          bytes.write(weight);
        }
      }
    }
    out.writeInt(packed.size());
    out.writeInt(cells);
    out.writeInt(bytes.size());
    out.write(bytes.toByteArray());
  }
}

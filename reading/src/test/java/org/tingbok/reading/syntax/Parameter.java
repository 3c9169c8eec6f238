package org.tingbok.reading.syntax;

import java.util.Random;

/// A matrix while it is trained: weights, gradients, and what Adam remembers. Tables are updated only in the rows that a
/// batch touched.
final class Parameter {
  final float[][] w;
  final float[][] g;
  final float[][] transposed;
  private final float[][] mean;
  private final float[][] square;
  private final boolean[] touched;
  private final boolean table;

  Parameter(int rows, int columns, double range, Random random, boolean table) {
    w = new float[rows][columns];
    g = new float[rows][columns];
    mean = new float[rows][columns];
    square = new float[rows][columns];
    transposed = table || rows == 1 ? new float[0][] : new float[columns][rows];
    touched = new boolean[table ? rows : 0];
    this.table = table;
    for (float[] row : w) {
      for (int j = 0; j < columns; j++) {
        row[j] = (float) ((random.nextDouble() * 2 - 1) * range);
      }
    }
    transpose();
  }

  static Parameter matrix(int rows, int columns, Random random) {
    return new Parameter(rows, columns, Math.sqrt(6.0 / (rows + columns)), random, false);
  }

  static Parameter bias(int columns) {
    return new Parameter(1, columns, 0, new Random(0), false);
  }

  float[] row() {
    return w[0];
  }

  void touch(int row) {
    touched[row] = true;
  }

  private void transpose() {
    for (int i = 0; i < transposed.length; i++) {
      for (int j = 0; j < w.length; j++) {
        transposed[i][j] = w[j][i];
      }
    }
  }

  double squaredNorm() {
    double sum = 0;
    for (int r = 0; r < w.length; r++) {
      if (!table || touched[r]) {
        sum += squares(g[r]);
      }
    }
    return sum;
  }

  private static double squares(float[] row) {
    float sum = 0;
    for (float x : row) {
      sum += x * x;
    }
    return sum;
  }

  void step(float rate, float scale, float decay1, float decay2) {
    for (int r = 0; r < w.length; r++) {
      if (!table || touched[r]) {
        adam(w[r], g[r], mean[r], square[r], rate, scale, decay1, decay2);
        if (table) {
          touched[r] = false;
        }
      }
    }
    transpose();
  }

  private static void adam(float[] w, float[] g, float[] mean, float[] square, float rate, float scale, float decay1,
      float decay2) {
    for (int j = 0; j < w.length; j++) {
      float d = g[j] * scale;
      mean[j] = decay1 * mean[j] + (1 - decay1) * d;
      square[j] = decay2 * square[j] + (1 - decay2) * (d * d);
      w[j] -= rate * mean[j] / ((float) Math.sqrt(square[j]) + 1e-7f);
      g[j] = 0;
    }
  }
}

package org.tingbok.reading.syntax;

/// A long short-term memory read in one direction. Gates lie in the order input, forget, output, candidate; the first
/// three go through `(1 + tanh) / 2` of half their value.
///
/// @param input a row for each entry of the input, four gates wide
/// @param recurrent a row for each entry of the state, four gates wide
/// @param bias four gates wide
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record Lstm(float[][] input, float[][] recurrent, float[] bias) {

  int width() {
    return recurrent.length;
  }

  /// Runs over the sentence and writes its states into the columns from `column` on.
  void run(float[][] x, boolean backward, float[][] out, int column) {
    int width = width();
    float[][] gates = Dense.affine(x, input, bias);
    float[] state = new float[width];
    float[] cell = new float[width];
    for (int step = 0; step < x.length; step++) {
      int t = backward ? x.length - 1 - step : step;
      float[] z = gates[t];
      if (step > 0) {
        Dense.addProduct(state, 0, recurrent, width, z);
      }
      activate(z, width);
      for (int j = 0; j < width; j++) {
        cell[j] = z[width + j] * cell[j] + z[j] * z[3 * width + j];
        state[j] = cell[j];
      }
      Dense.tanh(state);
      for (int j = 0; j < width; j++) {
        state[j] *= z[2 * width + j];
      }
      System.arraycopy(state, 0, out[t], column, width);
    }
  }

  /// Turns sums into gates, in place.
  static void activate(float[] z, int width) {
    for (int j = 0; j < 3 * width; j++) {
      z[j] *= 0.5f;
    }
    Dense.tanh(z);
    for (int j = 0; j < 3 * width; j++) {
      z[j] = 0.5f + 0.5f * z[j];
    }
  }
}

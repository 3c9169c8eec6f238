package org.tingbok.reading.network;

/// A long short-term memory read in one direction. Gates lie in the order input, forget, output, candidate; the first
/// three go through `(1 + tanh) / 2` of half their value.
///
/// @param input a row for each entry of the input, four gates wide
/// @param recurrent a row for each entry of the state, four gates wide
/// @param bias four gates wide
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
public record Lstm(float[][] input, float[][] recurrent, float[] bias) {

  /// How wide the state is.
  ///
  /// @return entries of the state
  public int width() {
    return recurrent.length;
  }

  /// Runs over the sentence and writes its states into the columns from `column` on.
  ///
  /// @param x rows, one a token
  /// @param backward whether to read from the end
  /// @param out rows that are written to
  /// @param column first column to write
  public void run(float[][] x, boolean backward, float[][] out, int column) {
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
  ///
  /// @param z sums, four gates wide
  /// @param width of one gate
  public static void activate(float[] z, int width) {
    for (int j = 0; j < 3 * width; j++) {
      z[j] *= 0.5f;
    }
    Dense.tanh(z);
    for (int j = 0; j < 3 * width; j++) {
      z[j] = 0.5f + 0.5f * z[j];
    }
  }

  /// Runs a forward and a backward memory over a sentence.
  ///
  /// @param pair forward, backward
  /// @param x rows, one a token
  /// @return a row for each token: the forward state, then the backward state
  public static float[][] both(Lstm[] pair, float[][] x) {
    float[][] out = new float[x.length][pair[0].width() * 2];
    pair[0].run(x, false, out, 0);
    pair[1].run(x, true, out, pair[0].width());
    return out;
  }
}

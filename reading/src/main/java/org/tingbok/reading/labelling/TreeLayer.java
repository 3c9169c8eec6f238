package org.tingbok.reading.labelling;

import java.util.List;
import org.tingbok.reading.network.Dense;
import org.tingbok.reading.network.Layer;
import org.tingbok.text.Token;

/// A layer in which each token takes in the token before, itself, the token after, its head and the mean of its
/// dependents; what comes of it is added to the token and brought to mean 0 and variance 1, then scaled and shifted.
///
/// @param mix from the five rows, one behind the other, to one
/// @param scale a factor for each column
/// @param shift what is added to each column
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record TreeLayer(Layer mix, float[] scale, float[] shift) {
  private static final float TINY = 1e-5f; // keeps the division finite, as in training

  /// A new row for each token.
  float[][] apply(float[][] x, List<Token> tokens) {
    int width = scale.length;
    int n = x.length;
    float[][] five = new float[n][5 * width];
    int[] dependents = new int[n];
    for (Token token : tokens) {
      int t = token.index();
      int head = token.head();
      if (t > 0) {
        System.arraycopy(x[t - 1], 0, five[t], 0, width);
      }
      System.arraycopy(x[t], 0, five[t], width, width);
      if (t + 1 < n) {
        System.arraycopy(x[t + 1], 0, five[t], 2 * width, width);
      }
      if (head >= 0) {
        System.arraycopy(x[head], 0, five[t], 3 * width, width);
        dependents[head]++;
        for (int j = 0; j < width; j++) {
          five[head][4 * width + j] += x[t][j];
        }
      }
    }
    for (int t = 0; t < n; t++) {
      for (int j = 4 * width; dependents[t] > 1 && j < 5 * width; j++) {
        five[t][j] /= dependents[t];
      }
    }
    float[][] y = mix.apply(five);
    for (int t = 0; t < n; t++) {
      Dense.rectify(y[t]);
      Dense.add(y[t], x[t]);
      normalise(y[t]);
    }
    return y;
  }

  private void normalise(float[] row) {
    float mean = 0;
    for (float v : row) {
      mean += v;
    }
    mean /= row.length;
    float variance = 0;
    for (float v : row) {
      variance += (v - mean) * (v - mean);
    }
    float factor = (float) (1 / Math.sqrt(variance / row.length + TINY));
    for (int j = 0; j < row.length; j++) {
      row[j] = (row[j] - mean) * factor * scale[j] + shift[j];
    }
  }
}

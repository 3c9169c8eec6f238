package org.tingbok.reading.labelling;

import java.util.Arrays;
import java.util.List;
import org.tingbok.reading.network.Dense;
import org.tingbok.reading.network.Layer;
import org.tingbok.text.Token;

/// A layer in which each token takes in the token before, itself, the token after, its head and the mean of its
/// dependents; what comes of it is added to the token and brought to mean 0 and variance 1, then scaled and shifted.
///
/// What a token gives to each of the five is worked out in one pass over long rows and then handed on, which takes half the
/// time of collecting five rows for each token first.
///
/// @param gives from the row of a token to what it gives as each of the five, side by side
/// @param bias what each token starts from
/// @param scale a factor for each column
/// @param shift what is added to each column
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record TreeLayer(Layer gives, float[] bias, float[] scale, float[] shift) {
  private static final float TINY = 1e-5f; // keeps the division finite, as in training
  private static final int PLACES = 5;

  /// A layer as it is trained.
  ///
  /// @param mix from the five rows, one behind the other, to one
  /// @param scale a factor for each column
  /// @param shift what is added to each column
  static TreeLayer of(Layer mix, float[] scale, float[] shift) {
    int width = scale.length;
    float[][] gives = new float[width][PLACES * width];
    for (int place = 0; place < PLACES; place++) {
      for (int i = 0; i < width; i++) {
        System.arraycopy(mix.weights()[place * width + i], 0, gives[i], place * width, width);
      }
    }
    return new TreeLayer(new Layer(gives, new float[PLACES * width]), mix.bias(), scale, shift);
  }

  /// A new row for each token.
  float[][] apply(float[][] x, List<Token> tokens) {
    int width = scale.length;
    int n = x.length;
    float[][] given = gives.apply(x);
    float[][] y = new float[n][];
    int[] dependents = new int[n];
    float[][] below = new float[n][];
    for (Token token : tokens) {
      int t = token.index();
      int head = token.head();
      float[] row = bias.clone();
      if (t > 0) {
        add(row, given[t - 1], 0);
      }
      add(row, given[t], width);
      if (t + 1 < n) {
        add(row, given[t + 1], 2 * width);
      }
      if (head >= 0) {
        add(row, given[head], 3 * width);
        if (dependents[head]++ == 0) {
          below[head] = Arrays.copyOfRange(given[t], 4 * width, PLACES * width);
        } else {
          add(below[head], given[t], 4 * width);
        }
      }
      y[t] = row;
    }
    for (int t = 0; t < n; t++) {
      if (dependents[t] > 0) {
        Dense.add(y[t], below[t], 1f / dependents[t]);
      }
      Dense.rectify(y[t]);
      Dense.add(y[t], x[t]);
      normalise(y[t]);
    }
    return y;
  }

  private static void add(float[] row, float[] given, int from) {
    for (int j = 0; j < row.length; j++) {
      row[j] += given[from + j];
    }
  }

  private void normalise(float[] row) {
    float mean = Dense.sum(row) / row.length;
    for (int j = 0; j < row.length; j++) {
      row[j] -= mean;
    }
    float factor = (float) (1 / Math.sqrt(Dense.dot(row, row) / row.length + TINY));
    for (int j = 0; j < row.length; j++) {
      row[j] = row[j] * factor * scale[j] + shift[j];
    }
  }
}

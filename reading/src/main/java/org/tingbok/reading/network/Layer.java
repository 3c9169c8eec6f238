package org.tingbok.reading.network;

import java.util.Arrays;

/// A matrix, a row for each entry of the input, and what is added.
///
/// @param weights a row for each entry of the input
/// @param bias one for each column
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
public record Layer(float[][] weights, float[] bias) {
  /// Sets layers that read the same side by side, so that they are worked out in one pass.
  ///
  /// @param layers at least one, all with as many rows
  /// @return one layer with all their columns
  public static Layer beside(Layer... layers) {
    int rows = layers[0].weights().length;
    float[][] weights = new float[rows + 1][0];
    for (Layer layer : layers) {
      for (int i = 0; i <= rows; i++) {
        float[] more = i < rows ? layer.weights()[i] : layer.bias();
        float[] row = Arrays.copyOf(weights[i], weights[i].length + more.length);
        System.arraycopy(more, 0, row, weights[i].length, more.length);
        weights[i] = row;
      }
    }
    return new Layer(Arrays.copyOf(weights, rows), weights[rows]);
  }

  /// Works out a row for each row.
  ///
  /// @param x rows
  /// @return new rows
  public float[][] apply(float[][] x) {
    return Dense.affine(x, weights, bias);
  }
}

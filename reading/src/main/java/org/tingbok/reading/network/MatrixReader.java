package org.tingbok.reading.network;

import java.io.DataInput;
import java.io.IOException;

/// Reads the weights of a network: each row of a matrix as one scale and a byte for each weight.
///
/// Not for several threads.
public final class MatrixReader {
  private final DataInput in;

  /// Reads from some input.
  ///
  /// @param in stands at a matrix
  public MatrixReader(DataInput in) {
    this.in = in;
  }

  /// Reads a matrix.
  ///
  /// @return its rows
  /// @throws IOException if it cannot be read
  public float[][] matrix() throws IOException {
    int rows = in.readInt();
    int columns = in.readInt();
    float[][] matrix = new float[rows][columns];
    byte[] bytes = new byte[columns];
    for (float[] row : matrix) {
      float scale = in.readFloat();
      in.readFully(bytes);
      for (int j = 0; j < columns; j++) {
        row[j] = bytes[j] * scale;
      }
    }
    return matrix;
  }

  /// Reads a matrix of one row.
  ///
  /// @return the row
  /// @throws IOException if it cannot be read
  public float[] row() throws IOException {
    return matrix()[0];
  }

  /// Reads a matrix and what is added.
  ///
  /// @return the layer
  /// @throws IOException if it cannot be read
  public Layer layer() throws IOException {
    return new Layer(matrix(), row());
  }

  /// Reads a memory of one direction.
  ///
  /// @return the memory
  /// @throws IOException if it cannot be read
  public Lstm lstm() throws IOException {
    return new Lstm(matrix(), matrix(), row());
  }
}

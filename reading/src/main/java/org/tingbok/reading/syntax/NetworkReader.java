package org.tingbok.reading.syntax;

import java.io.DataInput;
import java.io.IOException;

/// Reads a [Network]: each row of a matrix as one scale and a byte for each weight.
final class NetworkReader {
  private final DataInput in;

  private NetworkReader(DataInput in) {
    this.in = in;
  }

  static Network read(DataInput in) throws IOException {
    var reader = new NetworkReader(in);
    float[][][] tables = new float[in.readInt()][][];
    for (int k = 0; k < tables.length; k++) {
      tables[k] = reader.matrix();
    }
    Lstm[] first = {reader.lstm(), reader.lstm()};
    Lstm[] second = {reader.lstm(), reader.lstm()};
    Network.Layer tag = reader.layer();
    Network.Layer asHead = reader.layer();
    Network.Layer asChild = reader.layer();
    float[][] bilinear = reader.matrix();
    float[] headBias = reader.row();
    float[] rootHead = reader.row();
    Network.Layer roles = Network.Layer.beside(asHead, asChild, reader.layer(), reader.layer());
    return new Network(tables, first, second, tag, roles, bilinear, headBias, rootHead, reader.layer());
  }

  private float[][] matrix() throws IOException {
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

  private float[] row() throws IOException {
    return matrix()[0];
  }

  private Network.Layer layer() throws IOException {
    return new Network.Layer(matrix(), row());
  }

  private Lstm lstm() throws IOException {
    return new Lstm(matrix(), matrix(), row());
  }
}

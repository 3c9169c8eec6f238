package org.tingbok.reading.syntax;

import java.io.DataInput;
import java.io.IOException;
import org.tingbok.reading.network.Layer;
import org.tingbok.reading.network.Lstm;
import org.tingbok.reading.network.MatrixReader;

/// Reads a [Network].
final class NetworkReader {
  private NetworkReader() {}

  static Network read(DataInput in) throws IOException {
    var reader = new MatrixReader(in);
    float[][][] tables = new float[in.readInt()][][];
    for (int k = 0; k < tables.length; k++) {
      tables[k] = reader.matrix();
    }
    Lstm[] first = {reader.lstm(), reader.lstm()};
    Lstm[] second = {reader.lstm(), reader.lstm()};
    Layer tag = reader.layer();
    Layer asHead = reader.layer();
    Layer asChild = reader.layer();
    float[][] bilinear = reader.matrix();
    float[] headBias = reader.row();
    float[] rootHead = reader.row();
    Layer roles = Layer.beside(asHead, asChild, reader.layer(), reader.layer());
    return new Network(tables, first, second, tag, roles, bilinear, headBias, rootHead, reader.layer());
  }
}

package org.tingbok.reading.syntax;

import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.tingbok.reading.network.Layer;
import org.tingbok.reading.network.Lstm;

/// Writes a [Network] as [NetworkReader] reads it.
final class NetworkWriter {
  private NetworkWriter() {}

  static void write(DataOutput out, Network network) throws IOException {
    out.writeInt(network.tables().length);
    for (float[][] table : network.tables()) {
      matrix(out, table);
    }
    for (Lstm[] pair : new Lstm[][] {network.first(), network.second()}) {
      for (Lstm lstm : pair) {
        matrix(out, lstm.input());
        matrix(out, lstm.recurrent());
        matrix(out, lstm.bias());
      }
    }
    layer(out, network.tag());
    int arc = network.headBias().length;
    int hidden = network.relation().weights().length;
    part(out, network.roles(), 0, arc);
    part(out, network.roles(), arc, arc);
    matrix(out, network.bilinear());
    matrix(out, network.headBias());
    matrix(out, network.rootHead());
    part(out, network.roles(), 2 * arc, hidden);
    part(out, network.roles(), 2 * arc + hidden, hidden);
    layer(out, network.relation());
  }

  private static void part(DataOutput out, Layer layer, int from, int count) throws IOException {
    matrix(out, Network.columns(layer.weights(), from, count));
    matrix(out, Arrays.copyOfRange(layer.bias(), from, from + count));
  }

  private static void layer(DataOutput out, Layer layer) throws IOException {
    matrix(out, layer.weights());
    matrix(out, layer.bias());
  }

  private static void matrix(DataOutput out, float[]... rows) throws IOException {
    out.writeInt(rows.length);
    out.writeInt(rows[0].length);
    for (float[] row : rows) {
      float most = 1e-9f;
      for (float weight : row) {
        most = Math.max(most, Math.abs(weight));
      }
      float scale = most / 127f;
      out.writeFloat(scale);
      for (float weight : row) {
        out.writeByte(Math.round(weight / scale));
      }
    }
  }
}

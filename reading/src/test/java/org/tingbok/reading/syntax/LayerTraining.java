package org.tingbok.reading.syntax;

import java.util.List;
import java.util.Random;
import org.tingbok.reading.network.Dense;
import org.tingbok.reading.network.Layer;

/// A [Layer] while it is trained.
final class LayerTraining {
  final Parameter weights;
  final Parameter bias;

  LayerTraining(int inputs, int outputs, Random random) {
    weights = Parameter.matrix(inputs, outputs, random);
    bias = Parameter.bias(outputs);
  }

  List<Parameter> parameters() {
    return List.of(weights, bias);
  }

  Layer layer() {
    return new Layer(weights.w, bias.row());
  }

  float[][] forward(float[][] x) {
    return Dense.affine(x, weights.w, bias.row());
  }

  void backward(float[][] x, float[][] dy, float[][] dx) {
    for (float[] d : dy) {
      Dense.add(bias.g[0], d);
    }
    backward(x, weights, dy, dx);
  }

  static void backward(float[][] x, Parameter weights, float[][] dy, float[][] dx) {
    for (int t = 0; t < x.length; t++) {
      Dense.addProduct(dy[t], 0, weights.transposed, dy[t].length, dx[t]);
    }
    float[] column = new float[x.length];
    for (int i = 0; i < weights.w.length; i++) {
      for (int t = 0; t < x.length; t++) {
        column[t] = x[t][i];
      }
      Dense.addProduct(column, 0, dy, x.length, weights.g[i]);
    }
  }
}

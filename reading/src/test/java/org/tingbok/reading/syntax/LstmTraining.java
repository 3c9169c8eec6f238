package org.tingbok.reading.syntax;

import java.util.List;
import java.util.Random;
import org.tingbok.reading.network.Dense;
import org.tingbok.reading.network.Lstm;

/// An [Lstm] while it is trained: forward with everything kept, and backward.
final class LstmTraining {
  final Parameter input;
  final Parameter recurrent;
  final Parameter bias;
  private final int width;
  private final boolean backward;
  private float[][] x = {};
  private float[][] gates = {};
  private float[][] cells = {};
  private float[][] squashed = {};
  private float[][] states = {};

  LstmTraining(int inputs, int width, boolean backward, Random random) {
    this.width = width;
    this.backward = backward;
    input = Parameter.matrix(inputs, 4 * width, random);
    recurrent = Parameter.matrix(width, 4 * width, random);
    bias = Parameter.bias(4 * width);
    for (int j = width; j < 2 * width; j++) {
      bias.row()[j] = 1f;
    }
  }

  List<Parameter> parameters() {
    return List.of(input, recurrent, bias);
  }

  Lstm weights() {
    return new Lstm(input.w, recurrent.w, bias.row());
  }

  private int place(int step) {
    return backward ? x.length - 1 - step : step;
  }

  void forward(float[][] given, float[][] out, int column) {
    x = given;
    int n = x.length;
    gates = Dense.affine(x, input.w, bias.row());
    cells = new float[n][width];
    squashed = new float[n][];
    states = new float[n][width];
    for (int step = 0; step < n; step++) {
      int t = place(step);
      float[] z = gates[t];
      if (step > 0) {
        Dense.addProduct(states[place(step - 1)], 0, recurrent.w, width, z);
      }
      Lstm.activate(z, width);
      float[] before = step > 0 ? cells[place(step - 1)] : new float[width];
      for (int j = 0; j < width; j++) {
        cells[t][j] = z[width + j] * before[j] + z[j] * z[3 * width + j];
      }
      squashed[t] = cells[t].clone();
      Dense.tanh(squashed[t]);
      for (int j = 0; j < width; j++) {
        states[t][j] = squashed[t][j] * z[2 * width + j];
      }
      System.arraycopy(states[t], 0, out[t], column, width);
    }
  }

  /// Adds to the gradients of the weights and of the input.
  void backward(float[][] dOut, int column, float[][] dx) {
    int n = x.length;
    float[] dState = new float[width];
    float[] dCell = new float[width];
    float[][] dz = new float[n][4 * width];
    for (int step = n - 1; step >= 0; step--) {
      int t = place(step);
      float[] z = gates[t];
      float[] d = dz[t];
      float[] before = step > 0 ? cells[place(step - 1)] : new float[width];
      for (int j = 0; j < width; j++) {
        float h = dState[j] + dOut[t][column + j];
        float i = z[j];
        float f = z[width + j];
        float o = z[2 * width + j];
        float c = z[3 * width + j];
        float s = squashed[t][j];
        float dc = dCell[j] + h * o * (1 - s * s);
        d[j] = dc * c * i * (1 - i);
        d[width + j] = dc * before[j] * f * (1 - f);
        d[2 * width + j] = h * s * o * (1 - o);
        d[3 * width + j] = dc * i * (1 - c * c);
        dCell[j] = dc * f;
      }
      java.util.Arrays.fill(dState, 0f);
      Dense.addProduct(d, 0, recurrent.transposed, 4 * width, dState);
      Dense.add(bias.g[0], d);
      if (step > 0) {
        float[] h = states[place(step - 1)];
        for (int j = 0; j < width; j++) {
          Dense.add(recurrent.g[j], d, h[j]);
        }
      }
    }
    LayerTraining.backward(x, input, dz, dx);
  }
}

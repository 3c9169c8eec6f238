package org.tingbok.reading.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.tingbok.reading.network.Dense;
import org.tingbok.reading.network.Layer;
import org.tingbok.reading.network.Lstm;

/// Trains the [Network]: cross entropy of heads, relations and tags, Adam with a rate that falls to nothing, dropout.
final class NetworkTraining {
  /// One sentence ready for the network.
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  record Example(int[][] keys, int[] tags, int[] heads, int[] relations) {}

  private static final float DROP = 0.25f;
  private static final float DECAY1 = 0.9f;
  private static final float DECAY2 = 0.98f;
  private static final int BATCH = 220; // tokens

  private final Random random;
  private final Parameter[] tables = new Parameter[TokenKeys.KINDS];
  private final LstmTraining[] first;
  private final LstmTraining[] second;
  private final LayerTraining tag;
  private final LayerTraining asHead;
  private final LayerTraining asChild;
  private final Parameter bilinear;
  private final Parameter headBias;
  private final Parameter rootHead;
  private final LayerTraining relationHead;
  private final LayerTraining relationChild;
  private final LayerTraining relation;
  private final List<Parameter> all = new ArrayList<>();
  private final int[][] frequency;
  private final int width;
  private double loss;
  private int right;
  private int asked;

  NetworkTraining(int[] rows, int[][] frequency, int tags, int relations, int inner, int memory, int arc, int hidden,
      long seed) {
    random = new Random(seed);
    this.frequency = frequency;
    width = inner;
    for (int k = 0; k < tables.length; k++) {
      tables[k] = new Parameter(rows[k], inner, 0.15, random, true);
      all.add(tables[k]);
    }
    first = pair(inner, memory);
    second = pair(2 * memory, memory);
    tag = layer(2 * memory, tags);
    asHead = layer(2 * memory, arc);
    asChild = layer(2 * memory, arc);
    bilinear = new Parameter(arc, arc, 0.05, random, false);
    headBias = Parameter.bias(arc);
    rootHead = new Parameter(1, arc, 0.1, random, false);
    all.addAll(List.of(bilinear, headBias, rootHead));
    relationHead = layer(2 * memory, hidden);
    relationChild = layer(2 * memory, hidden);
    relation = layer(hidden, relations);
  }

  private LstmTraining[] pair(int inputs, int memory) {
    var pair = new LstmTraining[] {new LstmTraining(inputs, memory, false, random),
        new LstmTraining(inputs, memory, true, random)};
    all.addAll(pair[0].parameters());
    all.addAll(pair[1].parameters());
    return pair;
  }

  private LayerTraining layer(int inputs, int outputs) {
    var layer = new LayerTraining(inputs, outputs, random);
    all.addAll(layer.parameters());
    return layer;
  }

  Network network() {
    float[][][] rows = new float[tables.length][][];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = tables[k].w;
    }
    return new Network(rows, new Lstm[] {first[0].weights(), first[1].weights()},
        new Lstm[] {second[0].weights(), second[1].weights()}, tag.layer(),
        Layer.beside(asHead.layer(), asChild.layer(), relationHead.layer(), relationChild.layer()), bilinear.w,
        headBias.row(), rootHead.row(), relation.layer());
  }

  void train(List<Example> given, int rounds, float rate, Runnable afterRound) {
    List<Example> examples = new ArrayList<>(given);
    long tokens = examples.stream().mapToLong(e -> e.keys().length).sum();
    long planned = tokens * rounds;
    long seen = 0;
    for (int round = 0; round < rounds; round++) {
      long begin = System.nanoTime();
      Collections.shuffle(examples, random);
      loss = 0;
      right = 0;
      asked = 0;
      int batch = 0;
      for (int i = 0; i < examples.size(); i++) {
        sentence(examples.get(i));
        int size = examples.get(i).keys().length;
        batch += size;
        seen += size;
        if (batch >= BATCH || i == examples.size() - 1) {
          double progress = (double) seen / planned;
          double warm = Math.min(1, seen / 20000.0);
          step((float) (rate * warm * (1 - progress)), batch);
          batch = 0;
        }
      }
      System.out.printf("  network round %d: loss %.3f, heads %.2f %%, %d s%n", round + 1, loss / tokens,
          100.0 * right / asked, (System.nanoTime() - begin) / 1_000_000_000L);
      afterRound.run();
    }
  }

  private void step(float rate, int batch) {
    double norm = 0;
    for (Parameter parameter : all) {
      norm += parameter.squaredNorm();
    }
    float scale = 1f / batch;
    double length = Math.sqrt(norm) * scale;
    if (length > 2) {
      scale *= (float) (2 / length);
    }
    for (Parameter parameter : all) {
      parameter.step(rate, scale, DECAY1, DECAY2);
    }
  }

  private float[] mask(int size) {
    float[] mask = new float[size];
    for (int j = 0; j < size; j++) {
      mask[j] = random.nextFloat() < DROP ? 0f : 1f / (1f - DROP);
    }
    return mask;
  }

  private static void multiply(float[][] rows, float[] mask) {
    for (float[] row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= mask[j];
      }
    }
  }

  private int[][] thinned(int[][] keys) {
    int[][] out = new int[keys.length][];
    for (int t = 0; t < keys.length; t++) {
      out[t] = keys[t].clone();
      for (int k = 0; k < 2; k++) {
        if (random.nextFloat() * (0.4f + frequency[k][keys[t][k]]) < 0.4f) {
          out[t][k] = 0;
        }
      }
    }
    return out;
  }

  private void sentence(Example example) {
    int n = example.keys().length;
    int[][] keys = thinned(example.keys());
    float[][] x = new float[n][width];
    for (int t = 0; t < n; t++) {
      for (int k = 0; k < tables.length; k++) {
        Dense.add(x[t], tables[k].w[keys[t][k]]);
      }
    }
    float[] maskX = mask(width);
    multiply(x, maskX);
    float[][] low = layer(first, x);
    float[] maskLow = mask(low[0].length);
    multiply(low, maskLow);
    float[][] high = layer(second, low);
    float[] maskHigh = mask(high[0].length);
    multiply(high, maskHigh);
    float[][] dLow = new float[n][low[0].length];
    float[][] dHigh = new float[n][high[0].length];
    tags(example, low, dLow);
    heads(example, high, dHigh);
    relations(example, high, dHigh);
    multiply(dHigh, maskHigh);
    backward(second, dHigh, dLow);
    multiply(dLow, maskLow);
    float[][] dx = new float[n][width];
    backward(first, dLow, dx);
    multiply(dx, maskX);
    for (int t = 0; t < n; t++) {
      for (int k = 0; k < tables.length; k++) {
        Dense.add(tables[k].g[keys[t][k]], dx[t]);
        tables[k].touch(keys[t][k]);
      }
    }
  }

  private static float[][] layer(LstmTraining[] pair, float[][] x) {
    int memory = pair[0].recurrent.w.length;
    float[][] out = new float[x.length][2 * memory];
    pair[0].forward(x, out, 0);
    pair[1].forward(x, out, memory);
    return out;
  }

  private static void backward(LstmTraining[] pair, float[][] dOut, float[][] dx) {
    pair[0].backward(dOut, 0, dx);
    pair[1].backward(dOut, pair[0].recurrent.w.length, dx);
  }

  /// Turns scores into the gradient of the cross entropy, in place, and returns the loss.
  private static double softmax(float[] scores, int gold, float weight) {
    float most = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      most = Math.max(most, score);
    }
    double sum = 0;
    for (int j = 0; j < scores.length; j++) {
      scores[j] = (float) Math.exp(scores[j] - most);
      sum += scores[j];
    }
    double loss = -Math.log(Math.max(1e-12, scores[gold] / sum));
    for (int j = 0; j < scores.length; j++) {
      scores[j] = (float) (scores[j] / sum) * weight;
    }
    scores[gold] -= weight;
    return loss;
  }

  private void tags(Example example, float[][] low, float[][] dLow) {
    float[][] scores = tag.forward(low);
    for (int t = 0; t < scores.length; t++) {
      softmax(scores[t], example.tags()[t], 0.5f);
    }
    tag.backward(low, scores, dLow);
  }

  private float[][] squeezed(LayerTraining layer, float[][] x, float[] mask) {
    float[][] y = layer.forward(x);
    for (float[] row : y) {
      Dense.rectify(row);
    }
    multiply(y, mask);
    return y;
  }

  /// Passes a gradient back through mask and rectifier, in place.
  private static void unsqueeze(float[][] dy, float[][] y, float[] mask) {
    for (int t = 0; t < y.length; t++) {
      for (int j = 0; j < mask.length; j++) {
        dy[t][j] *= mask[j] * (y[t][j] < 0 ? 0.1f : 1f);
      }
    }
  }

  private void heads(Example example, float[][] high, float[][] dHigh) {
    int n = high.length;
    int arc = rootHead.row().length;
    float[] maskHead = mask(arc);
    float[] maskChild = mask(arc);
    float[][] heads = squeezed(asHead, high, maskHead);
    float[][] children = squeezed(asChild, high, maskChild);
    float[][] rows = Arrays.copyOf(heads, n + 1); // a row for each possible head, the root last
    rows[n] = rootHead.row();
    float[][] columns = new float[arc][n + 1];
    for (int h = 0; h <= n; h++) {
      for (int k = 0; k < arc; k++) {
        columns[k][h] = rows[h][k];
      }
    }
    float[][] asked = Dense.affine(children, bilinear.w, headBias.row());
    float[][] dAsked = new float[n][arc];
    float[][] dHeads = new float[n + 1][arc];
    for (int d = 0; d < n; d++) {
      float[] scores = new float[n + 1];
      Dense.addProduct(asked[d], 0, columns, arc, scores);
      scores[d] = -1e9f;
      int gold = example.heads()[d] < 0 ? n : example.heads()[d];
      right += Dense.best(scores) == gold ? 1 : 0;
      this.asked++;
      loss += softmax(scores, gold, 1f);
      Dense.addProduct(scores, 0, rows, n + 1, dAsked[d]);
      for (int h = 0; h <= n; h++) {
        Dense.add(dHeads[h], asked[d], scores[h]);
      }
    }
    Dense.add(rootHead.g[0], dHeads[n]);
    for (float[] d : dAsked) {
      Dense.add(headBias.g[0], d);
    }
    float[][] dChildren = new float[n][arc];
    LayerTraining.backward(children, bilinear, dAsked, dChildren);
    unsqueeze(dChildren, children, maskChild);
    asChild.backward(high, dChildren, dHigh);
    float[][] dHead = Arrays.copyOf(dHeads, n);
    unsqueeze(dHead, heads, maskHead);
    asHead.backward(high, dHead, dHigh);
  }

  private void relations(Example example, float[][] high, float[][] dHigh) {
    int n = high.length;
    int hidden = relation.weights.w.length;
    float[] mask = mask(hidden);
    float[][] governor = relationHead.forward(high);
    float[][] dependent = relationChild.forward(high);
    for (int d = 0; d < n; d++) {
      if (example.heads()[d] >= 0) {
        Dense.add(dependent[d], governor[example.heads()[d]]);
      }
      Dense.rectify(dependent[d]);
    }
    multiply(dependent, mask);
    float[][] scores = relation.forward(dependent);
    for (int d = 0; d < n; d++) {
      if (example.heads()[d] < 0) {
        Arrays.fill(scores[d], 0f);
      } else {
        loss += softmax(scores[d], example.relations()[d], 1f);
      }
    }
    float[][] dHidden = new float[n][hidden];
    relation.backward(dependent, scores, dHidden);
    unsqueeze(dHidden, dependent, mask);
    float[][] dGovernor = new float[n][hidden];
    for (int d = 0; d < n; d++) {
      if (example.heads()[d] >= 0) {
        Dense.add(dGovernor[example.heads()[d]], dHidden[d]);
      }
    }
    relationHead.backward(high, dGovernor, dHigh);
    relationChild.backward(high, dHidden, dHigh);
  }
}

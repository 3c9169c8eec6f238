package org.tingbok.reading.syntax;

import org.tingbok.reading.network.Dense;
import org.tingbok.reading.network.Layer;
import org.tingbok.reading.network.Lstm;

/// The weights of the network that parses: what each token is like, two layers of memory in both directions, and from
/// these tags, heads and relations. Immutable once read, thread-safe.
///
/// @param tables rows to add up for a token, one table for each kind of [TokenKeys]
/// @param first the lower layer, forward and backward
/// @param second the upper layer, forward and backward
/// @param tag from the lower layer to the scores of the tags
/// @param roles from the upper layer to a token as a head, as a dependent, and what it contributes to a relation as
///     either, side by side
/// @param bilinear between the two
/// @param headBias how much each feature of a head counts by itself
/// @param rootHead the root as a head
/// @param relation from the last two to the scores of the relations
@SuppressWarnings("ArrayRecordComponent") // internal, never compared
record Network(float[][][] tables, Lstm[] first, Lstm[] second, Layer tag, Layer roles, float[][] bilinear,
    float[] headBias, float[] rootHead, Layer relation) {

  /// What the network says of a sentence.
  ///
  /// @param tags best tag of each token
  /// @param arcs score of each head (column; the last one is the root) for each dependent (row)
  /// @param heads chosen heads, -1 for the root
  /// @param relations chosen relations
  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  record Reading(int[] tags, float[][] arcs, int[] heads, int[] relations) {}

  Reading read(int[][] keys, int rootRelation) {
    int n = keys.length;
    float[][] x = new float[n][tables[0][0].length];
    for (int t = 0; t < n; t++) {
      for (int k = 0; k < tables.length; k++) {
        Dense.add(x[t], tables[k][keys[t][k]]);
      }
    }
    float[][] low = Lstm.both(first, x);
    float[][] tagScores = tag.apply(low);
    int[] tags = new int[n];
    for (int t = 0; t < n; t++) {
      tags[t] = Dense.best(tagScores[t]);
    }
    float[][] high = Lstm.both(second, low);
    int arc = headBias.length;
    int hidden = relation.weights().length;
    float[][] all = roles.apply(high);
    float[][] arcs = arcs(rectified(columns(all, 0, arc)), rectified(columns(all, arc, arc)));
    int[] heads = TreeSearch.heads(arcs);
    float[][] governor = columns(all, 2 * arc, hidden);
    float[][] dependent = columns(all, 2 * arc + hidden, hidden);
    int[] relations = new int[n];
    for (int d = 0; d < n; d++) {
      if (heads[d] < 0) {
        relations[d] = rootRelation;
        continue;
      }
      float[] mixed = dependent[d];
      Dense.add(mixed, governor[heads[d]]);
      Dense.rectify(mixed);
      float[] scores = relation.bias().clone();
      Dense.addProduct(mixed, 0, relation.weights(), mixed.length, scores);
      scores[rootRelation] = Float.NEGATIVE_INFINITY;
      relations[d] = Dense.best(scores);
    }
    return new Reading(tags, arcs, heads, relations);
  }

  static float[][] columns(float[][] rows, int from, int count) {
    float[][] columns = new float[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      columns[t] = java.util.Arrays.copyOfRange(rows[t], from, from + count);
    }
    return columns;
  }

  private static float[][] rectified(float[][] rows) {
    for (float[] row : rows) {
      Dense.rectify(row);
    }
    return rows;
  }

  private float[][] arcs(float[][] heads, float[][] children) {
    int n = heads.length;
    int width = headBias.length;
    float[][] columns = new float[width][n + 1];
    for (int k = 0; k < width; k++) {
      for (int h = 0; h < n; h++) {
        columns[k][h] = heads[h][k];
      }
      columns[k][n] = rootHead[k];
    }
    float[][] asked = Dense.affine(children, bilinear, headBias);
    float[][] arcs = new float[n][n + 1];
    for (int d = 0; d < n; d++) {
      Dense.addProduct(asked[d], 0, columns, width, arcs[d]);
      arcs[d][d] = Float.NEGATIVE_INFINITY;
    }
    return arcs;
  }
}

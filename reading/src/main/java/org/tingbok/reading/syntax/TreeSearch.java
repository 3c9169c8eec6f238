package org.tingbok.reading.syntax;

import org.tingbok.reading.network.Dense;

/// Finds the best tree under scores for single arcs: each word's best head if these make a tree with one root, else the
/// best projective tree with one root (Eisner 1996).
final class TreeSearch {
  private TreeSearch() {}

  /// Chooses heads.
  ///
  /// @param arcs score of each head (column; the last is the root) for each dependent (row)
  /// @return head of each word, -1 for the one root
  static int[] heads(float[][] arcs) {
    int n = arcs.length;
    int[] heads = new int[n];
    int roots = 0;
    for (int d = 0; d < n; d++) {
      int best = Dense.best(arcs[d]);
      heads[d] = best == n ? -1 : best;
      roots += best == n ? 1 : 0;
    }
    return roots == 1 && acyclic(heads) ? heads : projective(arcs);
  }

  static boolean acyclic(int[] heads) {
    int[] seen = new int[heads.length];
    for (int i = 0; i < heads.length; i++) {
      int at = i;
      while (at >= 0 && seen[at] == 0) {
        seen[at] = i + 1;
        at = heads[at];
      }
      if (at >= 0 && seen[at] == i + 1) {
        return false;
      }
    }
    return true;
  }

  private static int[] projective(float[][] arcs) {
    int n = arcs.length;
    // [from][to]: complete to the right of from, to the left of to; incomplete likewise
    float[][] fullRight = new float[n][n];
    float[][] fullLeft = new float[n][n];
    float[][] openRight = new float[n][n];
    float[][] openLeft = new float[n][n];
    int[][] cutOpen = new int[n][n];
    int[][] cutRight = new int[n][n];
    int[][] cutLeft = new int[n][n];
    for (int span = 1; span < n; span++) {
      for (int i = 0; i + span < n; i++) {
        int j = i + span;
        float best = Float.NEGATIVE_INFINITY;
        for (int k = i; k < j; k++) {
          float score = fullRight[i][k] + fullLeft[k + 1][j];
          if (score > best) {
            best = score;
            cutOpen[i][j] = k;
          }
        }
        openRight[i][j] = best + arcs[j][i];
        openLeft[i][j] = best + arcs[i][j];
        best = Float.NEGATIVE_INFINITY;
        for (int k = i + 1; k <= j; k++) {
          float score = openRight[i][k] + fullRight[k][j];
          if (score > best) {
            best = score;
            cutRight[i][j] = k;
          }
        }
        fullRight[i][j] = best;
        best = Float.NEGATIVE_INFINITY;
        for (int k = i; k < j; k++) {
          float score = fullLeft[i][k] + openLeft[k][j];
          if (score > best) {
            best = score;
            cutLeft[i][j] = k;
          }
        }
        fullLeft[i][j] = best;
      }
    }
    int root = 0;
    float best = Float.NEGATIVE_INFINITY;
    for (int r = 0; r < n; r++) {
      float score = fullLeft[0][r] + fullRight[r][n - 1] + arcs[r][n];
      if (score > best) {
        best = score;
        root = r;
      }
    }
    int[] heads = new int[n];
    heads[root] = -1;
    var back = new Back(cutOpen, cutRight, cutLeft, heads);
    back.left(0, root);
    back.right(root, n - 1);
    return heads;
  }

  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record Back(int[][] cutOpen, int[][] cutRight, int[][] cutLeft, int[] heads) {
    void right(int i, int j) {
      if (i == j) {
        return;
      }
      int k = cutRight[i][j];
      heads[k] = i;
      open(i, k);
      right(k, j);
    }

    void left(int i, int j) {
      if (i == j) {
        return;
      }
      int k = cutLeft[i][j];
      heads[k] = j;
      left(i, k);
      open(k, j);
    }

    void open(int i, int j) {
      int k = cutOpen[i][j];
      right(i, k);
      left(k + 1, j);
    }
  }
}

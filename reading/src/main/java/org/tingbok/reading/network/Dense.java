package org.tingbok.reading.network;

/// Arithmetic on rows of floats. Every loop runs over whole rows with one index, so that the just-in-time compiler turns
/// it into vector instructions; the order of additions is fixed, so that results are the same everywhere.
public final class Dense {
  private static final int TILE = 8; // rows worked out together; of 720 columns they take half of a first-level cache

  private Dense() {}

  /// `y += x * w`, where `w` has a row for each entry of `x`.
  ///
  /// @param x holds the factors
  /// @param from where in `x` they begin
  /// @param w a row for each factor
  /// @param rows how many
  /// @param y what is added to
  public static void addProduct(float[] x, int from, float[][] w, int rows, float[] y) {
    int i = 0;
    for (; i + 3 < rows; i += 4) {
      add4(y, w[i], w[i + 1], w[i + 2], w[i + 3], x[from + i], x[from + i + 1], x[from + i + 2], x[from + i + 3]);
    }
    for (; i < rows; i++) {
      add(y, w[i], x[from + i]);
    }
  }

  private static void add4(float[] y, float[] a, float[] b, float[] c, float[] d, float fa, float fb, float fc,
      float fd) {
    for (int j = 0; j < y.length; j++) {
      y[j] += fa * a[j] + fb * b[j] + (fc * c[j] + fd * d[j]);
    }
  }

  /// `y += factor * x`.
  ///
  /// @param y what is added to
  /// @param x what is added
  /// @param factor how often
  public static void add(float[] y, float[] x, float factor) {
    for (int j = 0; j < y.length; j++) {
      y[j] += factor * x[j];
    }
  }

  /// `y += x`.
  ///
  /// @param y what is added to
  /// @param x what is added
  public static void add(float[] y, float[] x) {
    for (int j = 0; j < y.length; j++) {
      y[j] += x[j];
    }
  }

  /// A row for each row of `x`: `bias + x * w`.
  ///
  /// @param x rows
  /// @param w a row for each column of `x`
  /// @param bias a row
  /// @return new rows
  public static float[][] affine(float[][] x, float[][] w, float[] bias) {
    float[][] y = new float[x.length][];
    for (int t = 0; t < x.length; t++) {
      y[t] = bias.clone();
    }
    for (int t = 0; t < x.length; t += TILE) {
      addProducts(x, t, Math.min(x.length, t + TILE), w, y);
    }
    return y;
  }

  /// The products of some rows with one matrix: four rows of the matrix stay in the nearest cache while all of `y` pass.
  private static void addProducts(float[][] x, int from, int to, float[][] w, float[][] y) {
    int i = 0;
    for (; i + 3 < w.length; i += 4) {
      int t = from;
      for (; t + 1 < to; t += 2) {
        float[] u = x[t];
        float[] v = x[t + 1];
        add4(y[t], y[t + 1], w[i], w[i + 1], w[i + 2], w[i + 3], u[i], u[i + 1], u[i + 2], u[i + 3], v[i], v[i + 1],
            v[i + 2], v[i + 3]);
      }
      if (t < to) {
        float[] u = x[t];
        add4(y[t], w[i], w[i + 1], w[i + 2], w[i + 3], u[i], u[i + 1], u[i + 2], u[i + 3]);
      }
    }
    for (; i < w.length; i++) {
      for (int t = from; t < to; t++) {
        add(y[t], w[i], x[t][i]);
      }
    }
  }

  private static void add4(float[] y, float[] z, float[] a, float[] b, float[] c, float[] d, float fa, float fb,
      float fc, float fd, float ga, float gb, float gc, float gd) {
    for (int j = 0; j < y.length; j++) {
      y[j] += fa * a[j] + fb * b[j] + (fc * c[j] + fd * d[j]);
      z[j] += ga * a[j] + gb * b[j] + (gc * c[j] + gd * d[j]);
    }
  }

  /// Hyperbolic tangent to about four digits, in place.
  ///
  /// @param x changed
  public static void tanh(float[] x) {
    for (int j = 0; j < x.length; j++) {
      float v = Math.max(-4.97f, Math.min(4.97f, x[j]));
      float s = v * v;
      x[j] = v * (135135f + s * (17325f + s * (378f + s))) / (135135f + s * (62370f + s * (3150f + s * 28f)));
    }
  }

  /// Leaky rectifier, in place.
  ///
  /// @param x changed
  public static void rectify(float[] x) {
    for (int j = 0; j < x.length; j++) {
      x[j] = Math.max(x[j], 0.1f * x[j]);
    }
  }

  /// The inner product of two rows of one length.
  ///
  /// @param a a row
  /// @param b a row
  /// @return their product
  public static float dot(float[] a, float[] b) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int j = 0;
    for (; j + 3 < a.length; j += 4) {
      first += a[j] * b[j];
      second += a[j + 1] * b[j + 1];
      third += a[j + 2] * b[j + 2];
      fourth += a[j + 3] * b[j + 3];
    }
    for (; j < a.length; j++) {
      first += a[j] * b[j];
    }
    return first + second + (third + fourth);
  }

  /// The sum of a row.
  ///
  /// @param a a row
  /// @return its sum
  public static float sum(float[] a) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int j = 0;
    for (; j + 3 < a.length; j += 4) {
      first += a[j];
      second += a[j + 1];
      third += a[j + 2];
      fourth += a[j + 3];
    }
    for (; j < a.length; j++) {
      first += a[j];
    }
    return first + second + (third + fourth);
  }

  /// Where the largest of some scores stands.
  ///
  /// @param scores at least one
  /// @return the first place of the largest
  public static int best(float[] scores) {
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      if (scores[c] > scores[best]) {
        best = c;
      }
    }
    return best;
  }
}

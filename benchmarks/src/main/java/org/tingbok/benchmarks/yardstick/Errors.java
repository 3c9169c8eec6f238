package org.tingbok.benchmarks.yardstick;

import java.io.PrintStream;

/// Prints the first mistakes of a measurement, for whoever mends the reader.
///
/// @param out where to
/// @param left how many at most; 0 for none
record Errors(PrintStream out, int[] left) {
  void note(String kind, String detail) {
    if (left[0] > 0) {
      left[0]--;
      out.println(kind + "\t" + detail.replaceAll("\\s+", " "));
    }
  }
}

package org.tingbok.benchmarks.yardstick;

import java.io.PrintStream;

/// Prints the first mistakes of a measurement, for whoever mends the reader. Not for several threads.
final class Errors {
  private final PrintStream out;
  private int left;

  /// Prints to a stream.
  ///
  /// @param out where to
  /// @param atMost how many; 0 for none
  Errors(PrintStream out, int atMost) {
    this.out = out;
    this.left = atMost;
  }

  void note(String kind, String detail) {
    if (left > 0) {
      left--;
      out.println(kind + "\t" + detail.replaceAll("\\s+", " "));
    }
  }
}

package org.tingbok.benchmarks.yardstick;

import java.util.Locale;

/// Counts of one thing measured. Not for several threads.
final class Tally {
  private final String what;
  private final boolean recallOnly;
  private int right;
  private int found;
  private int expected;

  Tally(String what) {
    this(what, false);
  }

  private Tally(String what, boolean recallOnly) {
    this.what = what;
    this.recallOnly = recallOnly;
  }

  /// A measurement where only what is expected is known, so that what is found beyond cannot be called wrong.
  static Tally recall(String what) {
    return new Tally(what, true);
  }

  /// A measurement that is a mean over things already, in ten-thousandths.
  ///
  /// @param precision 0 to 1
  /// @param recall 0 to 1
  static Tally mean(String what, double precision, double recall) {
    Tally tally = new Tally(what);
    tally.right = 10_000;
    tally.found = (int) Math.round(10_000 / Math.max(precision, 1e-4));
    tally.expected = (int) Math.round(10_000 / Math.max(recall, 1e-4));
    return tally;
  }

  void add(int nowRight, int nowFound, int nowExpected) {
    right += nowRight;
    found += nowFound;
    expected += nowExpected;
  }

  double precision() {
    return found == 0 ? 0 : (double) right / found;
  }

  double recall() {
    return expected == 0 ? 0 : (double) right / expected;
  }

  double f1() {
    return found + expected == 0 ? 0 : 2.0 * right / (found + expected);
  }

  /// One line for the terminal.
  @Override
  public String toString() {
    return recallOnly
        ? String.format(Locale.ROOT, "%-44s %5s %5s %5.3f    %d of %d", what, "", "R", recall(), right, expected)
        : String.format(Locale.ROOT, "%-44s P %.3f  R %.3f  F1 %.3f    right %d, found %d, expected %d", what,
            precision(),
            recall(), f1(), right, found, expected);
  }
}

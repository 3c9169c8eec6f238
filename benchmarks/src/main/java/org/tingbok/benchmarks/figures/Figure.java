package org.tingbok.benchmarks.figures;

import java.util.Arrays;
import java.util.Locale;

/// One line of the table.
///
/// @param what what was measured
/// @param value the value with its unit and how far it is to be trusted
/// @param silent what it does not show
record Figure(String what, String value, String silent) {
  /// A line as Markdown has it.
  String line() {
    return "| " + what + " | " + value + " | " + silent + " |";
  }

  /// The mean of some measurements and their standard deviation.
  static String spread(double[] values, String unit) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double square = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return values.length < 2 ? number(mean) + " " + unit + " (once)"
        : number(mean) + " ± " + number(Math.sqrt(square / (values.length - 1))) + " " + unit + " (" + values.length
            + ")";
  }

  /// Three digits, or all before the point.
  static String number(double value) {
    return String.format(Locale.ROOT,
        Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : Math.abs(value) >= 1 ? "%.2f" : "%.3f",
        value);
  }
}

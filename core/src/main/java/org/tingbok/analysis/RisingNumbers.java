package org.tingbok.analysis;

import java.util.Arrays;

/// Numbers in rising order, each once, in an array that is never changed: little room for very many short lists.
final class RisingNumbers {
  private RisingNumbers() {
  }

  /// The numbers with one more.
  ///
  /// @param rising in rising order; left as it is
  /// @param value which is to be among them
  /// @return the same array if it is among them already
  static int[] with(int[] rising, int value) {
    int at = Arrays.binarySearch(rising, value);
    if (at >= 0) {
      return rising;
    }
    int[] more = new int[rising.length + 1];
    System.arraycopy(rising, 0, more, 0, -at - 1);
    more[-at - 1] = value;
    System.arraycopy(rising, -at - 1, more, -at, rising.length + at + 1);
    return more;
  }
}

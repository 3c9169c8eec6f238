package org.tingbok.app.desk;

import java.util.List;

/// Two of a kind side by side.
///
/// @param kind `incidents`, `actors` or `claimants`
/// @param a the one
/// @param b the other
/// @param rows what was compared
public record ComparePage(String kind, String a, String b, List<Row> rows) {
  /// One thing that was compared.
  ///
  /// @param what what, such as `accused`
  /// @param both what both have
  /// @param onlyA what only the one has
  /// @param onlyB what only the other has
  /// @param verdict for claimants on one incident `same`, `levels` or `differ`; else empty text
  public record Row(String what, List<String> both, List<String> onlyA, List<String> onlyB, String verdict) {
  }
}
